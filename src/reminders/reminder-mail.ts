import { dateInWords, type CalendarDate } from '../kernel/date.ts';
import { dateInLondon, type Instant } from '../kernel/instant.ts';
import { words, type Language, type Text } from '../kernel/text.ts';
import type { Mail } from '../mail/mail.ts';
import type { DueReminder } from './due-reminders.ts';
import { languagesOf, type ReminderLanguage } from './reminder-choices.ts';
import type { ReminderPeriods } from './reminder-days.ts';
import { reminderWords } from './reminder-words.ts';
import type { AnswerName } from './waiting-thing.ts';

/** One thing as it is written about, with the secrets of the links by which it can be answered. */
export interface Written extends DueReminder {
  readonly links: readonly { readonly answer: AnswerName; readonly secret: string; readonly until: Instant }[];
}

export interface ReminderMailParts {
  readonly id: number;
  readonly to: string;
  readonly register: string;
  readonly authority: Text;
  readonly language: ReminderLanguage;
  readonly things: readonly Written[];
  readonly today: CalendarDate;
  readonly periods: ReminderPeriods;
  /** Where browsers find the pages, as `https://answerable.example.org`. */
  readonly origin: string;
}

/** A mail lists as many; the rest is in the inbox. */
export const MOST_LISTED = 20;

/** A paragraph: lines of text, each with a link of its own or none. */
type Paragraph = readonly { readonly text: string; readonly href?: string }[];

/** The mail by which somebody is reminded, in one language or both, the text first and every link written out. */
export function reminderMail(parts: ReminderMailParts): Mail {
  const { id, to, register, language, origin } = parts;
  const spoken = languagesOf(language);
  const bodies = spoken.map((one) => ({ language: one, paragraphs: paragraphs(parts, one) }));
  return {
    to,
    subject: subject(parts, spoken),
    text: `${bodies.map(({ paragraphs: each }) => each.map(plain).join('\n\n')).join('\n\n________________\n\n')}\n`,
    html: `<!DOCTYPE html><html lang="${spoken[0] ?? 'en'}"><head><meta charset="utf-8"><title>${escaped(subject(parts, spoken))}</title></head><body>${bodies.map((one) => `<div lang="${one.language}">${one.paragraphs.map(marked).join('')}</div>`).join('<hr>')}</body></html>`,
    messageId: `<reminder-${id}@${new URL(origin).hostname.replace(/^\[|\]$/g, '').replaceAll(':', '-')}>`,
    headers: { 'Content-Language': spoken.join(', '), 'List-Unsubscribe': `<${origin}/${spoken[0] ?? 'en'}/${encodeURIComponent(register)}/inbox/reminders>` },
  };
}

function subject({ authority, things: { length } }: ReminderMailParts, spoken: readonly Language[]): string {
  const said = spoken.map((language) => filled((length === 1 ? reminderWords.subject.one : reminderWords.subject.more)[language], { authority: nameOf(authority, language), count: length })).join(' / ');
  return said.length <= 200 ? said : `${said.slice(0, 199)}…`;
}

/** A name is entered by people: on one line, and no longer than a subject takes. */
const nameOf = (authority: Text, language: Language): string => words(authority, language).replace(/\s+/g, ' ').slice(0, 60);

function paragraphs(parts: ReminderMailParts, language: Language): readonly Paragraph[] {
  const { register, things, periods, origin } = parts;
  const inbox = `${origin}/${language}/${encodeURIComponent(register)}/inbox`;
  const left = things.length - MOST_LISTED;
  const say = (key: 'see' | 'choose' | 'private'): string => reminderWords[key][language];
  return [
    [{ text: say('see'), href: inbox }],
    ...things.slice(0, MOST_LISTED).map((one, index) => thing(parts, one, index + 1, language)),
    ...(left > 0 ? [[{ text: filled(reminderWords.more[language], { count: left }), href: inbox }]] : []),
    [{ text: filled(reminderWords.rule[language], { ...periods }) }],
    [{ text: say('choose'), href: `${inbox}/reminders` }],
    [{ text: say('private') }],
  ];
}

function thing({ origin, today }: ReminderMailParts, { thing: one, which, days, isOnly, links }: Written, number: number, language: Language): Paragraph {
  const day = (date: CalendarDate): string => dateInWords(date, language);
  const { what, whoseName, by, since } = one;
  const when = by === undefined ? filled(reminderWords.since[language], { since: since === undefined ? '' : day(since) }) : filled((by < today ? reminderWords.was : reminderWords.due)[language], { due: day(by) });
  const count = isOnly ? reminderWords.only[language] : which === 1 ? filled(reminderWords.first[language], { second: day(days.second) }) : reminderWords.second[language];
  const [link] = links;
  return [
    { text: `${number}. ${filled(reminderWords.thing[language], { what: what[language], whose: whoseName[language] })}` },
    { text: `${when} ${count}` },
    { text: reminderWords.open[language], href: `${origin}${one.path(language)}` },
    ...(link === undefined ? [] : [{ text: filled(reminderWords.answer[language], { until: day(dateInLondon(link.until)) }) }]),
    ...links.map(({ answer, secret }) => ({ text: `${reminderWords.answers[answer][language]}:`, href: `${origin}${answerAddress(language, secret)}` })),
  ];
}

/** Where one says how a thing stands. */
export const answerAddress = (language: Language, secret: string): string => `/${language}/answer/${secret}`;

const plain = (lines: Paragraph): string => lines.map(({ text, href }) => (href === undefined ? text : `${text} ${href}`)).join('\n');

const marked = (lines: Paragraph): string => `<p>${lines.map(({ text, href }) => (href === undefined ? escaped(text) : `<a href="${escaped(href)}">${escaped(text.replace(/:$/, ''))}</a>`)).join('<br>')}</p>`;

const escaped = (text: string): string => text.replace(/[&<>"']/g, (one) => `&#${one.charCodeAt(0)};`);

const filled = (sentence: string, values: Readonly<Record<string, string | number>>): string => sentence.replace(/\{(\w+)\}/g, (place, name: string) => String(values[name] ?? place));
