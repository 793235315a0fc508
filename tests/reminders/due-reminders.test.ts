import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { date, type CalendarDate } from '../../src/kernel/date.ts';
import { dueReminders, type PastReminder } from '../../src/reminders/due-reminders.ts';
import { reminderDays } from '../../src/reminders/reminder-days.ts';
import { reminderMail } from '../../src/reminders/reminder-mail.ts';
import type { WaitingThing } from '../../src/reminders/waiting-thing.ts';

const PERIODS = { before: 7, after: 7, withoutDay: 14 };

export const thing = (more: Partial<WaitingThing> = {}): WaitingThing => ({
  key: 'action posts/director actions/follow', what: { en: 'An action', cy: 'Cam gweithredu' }, whose: 'posts/director', whoseName: { en: 'Director', cy: 'Cyfarwyddwr' },
  by: date('2026-06-04'), since: undefined, record: 'actions/follow', entry: 3, isTouched: false, path: (language) => `/${language}/small/records/actions/follow`, answers: [], ...more,
});

const due = (things: readonly WaitingThing[], past: readonly PastReminder[], today: string) => dueReminders(things, past, date(today), PERIODS, 'wales').map(({ which, isOnly }) => [which, isOnly]);
const past = (which: 1 | 2, day: string, more: Partial<PastReminder> = {}): PastReminder => ({ need: thing().key, due: date('2026-06-04'), which, day: date(day), entry: 3, ...more });

describe('the days of reminders', () => {
  it('are working days: the first is no later than it would be, the second no sooner', () => {
    const days = (by: string) => Object.values(reminderDays({ by: date(by), since: undefined }, PERIODS, 'wales') ?? {});
    assert.deepEqual(days('2026-06-04'), ['2026-06-04', '2026-05-28', '2026-06-11']);
    // A Saturday, so that both fall on one: the Friday before, the Monday after.
    assert.deepEqual(days('2026-06-06'), ['2026-06-06', '2026-05-29', '2026-06-15']);
    // A week before Easter Monday 2026 is a working day; a week after Maundy Thursday is one too; a week before 13 April is Easter Monday.
    assert.deepEqual(days('2026-04-13'), ['2026-04-13', '2026-04-02', '2026-04-20']);
  });

  it('follow from the day since which it waits where none is set, and are none where nothing says', () => {
    assert.deepEqual(reminderDays({ by: undefined, since: date('2026-06-01') }, PERIODS, 'wales'), { due: '2026-06-15', first: '2026-06-08', second: '2026-06-22' });
    assert.equal(reminderDays({ by: undefined, since: undefined }, PERIODS, 'wales'), undefined);
  });

  it('keep to bank holidays of the nation, and leave out weekends alone of years that are not known', () => {
    const second = (by: string, nation: 'scotland' | 'wales'): CalendarDate | undefined => reminderDays({ by: date(by), since: undefined }, PERIODS, nation)?.second;
    // 30 November 2026, St Andrew’s Day, is a Monday.
    assert.deepEqual([second('2026-11-23', 'scotland'), second('2026-11-23', 'wales')], ['2026-12-01', '2026-11-30']);
    assert.equal(second('2090-01-01', 'wales'), '2090-01-09');
  });
});

