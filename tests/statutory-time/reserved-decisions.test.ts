import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { date } from '../../src/kernel/date.ts';
import { dateInLondon, instantInWords } from '../../src/kernel/instant.ts';
import { loadAnswerTimes, usualAnswerTime } from '../../src/statutory-time/answer-times.ts';
import { decisionClock, timeInWords } from '../../src/statutory-time/decision-clock.ts';
import { loadReservedDecisions, reservedDecisionOn, reservedDecisions, RESERVED_DECISIONS } from '../../src/statutory-time/reserved-decisions.ts';
import { at, good, refusal } from './good.ts';

/** Worked by hand: the decision, when its clock begins, when it ends in London, and what lies between. */
const TABLE: readonly (readonly [string, string, string, string])[] = [
  ['secure-authorisation', '2014-05-02T16:30+01:00', '5 May 2014 at 16:30', 'a weekend and the early May bank holiday'],
  ['secure-authorisation', '2014-04-17T17:00+01:00', '20 April 2014 at 17:00', 'Good Friday and Easter Sunday'],
  ['secure-authorisation', '2026-12-31T12:00Z', '3 January 2027 at 12:00', 'New Year’s Day and a weekend'],
  ['secure-authorisation', '2026-03-27T12:00Z', '30 March 2026 at 13:00', 'the clocks going forward, so that it ends an hour later on the clock'],
  ['secure-authorisation', '2026-10-23T12:00+01:00', '26 October 2026 at 11:00', 'the clocks going back, so that it ends an hour earlier on the clock'],
  ['review-of-not-implementing', '2015-12-24T09:15Z', '27 December 2015 at 09:15', 'Christmas Day and a weekend'],
  ['review-of-not-implementing', '2026-03-28T23:30Z', '1 April 2026 at 00:30', 'the clocks going forward'],
  ['review-of-not-implementing', '2026-10-24T01:30+01:00', '27 October 2026 at 00:30', 'the clocks going back'],
  ['secure-placement-of-looked-after-child', '2011-04-28T20:00+01:00', '29 April 2011 at 20:00', 'the royal wedding, under the regulations of 1996'],
  ['secure-placement-of-looked-after-child', '2026-03-28T12:00Z', '29 March 2026 at 13:00', 'the clocks going forward'],
  ['secure-placement-of-looked-after-child', '2026-10-24T10:00+01:00', '25 October 2026 at 09:00', 'the clocks going back'],
  ['first-review-of-secure-placement', '2014-05-02T16:30+01:00', '9 May 2014 at 16:30', 'a bank holiday, which counts'],
  ['first-review-of-secure-placement', '2026-03-27T12:00Z', '3 April 2026 at 13:00', 'the clocks going forward'],
  ['first-review-of-secure-placement', '2026-10-23T12:00+01:00', '30 October 2026 at 11:00', 'the clocks going back'],
  ['review-of-placement-from-criminal-procedure', '2011-04-22T10:00+01:00', '29 April 2011 at 10:00', 'Easter, under the regulations of 1996'],
  ['review-of-placement-from-criminal-procedure', '2026-03-23T08:00Z', '30 March 2026 at 09:00', 'the clocks going forward'],
  ['review-of-placement-from-criminal-procedure', '2026-10-20T08:00+01:00', '27 October 2026 at 07:00', 'the clocks going back'],
  ['guardian-change-of-residence', '2011-12-23T09:00Z', '30 December 2011 at 09:00', 'Christmas, which counts'],
  ['guardian-change-of-residence', '2012-03-22T09:00Z', '29 March 2012 at 10:00', 'the clocks going forward'],
  ['guardian-change-of-residence', '2012-10-25T09:00+01:00', '1 November 2012 at 08:00', 'the clocks going back'],
  // 23 December; 26 and 27 are holidays: 28 29 30; 2 and 3 January are holidays: 4 5 6.
  ['officer-of-guardianship', '2011-12-22T09:00Z', '6 January 2012 at 23:59', 'two holidays of Christmas and two of the New Year'],
  // 5 May is a holiday: 6 7 8 9 12 13 14.
  ['officer-of-guardianship', '2014-05-02T16:30+01:00', '14 May 2014 at 23:59', 'the early May bank holiday and two weekends'],
  // 30 and 31 March, 1 and 2 April; Good Friday is the 3rd and Easter Monday no bank holiday in Scotland: 6 7 8.
  ['officer-of-guardianship', '2026-03-27T12:00Z', '8 April 2026 at 23:59', 'the clocks going forward and Good Friday'],
  ['officer-of-guardianship', '2026-10-23T12:00+01:00', '3 November 2026 at 23:59', 'the clocks going back'],
];

