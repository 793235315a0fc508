import { handOver } from '../../areas/advice/acts/hand-over.ts';
import { decidersOn } from '../../areas/advice/deciders.ts';
import { recordDecision } from '../../areas/advice/acts/record-decision.ts';
import { instantInWords, type Instant } from '../../kernel/instant.ts';
import type { StatutoryDecision } from '../../model/advice.ts';
import { mayActOn } from '../acting/act-form.ts';
import type { Link, Page } from '../page.ts';
import { notFoundPage } from '../pages/not-found.ts';
import { pageOfRegister, type Reading } from '../reading.ts';
import { recordLink, recordOf } from '../record-name.ts';
import { said, type SaidText } from '../said-text.ts';
import { decisionWords } from '../words/decisions.ts';
import { inLanguage } from '../words/pairs.ts';
import { decisionName, reckonedTime, timeStands } from './decision-model.ts';
import { momentOf } from './decision-moment.ts';

/** The decision that an address names, as the reader may see it. */
export const decisionAt = (reading: Reading, id: string): StatutoryDecision | undefined => recordOf(reading, `statutory-decisions/${id}`) as StatutoryDecision | undefined;

export const isOpen = ({ decidedAt, outcome }: StatutoryDecision): boolean => decidedAt === undefined && outcome === undefined;

/** One statutory decision: its time with the working, who decides, and the outcome. */
export function decisionPage(reading: Reading, now: Instant): Page {
  const { ask, language, to } = reading;
  const t = inLanguage(decisionWords, language);
  const id = ask.params['id'] ?? '';
  const one = decisionAt(reading, id);
  if (one === undefined) return notFoundPage(ask, 'record', `statutory-decisions/${id}`);
  const heading = said(one.subject, language);
  return pageOfRegister(reading, {
    view: 'decision.njk', title: heading.text, titleLang: heading.lang, current: 'work',
    model: {
      t, heading, stands: timeStands(reading, one, momentOf(reading, now)), rows: rowsOf(reading, one), reckoned: reckonedTime(reading, one),
      handOver: isOpen(one) && mayActOn(reading, handOver, one) && hasDeputy(reading) ? { href: to.page(`/decisions/${encodeURIComponent(one.id)}/hand-over`), said: { text: t.handOver } } : undefined,
      recordIt: isOpen(one) && mayActOn(reading, recordDecision, one) ? { href: to.page(`/decisions/${encodeURIComponent(one.id)}/record`), said: { text: t.recordIt } } : undefined,
      list: { href: to.page('/decisions'), said: { text: t.heading } }, record: { href: to.record(one.ref), said: { text: t.record } },
    },
  });
}

const hasDeputy = ({ seen, asAt: { date } }: Reading): boolean => (decidersOn(seen, date)?.deputies.length ?? 0) > 0;

interface Row {
  readonly label: string;
  readonly link?: Link;
  readonly said?: SaidText;
}

function rowsOf(reading: Reading, one: StatutoryDecision): readonly Row[] {
  const { language } = reading;
  const { rows: t } = inLanguage(decisionWords, language);
  const text = (label: string, words: string | undefined): readonly Row[] => (words === undefined ? [] : [{ label, said: { text: words } }]);
  const moment = (at: Instant | undefined): string | undefined => (at === undefined ? undefined : instantInWords(at, language));
  return [
    { label: t.decision, said: decisionName(reading, one) },
    ...text(t.under, one.under),
    { label: isOpen(one) ? t.by : t.decidedBy, link: recordLink(reading, one.by) },
    ...(one.asDeputyUnder === undefined ? [] : [{ label: t.deputy, link: recordLink(reading, one.asDeputyUnder) }]),
    ...text(t.began, moment(one.clock?.from)), ...text(t.until, moment(one.clock?.until)), ...text(t.decidedAt, moment(one.decidedAt)),
    ...(one.outcome === undefined ? [] : [{ label: t.outcome, said: said(one.outcome, language) }]),
    ...(one.note === undefined ? [] : [{ label: t.note, said: said({ en: one.note }, language) }]),
  ];
}
