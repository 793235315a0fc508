import { draftStatement, reserveInStatement, signStatement, withdrawStatement } from '../../areas/self-assessment/acts/statement-acts.ts';
import { DIAGNOSIS_WORDS } from '../../assessment/diagnosis-words.ts';
import { nextDue, statementStanding, type StatementStanding } from '../../assessment/statement/statement-standing.ts';
import { addDays, dateInWords } from '../../kernel/date.ts';
import { words } from '../../kernel/text.ts';
import type { Ref } from '../../model/field.ts';
import type { Statement } from '../../model/self-assessment.ts';
import { mayActOn } from '../acting/act-form.ts';
import type { Link, Page } from '../page.ts';
import { paperLinks } from '../papers/paper-links.ts';
import { pageOfRegister, type Reading } from '../reading.ts';
import { recordLink, recordName, recordOf } from '../record-name.ts';
import { said } from '../said-text.ts';
import { counted } from '../words/counted.ts';
import { filled, inLanguage } from '../words/pairs.ts';
import { statementWords } from '../words/statement.ts';

/** So many of what changed are named. */
const NAMED = 12;

/** The draft where the reader may see one, else the last that was signed; beside it those before. `?of=` asks for another. */
export function statementPage(reading: Reading): Page {
  const { ask, language, seen, to } = reading;
  const t = inLanguage(statementWords, language);
  const all = seen.all('statements').toSorted((a, b) => (dayOf(a) < dayOf(b) ? 1 : -1));
  const shown = all.find(({ id }) => id === ask.query.get('of')) ?? all.find(({ state }) => state === 'draft') ?? all.find(({ state }) => state === 'signed');
  const office = seen.where('posts', 'designations', reading.assessment.compiled.pack.statutoryOfficer)[0];
  const draws = mayActOn(reading, draftStatement, undefined);
  return pageOfRegister(reading, {
    view: 'statement.njk', title: t.title, current: 'work',
    model: {
      t,
      heading: office === undefined ? t.title : filled(t.long, { office: words(office.title, language) }),
      shown: shown === undefined ? undefined : shownModel(reading, shown),
      papers: shown === undefined ? undefined : paperLinks(reading, shown.ref),
      drawUp: draws ? { href: to.page('/statement/draw-up'), said: { text: shown?.state === 'draft' ? t.drawUpAgain : t.drawUp } } : undefined,
      others: all.filter((one) => one !== shown).map((one): Link => ({ href: to.page('/statement', { of: one.id }), said: { text: headOf(reading, one) } })),
    },
  });
}

const dayOf = ({ signedOn, assessedAs }: Statement): string => signedOn ?? assessedAs.on;

/** How it was signed, or that it was not. */
function headOf(reading: Reading, { as, by, signedOn, state }: Statement): string {
  const { language } = reading;
  const t = inLanguage(statementWords, language);
  if (state === 'draft') return t.draft;
  const signed = by === undefined || signedOn === undefined ? t.signed : filled(t.signed, { person: recordName(reading, by).text, post: recordName(reading, as).text, date: dateInWords(signedOn, language) });
  return state === 'withdrawn' ? `${t.withdrawn}. ${by === undefined ? '' : signed}`.trim() : signed;
}

function shownModel(reading: Reading, statement: Statement) {
  const { asAt, assessment, language, to } = reading;
  const t = inLanguage(statementWords, language);
  const standing = statementStanding(assessment, statement, enteredSince(reading, statement));
  const due = statement.state === 'signed' ? nextDue(statement) : undefined;
  const step = (path: string, text: string): Link => ({ href: to.page(`/statement/${statement.id}/${path}`), said: { text } });
  return {
    state: statement.state,
    head: headOf(reading, statement),
    period: filled(t.period, { from: dateInWords(statement.period.from, language), to: dateInWords(addDays(statement.period.until, -1), language) }),
    due: due === undefined ? undefined : filled(due < asAt.date ? t.overdue : t.due, { date: dateInWords(due, language) }),
    seal: statement.seal === undefined ? undefined : filled(t.seal, { seal: statement.seal }),
    isOutdated: statement.state !== 'withdrawn' && standing.isOutdated,
    why: whyOutdated(reading, standing),
    sections: statement.sections.map(({ heading, text }) => ({ heading: said(heading, language), paragraphs: words(text, language).split('\n'), lang: said(text, language).lang })),
    reservations: statement.reservations.map(({ about, expectations, text, will }) => ({
      text: said(text, language),
      about: [...expectations.flatMap((id) => expectationLink(reading, id)), ...about.filter((ref) => recordOf(reading, ref) !== undefined).map((ref) => recordLink(reading, ref))],
      will: will === undefined || recordOf(reading, will) === undefined ? undefined : recordLink(reading, will),
    })),
    steps: [
      ...(mayActOn(reading, reserveInStatement, statement) && statement.state === 'draft' ? [step('reserve', t.reserve)] : []),
      ...(mayActOn(reading, withdrawStatement, statement) && statement.state !== 'withdrawn' ? [step('withdraw', t.withdraw)] : []),
    ],
    sign: mayActOn(reading, signStatement, statement) && statement.state === 'draft' ? step('sign', t.sign) : undefined,
  };
}

export function expectationLink({ assessment: { compiled }, language, to }: Reading, id: string): readonly Link[] {
  const found = compiled.expectations.find(({ expectation }) => expectation.id === id)?.expectation;
  return found === undefined ? [] : [{ href: to.expectation(id), said: { text: words(found.title, language) } }];
}

/** What was entered after the statement was last drawn up or signed, of a register that is kept. */
function enteredSince({ kept, knownAt }: Reading, { ref }: Statement): readonly Ref[] {
  if (kept === undefined || knownAt?.instant !== undefined) return [];
  const { entries } = kept.image;
  const own = entries.findLastIndex(({ act, changes }) => ['statement.draft', 'statement.sign'].includes(act) && changes.some(({ kind, id }) => `${kind}/${id}` === ref));
  return own < 0 ? [] : entries.slice(own + 1).flatMap(({ changes }) => changes.map(({ kind, id }): Ref => `${kind}/${id}`));
}

function whyOutdated(reading: Reading, { arrangements, hasLeft, isAltered, isOtherGuidance, moved }: StatementStanding) {
  const { language } = reading;
  const t = inLanguage(statementWords, language);
  const seen = arrangements.filter((ref) => recordOf(reading, ref) !== undefined);
  const hidden = arrangements.length - seen.length;
  return {
    sentences: [
      ...(isAltered ? [t.altered] : []),
      ...(hasLeft ? [t.hasLeft] : []),
      ...(isOtherGuidance ? [t.otherGuidance] : []),
      ...moved.map(({ before, judged }) => filled(t.moved, { title: words(judged.compiled.expectation.title, language), before: DIAGNOSIS_WORDS[before][language], after: DIAGNOSIS_WORDS[judged.diagnosis][language] })),
    ],
    arrangements: seen.slice(0, NAMED).map((ref) => recordLink(reading, ref)),
    more: seen.length > NAMED ? `+ ${seen.length - NAMED}` : undefined,
    hidden: hidden === 0 ? undefined : counted(t.hiddenChange, hidden, language),
  };
}
