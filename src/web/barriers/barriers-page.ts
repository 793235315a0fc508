import { raiseBarrier, resolveBarrier, respondToBarrier } from '../../areas/self-assessment/acts/barrier-acts.ts';
import { dateInWords } from '../../kernel/date.ts';
import { words } from '../../kernel/text.ts';
import { shapeOf } from '../../model/register-file/shape.ts';
import type { Barrier } from '../../model/self-assessment.ts';
import { mayActOn } from '../acting/act-form.ts';
import { entityPage } from '../entity/entity-page.ts';
import { record } from '../entity/record-parts.ts';
import { joined, linked, quiet, tableOr, text, type Parts, type Section } from '../entity/section.ts';
import type { Page } from '../page.ts';
import type { Reading } from '../reading.ts';
import { expectationLink } from '../statement/statement-page.ts';
import { counted } from '../words/counted.ts';
import { inLanguage } from '../words/pairs.ts';
import { barrierWords } from '../words/statement.ts';
import { workWords } from '../words/work.ts';

/** In the words of this kind: what is accepted here is something other than an answer. */
const STATES = shapeOf('barriers').fields.get('state')?.meta.values;

const OPEN: readonly Barrier['state'][] = ['open', 'being-resolved'];

/** The log of what keeps the statutory officer from discharging the role. */
export function barriersPage(reading: Reading): Page {
  const { asAt, language, seen, to } = reading;
  const t = inLanguage(barrierWords, language);
  const all = seen.all('barriers').filter(({ on }) => on <= asAt.date);
  const open = all.filter(({ state }) => OPEN.includes(state)).toSorted((a, b) => (a.on < b.on ? -1 : 1));
  const closed = all.filter(({ state }) => !OPEN.includes(state)).toSorted((a, b) => ((a.resolvedOn ?? a.on) < (b.resolvedOn ?? b.on) ? 1 : -1));
  const head = [t.what, t.raised, t.owner, t.state, t.last];
  const section = (id: string, heading: string, those: readonly Barrier[], withSteps: boolean): Section => ({
    id, heading, body: tableOr([...head, ...(withSteps ? [t.step] : [])], those.map((one) => [...cells(reading, one), ...(withSteps ? [stepsOf(reading, one)] : [])]), t.none),
  });
  return entityPage(reading, {
    caption: inLanguage(workWords, language).work, heading: { text: t.title },
    summary: [open.length === 0 ? t.summaryNone : counted(t.summary, open.length, language)],
    sections: [section('open', t.open, open, true), section('closed', t.closed, closed, false)],
    links: mayActOn(reading, raiseBarrier, undefined) ? [{ href: to.page('/barriers/raise'), said: { text: t.raise } }] : [],
  });
}

function cells(reading: Reading, barrier: Barrier): readonly Parts[] {
  const { language, to } = reading;
  const t = inLanguage(barrierWords, language);
  const { confidential, expectations, on, owner, raisedBy, ref, responses, state, what } = barrier;
  const kept = expectations.flatMap((id) => expectationLink(reading, id)).map(linked);
  const last = responses.at(-1);
  return [
    [linked({ href: to.record(ref), said: { text: words(what, language) } }), ...(confidential === true ? [text(' '), quiet(`(${t.confidential})`)] : []), ...(kept.length === 0 ? [] : [text(` ${t.keeps.replace('{titles}', '')}`), ...joined(kept)])],
    [record(reading, raisedBy), text(`, ${dateInWords(on, language)}`)],
    owner === undefined ? [quiet('–')] : [record(reading, owner)],
    [text(STATES?.[state]?.[language] ?? state)],
    last === undefined ? [quiet('–')] : [text(`${words(last.text, language)} (`), record(reading, last.by), text(`, ${dateInWords(last.on, language)})`)],
  ];
}

function stepsOf(reading: Reading, barrier: Barrier): Parts {
  const { language, to } = reading;
  const t = inLanguage(barrierWords, language);
  const steps = [
    ...(mayActOn(reading, respondToBarrier, barrier) ? [linked({ href: to.page(`/barriers/${barrier.id}/respond`), said: { text: t.respond } })] : []),
    ...(mayActOn(reading, resolveBarrier, barrier) ? [linked({ href: to.page(`/barriers/${barrier.id}/close`), said: { text: t.close } })] : []),
  ];
  return steps.length === 0 ? [quiet('–')] : joined(steps);
}
