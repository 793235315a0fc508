import type { Ref } from '../../../model/field.ts';
import { partnerWords } from '../../words/partner.ts';
import type { Purpose } from '../purpose.ts';

const { rows } = partnerWords;

/** Answering a request for data. */
export const dataReturn: Purpose = {
  name: 'return',
  answers: 'returns',
  asksWords: true,
  asks(seen, ref) {
    const request = seen.get(ref as Ref<'requests'>);
    if (request === undefined) return undefined;
    return {
      isOpen: request.closed !== true,
      title: request.title,
      rows: [...(request.what === undefined ? [] : [{ label: rows.what, value: request.what }]), { label: rows.issuedOn, value: request.issuedOn }, { label: rows.due, value: request.due }],
      recipients: request.to,
      persons: undefined,
      body: ({ recipient, text, on }) => ({ request: ref, from: recipient, on, content: text }),
    };
  },
};
