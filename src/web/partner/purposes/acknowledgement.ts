import type { Ref } from '../../../model/field.ts';
import { titleOf } from '../../../model/labels.ts';
import type { Snapshot } from '../../../register/snapshot.ts';
import { partnerWords } from '../../words/partner.ts';
import type { Purpose } from '../purpose.ts';

const { rows } = partnerWords;

/** Acknowledging what was communicated: an instrument, a report, a briefing. */
export const acknowledgement: Purpose = {
  name: 'acknowledgement',
  answers: 'acknowledgements',
  asksWords: false,
  asks(seen, ref) {
    const communication = seen.get(ref as Ref<'communications'>);
    const of = communication === undefined ? undefined : seen.get(communication.of);
    const title = of === undefined ? undefined : titleOf(of);
    if (communication === undefined || title === undefined) return undefined;
    const { how, on, to } = communication;
    return {
      isOpen: true,
      title,
      rows: [{ label: rows.sentOn, value: on }, ...(how === undefined ? [] : [{ label: rows.how, value: { en: how } }])],
      recipients: [to],
      persons: personsOf(seen, to),
      body: ({ person, on: day }) => ({ of: ref, by: person, on: day }),
    };
  },
};

/** Those who are the recipient, or hold it or sit on it today; of anybody else it is not known who belongs there. */
function personsOf(seen: Snapshot, to: Ref): readonly Ref<'persons'>[] {
  if (to.startsWith('persons/')) return [to as Ref<'persons'>];
  const holdersOf = (post: Ref): readonly Ref<'persons'>[] => seen.where('appointments', 'post', post).map(({ person }) => person);
  const seated = seen.where('seats', 'body', to).flatMap(({ holder }) => (holder.startsWith('persons/') ? [holder as Ref<'persons'>] : holdersOf(holder)));
  const found = [...new Set([...holdersOf(to), ...seated])];
  return found.length > 0 ? found : seen.all('persons').map(({ ref }) => ref);
}
