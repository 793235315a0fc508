import { withoutUndefined } from '../../acts/changed.ts';
import { agree } from '../../areas/instruments/acts/agree.ts';
import { clausesOf } from '../../areas/instruments/clauses.ts';
import type { FormAt } from '../acting/act-routes.ts';
import { nameOrder } from '../name-order.ts';
import type { Reading } from '../reading.ts';
import { recordName } from '../record-name.ts';
import { said } from '../said-text.ts';
import { negotiatingWords } from '../words/negotiating.ts';
import { filled, inLanguage } from '../words/pairs.ts';
import { giftLines } from './clause-model.ts';
import { instrumentAt, partyChoices, partyFields, partyTyped, recordField } from './form-parts.ts';
import { negotiatePath } from './instrument-addresses.ts';

/** The exact text that is agreed, and below it the button: the version that was read goes with the form. */
export const agreeForm: FormAt = (reading, params) => {
  const { language, to } = reading;
  const instrument = instrumentAt(reading, params);
  if (instrument === undefined) return undefined;
  const t = inLanguage(negotiatingWords, language);
  const choices = partyChoices(reading, instrument);
  const { version } = instrument;
  const forOrganisation = choices.some((party) => party.startsWith('organisations/'));
  return {
    act: agree, view: 'agree.njk', title: t.agreeTitle, caption: said(instrument.title, language).text, lead: [filled(t.agreeLead, { version })],
    submit: filled(t.agreeButton, { version }), reason: agree.says[language],
    model: {
      textHeading: filled(t.agreeText, { version }), nt: t, version,
      clauses: clausesOf(reading.seen, instrument.ref).map((clause) => ({ heading: filled(t.clause, { number: clause.number }), text: said(clause.text, language), gives: giftLines(reading, clause.functions, clause.gives) })),
    },
    fields: (typed) => [
      ...partyFields(reading, typed, instrument),
      ...(forOrganisation ? [recordField(reading, typed, 'signedBy', t.signedBy, personsOf(reading), t.signedByHint)] : []),
    ],
    input: (posted) => withoutUndefined({ instrument: instrument.ref, party: partyTyped(reading, posted, instrument), version: posted.get('version') ?? version, signedBy: posted.get('signedBy') === '' ? undefined : posted.get('signedBy') }),
    done: () => to.page(negotiatePath(instrument)), cancel: to.page(negotiatePath(instrument)),
  };
};

const personsOf = (reading: Reading): readonly string[] => {
  const order = nameOrder(reading.language);
  return reading.seen.all('persons').map(({ ref }) => ref).toSorted((a, b) => order.compare(recordName(reading, a).text, recordName(reading, b).text));
};
