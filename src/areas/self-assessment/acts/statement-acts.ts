import { z } from 'zod';
import { areaAct } from '../../../acts/area-act.ts';
import { capacitiesOf, postHeldBy } from '../../../acts/capacities.ts';
import { changed } from '../../../acts/changed.ts';
import { freeId } from '../../../acts/free-id.ts';
import { refuse } from '../../../acts/refuse.ts';
import { checkExpectations, judgedByItsGuidance } from '../../../assessment/guidance-of.ts';
import { composeStatement, movedSince } from '../../../assessment/statement/compose.ts';
import { sealOf } from '../../../assessment/statement/seal.ts';
import { lastSigned } from '../../../assessment/statement/statement-standing.ts';
import { addDays, type CalendarDate } from '../../../kernel/date.ts';
import { duration, minus } from '../../../kernel/duration.ts';
import { ok } from '../../../kernel/result.ts';
import { anyRef, date, group, list, ref, text, words } from '../../../model/field.ts';
import type { Ref } from '../../../model/field.ts';
import type { Proposed } from '../../../register/acts/act.ts';
import type { Actor } from '../../../register/entry.ts';
import type { Snapshot } from '../../../register/snapshot.ts';
import { STATEMENT_ACTS } from '../transitions.ts';
import { actionOf, will } from './what-is-to-be-done.ts';

const statement = ref(['statements'], 'Statement', 'Datganiad');
const A_YEAR = duration('P1Y');

/** The post of the Head of Paid Service that the actor holds or stands in for. */
const headHeldBy = (snapshot: Snapshot, actor: Actor): Ref<'posts'> | undefined => postHeldBy(snapshot, actor, 'head-of-paid-service');

/** A draft of the year’s statement from the verdicts of the day. A draft that there is already is composed anew and keeps its reservations. */
export const draftStatement = areaAct({
  name: 'statement.draft',
  says: { en: 'Draw up the yearly statement', cy: 'Llunio’r datganiad blynyddol' },
  row: STATEMENT_ACTS['statement.draft'],
  input: z.strictObject({ period: group({ from: date('From', 'O'), until: date('Until', 'Hyd at') }, 'Period', 'Cyfnod').optional() }),
  decide({ snapshot, input, actor, today }) {
    const as = headHeldBy(snapshot, actor);
    if (as === undefined) return refuse('forbidden', 'not-the-head', 'Whoever holds the post of the Head of Paid Service draws up this statement.');
    const judged = judgedByItsGuidance(snapshot);
    if (!judged.ok) return judged;
    const period = input.period ?? yearTo(today);
    if (period.until <= period.from) return refuse('input', 'period-reversed', 'The period ends before it begins. It is from its first day until the day after its last.', { path: 'period.until' });
    const composed = composeStatement(judged.value, lastSigned(snapshot));
    const before = snapshot.all('statements').find(({ state, as: made }) => state === 'draft' && made === as);
    if (before !== undefined) return ok([changed(before, today, { ...composed, period: input.period ?? before.period })]);
    return ok([{ kind: 'statements', id: freeId(snapshot, 'statements', `statement-${today}`), from: today, fields: { as, period, state: 'draft', ...composed } }]);
  },
});

const yearTo = (today: CalendarDate) => ({ from: addDays(minus(today, A_YEAR), 1), until: addDays(today, 1) });

/** Something that the statement does not cover as it should, what it is about, and perhaps what is done about it. */
export const reserveInStatement = areaAct({
  name: 'statement.reserve',
  says: { en: 'Add a reservation to the statement', cy: 'Ychwanegu amod at y datganiad' },
  row: STATEMENT_ACTS['statement.reserve'],
  input: z.strictObject({
    statement,
    text: text('Reservation', 'Amod'),
    expectations: list(words('Expectation', 'Disgwyliad'), 'Expectations', 'Disgwyliadau'),
    about: list(anyRef('About', 'Ynghylch'), 'About', 'Ynghylch'),
    will,
  }),
  decide({ snapshot, input: { will: promised, text: said, expectations, about }, subject, actor, today, now }) {
    if (!capacitiesOf(snapshot, actor).has(subject.as)) return refuse('forbidden', 'not-the-head', 'Whoever is to sign the statement adds its reservations.', { path: 'statement' });
    const known = checkExpectations(snapshot, expectations, 'expectations');
    if (!known.ok) return known;
    const action = actionOf(promised, subject.ref, subject.as, { actor, now, today });
    if (!action.ok) return action;
    const [first] = action.value;
    const reservation = { text: said, expectations, about, ...(first === undefined ? {} : { will: `actions/${first.id}` }) };
    return ok([...action.value, changed(subject, today, { reservations: [...subject.reservations, reservation] })]);
  },
});

/** The signature: under exactly these words, as long as the verdicts are still those that they tell of. It is a confirmation as well. */
export const signStatement = areaAct({
  name: 'statement.sign',
  says: { en: 'Sign the yearly statement', cy: 'Llofnodi’r datganiad blynyddol' },
  row: STATEMENT_ACTS['statement.sign'],
  input: z.strictObject({ statement }),
  decide({ snapshot, subject, actor, today }) {
    if (headHeldBy(snapshot, actor) !== subject.as) return refuse('forbidden', 'not-the-head', 'Only whoever now holds the post of the Head of Paid Service signs this statement.', { path: 'statement' });
    const judged = judgedByItsGuidance(snapshot);
    if (!judged.ok) return judged;
    const moved = movedSince(judged.value.judged, subject);
    if (moved.length > 0 || subject.assessedAs.digest !== judged.value.compiled.pack.digest) {
      return refuse('conflict', 'verdicts-moved', `${moved.length === 0 ? 'The guidance is another' : `${moved.length === 1 ? 'One verdict is' : `${moved.length} verdicts are`} not what the draft says`} any more. Draw it up again, read it, and sign it then; its reservations stay.`, { path: 'statement' });
    }
    const by: Ref<'persons'> = `persons/${actor.person}`;
    return ok([
      changed(subject, today, { state: 'signed', by, signedOn: today, seal: sealOf(subject) }),
      { kind: 'confirmations', id: freeId(snapshot, 'confirmations', `${subject.id}-signed`.slice(0, 90)), from: today, fields: { assessment: subject.ref, as: 'head-of-paid-service', by, on: today } },
    ]);
  },
});

/** A draft that is set aside, or a signature that is taken back: the confirmation ends with it. */
export const withdrawStatement = areaAct({
  name: 'statement.withdraw',
  says: { en: 'Withdraw the yearly statement', cy: 'Tynnu’r datganiad blynyddol yn ôl' },
  row: STATEMENT_ACTS['statement.withdraw'],
  input: z.strictObject({ statement }),
  decide({ snapshot, subject, actor, today }) {
    if (headHeldBy(snapshot, actor) !== subject.as) return refuse('forbidden', 'not-the-head', 'Only whoever now holds the post of the Head of Paid Service withdraws this statement.', { path: 'statement' });
    const given = snapshot.where('confirmations', 'assessment', subject.ref).map(({ id }): Proposed => ({ kind: 'confirmations', id, from: today }));
    return ok([changed(subject, today, { state: 'withdrawn' }), ...given]);
  },
});
