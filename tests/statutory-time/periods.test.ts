import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { date } from '../../src/kernel/date.ts';
import { lastDayFor } from '../../src/statutory-time/last-day-for.ts';
import { loadPeriods, periodInForce, periodsOf, PERIODS } from '../../src/statutory-time/periods.ts';
import { good, refusal } from './good.ts';

describe('The statutory periods', () => {
  it('are sound, each cited and named in both languages', () => {
    for (const { what, authority } of good(loadPeriods())) assert.ok(what.en !== what.cy && authority.url !== undefined);
  });

  for (const [nation, on, said] of [
    ['wales', '2013-06-04', ['wales-agenda 3 clear-days-before']],
    ['wales', '2021-04-30', ['wales-agenda 3 clear-days-before']],
    ['wales', '2021-05-01', ['wales-agenda 3 clear-days-before', 'wales-note-of-meeting 7 working-days-beginning-with']],
    ['england', '2012-09-09', ['england-agenda 5 clear-days-before']],
    ['england', '2012-09-10', ['england-agenda 5 clear-days-before', 'england-executive-agenda 5 clear-days-before', 'england-key-decision 28 clear-days-before', 'england-private-item 28 clear-days-before', 'england-private-item-second-notice 5 clear-days-before']],
    ['scotland', '2026-06-04', ['scotland-agenda 3 clear-days-before']],
  ] as const) {
    it(`of ${nation} on ${on} are ${said.join(', ')}`, () => assert.deepEqual(periodsOf(nation, date(on)).map(({ id, days, counts }) => `${id} ${days} ${counts}`), said));
  }

  it('are found by their id on a day, or not at all before they held', () => {
    assert.match(periodInForce('wales', 'wales-agenda', date('2026-06-04'))?.authority.title ?? '', /Local Government and Elections \(Wales\) Act 2021, Schedule 4/);
    assert.equal(periodInForce('wales', 'wales-note-of-meeting', date('2013-06-04')), undefined);
  });
});

describe('The last day that is in time', () => {
  for (const [nation, id, meeting, on, onWorkingDay] of [
    ['wales', 'wales-agenda', '2026-06-11', '2026-06-07', '2026-06-05'],
    ['wales', 'wales-note-of-meeting', '2026-06-11', '2026-06-19', '2026-06-19'],
    ['england', 'england-agenda', '2026-06-11', '2026-06-03', '2026-06-03'],
    ['england', 'england-private-item', '2026-06-01', '2026-04-19', '2026-04-17'],
    ['scotland', 'scotland-agenda', '2026-06-18', '2026-06-11', '2026-06-11'],
  ] as const) {
    it(`under ${id} for a meeting on ${meeting} is ${on}`, () => {
      const last = good(lastDayFor(periodInForce(nation, id, date(meeting)) ?? assert.fail(id), date(meeting)));
      assert.deepEqual([last.on, last.onWorkingDay], [on, onWorkingDay]);
    });
  }
});

describe('A file of statutory periods with faults', () => {
  const scratch = mkdtempSync(join(tmpdir(), 'periods-'));
  after(() => rmSync(scratch, { recursive: true }));
  const text = readFileSync(PERIODS, 'utf8');

  for (const [what, was, is, said] of [
    ['two that hold on the same day', 'until: 2021-05-01', 'until: 2022-05-01', /periods\.yaml:\d+:\d+.*Another period `wales-agenda` holds on the same days/],
    ['one that ends before it begins', 'until: 2021-05-01', 'until: 1985-05-01', /`until` is not after `from`/],
    ['an id of two nations', '- id: wales-note-of-meeting\n  nation: wales', '- id: scotland-agenda\n  nation: wales', /is of another nation or counts otherwise/],
    ['a count of no days', 'days: 28', 'days: 0', /`0` is not accepted here/],
    ['a way of counting that there is not', 'counts: working-days-beginning-with', 'counts: working-days', /`working-days` is not one of clear-days-before, working-days-beginning-with/],
  ] as const) {
    it(`is refused for ${what}, with the place`, () => {
      assert.ok(text.includes(was));
      const file = join(mkdtempSync(join(scratch, 'f-')), 'periods.yaml');
      writeFileSync(file, text.replace(was, is));
      assert.match(refusal(loadPeriods(file)), said);
    });
  }
});