describe('a reminder', () => {
  it('is due from its day on, first one and then the other, and never a third', () => {
    assert.deepEqual(due([thing()], [], '2026-05-27'), []);
    assert.deepEqual(due([thing()], [], '2026-05-28'), [[1, false]]);
    assert.deepEqual(due([thing()], [past(1, '2026-05-28')], '2026-06-10'), []);
    assert.deepEqual(due([thing()], [past(1, '2026-05-28')], '2026-06-11'), [[2, false]]);
    for (const day of ['2026-06-11', '2026-06-12', '2027-06-11', '2020-01-01']) assert.deepEqual(due([thing()], [past(1, '2026-05-28'), past(2, '2026-06-11')], day), []);
  });

  it('after a long stop is the latest alone, and says that it is the only one', () => {
    assert.deepEqual(due([thing()], [], '2029-01-02'), [[2, true]]);
    assert.deepEqual(due([thing()], [past(2, '2029-01-02')], '2029-01-03'), []);
  });

  it('leaves time after a first one that was late', () => {
    assert.deepEqual(due([thing()], [past(1, '2026-06-10')], '2026-06-12'), []);
    assert.deepEqual(due([thing()], [past(1, '2026-06-10')], '2026-06-15'), [[2, false]]);
  });

  it('does not come to whoever changed the record since the first one; that somebody else did stops nothing', () => {
    const sent = [past(1, '2026-05-28')];
    assert.deepEqual(due([thing({ entry: 9, isTouched: true })], sent, '2026-06-11'), []);
    assert.deepEqual(due([thing({ entry: 9, isTouched: false })], sent, '2026-06-11'), [[2, false]]);
    assert.deepEqual(due([thing({ entry: 3, isTouched: true })], sent, '2026-06-11'), [[2, false]]);
  });

  it('begins anew for a later day, and not for one of which there were two already', () => {
    const later = thing({ by: date('2026-07-02') });
    const both = [past(1, '2026-05-28'), past(2, '2026-06-11')];
    assert.deepEqual(due([later], [past(1, '2026-05-28')], '2026-06-11'), []);
    assert.deepEqual(due([later], both, '2026-06-25'), [[1, false]]);
    const four = [...both, past(1, '2026-06-25', { due: date('2026-07-02') }), past(2, '2026-07-09', { due: date('2026-07-02') })];
    assert.deepEqual(due([thing()], four, '2026-07-10'), []);
    assert.deepEqual(due([later], four, '2026-07-10'), []);
  });

  it('moves with the clock without a second of the same, there and back', () => {
    assert.deepEqual(due([thing()], [], '2026-05-28'), [[1, false]]);
    assert.deepEqual(due([thing()], [past(1, '2026-05-28')], '2025-05-28'), []);
    assert.deepEqual(due([thing()], [past(1, '2026-05-28'), past(2, '2031-01-02')], '2026-06-11'), []);
  });

  it('is one of a thing that is found twice', () => {
    assert.deepEqual(due([thing(), thing()], [], '2026-05-28'), [[1, false]]);
  });
});

describe('the mail of reminders', () => {
  const [one] = dueReminders([thing({ answers: ['done'] })], [], date('2026-05-28'), PERIODS, 'wales');
  const parts = { id: 7, to: 'ann@example.org', register: 'small', authority: { en: 'Example <Council>', cy: 'Cyngor Enghraifft' }, today: date('2026-05-28'), periods: PERIODS, origin: 'https://answerable.example.org', things: one === undefined ? [] : [{ ...one, links: [{ answer: 'done' as const, secret: 'SECRET', until: '2026-06-11T08:00:00.000Z' as never }] }] };

  it('says first where to see all, then each thing, how many reminders come and when, and how to stop them, in both languages', () => {
    const { subject, text, html, headers, messageId } = reminderMail({ ...parts, language: 'both' });
    assert.equal(subject, 'Example <Council>: one thing waits for you / Cyngor Enghraifft: mae un peth yn aros amdanoch chi');
    const lines = text.split('\n');
    assert.equal(lines[0], 'See all that waits for you: https://answerable.example.org/en/small/inbox');
    for (const part of ['1. An action, for Director', 'Due by 4 June 2026. This is the first of two reminders about it. The second and last goes out on 11 June 2026, and not if you have acted by then.', 'It is done: https://answerable.example.org/en/answer/SECRET', 'until 11 June 2026', 'https://answerable.example.org/en/small/inbox/reminders', '1. Cam gweithredu, ar gyfer Cyfarwyddwr', 'https://answerable.example.org/cy/answer/SECRET']) assert.ok(text.includes(part), `${part}\n${text}`);
    assert.match(html ?? '', /<div lang="en">.*<div lang="cy">/s);
    assert.ok(!html?.includes('Example <Council>'));
    assert.deepEqual([headers?.['Content-Language'], messageId], ['en, cy', '<reminder-7@answerable.example.org>']);
  });

  it('is in one language for whoever chose one', () => {
    const { subject, text } = reminderMail({ ...parts, language: 'cy' });
    assert.ok(!/waits for you/.test(subject + text));
  });
});
