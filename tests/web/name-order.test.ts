import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { globSync, readFileSync } from 'node:fs';
import { nameOrder } from '../../src/web/name-order.ts';

/** Each digraph beside a word that comes after it when it is read as two letters, and before it as one. */
const AFTER: readonly (readonly [string, string])[] = [
  ['cylch', 'chwarae'], ['dysgu', 'ddoe'], ['fy', 'ffordd'], ['gwaith', 'ngwaith'], ['lwc', 'llan'], ['pysgod', 'pherson'], ['ryg', 'rhan'], ['tystio', 'thema'],
];

describe('The order of names', () => {
  it('has in Welsh each of ch, dd, ff, ng, ll, ph, rh and th after the letter that it begins with', () => {
    for (const [before, after] of AFTER) assert.ok(nameOrder('cy').compare(before, after) < 0, `${before} comes before ${after}`);
    assert.deepEqual(['hydref', 'ngwaith', 'gwaith', 'garej'].toSorted(nameOrder('cy').compare), ['garej', 'gwaith', 'ngwaith', 'hydref']);
    assert.deepEqual(['llan', 'lwc', 'mawr', 'lon'].toSorted(nameOrder('cy').compare), ['lon', 'lwc', 'llan', 'mawr']);
  });

  it('has in English the letters one by one', () => {
    assert.ok(nameOrder('en').compare('llan', 'lwc') < 0);
    assert.ok(nameOrder('en').compare('Team 9', 'Team 10') < 0);
  });

  it('is the only order of names on the pages', () => {
    const own = globSync('src/web/**/*.ts').filter((file) => !file.endsWith('name-order.ts') && /Intl\.Collator\(|localeCompare\(/.test(readFileSync(file, 'utf8')));
    assert.deepEqual(own, []);
  });
});
