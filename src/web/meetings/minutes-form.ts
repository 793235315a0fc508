import { withoutUndefined } from '../../acts/changed.ts';
import { minute } from '../../areas/meetings/acts/minute.ts';
import { whoMeets } from '../../assessment/agenda/who-meets.ts';
import type { Ref } from '../../model/field.ts';
import { RECORD_KEPT, type Meeting } from '../../model/meetings.ts';
import { words, type Text } from '../../kernel/text.ts';
import type { ActForm } from '../acting/act-form.ts';
import { choiceField, lineField, recordsByName, themeOptions, typedWords, wordsField } from '../acting/controls.ts';
import type { FormField } from '../forms/form-field.ts';
import type { FormValue } from '../forms/form-value.ts';
import type { Reading } from '../reading.ts';
import { recordName } from '../record-name.ts';
import { seenFacts } from '../seen-facts.ts';
import { meetingsWords } from '../words/meetings.ts';
import { inLanguage } from '../words/pairs.ts';
import { doneAt } from './done-address.ts';
import { meetingAddress, meetingName } from './meeting-name.ts';
import { whenInWords } from './diary-page.ts';
import { PRIVATE_ITEM } from '../../areas/meetings/transitions.ts';

/** The minutes of a meeting, taken while people meet or after it. What stands in the form when it opens is what is on record. */
export function minutesForm(reading: Reading, meeting: Meeting): ActForm {
  const { language } = reading;
  const t = inLanguage(meetingsWords, language);
  const people = expectedAt(reading, meeting);
  const items = meeting.items.filter((item) => !isVeiled(item));
  const address = meetingAddress(reading, meeting.ref);
  const all = reading.seen.all('posts').map(({ ref }) => ref);
  return {
    act: minute, title: t.do.minute, caption: `${meetingName(reading, meeting).text}, ${whenInWords(reading, meeting)}`, lead: [t.form.minuteLead], submit: t.form.save, reason: t.form.minuteReason, cancel: address, done: doneAt(meetingAddress(reading, meeting.ref)),
    begins: new Map([
      ['held', meeting.held === false ? 'no' : 'yes'], ['record', meeting.record ?? (meeting.body === undefined ? 'notes' : 'minutes')],
      ...people.map((ref, index): readonly [string, string] => [`there.${index}`, meeting.attended?.includes(ref) === true ? 'there' : meeting.apologies.includes(ref) ? 'apologies' : meeting.attended === undefined ? 'there' : '']),
      ...items.flatMap((item): readonly (readonly [string, string])[] => [[`item.${item.number}.outcome`, textIn(reading, item.outcome)], [`item.${item.number}.decision`, textIn(reading, item.decision)], [`item.${item.number}.votes`, item.votes ?? '']]),
    ]),
    fields: (typed) => [
      choiceField(typed, { name: 'held', label: t.form.held, options: [{ value: 'yes', text: t.form.yes }, { value: 'no', text: t.form.no }] }),
      choiceField(typed, { name: 'record', label: t.form.record, options: Object.entries(RECORD_KEPT).map(([value, [en, cy]]) => ({ value, text: language === 'en' ? en : cy })) }),
      group('attendance', t.form.attendance, [
        ...people.map((ref, index) => choiceField(typed, { name: `there.${index}`, label: recordName(reading, ref).text, options: [{ value: 'there', text: t.form.there }, { value: 'apologies', text: t.form.apologised }, { value: '', text: t.form.absent }] })),
        choiceField(typed, { name: 'another', label: t.form.another, options: recordsByName(reading, [...all, ...reading.seen.all('persons').map(({ ref }) => ref)].filter((ref) => !people.some((one) => one === ref)), t.form.none) }),
      ]),
      group('declarations', t.meeting.declarations, [
        choiceField(typed, { name: 'declared-by', label: t.form.declaredBy, options: recordsByName(reading, people.length === 0 ? all : people, t.form.none) }),
        lineField(typed, { name: 'declared', label: t.form.declared }),
      ]),
      ...items.map((item) => group(`item-${item.number}`, `${item.number}. ${words(item.title, language)}`, [
        wordsField(typed, { name: `item.${item.number}.outcome`, label: t.form.outcome }),
        wordsField(typed, { name: `item.${item.number}.decision`, label: t.form.decision }),
        ...(meeting.body === undefined ? [] : [lineField(typed, { name: `item.${item.number}.votes`, label: t.form.votes })]),
      ])),
      group('new', t.form.cameUp, [
        lineField(typed, { name: 'new', label: t.form.cameUpTitle }),
        choiceField(typed, { name: 'new-theme', label: t.form.theme, options: themeOptions(reading, t.form.none) }),
        choiceField(typed, { name: 'new-by', label: t.form.raisedBy, options: recordsByName(reading, all, t.form.none) }),
        wordsField(typed, { name: 'new-outcome', label: t.form.outcome }),
        wordsField(typed, { name: 'new-decision', label: t.form.decision }),
      ]),
    ],
    input: (value) => inputOf(reading, meeting, people, items, value),
  };
}

