import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { arrangementMap } from '../../src/assessment/arrangement-map.ts';
import { responsibilityMatrix } from '../../src/assessment/responsibility-matrix.ts';
import { themeCoverage } from '../../src/assessment/theme-coverage.ts';
import { judged, SMALL } from './small-register.ts';

const INSTRUMENTS = `
functions:
  - { id: adults, name: Adult services, group: adult, delivery: direct, ledBy: deputy }
  - { id: carers, name: Carers, group: both, delivery: direct }
instruments:
  - { id: scheme, title: Scheme, type: scheme-of-delegation, state: agreed, version: 1 }
  - { id: old, title: Old scheme, type: scheme-of-delegation, state: superseded, version: 1 }
provisions:
  - { id: p1, instrument: scheme, number: 1, text: The Director answers., gives: [{ to: director, responsibility: accountable, over: leadership }, { to: director, responsibility: decides, over: functions/adults }] }
  - { id: p2, instrument: scheme, number: 2, text: So does the chief., gives: [{ to: chief, responsibility: accountable, over: leadership }] }
  - { id: p3, instrument: scheme, number: 3, text: About adults., functions: [adults], gives: [{ to: deputy, responsibility: accountable }] }
  - { id: p4, instrument: old, number: 1, text: Long gone., gives: [{ to: chief, responsibility: accountable, over: access }] }
`;

describe('The responsibility matrix', () => {
  it('has what provisions in force give, over what they name or are about, and who is accountable', async () => {
    const { facts } = await judged(`${SMALL}${INSTRUMENTS}`);
    const { rows, holders } = responsibilityMatrix(facts, ['leadership', 'access']);
    assert.deepEqual(rows.map(({ over, accountable }) => [over, accountable]), [
      ['leadership', ['posts/director', 'posts/chief']], ['access', []], ['functions/adults', ['posts/deputy']], ['functions/carers', []],
    ]);
    assert.deepEqual(rows[2]?.cells.get('posts/director'), [{ responsibility: 'decides', provision: 'provisions/p1', instrument: 'instruments/scheme' }]);
    assert.deepEqual(holders, ['posts/director', 'posts/chief', 'posts/deputy']);
  });
});

describe('The map of the arrangements', () => {
  it('ties posts by their lines, to bodies by their seats and to functions by who leads them or has power over them', async () => {
    const { facts } = await judged(`${SMALL}${INSTRUMENTS}`);
    const { nodes, ties } = arrangementMap(facts);
    assert.deepEqual(ties.map(({ kind, from, to }) => `${kind}: ${from} ${to}`), [
      'line: posts/chief posts/director', 'line: posts/director posts/deputy', 'seat: posts/director bodies/cmt',
      'leads: posts/deputy functions/adults', 'delegation: posts/director functions/adults', 'delegation: posts/deputy functions/adults',
    ]);
    assert.deepEqual(nodes.filter(({ gaps }) => gaps.length > 0), [{ ref: 'functions/carers', gaps: ['no-lead'] }]);
  });

  it('marks a post that nobody holds, and one that is tied to nothing', async () => {
    const { facts } = await judged(SMALL.replace('posts:', 'posts:\n  - { id: alone, title: Alone }'));
    assert.deepEqual(arrangementMap(facts).nodes.find(({ ref }) => ref === 'posts/alone')?.gaps, ['vacant', 'no-line']);
  });
});

describe('The coverage of themes', () => {
  const MEETINGS = `
series:
  - { id: one, title: One-to-one, between: [chief, director], frequency: P1M }
meetings:
  - { id: m1, body: cmt, on: 2012-01-01, held: true, items: [{ number: 1, title: A, themes: [safeguarding] }, { number: 2, title: B, themes: [safeguarding, budget] }] }
  - { id: m2, body: cmt, on: 2012-12-10, held: true, items: [{ number: 1, title: A, themes: [safeguarding] }] }
  - { id: m3, body: cmt, on: 2012-12-11, held: true, items: [{ number: 1, title: After the date, themes: [safeguarding] }] }
  - { id: m4, body: cmt, on: 2011-12-31, held: true, items: [{ number: 1, title: Before the months, themes: [safeguarding] }] }
  - { id: m5, body: cmt, on: 2012-06-01, held: false, items: [{ number: 1, title: Not held, themes: [safeguarding] }] }
  - { id: m6, series: one, on: 2012-03-31, held: true, items: [{ number: 1, title: C, themes: [workforce] }] }
`;

  it('counts items by body and month over the twelve months that end with the date’s own, from meetings that were held', async () => {
    const { facts } = await judged(`${SMALL}${MEETINGS}`);
    const { months, of } = themeCoverage(facts, ['safeguarding', 'workforce']);
    assert.deepEqual([months.length, months[0], months.at(-1)], [12, '2012-01-01', '2012-12-01']);
    const [cmt, oneToOne] = of;
    assert.equal(cmt?.of, 'bodies/cmt');
    assert.deepEqual(cmt?.rows[0]?.cells.map(({ items }) => items), [2, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1]);
    assert.deepEqual(cmt?.rows[0]?.cells[0]?.where, ['meetings/m1']);
    assert.deepEqual(cmt?.held, [1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1]);
    assert.equal(oneToOne?.of, 'series/one');
    assert.deepEqual(oneToOne?.rows.map(({ items }) => items), [0, 1]);
  });
});
