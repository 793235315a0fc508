import { withoutUndefined } from '../../acts/changed.ts';
import { answerTime } from '../../areas/advice/answer-time.ts';
import { raise } from '../../areas/advice/acts/raise.ts';
import { capacities } from '../../areas/advice/who-answers.ts';
import { escalationLine } from '../../areas/advice/line.ts';
import { dateInWords } from '../../kernel/date.ts';
import type { Ref } from '../../model/field.ts';
import type { KindName } from '../../model/kinds.ts';
import type { ActForm } from '../acting/act-form.ts';
import { choiceField, recordOptions, recordsByName, themeOptions, typedText, typedWords, wordsField } from '../acting/controls.ts';
import type { FormValue } from '../forms/form-value.ts';
import { recordLink, recordName, recordOf } from '../record-name.ts';
import type { Reading } from '../reading.ts';
import { adviceWords } from '../words/advice.ts';
import { filled, inLanguage } from '../words/pairs.ts';
import { reckonedDay } from './answer-day.ts';

const NATURES = ['advice', 'concern', 'challenge', 'dissent'] as const;
type Nature = (typeof NATURES)[number];

/** To raise something: to whom, what about, and by when it will be answered. What leads here may say whom it is to, what it arises from and the instrument. */
export function raiseForm(reading: Reading, _params: unknown, value: FormValue): ActForm | undefined {
  const { language, seen, access, to, asAt } = reading;
  const person = access?.standing.person;
  if (person === undefined) return undefined;
  const t = inLanguage(adviceWords, language);
  const nature: Nature = NATURES.find((one) => one === value.get('nature')) ?? 'advice';
  const own = capacities(seen, person);
  const from = own.find((ref) => ref === value.get('from')) ?? own.find((ref) => ref.startsWith('posts/')) ?? person;
  const line = escalationLine(seen, from).map((step) => step.to);
  const addressee = (named(reading, value.get('to')) ?? line[0]) as Ref | undefined;
  const [arisingFrom, under] = [named(reading, value.get('arisingFrom')), named(reading, value.get('under'))];
  const time = addressee === undefined ? undefined : answerTime(seen, { nature, from, to: addressee, under: under as Ref<'instruments'> | undefined, on: asAt.usual });
  const others = [...seen.all('posts'), ...seen.all('bodies')].map(({ ref }) => ref).filter((ref) => ref !== from && !(line as readonly string[]).includes(ref));
  const options = [...recordOptions(reading, line), ...recordsByName(reading, others)];
  return {
    act: raise,
    title: t.begins[nature],
    ...(arisingFrom === undefined ? {} : { caption: recordName(reading, arisingFrom).text }),
    submit: t.form.send,
    view: 'advice-form.njk',
    model: {
      adviceWords: t,
      carried: Object.entries(withoutUndefined({ nature, arisingFrom, under })).map(([name, carried]) => ({ name, value: carried })),
      clock: time === undefined || !time.ok || addressee === undefined ? undefined : {
        said: value.get('to') === undefined && time.value.provision === undefined ? filled(t.form.dueUsual, { due: dateInWords(time.value.on, language) }) : filled(t.form.due, { to: recordLink(reading, addressee).said.text, due: dateInWords(time.value.on, language) }),
        reckoned: reckonedDay(reading, time.value),
      },
    },
    fields: (typed) => [
      choiceField(typed, { name: 'to', label: t.form.to, options }),
      wordsField(typed, { name: 'subject', label: t.form.subject, hint: t.form.subjectHint }),
      choiceField(typed, { name: 'theme', label: t.form.theme, options: themeOptions(reading, t.form.choose) }),
      choiceField(typed, { name: 'confidential', label: t.form.confidential, hint: t.form.openHint, options: [{ value: '', text: t.form.open }, { value: 'yes', text: t.form.onlyNamed }] }),
      ...(own.length > 1 ? [choiceField(typed, { name: 'from', label: t.form.from, options: recordOptions(reading, own) })] : []),
    ],
    begins: new Map([['nature', nature], ['from', from], ...(addressee === undefined ? [] : [['to', addressee] as const])]),
    input: (typed) => withoutUndefined({
      nature, from: typedWords(typed, 'from') ?? from, to: typedWords(typed, 'to') ?? '', theme: typedWords(typed, 'theme'), subject: typedText(typed, 'subject', reading.language),
      arisingFrom, under, confidential: typed.get('confidential') === 'yes' ? true : undefined,
    }),
    reason: t.form.why[nature],
    done: ({ number }) => to.page('/advice', { saved: String(number) }),
    cancel: to.page('/advice'),
  };
}

/** A record that the reader may see; nothing of one that is not there or not theirs to see. */
const named = (reading: Reading, ref: string | undefined): string | undefined => (ref === undefined || recordOf(reading, ref as `${KindName}/${string}`) === undefined ? undefined : ref);
