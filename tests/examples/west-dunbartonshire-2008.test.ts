import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, it } from 'node:test';
import { differences, expectedIn, judge, notes } from './expected.ts';

const folder = path.join(import.meta.dirname, '../../examples/west-dunbartonshire-2008');
const file = path.join(folder, 'register.yaml');
const REPORT = path.join(import.meta.dirname, '../../../shared/seeds/000_ef0b4b03d4223fc2.txt');

describe('The report to West Dunbartonshire Council of November 2008', () => {
  it('is judged as far as it goes: a post, an opinion given, a framework in draft', async () => {
    const answer = await judge(file);
    assert.deepEqual(differences(answer, expectedIn(folder)['register.yaml'] ?? { judged: {} }), []);
    assert.deepEqual(answer.summary, { ...answer.summary, 'not-known': answer.expectations.length });
    const known = answer.expectations.filter(({ paper, practice }) => [paper, practice].some(({ verdict }) => verdict !== 'not-known' && verdict !== 'does-not-apply'));
    assert.deepEqual(known.map(({ id }) => id).sort(), ['access.opinions', 'designation.appointed', 'framework.adopted']);
  });

  it('carries a paragraph, or an unnumbered part of the report, with every fact', () => {
    for (const { place, note = '' } of notes(file)) assert.match(note, /^(\d{1,2}\.\d|heading|signature|appendices)/, place);
  });

  it('keeps the days that the report gives', () => {
    const text = readFileSync(file, 'utf8');
    for (const day of ['asAt: 2008-11-26', 'closes: 2008-12-19', 'closes: 2009-03-31']) assert.ok(text.includes(day), day);
  });

  const skip = existsSync(REPORT) ? false : 'the report itself is not beside this checkout';
  it('names only paragraphs that the report has', { skip }, () => {
    const known = new Set([...readFileSync(REPORT, 'utf8').matchAll(/^\s*(?:-\s+)?(?:\*\*)?(\d{1,2}\.\d{1,2})\b/gm)].map(([, number]) => number));
    const named = notes(file).flatMap(({ note = '' }) => note.match(/\b\d{1,2}\.\d{1,2}\b/g) ?? []);
    assert.ok(named.length > 30);
    assert.deepEqual(named.filter((number) => !known.has(number)), []);
  });
});
