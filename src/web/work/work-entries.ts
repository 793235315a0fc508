import type { BothLanguages } from '../../kernel/text.ts';
import { meetingsWords } from '../words/meetings.ts';
import { hasDecisions } from '../decisions/decisions-page.ts';
import type { Reading } from '../reading.ts';
import { askersIn } from '../scrutiny/askers.ts';
import { seesOnlyPublished } from '../seen-facts.ts';
import { calendarWords } from '../words/calendar.ts';
import { adviceWords } from '../words/advice.ts';
import { decisionWords } from '../words/decisions.ts';
import { negotiatingWords } from '../words/negotiating.ts';
import { scrutinyWords } from '../words/scrutiny.ts';
import { barrierWords, statementWords } from '../words/statement.ts';

/** One kind of everyday work, with the page where it is done. */
export interface WorkEntry {
  /** The page, from after the register: `/meetings`. */
  readonly path: `/${string}`;
  readonly name: BothLanguages;
  readonly says: BothLanguages;
  /** Whether it is anything to this reader and this authority; to all where absent. */
  readonly isFor?: (reading: Reading) => boolean;
}

const isOfAuthority = (reading: Reading): boolean => !seesOnlyPublished(reading);

/** The everyday work, in the order in which it is offered. */
export const WORK: readonly WorkEntry[] = [
  { path: '/protocols', name: negotiatingWords.protocols, says: negotiatingWords.protocolsSay },
  { path: '/advice', name: adviceWords.heading, says: adviceWords.lead },
  { path: '/decisions', name: decisionWords.heading, says: decisionWords.lead, isFor: (reading) => reading.visitor !== undefined && hasDecisions(reading) },
  { path: '/meetings', name: meetingsWords.meetings, says: meetingsWords.says },
  { path: '/actions', name: meetingsWords.actions, says: meetingsWords.actionsSay },
  { path: '/calendar', name: calendarWords.title, says: calendarWords.workLead, isFor: ({ visitor }) => visitor !== undefined },
  { path: '/ask', name: scrutinyWords.ask.title, says: scrutinyWords.ask.says, isFor: (reading) => askersIn(reading).length > 0 },
  { path: '/questions', name: scrutinyWords.questions.title, says: scrutinyWords.questions.says, isFor: isOfAuthority },
  { path: '/entitlements', name: scrutinyWords.entitlements.title, says: scrutinyWords.entitlements.says, isFor: isOfAuthority },
  { path: '/briefings/new-members', name: scrutinyWords.briefings.title, says: scrutinyWords.briefings.says, isFor: isOfAuthority },
  { path: '/statement', name: statementWords.title, says: statementWords.says, isFor: isOfAuthority },
  { path: '/barriers', name: barrierWords.title, says: barrierWords.says, isFor: ({ access }) => access === undefined || access.mightKeep('barriers') || access.standing.roles.has('inspector') },
];
