import { HIDDEN_REASON, restsOnHidden } from '../../areas/rests-on-hidden.ts';
import { summaryOf, type Told } from '../../assessment/answer.ts';
import type { Assessment } from '../../assessment/assess.ts';
import { DIAGNOSES } from '../../assessment/diagnosis.ts';
import { DIAGNOSIS_WORDS } from '../../assessment/diagnosis-words.ts';
import { changesOf } from '../../assessment/proposals.ts';
import { compare, comparisonAnswer } from '../../assessment/what-if.ts';
import { nearest } from '../../kernel/nearest.ts';
import type { Language } from '../../kernel/text.ts';
import type { Change } from '../../register/entry.ts';
import type { Snapshot } from '../../register/snapshot.ts';
import type { Page } from '../page.ts';
import { pageOfRegister, type Reading } from '../reading.ts';
import { recordLink, recordOf } from '../record-name.ts';
import { draftAddresses } from '../drafting/draft-addresses.ts';
import { vacatable } from '../vacancies.ts';
import { verdictsMoved } from '../verdicts-moved.ts';
import { filled, inLanguage } from '../words/pairs.ts';
import { whatIfWords } from '../words/what-if.ts';

/** The form that asks for a post, and where one is given what would change if nobody held it. */
export function whatIfPage(reading: Reading): Page {
  const { language, assessment, ask, to } = reading;
  const t = inLanguage(whatIfWords, language);
  const posts = vacatable(assessment, language);
  const asked = (ask.query.get('vacate') ?? '').replace(/^posts\//, '');
  const post = posts.find(({ id }) => id === asked);
  const near = posts.find(({ id }) => id === nearest(asked, posts.map((one) => one.id)));
  const refused = asked !== '' && post === undefined;
  return pageOfRegister(reading, {
    view: 'what-if.njk',
    title: post === undefined ? t.title : filled(t.asked, { post: post.said.text }),
    current: 'what-if',
    errors: refused ? [{ text: near === undefined ? t.unknown : filled(t.unknownNear, { post: near.said.text }), href: '#vacate' }] : [],
    model: {
      t,
      heading: post === undefined ? t.heading : filled(t.asked, { post: post.said.text }),
      posts,
      chosen: post?.id ?? near?.id ?? '',
      action: to.whatIf().split('?')[0],
      // Drafts are for those who sign in.
      drafts: reading.visitor === undefined ? undefined : { href: draftAddresses(reading).all, said: { text: t.drafts } },
      refused,
      outcome: post === undefined ? undefined : outcome(reading, post.id),
    },
  });
}

function outcome(reading: Reading, post: string) {
  const { access, language, assessment: before, seen } = reading;
  const changes = changesOf(before.snapshot, { type: 'vacate', post });
  if (!changes.ok) throw new Error(`The post ${post} was offered and cannot be vacated: ${changes.faults.map(({ sentence }) => sentence).join(' ')}`);
  const comparison = compare(before, changes.value);
  // What either side rests on is told only of what the reader may see of it.
  const told = (assessment: Assessment, of: Snapshot): Told => ({ seen: of, isHidden: (judged, lens) => restsOnHidden({ access, assessment }, judged, lens), hidden: HIDDEN_REASON });
  const moved = verdictsMoved(reading, comparisonAnswer(comparison, language, { before: told(before, seen), after: told(comparison.after, seen.with(seenOf(reading, changes.value))) }).changes);
  return {
    holders: seen.where('appointments', 'post', `posts/${post}`).map(({ person }) => recordLink(reading, person)),
    counts: counts(before, comparison.after, language),
    moved,
    nothing: Object.values(moved).every((list) => list.length === 0),
    people: people(reading, comparison.after),
  };
}

/** The changes to records that the reader may see: others would be strange to what they see. */
const seenOf = (reading: Reading, changes: readonly Change[]): readonly Change[] => changes.filter(({ kind, id }) => recordOf(reading, `${kind}/${id}`) !== undefined);

function counts(before: Assessment, after: Assessment, language: Language) {
  const t = inLanguage(whatIfWords, language);
  const [now, then] = [summaryOf(before.judged), summaryOf(after.judged)];
  return DIAGNOSES.filter((diagnosis) => now[diagnosis] + then[diagnosis] > 0).map((diagnosis) => {
    const more = then[diagnosis] - now[diagnosis];
    return {
      diagnosis,
      inWords: DIAGNOSIS_WORDS[diagnosis][language],
      now: now[diagnosis],
      then: then[diagnosis],
      difference: more === 0 ? t.same : filled(more > 0 ? t.more : t.fewer, { count: Math.abs(more) }),
    };
  });
}

/** Everyone on whom an expectation rests, before or after, with how many; the most first. */
function people(reading: Reading, after: Assessment) {
  const [now, then] = [resting(reading.assessment), resting(after)];
  return [...new Set([...now.keys(), ...then.keys()])]
    .filter((person) => recordOf(reading, person) !== undefined)
    .map((person) => ({ ...recordLink(reading, person), now: now.get(person) ?? 0, then: then.get(person) ?? 0 }))
    .toSorted((a, b) => b.then - a.then || b.now - a.now);
}

function resting({ judged }: Assessment): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  for (const { resilient } of judged) for (const person of new Set(resilient.restsOn.map((one) => one.person))) found.set(person, (found.get(person) ?? 0) + 1);
  return found;
}
