import { z } from 'zod';
import { standingOf } from '../../../access/standing.ts';
import { areaAct } from '../../../acts/area-act.ts';
import { called } from '../../../acts/called.ts';
import { freeId } from '../../../acts/free-id.ts';
import { refuse } from '../../../acts/refuse.ts';
import { ok } from '../../../kernel/result.ts';
import { list, ref } from '../../../model/field.ts';
import { communications } from '../../../model/instruments.ts';
import { personOf } from '../parties.ts';
import { INSTRUMENT_ACTS } from '../transitions.ts';
import { instrumentInput } from './open.ts';

/** Tells those named of what was agreed, each in a communication of their own, which each acknowledges. */
export const communicate = areaAct({
  name: 'protocol.communicate',
  says: { en: 'Communicate an instrument', cy: 'Cyfathrebu offeryn' },
  row: INSTRUMENT_ACTS['protocol.communicate'],
  input: z.strictObject({ ...instrumentInput, to: list(communications.fields.to, 'To', 'I'), how: communications.fields.how }),
  decide({ subject, input: { to, how }, snapshot, today }) {
    const named = [...new Set(to)];
    if (named.length === 0) return refuse('input', 'nobody-named', 'Name at least one post, body, organisation or person to tell.', { path: 'to' });
    return ok(named.map((one, index) => ({
      kind: 'communications',
      id: freeId(snapshot, 'communications', `${subject.id.slice(0, 50)}-${today}-${index + 1}`),
      fields: { of: subject.ref, to: one, on: today, ...(how === undefined ? {} : { how }) },
    })));
  },
});

/** Somebody to whom something was sent, or who holds the post or sits on the body to which it was, says that they have read it. */
export const acknowledge = areaAct({
  name: 'communication.acknowledge',
  says: { en: 'Acknowledge what was communicated', cy: 'Cydnabod yr hyn a gyfathrebwyd' },
  row: INSTRUMENT_ACTS['communication.acknowledge'],
  input: z.strictObject({ communication: ref(['communications'], 'Communication', 'Cyfathrebiad') }),
  decide({ subject, actor, snapshot, today }) {
    const person = personOf(snapshot, actor);
    if (person === undefined) return refuse('input', 'no-such-person', 'Whoever acknowledges is a person of the register.');
    const { posts, bodies } = standingOf(snapshot, person);
    const isTold = subject.to === person || posts.some(({ ref: held }) => held === subject.to) || bodies.has(subject.to);
    if (!isTold) return refuse('forbidden', 'not-told', `This was sent to ${called(snapshot, subject.to)}. Whoever that is, holds it or sits on it acknowledges it; somebody without an account does by a link.`, { found: called(snapshot, subject.to) });
    const before = snapshot.where('acknowledgements', 'of', subject.ref).find(({ by }) => by === person);
    if (before !== undefined) return refuse('conflict', 'acknowledged-already', `${called(snapshot, person)} acknowledged it on ${before.on} already.`, { found: before.on });
    return ok([{ kind: 'acknowledgements', id: freeId(snapshot, 'acknowledgements', `${subject.id.slice(0, 80)}-ack`), fields: { of: subject.ref, by: person, on: today } }]);
  },
});
