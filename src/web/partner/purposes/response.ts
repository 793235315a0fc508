import { titleOf } from '../../../model/labels.ts';
import type { Ref } from '../../../model/field.ts';
import { partnerWords } from '../../words/partner.ts';
import type { Purpose } from '../purpose.ts';

const { rows } = partnerWords;

/** What a recipient is called that is a group and no record. */
export const GROUP = 'group/';

/** Responding to a consultation. */
export const response: Purpose = {
  name: 'response',
  answers: 'responses',
  asksWords: true,
  asks(seen, ref) {
    const consultation = seen.get(ref as Ref<'consultations'>);
    if (consultation === undefined) return undefined;
    const on = consultation.on === undefined ? undefined : seen.get(consultation.on);
    const subject = on === undefined ? undefined : titleOf(on);
    return {
      isOpen: (consultation.state === undefined || consultation.state === 'open') && (consultation.closes === undefined || consultation.closes >= seen.validOn),
      title: consultation.title,
      rows: [...(subject === undefined ? [] : [{ label: rows.on, value: subject }]), ...(consultation.closes === undefined ? [] : [{ label: rows.closes, value: consultation.closes }])],
      recipients: [...consultation.organisations, ...consultation.groups.map((group) => `${GROUP}${group}`)],
      persons: undefined,
      body: ({ recipient, text, on: day }) => ({ consultation: ref, ...(recipient.startsWith(GROUP) ? { group: recipient.slice(GROUP.length) } : { organisation: recipient }), on: day, text }),
    };
  },
};
