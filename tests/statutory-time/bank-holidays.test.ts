import assert from 'node:assert/strict';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { addDays, date } from '../../src/kernel/date.ts';
import { holidayName, type Calendar } from '../../src/statutory-time/calendar.ts';
import { BANK_HOLIDAYS, loadCalendars } from '../../src/statutory-time/load-calendars.ts';
import { good, refusal } from './good.ts';

const { wales, england, scotland } = good(loadCalendars());
const YEARS = Array.from({ length: 20 }, (_, n) => 2009 + n);
const named = (calendar: Calendar, day: string): string => {
  const holiday = calendar.holidays.get(date(day));
  return holiday === undefined ? '' : `${holidayName(holiday).en}, ${holiday.by.id}`;
};

describe('The bank holidays', () => {
  it('are the same in Wales and England', () => assert.equal(wales, england));

  it('are as many each year as custom has it, with the one-off days on top', () => {
    const more = (calendar: Calendar, usual: number): object =>
      Object.fromEntries(YEARS.map((year) => [year, [...calendar.holidays.keys()].filter((day) => day.startsWith(`${year}`)).length - usual]).filter(([, extra]) => extra !== 0));
    assert.deepEqual(more(wales, 8), { 2011: 1, 2012: 1, 2022: 2, 2023: 1 });
    assert.deepEqual(more(scotland, 9), { 2011: 1, 2012: 1, 2022: 2, 2023: 1, 2026: 1 });
  });

  for (const [day, here, there] of [
    ['2011-01-03', 'New Year’s Day (substitute day), proclamation', 'New Year’s Day (substitute day), schedule'],
    ['2011-01-04', '', '2 January (substitute day), proclamation'],
    ['2012-01-02', 'New Year’s Day (substitute day), proclamation', '2 January, schedule'],
    ['2012-01-03', '', 'New Year’s Day (substitute day), schedule'],
    ['2011-04-29', 'The royal wedding, proclamation', 'The royal wedding, proclamation'],
    ['2012-05-28', '', ''],
    ['2012-06-04', 'Spring bank holiday (moved), moved-by-proclamation', 'Spring bank holiday (moved), proclamation'],
    ['2012-06-05', 'The Diamond Jubilee, proclamation', 'The Diamond Jubilee, proclamation'],
    ['2020-05-04', '', ''],
    ['2020-05-08', 'Early May bank holiday (moved), proclamation', 'Early May bank holiday (moved), moved-by-proclamation'],
    ['2022-05-30', '', ''],
    ['2022-06-02', 'Spring bank holiday (moved), moved-by-proclamation', 'Spring bank holiday (moved), proclamation'],
    ['2022-06-03', 'The Platinum Jubilee, proclamation', 'The Platinum Jubilee, proclamation'],
    ['2022-09-19', 'The state funeral of Queen Elizabeth II, proclamation', 'The state funeral of Queen Elizabeth II, proclamation'],
    ['2023-05-08', 'The coronation of King Charles III, proclamation', 'The coronation of King Charles III, proclamation'],
    ['2026-06-15', '', 'The World Cup bank holiday, proclamation'],
    ['2010-12-27', 'Christmas Day (substitute day), schedule', 'Christmas Day (substitute day), proclamation'],
    ['2010-12-28', 'Boxing Day (substitute day), proclamation', 'Boxing Day (substitute day), proclamation'],
    ['2016-12-26', 'Boxing Day, schedule', 'Boxing Day, schedule'],
    ['2016-12-27', 'Christmas Day (substitute day), schedule', 'Christmas Day (substitute day), proclamation'],
    ['2019-12-02', '', 'St Andrew’s Day (substitute day), st-andrews-day-act'],
    ['2028-01-03', 'New Year’s Day (substitute day), proclamation-awaited', 'New Year’s Day (substitute day), schedule'],
  ] as const) {
    it(`of ${day}: ${here === '' ? 'none' : here}; in Scotland ${there === '' ? 'none' : there}`, () => assert.deepEqual([named(wales, day), named(scotland, day)], [here, there]));
  }

  it('fall where the Schedule has them in every year in which nothing was moved', () => {
    for (const calendar of [wales, scotland]) {
      const of = (name: string, year: number): string | undefined => [...calendar.holidays.values()].find((each) => each.name.en === name && each.as === undefined && each.on.startsWith(`${year}`))?.on;
      for (const year of YEARS) {
        const monday = (month: string, which: 'first' | 'last'): string => {
          const days = Array.from({ length: 31 }, (_, n) => addDays(date(`${year}-${month}-01`), n)).filter((day) => new Date(day).getUTCDay() === 1);
          return (which === 'first' ? days[0] : days.at(-1)) ?? '';
        };
        assert.equal(of('Summer bank holiday', year), monday('08', calendar === wales ? 'last' : 'first'));
        if (year !== 2020) assert.equal(of('Early May bank holiday', year), monday('05', 'first'));
        if (year !== 2012 && year !== 2022) assert.equal(of('Spring bank holiday', year), monday('05', 'last'));
        const friday = of('Good Friday', year) ?? assert.fail(`${year} has no Good Friday`);
        assert.equal(of('Easter Monday', year), calendar === wales ? addDays(date(friday), 3) : undefined);
      }
    }
  });

  it('are named in both languages and each say by what authority', () => {
    for (const { name, by } of [...wales.holidays.values(), ...scotland.holidays.values()]) assert.ok(name.en !== name.cy && by.title.length > 0);
  });
});

