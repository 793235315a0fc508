import { z } from 'zod';
import { areaAct } from '../../../acts/area-act.ts';
import { changed } from '../../../acts/changed.ts';
import { freeId } from '../../../acts/free-id.ts';
import { refuse } from '../../../acts/refuse.ts';
import { refTo } from '../../../acts/written-ref.ts';
import { conflictLines } from '../../../assessment/instruments/conflict-line.ts';
import { ok } from '../../../kernel/result.ts';
import { words, type Text } from '../../../kernel/text.ts';
import { ref, text } from '../../../model/field.ts';
import type { Amendment } from '../../../model/instruments.ts';
import type { Snapshot } from '../../../register/snapshot.ts';
import { partySpeaking, personOf } from '../parties.ts';
import { INSTRUMENT_ACTS } from '../transitions.ts';
import { instrumentInput } from './open.ts';

/** A party takes what was declined, or is not decided, to whom the conflict resolution procedure names: it becomes a challenge. */
export const dispute = areaAct({
  name: 'protocol.dispute',
  says: { en: 'Dispute a clause', cy: 'Codi anghydfod am gymal' },
  row: INSTRUMENT_ACTS['protocol.dispute'],
  input: z.strictObject({
    ...instrumentInput,
    amendment: ref(['amendments'], 'Amendment', 'Gwelliant'),
    party: ref(['posts', 'bodies', 'organisations'], 'For (party)', 'Dros (parti)').optional(),
    why: text('What is in dispute, and why', 'Beth sydd dan anghydfod, a pham').optional(),
  }),
  decide({ subject, input, actor, snapshot, today }) {
    const amendment = snapshot.get(refTo('amendments', input.amendment));
    if (amendment?.instrument !== subject.ref) return refuse('not-found', 'no-such-record', `\`${input.amendment}\` is no amendment of this instrument.`, { path: 'amendment', found: input.amendment });
    if (!['open', 'declined'].includes(amendment.state)) return refuse('conflict', 'wrong-state', `What is open or was declined can be disputed; this is ${amendment.state}.`, { path: 'amendment', found: amendment.state });
    const party = partySpeaking(snapshot, subject, input.party, actor);
    if (!party.ok) return party;
    const person = personOf(snapshot, actor);
    const from = party.value.startsWith('posts/') ? party.value : person;
    if (from === undefined) return refuse('input', 'no-such-person', 'A challenge is made by a post or a person of the register.', { path: 'party' });
    const line = conflictLines(snapshot).find(({ to }) => to !== party.value);
    if (line === undefined) return refuse('conflict', 'nobody-to-resolve', 'No conflict resolution procedure in force names anybody, and no post is designated head of paid service. Agree a procedure first, or designate the post.');
    const subjectText = input.why ?? subjectOf(snapshot, amendment, subject.title);
    return ok([
      changed(amendment, today, { state: 'disputed', closedOn: undefined }),
      {
        kind: 'advice', id: freeId(snapshot, 'advice', `${amendment.id}-challenge`),
        fields: { nature: 'challenge', from, ...(person === undefined ? {} : { by: person }), to: line.to, subject: subjectText, on: today, arisingFrom: amendment.ref, ...(line.under === undefined ? {} : { under: line.under }) },
      },
    ]);
  },
});

function subjectOf(snapshot: Snapshot, { number, provision }: Amendment, title: Text): Text {
  const clause = (provision === undefined ? undefined : snapshot.get(provision)?.number) ?? number;
  return clause === undefined
    ? { en: `A disputed proposal for ${words(title, 'en')}`, cy: `Cynnig dan anghydfod ar gyfer ${words(title, 'cy')}` }
    : { en: `Clause ${clause} of ${words(title, 'en')}`, cy: `Cymal ${clause} o ${words(title, 'cy')}` };
}
