import { summaryOf } from '../../assessment/answer.ts';
import { assessAgain, type Assessment, type Judged } from '../../assessment/assess.ts';
import { DIAGNOSES } from '../../assessment/diagnosis.ts';
import { DIAGNOSIS_WORDS } from '../../assessment/diagnosis-words.ts';
import { responsibilityMatrix } from '../../assessment/responsibility-matrix.ts';
import type { ComparisonAnswer } from '../../assessment/what-if.ts';
import { restsOnHidden } from '../../areas/rests-on-hidden.ts';
import { words } from '../../kernel/text.ts';
import type { Ref } from '../../model/field.ts';
import { RESPONSIBILITIES, type Responsibility } from '../../model/instruments.ts';
import type { Facts } from '../../rules/facts.ts';
import { LEVER_WORDS } from '../../rules/lever-words.ts';
import { reachOf, type Reach } from '../../rules/levers.ts';
import { structureOf } from '../../rules/structure-type.ts';
import type { Reading } from '../reading.ts';
import { seenFacts } from '../seen-facts.ts';
import { recordLink, recordOf } from '../record-name.ts';
import { verdictsMoved } from '../verdicts-moved.ts';
import { authorityWords } from '../words/authority.ts';
import { inLanguage } from '../words/pairs.ts';
import { recordingWords } from '../words/recording.ts';
import type { DraftSight } from './draft-access.ts';
import type { DraftReading } from './draft-reading.ts';

const LENSES = ['paper', 'practice', 'resilient'] as const;

/** Resilience comes of the other two lenses: it rests on all that they do. */
const isHidden = (sight: DraftSight, assessment: Assessment, judged: Judged, lens: (typeof LENSES)[number]): boolean =>
  (lens === 'resilient' ? (['paper', 'practice'] as const) : [lens]).some((one) => restsOnHidden({ access: sight, assessment }, judged, one));

/** The register judged with the draft laid over it: only what the draft touches is evaluated again. */
export const assessedWith = ({ reading, laid }: Pick<DraftReading, 'reading' | 'laid'>): Assessment => assessAgain(reading.assessment, laid.after);

/** Before and after side by side, as far as the reader may be told. */
export function comparisonOf(dr: DraftReading, assessment: Assessment) {
  const { reading } = dr;
  const before = reading.assessment;
  return {
    counts: countsOf(before, assessment, reading),
    moved: verdictsMoved(dr.after, movedLenses(dr, assessment)),
    diagnoses: diagnosesMoved(dr, assessment),
    responsibilities: responsibilitiesMoved(dr),
    reach: reachMoved(dr),
    people: peopleOf(dr, assessment),
    structure: [structureModel(reading), structureModel(dr.after)] as const,
  };
}

function countsOf(before: Assessment, after: Assessment, { language }: Reading) {
  const [now, then] = [summaryOf(before.judged), summaryOf(after.judged)];
  return DIAGNOSES.filter((diagnosis) => now[diagnosis] + then[diagnosis] > 0).map((diagnosis) => ({ diagnosis, inWords: DIAGNOSIS_WORDS[diagnosis][language], now: now[diagnosis], then: then[diagnosis], more: then[diagnosis] - now[diagnosis] }));
}

/** Every verdict of a lens that is otherwise, with why; where that rests on what is hidden, the reader is told so instead. */
function movedLenses({ after, reading, sight }: DraftReading, assessment: Assessment): ComparisonAnswer['changes'] {
  const instead = [{ text: inLanguage(recordingWords, reading.language).hidden, records: [] }];
  return assessment.judged.flatMap((judged, index) => {
    const was = reading.assessment.judged[index];
    return LENSES.flatMap((lens) => {
      if (was === undefined || was[lens].verdict === judged[lens].verdict) return [];
      const because = isHidden(sight, assessment, judged, lens) ? instead : after.speaker.each(judged[lens].because);
      return [{ expectation: judged.compiled.expectation.id, lens, before: was[lens].verdict, after: judged[lens].verdict, because }];
    });
  });
}

function diagnosesMoved({ reading }: DraftReading, assessment: Assessment) {
  const { language, to } = reading;
  return assessment.judged.flatMap(({ compiled: { expectation }, diagnosis }, index) => {
    const was = reading.assessment.judged[index]?.diagnosis ?? diagnosis;
    if (was === diagnosis) return [];
    const shown = (one: typeof diagnosis) => ({ diagnosis: one, inWords: DIAGNOSIS_WORDS[one][language] });
    return [{ title: words(expectation.title, language), href: to.expectation(expectation.id), before: shown(was), after: shown(diagnosis) }];
  });
}