describe('A file of bank holidays with faults', () => {
  const scratch = mkdtempSync(join(tmpdir(), 'bank-holidays-'));
  after(() => rmSync(scratch, { recursive: true }));
  const text = readFileSync(join(BANK_HOLIDAYS, 'scotland.yaml'), 'utf8');

  for (const [what, was, is, ...said] of [
    ['a day that does not exist', 'on: 2009-04-10', 'on: 2009-02-29', /scotland\.yaml:\d+:\d+, days\.2\.on: `2009-02-29` is not accepted/],
    ['a day on a weekend', 'on: 2009-04-10', 'on: 2009-04-11', /scotland\.yaml:\d+:\d+.*`2009-04-11` is a Saturday: list the substitute/],
    ['a day out of order', 'on: 2009-05-04', 'on: 2009-04-10', /does not come after `2009-04-10`/],
    ['a day outside its years', 'on: 2028-12-26', 'on: 2029-12-26', /`2029-12-26` is not in the years/],
    ['a holiday without a name', 'holiday: summer, ', 'holiday: sumer, ', /`sumer` is not one of the `holidays` of this file\. Did you mean `summer`\?/],
    ['an authority that is not there', 'by: st-andrews-day-act', 'by: st-andrews-act', /`st-andrews-act` is not one of the `authorities`/],
    ['a name in English alone', ', cy: Gŵyl San Steffan', '', /`cy` is missing/],
    ['years that are not whole', 'until: 2029-01-01', 'until: 2028-12-31', /whole years/],
    ['a year without a day', 'until: 2029-01-01', 'until: 2030-01-01', /2029 has no bank holiday here/],
    ['a nation that another file has', 'nations: [scotland]', 'nations: [scotland, wales]', /bank holidays of `wales` stand in another file/],
    ['a nation that nobody has', 'nations: [scotland]', 'nations: [wales]', /stand in another file/],
    ['a word that is not expected', 'checkedOn:', 'checkedBy: me\ncheckedOn:', /`checkedBy` is not expected here/],
    ['several faults at once', 'on: 2009-04-10, holiday: good-friday', 'on: 2009-04-11, holiday: good-fryday', /Saturday/, /Did you mean `good-friday`\?/],
  ] as const) {
    it(`is refused for ${what}, with the place`, () => {
      assert.ok(text.includes(was));
      const folder = mkdtempSync(join(scratch, 'f-'));
      cpSync(BANK_HOLIDAYS, folder, { recursive: true });
      writeFileSync(join(folder, 'scotland.yaml'), text.replace(was, is));
      const sentences = refusal(loadCalendars(folder));
      for (const expected of said) assert.match(sentences, expected);
    });
  }

  it('is missed when it is not there', () => {
    const folder = mkdtempSync(join(scratch, 'f-'));
    cpSync(join(BANK_HOLIDAYS, 'england-and-wales.yaml'), join(folder, 'england-and-wales.yaml'));
    assert.match(refusal(loadCalendars(folder)), /No file has the bank holidays of `scotland`/);
  });
});
