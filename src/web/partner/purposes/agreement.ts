import type { Ref } from '../../../model/field.ts';
import { nameOrder } from '../../name-order.ts';
import { filled } from '../../words/pairs.ts';
import { partnerWords } from '../../words/partner.ts';
import type { Purpose } from '../purpose.ts';

const { rows } = partnerWords;

/** Agreeing an instrument, in the version that is shown, for one of its parties. */
export const agreement: Purpose = {
  name: 'agreement',
  answers: 'agreements',
  asksWords: false,
  asks(seen, ref) {
    const instrument = seen.get(ref as Ref<'instruments'>);
    if (instrument === undefined) return undefined;
    const { title, version, parties, state } = instrument;
    const provisions = seen.where('provisions', 'instrument', instrument.ref).toSorted((a, b) => nameOrder('en').compare(a.number, b.number));
    return {
      isOpen: state === 'negotiating' || state === 'agreed',
      title,
      rows: [{ label: rows.version, value: { en: version } }, ...provisions.map(({ number, text }) => ({ label: { en: filled(rows.provision.en, { number }), cy: filled(rows.provision.cy, { number }) }, value: text }))],
      recipients: parties,
      persons: seen.all('persons').map((person) => person.ref),
      body: ({ recipient, person, on }) => ({ instrument: ref, version, party: recipient, signedBy: person, on }),
    };
  },
};