/** Each responsibility over each accountability and function that others have afterwards; who is accountable comes first. */
function responsibilitiesMoved({ after, reading }: DraftReading) {
  const accountabilities = reading.assessment.compiled.pack.accountabilities.map(({ id }) => id);
  const [was, is] = [holdersBy(seenFacts(reading), accountabilities), holdersBy(seenFacts(after), accountabilities)];
  const keys = [...new Set([...was.keys(), ...is.keys()])].filter((key) => [...(was.get(key) ?? [])].toSorted().join() !== [...(is.get(key) ?? [])].toSorted().join());
  const told = (holders: ReadonlySet<Ref> | undefined) => [...(holders ?? [])].filter((holder) => recordOf(after, holder) !== undefined).map((holder) => recordLink(after, holder));
  return keys
    .map((key) => {
      const [over = '', responsibility = ''] = key.split(' ');
      const name = after.speaker.value(over);
      return {
        over: over.includes('/') ? recordLink(after, over) : { href: reading.to.accountability(over), said: { text: `${name.slice(0, 1).toLocaleUpperCase('en-GB')}${name.slice(1)}` } },
        responsibility: RESPONSIBILITIES[responsibility as Responsibility][after.language === 'en' ? 0 : 1],
        isAccountable: responsibility === 'accountable', before: told(was.get(key)), after: told(is.get(key)),
      };
    })
    .filter((row) => row.before.length + row.after.length > 0)
    .toSorted((a, b) => Number(b.isAccountable) - Number(a.isAccountable));
}

function holdersBy(facts: Facts, accountabilities: readonly string[]): ReadonlyMap<string, ReadonlySet<Ref>> {
  const found = new Map<string, Set<Ref>>();
  for (const { over, cells } of responsibilityMatrix(facts, accountabilities).rows) {
    for (const [holder, given] of cells) for (const { responsibility } of given) found.set(`${over} ${responsibility}`, (found.get(`${over} ${responsibility}`) ?? new Set()).add(holder));
  }
  return found;
}

/** The functions on which the officer has other levers, or that others lead. */
function reachMoved({ after, reading }: DraftReading) {
  const { statutoryOfficer } = reading.assessment.compiled.pack;
  const [was, is] = [seenFacts(reading), seenFacts(after)].map((facts) => new Map(reachOf(facts, statutoryOfficer).map((one) => [one.function, one])));
  const levers = (one: Reach | undefined): ReadonlySet<string> => new Set(one?.levers.map((lever) => LEVER_WORDS[lever][after.language]));
  const leads = (one: Reach | undefined) => (one?.leads ?? []).map((post) => recordLink(after, post));
  return [...new Set([...(was?.keys() ?? []), ...(is?.keys() ?? [])])].flatMap((ref) => {
    const [earlier, later] = [was?.get(ref), is?.get(ref)];
    const [lost, gained] = [[...levers(earlier).difference(levers(later))], [...levers(later).difference(levers(earlier))]];
    const isLedByOthers = earlier?.leads.join() !== later?.leads.join();
    return lost.length + gained.length === 0 && !isLedByOthers ? [] : [{ ...recordLink(after, ref), lost, gained, gap: later?.gap === true, before: leads(earlier), after: leads(later) }];
  });
}

/** Everyone on whom an expectation rests, before or after, with how many, where the reader may be told; the most first. */
function peopleOf({ after, reading, sight }: DraftReading, assessment: Assessment) {
  const [now, then] = [resting(reading.assessment, sight), resting(assessment, sight)];
  return [...new Set([...now.keys(), ...then.keys()])]
    .filter((person) => recordOf(after, person) !== undefined)
    .map((person) => ({ ...recordLink(after, person), now: now.get(person) ?? 0, then: then.get(person) ?? 0 }))
    .toSorted((a, b) => b.then - a.then || b.now - a.now);
}

function resting(assessment: Assessment, sight: DraftSight): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  const told = assessment.judged.filter((judged) => judged.resilient.restsOn.length > 0 && !isHidden(sight, assessment, judged, 'resilient'));
  for (const { resilient } of told) for (const person of new Set(resilient.restsOn.map((one) => one.person))) found.set(person, (found.get(person) ?? 0) + 1);
  return found;
}

function structureModel(reading: Reading) {
  const { language, speaker, assessment: { compiled } } = reading;
  const { type, because } = structureOf(seenFacts(reading), compiled.pack.statutoryOfficer);
  return { type: inLanguage(authorityWords, language).types[type], because: because.map((reason) => speaker.say(reason)) };
}