describe('The clock of a reserved decision', () => {
  for (const [id, from, ends, over] of TABLE) {
    it(`to ${id} that begins ${from} ends ${ends}, over ${over}`, () => {
      const decision = reservedDecisionOn('scotland', id, dateInLondon(at(from))) ?? assert.fail(id);
      const clock = good(decisionClock(decision, at(from))) ?? assert.fail('no time');
      assert.equal(instantInWords(clock.until, 'en'), ends);
      assert.ok(clock.working.length > 0 && clock.working.every(({ because }) => because.en !== '' && because.cy !== ''));
    });
  }

  it('says for each day whether it counts and why: hours run over a bank holiday, working days stand still', () => {
    const working = (id: string): readonly string[] => {
      const decision = reservedDecisionOn('scotland', id, date('2014-05-02')) ?? assert.fail(id);
      return (good(decisionClock(decision, at('2014-05-02T16:30+01:00')))?.working ?? []).filter(({ day }) => day === '2014-05-05').map(({ counts, because }) => `${counts} ${because.en}`);
    };
    assert.deepEqual(working('secure-authorisation'), ['true 16 hours and 30 minutes counted; Early May bank holiday, and this clock runs on bank holidays']);
    assert.deepEqual(working('officer-of-guardianship'), ['false Early May bank holiday: bank holidays do not count']);
  });

  it('is none where the law names no time, and working days are refused in years whose bank holidays are not known', () => {
    assert.equal(good(decisionClock(reservedDecisionOn('scotland', 'removal-from-secure-accommodation', date('2026-06-01')) ?? assert.fail(), at('2026-06-01T09:00Z'))), undefined);
    assert.match(refusal(decisionClock(reservedDecisionOn('scotland', 'officer-of-guardianship', date('2028-12-29')) ?? assert.fail(), at('2028-12-29T09:00Z'))), /The bank holidays of Scotland are known from/);
  });
});

describe('The decisions that law reserves to the officer', () => {
  it('are sound, each cited, dated and named in both languages, with its time in words', () => {
    for (const decision of good(loadReservedDecisions())) {
      assert.ok(decision.what.en !== decision.what.cy && decision.runsFrom.en !== decision.runsFrom.cy && decision.authority.url !== undefined);
      assert.equal(timeInWords(decision) === undefined, decision.noTime === true);
    }
  });

  for (const [on, ids] of [
    ['1997-03-31', []],
    ['2011-04-22', ['secure-placement-of-looked-after-child', 'review-of-placement-from-criminal-procedure', 'guardian-change-of-residence', 'officer-of-guardianship']],
    ['2013-06-24', ['secure-authorisation', 'review-of-not-implementing', 'first-review-of-secure-placement', 'removal-from-secure-accommodation', 'secure-placement-of-looked-after-child', 'review-of-placement-from-criminal-procedure', 'guardian-change-of-residence', 'officer-of-guardianship']],
  ] as const) it(`in Scotland on ${on} are ${ids.length}`, () => assert.deepEqual(reservedDecisions('scotland', date(on)).map(({ id }) => id), ids));

  it('in Wales and England are none that is encoded', () => {
    assert.deepEqual([...reservedDecisions('wales', date('2026-06-01')), ...reservedDecisions('england', date('2026-06-01'))], []);
  });

  it('rest on the regulations of the day: of 1996 until 23 June 2013, then of 2013', () => {
    const law = (on: string): string => reservedDecisionOn('scotland', 'secure-placement-of-looked-after-child', date(on))?.authority.title ?? '';
    assert.match(law('2013-06-23'), /Regulations 1996/);
    assert.match(law('2013-06-24'), /Regulations 2013/);
  });
});

describe('A file of reserved decisions with faults', () => {
  const scratch = mkdtempSync(join(tmpdir(), 'decisions-'));
  after(() => rmSync(scratch, { recursive: true }));
  const text = readFileSync(RESERVED_DECISIONS, 'utf8');
  for (const [what, was, is, said] of [
    ['a time that is none', 'within: PT72H', 'within: 72 hours', /scotland\.yaml:\d+:\d+.*a time such as PT72H or P7D is expected/],
    ['two times', 'workingDays: 7', 'workingDays: 7\n  within: P7D', /one of `within`, `workingDays` and `noTime` is expected/],
    ['no time', 'noTime: true\n', '\n', /one of `within`, `workingDays` and `noTime` is expected/],
    ['two that hold on the same day', 'until: 2013-06-24', 'until: 2014-06-24', /Another decision `secure-placement-of-looked-after-child` holds on the same days/],
    ['one that ends before it begins', 'until: 2013-06-24', 'until: 1990-06-24', /`until` is not after `from`/],
  ] as const) {
    it(`is refused for ${what}, with the place`, () => {
      assert.ok(text.includes(was));
      const file = join(mkdtempSync(join(scratch, 'f-')), 'scotland.yaml');
      writeFileSync(file, text.replace(was, is));
      assert.match(refusal(loadReservedDecisions(file)), said);
    });
  }
});

describe('Our own time for an answer', () => {
  it('is ten working days for each nature, with its reason in both languages', () => {
    good(loadAnswerTimes());
    for (const nature of ['advice', 'concern', 'challenge', 'dissent']) assert.equal(usualAnswerTime(nature).workingDays, 10);
    assert.match(usualAnswerTime('advice').because.en, /our own default/);
  });
});
