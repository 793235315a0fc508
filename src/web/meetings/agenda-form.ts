import { withoutUndefined } from '../../acts/changed.ts';
import { proposeItem } from '../../areas/meetings/acts/propose-item.ts';
import { issueAgenda } from '../../areas/meetings/acts/issue-agenda.ts';
import { whoMeets } from '../../assessment/agenda/who-meets.ts';
import { words } from '../../kernel/text.ts';
import type { Meeting } from '../../model/meetings.ts';
import type { ActForm } from '../acting/act-form.ts';
import { checksField, choiceField, dateBegins, dateField, lineField, recordsByName, themeOptions, typedWords } from '../acting/controls.ts';
import type { FormValue } from '../forms/form-value.ts';
import type { Reading } from '../reading.ts';
import { dateTyped } from '../recording/record-form.ts';
import { seenFacts } from '../seen-facts.ts';
import { meetingsWords } from '../words/meetings.ts';
import { filled, inLanguage } from '../words/pairs.ts';
import { doneAt } from './done-address.ts';
import { meetingAddress, meetingName } from './meeting-name.ts';
import { proposalChecks, proposalsFor, tickedItems } from './proposals.ts';
import { whenInWords } from './diary-page.ts';

/** Items for an agenda: what is proposed from what is due and exposed, each with its reasons, and one of one's own. */
export function agendaForm(reading: Reading, meeting: Meeting): ActForm {
  const { language, seen } = reading;
  const t = inLanguage(meetingsWords, language);
  const proposals = proposalsFor(reading, whoMeets(seenFacts(reading), meeting), meeting.items);
  const address = meetingAddress(reading, meeting.ref);
  return {
    act: proposeItem, title: t.do.agenda, caption: `${meetingName(reading, meeting).text}, ${whenInWords(reading, meeting)}`, lead: [proposals.length === 0 ? t.form.nothingProposed : t.form.agendaLead],
    submit: t.do.agenda, reason: t.form.agendaReason, cancel: address, done: doneAt(address),
    fields: (typed) => [
      ...(proposals.length === 0 ? [] : [checksField(typed, { name: 'items', label: t.form.proposed, of: proposalChecks(reading, proposals) })]),
      lineField(typed, { name: 'own', label: t.form.own }),
      choiceField(typed, { name: 'own-theme', label: t.form.theme, options: themeOptions(reading, t.form.none) }),
      choiceField(typed, { name: 'own-by', label: t.form.raisedBy, options: recordsByName(reading, seen.all('posts').map(({ ref }) => ref), t.form.none) }),
      ...(seen.all('reports').length === 0 ? [] : [choiceField(typed, { name: 'own-paper', label: t.form.paper, options: recordsByName(reading, seen.all('reports').map(({ ref }) => ref), t.form.none) })]),
      checksField(typed, { name: 'private', label: t.form.private, of: [{ name: 'private', value: 'yes', text: t.form.privateTick }] }),
      lineField(typed, { name: 'privateBecause', label: t.form.privateBecause }),
    ],
    input: (value) => ({ meeting: meeting.ref, items: [...tickedItems(reading, value, proposals), ...ownItem(reading, value)].map((item) => ({ ...item, ...privacyOf(value) })) }),
  };
}

/** The item that somebody wrote, in the language of the page. */
function ownItem({ language }: Reading, value: FormValue): readonly Readonly<Record<string, unknown>>[] {
  const title = typedWords(value, 'own');
  if (title === undefined) return [];
  const theme = typedWords(value, 'own-theme');
  return [withoutUndefined({ title: { [language]: title }, themes: theme === undefined ? [] : [theme], by: typedWords(value, 'own-by'), paper: typedWords(value, 'own-paper') })];
}

/** What was ticked for all; where it was not, each keeps what it had. */
export function privacyOf(value: FormValue, usual?: string): Readonly<Record<string, unknown>> {
  const because = typedWords(value, 'privateBecause') ?? (value.get('private') === 'yes' ? usual : undefined);
  return { ...(value.get('private') === 'yes' ? { private: true } : {}), ...(because === undefined ? {} : { privateBecause: because }) };
}

/** Numbers the items and says when the agenda went out. */
export function issueForm(reading: Reading, meeting: Meeting): ActForm {
  const { language, asAt } = reading;
  const t = inLanguage(meetingsWords, language);
  const address = meetingAddress(reading, meeting.ref);
  const isOut = meeting.agenda?.on !== undefined;
  const numbers = meeting.items.map((_, index) => ({ value: String(index + 1), text: String(index + 1) }));
  return {
    act: issueAgenda, title: t.do.issue, caption: `${meetingName(reading, meeting).text}, ${whenInWords(reading, meeting)}`, lead: [t.form.issueLead], submit: t.do.issue, reason: t.form.issueReason, cancel: address, done: doneAt(address),
    begins: new Map([...dateBegins('on', asAt.usual), ...meeting.items.map(({ number }, index): readonly [string, string] => [`place.${number}`, String(index + 1)])]),
    fields: (typed) => [
      dateField(typed, { name: 'on', label: t.form.issuedOn }),
      ...(isOut ? [] : meeting.items.map((item) => choiceField(typed, { name: `place.${item.number}`, label: filled(t.form.order, { title: words(item.title, language) }), options: numbers }))),
    ],
    input: (value) => {
      const place = (number: string): number => Number(value.get(`place.${number}`) ?? '0');
      const order = meeting.items.map(({ number }) => number).toSorted((a, b) => place(a) - place(b));
      return withoutUndefined({ meeting: meeting.ref, on: dateTyped(value, 'on'), order: isOut ? undefined : order });
    },
  };
}
