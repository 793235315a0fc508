import { dateInWords, type CalendarDate } from '../../kernel/date.ts';
import type { Language } from '../../kernel/text.ts';
import type { PastReminder } from '../../reminders/due-reminders.ts';
import { REMINDER_HOWS, REMINDER_LANGUAGES, type ReminderChoice } from '../../reminders/reminder-choices.ts';
import { movedFrom, reminderDays, type ReminderDays, type ReminderPeriods } from '../../reminders/reminder-days.ts';
import type { RemindedRegister } from '../../reminders/reminding-parts.ts';
import type { WaitingThing } from '../../reminders/waiting-thing.ts';
import type { Nation } from '../../statutory-time/nation.ts';
import type { ReachesByMail } from '../account/door.ts';
import type { FormField } from '../forms/form-field.ts';
import type { Page } from '../page.ts';
import { pageOfRegister, type Reading } from '../reading.ts';
import { recordLink } from '../record-name.ts';
import { formWords } from '../words/form.ts';
import { filled, inLanguage } from '../words/pairs.ts';
import { mailStays, remindingWords } from '../words/reminding.ts';

export interface RemindersModel {
  readonly reaches: ReachesByMail | undefined;
  readonly address: string | undefined;
  readonly choice: ReminderChoice;
  readonly register: RemindedRegister;
  readonly things: readonly WaitingThing[];
  readonly past: readonly PastReminder[];
  readonly csrf: string;
  readonly isSaved: boolean;
  readonly fault: string | undefined;
}

/** As many are listed; the inbox has all. */
const MOST = 50;

/** What will come to whoever reads, when and why then, and how they choose otherwise. */
export function remindersPage(reading: Reading, { reaches, address, choice, register: { nation }, things, past, csrf, isSaved, fault }: RemindersModel): Page {
  const { language, to, asAt } = reading;
  const t = inLanguage(remindingWords, language);
  // Where a register is read as at a day that does not move on, nothing falls due.
  const isOn = reaches?.reminding.isOn === true && reading.register.content.header.asAt === undefined;
  const periods = isOn ? reaches?.reminding : undefined;
  const dated = periods === undefined ? [] : things.flatMap((thing) => {
    const days = reminderDays(thing, periods, nation);
    return days === undefined ? [] : [{ thing, days }];
  }).toSorted((a, b) => (a.days.due < b.days.due ? -1 : a.days.due > b.days.due ? 1 : 0));
  const page = pageOfRegister(reading, {
    view: 'reminders.njk',
    title: t.title,
    current: 'inbox',
    errors: fault === undefined ? [] : [{ text: fault }],
    model: {
      t, csrf, formWords: inLanguage(formWords, language), isOn,
      lead: isOn && periods !== undefined ? [filled(t.rule, { before: periods.before, after: periods.after, withoutDay: periods.withoutDay, hour: periods.hour }), t.acted, t.private, ...(reaches?.leaves === true ? [] : [mailStays[language]])] : [t.off],
      address: address === undefined ? t.noAddress : filled(t.address, { address }),
      mail: { href: `/${language}/account/mail`, said: { text: address === undefined ? t.giveAddress : t.changeAddress } },
      fields: choiceFields(choice, language),
      action: to.page('/inbox/reminders'),
      rows: choice.how === 'off' ? [] : dated.slice(0, MOST).map(({ thing, days }) => ({ about: recordLink(reading, thing.record), ...row(thing, days, past, asAt.usual, language), ...(periods === undefined ? {} : { moved: moved(days, periods, nation, language) }) })),
      more: dated.length > MOST ? filled(t.more, { count: MOST, all: dated.length }) : undefined,
      back: { href: to.page('/inbox'), said: { text: t.back } },
    },
  });
  return { ...page, writes: true, notices: [...(isSaved ? [{ is: 'done' as const, title: t.done, text: t.saved }] : []), ...(page.notices ?? [])] };
}

function choiceFields({ how, language: chosen }: ReminderChoice, language: Language): readonly FormField[] {
  const t = inLanguage(remindingWords, language);
  return [
    { is: 'choice', name: 'how', id: 'field-how', label: t.how, value: how, options: REMINDER_HOWS.map((value) => ({ value, text: t.hows[value] })) },
    { is: 'choice', name: 'language', id: 'field-language', label: t.in, value: chosen, options: REMINDER_LANGUAGES.map((value) => ({ value, text: t.languages[value] })) },
  ];
}

/** Why a reminder goes out on another day than counting alone would give. */
function moved(days: ReminderDays, periods: ReminderPeriods, nation: Nation, language: Language) {
  const t = inLanguage(remindingWords, language);
  const why = (which: 'before' | 'after'): string | undefined => {
    const found = movedFrom(days, which, periods, nation);
    return found === undefined ? undefined : filled(t.moved, { day: dateInWords(found.day, language), because: found.because[language] });
  };
  return { first: why('before'), second: why('after') };
}

function row(thing: WaitingThing, { due, first, second }: ReminderDays, past: readonly PastReminder[], today: CalendarDate, language: Language) {
  const t = inLanguage(remindingWords, language);
  const day = (date: CalendarDate): string => dateInWords(date, language);
  const sent = (which: 1 | 2): PastReminder | undefined => past.find((one) => one.need === thing.key && one.due === due && one.which === which);
  const [one, two] = [sent(1), sent(2)];
  const hasActed = one !== undefined && thing.isTouched && thing.entry > one.entry;
  return {
    what: `${thing.what[language]}: ${thing.whoseName[language]}`,
    due: thing.by === undefined && thing.since !== undefined ? filled(t.waited, { due: day(due), since: day(thing.since) }) : day(due),
    first: one !== undefined ? filled(t.sent, { day: day(one.day) }) : two !== undefined || today >= second ? t.leftOut : today >= first ? t.next : filled(t.from, { day: day(first) }),
    second: two !== undefined ? filled(t.sent, { day: day(two.day) }) : hasActed ? t.stopped : today >= second ? t.next : filled(t.from, { day: day(second) }),
  };
}
