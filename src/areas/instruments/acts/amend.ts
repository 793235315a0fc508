import { z } from 'zod';
import type { Occasion } from '../../../acts/area-act.ts';
import { areaAct } from '../../../acts/area-act.ts';
import { called } from '../../../acts/called.ts';
import { withoutUndefined } from '../../../acts/changed.ts';
import { freeId } from '../../../acts/free-id.ts';
import { refuse } from '../../../acts/refuse.ts';
import { refTo } from '../../../acts/written-ref.ts';
import { quoted } from '../../../kernel/fault.ts';
import { ok, type Result } from '../../../kernel/result.ts';
import { ref } from '../../../model/field.ts';
import { amendments } from '../../../model/instruments.ts';
import type { Proposed } from '../../../register/acts/act.ts';
import { partySpeaking } from '../parties.ts';
import { INSTRUMENT_ACTS } from '../transitions.ts';
import { instrumentInput } from './open.ts';

const { comment: commentField, gives, leavesOut, number, provision, wording } = amendments.fields;

const spoken = { ...instrumentInput, provision, number, party: ref(['posts', 'bodies', 'organisations'], 'For (party)', 'Dros (parti)').optional() };

/** A party says something of a clause, or of the whole. */
export const comment = areaAct({
  name: 'protocol.comment',
  says: { en: 'Comment on a clause', cy: 'Rhoi sylw ar gymal' },
  row: INSTRUMENT_ACTS['protocol.comment'],
  input: z.strictObject({ ...spoken, comment: commentField.unwrap() }),
  decide: (occasion) => amendment(occasion, { comment: occasion.input.comment }),
});

/** A party proposes that a clause read otherwise or be left out, or that there be another. */
export const propose = areaAct({
  name: 'protocol.propose',
  says: { en: 'Propose other wording', cy: 'Cynnig geiriad arall' },
  row: INSTRUMENT_ACTS['protocol.propose'],
  input: z.strictObject({ ...spoken, comment: commentField, wording, gives, leavesOut }),
  decide(occasion) {
    const { input: { comment: why, gives: gifts, leavesOut: isLeftOut, number: asNumber, provision: clause, wording: words }, snapshot } = occasion;
    if (isLeftOut === true) {
      if (clause === undefined) return refuse('input', 'nothing-to-leave-out', 'Say which clause is to be left out.', { path: 'provision' });
      if (words !== undefined || gifts !== undefined) return refuse('input', 'both-left-out-and-worded', 'A clause that is to be left out has no other wording. Propose one or the other.', { path: 'wording' });
      return amendment(occasion, { comment: why, leavesOut: true });
    }
    if (words === undefined && gifts === undefined) return refuse('input', 'nothing-proposed', 'Propose the wording, or who is to have what. What is only said is a comment.', { path: 'wording' });
    if (clause === undefined && words === undefined) return refuse('input', 'nothing-proposed', 'A new clause needs its wording.', { path: 'wording' });
    const current = clause === undefined ? undefined : snapshot.get(refTo('provisions', clause));
    const isSame = current !== undefined && sameText(words ?? current.text, current.text) && (gifts === undefined || JSON.stringify(gifts) === JSON.stringify(current.gives));
    if (isSame) return refuse('input', 'nothing-changed', `Clause ${current.number} reads so already. Change something, or comment on it.`, { path: 'wording', found: current.number });
    return amendment(occasion, { comment: why, wording: words, gives: gifts, ...(clause === undefined ? { number: asNumber } : {}) });
  },
});

interface Spoken {
  readonly provision?: string | undefined;
  readonly number?: string | undefined;
  readonly party?: string | undefined;
}

function amendment({ actor, input, snapshot, subject, today }: Occasion<Spoken, 'instruments'>, says: Readonly<Record<string, unknown>>): Result<readonly Proposed[]> {
  const { party: written } = input;
  const provisionRef = input.provision === undefined ? undefined : refTo('provisions', input.provision);
  if (provisionRef !== undefined && snapshot.get(provisionRef)?.instrument !== subject.ref) {
    const name = called(snapshot, provisionRef);
    return refuse('input', 'clause-of-another', `${name === provisionRef ? quoted(name) : name} is no clause of ${called(snapshot, subject.ref)}.`, { path: 'provision', found: provisionRef });
  }
  const party = partySpeaking(snapshot, subject, written, actor);
  if (!party.ok) return party;
  const before = new Set(snapshot.where('amendments', 'instrument', subject.ref, 'ever').map(({ id: one }) => one)).size;
  const id = freeId(snapshot, 'amendments', `${subject.id.slice(0, 60)}-a${before + 1}`);
  const fields = withoutUndefined({ instrument: subject.ref, provision: provisionRef, by: party.value, on: today, ...says, state: 'open' });
  return ok([{ kind: 'amendments', id, from: today, fields }]);
}

const sameText = (a: object, b: object): boolean => JSON.stringify(a) === JSON.stringify(b);
