import { startDecision } from '../../areas/advice/acts/start-decision.ts';
import { dateInWords, earlierFirst } from '../../kernel/date.ts';
import type { Instant } from '../../kernel/instant.ts';
import type { StatutoryDecision } from '../../model/advice.ts';
import { reservedDecisions } from '../../statutory-time/reserved-decisions.ts';
import { mayActOn } from '../acting/act-form.ts';
import type { Page } from '../page.ts';
import { pageOfRegister, type Reading } from '../reading.ts';
import { recordLink } from '../record-name.ts';
import { said } from '../said-text.ts';
import { decisionWords } from '../words/decisions.ts';
import { inLanguage } from '../words/pairs.ts';
import { decisionName, timeStands } from './decision-model.ts';
import { momentOf } from './decision-moment.ts';

/** Whether this is anything to the authority: law that is encoded reserves decisions there, or some are on record. */
export const hasDecisions = ({ seen, register: { content: { header } }, asAt: { date } }: Reading): boolean =>
  reservedDecisions(header.authority.nation, date).length > 0 || seen.all('statutory-decisions').length > 0;

/** The statutory decisions that the reader may see: those to be made, the soonest first, then those made, the latest first. */
export function decisionsPage(reading: Reading, now: Instant): Page {
  const { language, seen, asAt: { date }, to } = reading;
  const t = inLanguage(decisionWords, language);
  const at = momentOf(reading, now);
  const all = seen.all('statutory-decisions').filter(({ on }) => on <= date).map((one) => ({ one, stands: timeStands(reading, one, at) }));
  const isOpen = ({ stands: { is } }: (typeof all)[number]): boolean => is === 'running' || is === 'overdue' || is === 'to-be-decided';
  const endOf = ({ clock }: StatutoryDecision): string => clock?.until ?? '9999';
  const groups = [
    { id: 'open', heading: t.groups.open, rows: all.filter(isOpen).toSorted((a, b) => earlierFirst(endOf(a.one), endOf(b.one))) },
    { id: 'decided', heading: t.groups.decided, rows: all.filter((each) => !isOpen(each)).toSorted((a, b) => earlierFirst(b.one.on, a.one.on)) },
  ].filter(({ rows }) => rows.length > 0);
  return pageOfRegister(reading, {
    view: 'decisions.njk', title: t.heading, current: 'work',
    model: {
      t, start: mayActOn(reading, startDecision, undefined) && hasDecisions(reading) ? { href: to.page('/decisions/new'), said: { text: t.start } } : undefined,
      groups: groups.map((group) => ({ ...group, rows: group.rows.map(({ one, stands }) => ({ link: { href: to.page(`/decisions/${encodeURIComponent(one.id)}`), said: said(one.subject, language) }, name: decisionName(reading, one), by: recordLink(reading, one.by), on: dateInWords(one.on, language), stands })) })),
    },
  });
}
