import { words, type BothLanguages, type Language } from '../kernel/text.ts';
import type { Snapshot } from '../register/snapshot.ts';
import type { Missing, Outcome, Verdict } from '../rules/outcome.ts';
import { reachOf } from '../rules/levers.ts';
import { Speaker } from '../rules/say.ts';
import { structureOf } from '../rules/structure-type.ts';
import type { Assessment, Judged } from './assess.ts';
import type { TestedLens } from './cells.ts';
import { DIAGNOSES, type Diagnosis } from './diagnosis.ts';

/** What `assess --json` answers: the outside contract of `MODEL.md` 4. */
export interface AssessmentAnswer {
  readonly register: string;
  readonly authority: string;
  readonly pack: { readonly id: string; readonly edition: string; readonly digest: string };
  readonly asAt: string;
  readonly lookBack: string;
  readonly structure: { readonly type: string; readonly lines: string; readonly because: readonly string[] };
  readonly summary: Readonly<Record<Diagnosis, number>>;
  readonly expectations: readonly ExpectationAnswer[];
  readonly reach: readonly ReachAnswer[];
}

export interface ExpectationAnswer {
  readonly id: string;
  readonly accountability: string;
  readonly force: string;
  readonly title: string;
  readonly diagnosis: Diagnosis;
  readonly paper: LensAnswer;
  readonly practice: LensAnswer;
  readonly resilient: Omit<LensAnswer, 'missing'> & { readonly restsOn: readonly RelianceAnswer[] };
  readonly cites: readonly { readonly document: string; readonly paragraph: string }[];
}

export interface LensAnswer {
  readonly verdict: Verdict;
  readonly because: readonly { readonly text: string; readonly records: readonly string[] }[];
  readonly missing: readonly { readonly text: string; readonly kind?: string }[];
}

export interface RelianceAnswer {
  readonly person: string;
  readonly posts: readonly string[];
  readonly lens: string;
  readonly falls: Verdict;
}

export interface ReachAnswer {
  readonly function: string;
  readonly levers: readonly string[];
  readonly chain: readonly string[];
  readonly informal: readonly string[];
  readonly gap: boolean;
}

/** What somebody may be told of an assessment that rests on more than they may see. */
export interface Told {
  /** The records that they may see: names are said from these. */
  readonly seen: Snapshot;
  /** Whether a verdict was found by reading anything else: then its reasons are not told. */
  readonly isHidden: (judged: Judged, lens: TestedLens) => boolean;
  /** What is said in their place. */
  readonly hidden: BothLanguages;
}

/** @param told where the reader may not see all of it; everything is told where absent */
export function answerOf(assessment: Assessment, language: Language, told?: Told): AssessmentAnswer {
  const { snapshot, compiled, facts, judged } = assessment;
  const { pack } = compiled;
  const speaker = new Speaker(told?.seen ?? snapshot, facts.words, language);
  const structure = structureOf(facts, pack.statutoryOfficer);
  return {
    register: snapshot.header.id,
    authority: words(snapshot.header.authority.name, language),
    pack: { id: pack.id, edition: pack.edition, digest: pack.digest },
    asAt: snapshot.validOn,
    lookBack: facts.lookBack,
    structure: { type: structure.type, lines: structure.lines, because: structure.because.map((reason) => speaker.say(reason)) },
    summary: summaryOf(judged),
    expectations: judged.map((one) => expectationAnswer(one, speaker, told)),
    reach: reachOf(facts, pack.statutoryOfficer).map(({ function: reached, levers, chain, informal, gap }) => ({
      function: bare(reached),
      levers,
      chain: chain.map(bare),
      informal,
      gap,
    })),
  };
}

const bare = (ref: string): string => ref.slice(ref.indexOf('/') + 1);

export function summaryOf(judged: readonly Judged[]): Readonly<Record<Diagnosis, number>> {
  const counts = Object.fromEntries(DIAGNOSES.map((diagnosis) => [diagnosis, 0])) as Record<Diagnosis, number>;
  for (const { diagnosis } of judged) counts[diagnosis] += 1;
  return counts;
}

export function expectationAnswer(judged: Judged, speaker: Speaker, told?: Told): ExpectationAnswer {
  const { compiled: { expectation }, paper, practice, resilient, diagnosis } = judged;
  const isHidden = (lens: TestedLens): boolean => told?.isHidden(judged, lens) === true;
  const instead = told === undefined ? [] : [{ text: told.hidden[speaker.language], records: [] }];
  const lens = (one: TestedLens, outcome: Outcome): LensAnswer => (isHidden(one) ? { verdict: outcome.verdict, because: instead, missing: [] } : lensAnswer(outcome, speaker));
  return {
    id: expectation.id,
    accountability: expectation.serves[0] ?? '',
    force: expectation.force,
    title: words(expectation.title, speaker.language),
    diagnosis,
    paper: lens('paper', paper),
    practice: lens('practice', practice),
    // It comes of the other two.
    resilient: isHidden('paper') || isHidden('practice') ? { verdict: resilient.verdict, because: instead, restsOn: [] } : { verdict: resilient.verdict, because: speaker.each(resilient.because), restsOn: resilient.restsOn },
    cites: expectation.cites,
  };
}

/** What `explain --json` answers: the verdict, and what the guidance says of the expectation. */
export interface ExplainedAnswer extends ExpectationAnswer {
  readonly says: BothLanguages;
  readonly ask: BothLanguages;
  readonly remedy: BothLanguages;
  readonly notEncoded: BothLanguages;
}

export function explainedAnswer(judged: Judged, speaker: Speaker, told?: Told): ExplainedAnswer {
  const { says, ask, remedy, notEncoded } = judged.compiled.expectation;
  return { ...expectationAnswer(judged, speaker, told), says, ask, remedy, notEncoded };
}

const lensAnswer = ({ verdict, because, missing }: Outcome, speaker: Speaker): LensAnswer => ({
  verdict,
  because: speaker.each(because),
  missing: [...new Map(missing.map((one: Missing) => [speaker.say(one), one.kind] as const))].map(([text, kind]) => ({ text, ...(kind === undefined ? {} : { kind }) })),
});
