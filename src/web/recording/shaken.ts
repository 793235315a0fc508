import type { Told } from '../../assessment/answer.ts';
import { assess, type Assessment } from '../../assessment/assess.ts';
import { readingLookBack } from '../../assessment/open-register.ts';
import { comparisonAnswer } from '../../assessment/what-if.ts';
import { HIDDEN_REASON, restsOnHidden } from '../../areas/rests-on-hidden.ts';
import { dateInWords, type CalendarDate } from '../../kernel/date.ts';
import type { Ref } from '../../model/field.ts';
import { isKindName } from '../../model/kinds.ts';
import type { RegisterContent } from '../../model/register-header.ts';
import type { Entry } from '../../register/entry.ts';
import { Snapshot } from '../../register/snapshot.ts';
import { isInForce } from '../../rules/in-force.ts';
import type { Outcome, Verdict } from '../../rules/outcome.ts';
import { partyAgreement } from '../../rules/party-agreement.ts';
import { Speaker } from '../../rules/say.ts';
import type { Page } from '../page.ts';
import type { Reading } from '../reading.ts';
import { saidReasons, type SaidReason } from '../said-reasons.ts';
import { verdictsMoved, type Moved } from '../verdicts-moved.ts';
import { filled, inLanguage, type Spoken } from '../words/pairs.ts';
import { shakenWords } from '../words/shaken.ts';

/** What an entry did to the agreements and the verdicts, for whoever has just made it. */
export interface Shaken {
  readonly heading: string;
  readonly words: Spoken<typeof shakenWords>;
  readonly agreements: readonly SaidReason[];
  readonly mended: readonly SaidReason[];
  readonly moved: readonly { readonly heading: string; readonly verdicts: readonly Moved[]; readonly more: string | undefined }[];
  readonly nothing: string | undefined;
}

/** More verdicts of one way than this are counted and not listed. */
const ENOUGH = 12;

/** The page, and what the entry did that led to it. @param last of several entries that one act became */
export const withShaken = (page: Page, reading: Reading, last?: number): Page => ({ ...page, shaken: shakenBy(reading, last) });

/** Undefined where the page does not follow an entry of the reader's own. */
function shakenBy(reading: Reading, last = 0): Shaken | undefined {
  const { ask, access, kept, knownAt, language, asAt } = reading;
  const asked = ask.query.get('saved') ?? '';
  const entry = /^\d{1,15}$/.test(asked) ? kept?.image.entries[Number(asked)] : undefined;
  if (entry === undefined || kept === undefined || access === undefined || knownAt?.instant !== undefined || entry.actor.person !== access.standing.person?.slice('persons/'.length)) return undefined;
  if (entry.number === 0) return undefined;
  const [before, after] = [kept.image.contentAfter(entry.number), kept.image.contentAfter(Math.max(last, entry.number) + 1)];
  // Under other guidance every verdict is another: they cannot be set side by side.
  if (before.header.pack !== after.header.pack) return undefined;
  const on = dateThatCounts(asAt.date, entry);
  const side = (content: RegisterContent): Side => {
    const { compiled } = reading.assessment;
    const assessment = assess(new Snapshot(content, on), compiled, readingLookBack({ content, compiled }));
    return { assessment, seen: new Snapshot(access.content(content), on), isHidden: (judged, lens) => restsOnHidden({ access, assessment }, judged, lens), hidden: HIDDEN_REASON };
  };
  return told(reading, side(before), side(after), filled(inLanguage(shakenWords, language).heading, { date: dateInWords(on, language) }));
}

/** The register before or after, judged, with what the reader may be told of it. */
interface Side extends Told {
  readonly assessment: Assessment;
}

/** The date of the page, or the day from which what was entered holds, where that is later. */
const dateThatCounts = (date: CalendarDate, { changes }: Entry): CalendarDate => changes.reduce((latest, { from }) => (from !== undefined && from > latest ? from : latest), date);

function told(reading: Reading, was: Side, is: Side, heading: string): Shaken {
  const { language } = reading;
  const t = inLanguage(shakenWords, language);
  const [before, after] = [was.assessment, is.assessment];
  const { falls, rises, others } = verdictsMoved(reading, comparisonAnswer({ before, after }, language, { before: was, after: is }).changes);
  const moved = ([['falls', falls], ['rises', rises], ['others', others]] as const).flatMap(([way, verdicts]) =>
    verdicts.length === 0 ? [] : [{ heading: `${t[way]} (${verdicts.length})`, verdicts: verdicts.slice(0, ENOUGH), more: verdicts.length > ENOUGH ? filled(t.more, { count: verdicts.length - ENOUGH }) : undefined }]);
  const agreements = agreementsMoved(before, after, (verdict, then) => verdict === 'met' && then !== 'met');
  const mended = agreementsMoved(before, after, (verdict, then) => verdict !== 'met' && then === 'met');
  const speaker = new Speaker(is.seen, after.facts.words, language);
  const said = (outcomes: readonly Outcome[]): readonly SaidReason[] =>
    saidReasons(reading, outcomes.flatMap(({ because }) => because).flatMap((reason) => (reason.records.every((ref) => isSeen(is.seen, ref)) ? speaker.each([reason]) : [{ text: HIDDEN_REASON[language], records: [] }])));
  const isNothing = moved.length === 0 && agreements.length === 0 && mended.length === 0;
  return { heading, words: t, agreements: said(agreements), mended: said(mended), moved, nothing: isNothing ? t.nothing : undefined };
}

/** How each party to each instrument in force stands to it now, where that differs from before in the way that is asked for. */
function agreementsMoved(before: Assessment, after: Assessment, isAsked: (before: Verdict, after: Verdict) => boolean): readonly Outcome[] {
  return after.snapshot.all('instruments').filter(({ ref }) => isInForce(after.facts, ref) && isInForce(before.facts, ref)).flatMap((instrument) =>
    instrument.parties.flatMap((party) => {
      const [was, is] = [partyAgreement(before.facts, instrument, party), partyAgreement(after.facts, instrument, party)];
      return isAsked(was.verdict, is.verdict) ? [is] : [];
    }));
}

function isSeen(seen: Snapshot, ref: Ref): boolean {
  const kind = ref.slice(0, ref.indexOf('/'));
  return isKindName(kind) && seen.where(kind, 'id', ref.slice(kind.length + 1), 'ever').length > 0;
}
