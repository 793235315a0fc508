import { z } from 'zod';
import { areaAct } from '../../../acts/area-act.ts';
import { called } from '../../../acts/called.ts';
import { changed } from '../../../acts/changed.ts';
import { refuse } from '../../../acts/refuse.ts';
import { ok } from '../../../kernel/result.ts';
import { oneOf, ref, text } from '../../../model/field.ts';
import { amendments } from '../../../model/instruments.ts';
import { adopting, declining, negotiated } from '../adopted.ts';
import { personOf, speakersFor, whoSpeaks, isKeeper } from '../parties.ts';
import { INSTRUMENT_ACTS } from '../transitions.ts';

const { gives, reason, wording } = amendments.fields;
const amendmentInput = { amendment: ref(['amendments'], 'Amendment', 'Gwelliant') };

/** What was proposed becomes the text, perhaps in other words that answer it. */
export const adopt = areaAct({
  name: 'protocol.adopt',
  says: { en: 'Adopt a proposal', cy: 'Mabwysiadu cynnig' },
  row: INSTRUMENT_ACTS['protocol.adopt'],
  input: z.strictObject({ ...amendmentInput, wording, gives, reason }),
  decide: ({ subject, input: { wording: words, gives: gifts, reason: why }, snapshot, today }) => adopting(snapshot, subject, { wording: words, gives: gifts, reason: why }, today),
});

/** The text stays, with the reason. */
export const decline = areaAct({
  name: 'protocol.decline',
  says: { en: 'Decline a proposal, or answer a comment', cy: 'Gwrthod cynnig, neu ateb sylw' },
  row: INSTRUMENT_ACTS['protocol.decline'],
  input: z.strictObject({ ...amendmentInput, reason: text('Reason', 'Rheswm') }),
  decide({ subject, input: { reason: why }, snapshot, today }) {
    const instrument = negotiated(snapshot, subject);
    return instrument.ok ? ok(declining(subject, why, today)) : instrument;
  },
});

/** Whoever said it takes it back. */
export const withdrawAmendment = areaAct({
  name: 'protocol.withdraw-amendment',
  says: { en: 'Withdraw a proposal or a comment', cy: 'Tynnu cynnig neu sylw yn ôl' },
  row: INSTRUMENT_ACTS['protocol.withdraw-amendment'],
  input: z.strictObject(amendmentInput),
  decide({ subject, actor, snapshot, today }) {
    const person = personOf(snapshot, actor);
    const isTheirs = person === undefined || speakersFor(snapshot, subject.by).includes(person) || (!subject.by.startsWith('posts/') && isKeeper(snapshot, person));
    if (!isTheirs) return refuse('forbidden', 'not-their-party', whoSpeaks(snapshot, subject.by), { found: called(snapshot, subject.by) });
    return ok([changed(subject, today, { state: 'withdrawn', closedOn: today })]);
  },
});

/** Once the challenge that a dispute became has been answered, the clause is decided. */
export const settle = areaAct({
  name: 'protocol.settle',
  says: { en: 'Settle a dispute', cy: 'Setlo anghydfod' },
  row: INSTRUMENT_ACTS['protocol.settle'],
  input: z.strictObject({
    ...amendmentInput,
    outcome: oneOf({ adopted: ['Adopted', 'Mabwysiadwyd'], declined: ['Declined', 'Gwrthodwyd'] }, 'Outcome', 'Canlyniad'),
    wording, gives, reason: text('Reason', 'Rheswm'),
  }),
  decide({ subject, input: { outcome, wording: words, gives: gifts, reason: why }, snapshot, today }) {
    // One that is confidential settles nothing that is negotiated openly: nobody hears here that there is one.
    const challenges = snapshot.where('advice', 'arisingFrom', subject.ref).filter(({ confidential }) => confidential !== true);
    const last = challenges.find((one) => challenges.every(({ on }) => on <= one.on));
    if (last === undefined) return refuse('conflict', 'no-challenge', 'No challenge is recorded that arises from this. Raise one with whom the conflict resolution procedure names, and settle it when it has been answered.');
    if (!challenges.some(({ responses }) => responses.length > 0)) return refuse('conflict', 'challenge-unanswered', `${called(snapshot, last.to)} has not answered the challenge of ${last.on} yet. It is settled when they have.`, { found: called(snapshot, last.to) });
    if (outcome === 'adopted') return adopting(snapshot, subject, { wording: words, gives: gifts, reason: why }, today);
    const instrument = negotiated(snapshot, subject);
    return instrument.ok ? ok(declining(subject, why, today)) : instrument;
  },
});
