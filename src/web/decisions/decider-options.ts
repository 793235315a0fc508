import type { Deciders } from '../../areas/advice/deciders.ts';
import type { Option } from '../forms/form-field.ts';
import type { Reading } from '../reading.ts';
import { recordName } from '../record-name.ts';
import { decisionWords } from '../words/decisions.ts';
import { filled, inLanguage } from '../words/pairs.ts';

/** Who may decide: whoever holds the post (the empty choice), and the deputies whom instruments in force name. */
export function deciderOptions(reading: Reading, { holders, deputies }: Deciders): readonly Option[] {
  const { form: t } = inLanguage(decisionWords, reading.language);
  return [
    { value: '', text: holders.length === 0 ? t.vacant : filled(t.holder, { holder: holders.map((one) => recordName(reading, one).text).join(', ') }) },
    ...deputies.map(({ to }): Option => ({ value: to, text: filled(t.deputy, { deputy: recordName(reading, to).text }) })),
  ];
}