const group = (id: string, label: string, fields: readonly FormField[]): FormField => ({ is: 'group', name: id, id: `field-${id}`, label, fields });

function inputOf(reading: Reading, meeting: Meeting, people: readonly Ref<'posts' | 'persons'>[], items: Meeting['items'], value: FormValue): unknown {
  const { language } = reading;
  const isHeld = value.get('held') !== 'no';
  const who = (answer: string): readonly string[] => people.filter((_, index) => value.get(`there.${index}`) === answer);
  const another = typedWords(value, 'another');
  const [by, what] = [typedWords(value, 'declared-by'), typedWords(value, 'declared')];
  const written = (name: string, before?: Text): Text | undefined => {
    const typed = typedWords(value, name);
    return typed === undefined || typed === textIn(reading, before) ? undefined : ({ ...before, [language]: typed } as Text);
  };
  const said = items.map((item) => withoutUndefined({ number: item.number, outcome: written(`item.${item.number}.outcome`, item.outcome), decision: written(`item.${item.number}.decision`, item.decision), votes: typedWords(value, `item.${item.number}.votes`) }));
  const title = typedWords(value, 'new');
  const theme = typedWords(value, 'new-theme');
  const number = String(Math.max(0, ...meeting.items.map((item) => Number.parseInt(item.number, 10) || 0)) + 1);
  const cameUp = title === undefined ? [] : [withoutUndefined({ number, title: { [language]: title }, themes: theme === undefined ? undefined : [theme], by: typedWords(value, 'new-by'), outcome: written('new-outcome'), decision: written('new-decision') })];
  return withoutUndefined({
    meeting: meeting.ref, held: isHeld, record: isHeld ? typedWords(value, 'record') : undefined,
    attended: isHeld ? [...who('there'), ...(another === undefined ? [] : [another])] : undefined, apologies: who('apologies'),
    declarations: by === undefined && what === undefined ? undefined : [...meeting.declarations, withoutUndefined({ by, what })],
    items: [...said.filter((item) => Object.keys(item).length > 1), ...cameUp],
  });
}

/** Those who were to be there or were, each once: the posts that meet, and whoever is on record as there or away. */
function expectedAt(reading: Reading, meeting: Meeting): readonly Ref<'posts' | 'persons'>[] {
  const seats = meeting.body === undefined ? [] : reading.seen.where('seats', 'body', meeting.body).flatMap(({ holder }) => (holder.startsWith('persons/') ? [holder as Ref<'persons'>] : []));
  return [...new Set<Ref<'posts' | 'persons'>>([...whoMeets(seenFacts(reading), meeting).posts, ...seats, ...(meeting.attended ?? []), ...meeting.apologies])];
}

/** An item of which the reader sees no more than that it is there. */
const isVeiled = (item: Meeting['items'][number]): boolean => item.private === true && item.title.en === PRIVATE_ITEM.en;

const textIn = ({ language }: Reading, text: Text | undefined): string => text?.[language] ?? '';
