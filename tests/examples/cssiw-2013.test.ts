import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, it } from 'node:test';
import type { AssessmentAnswer } from '../../src/assessment/answer.ts';
import { differences, expectedIn, judge, notes } from './expected.ts';

const folder = path.join(import.meta.dirname, '../../examples/cssiw-2013');
const REPORT = path.join(import.meta.dirname, '../../../shared/seeds/004_8aa6f2467cff58ba.txt');
const sites = expectedIn(folder);
const cases = expectedIn(path.join(folder, 'cases'));

/** The expectations of which something is known beyond what is expected: there should be none. */
const alsoKnown = (answer: AssessmentAnswer, expected: object): readonly string[] =>
  answer.expectations
    .filter(({ id }) => !(id in expected))
    .filter(({ diagnosis, paper, practice }) => diagnosis !== 'not-known' || [paper, practice].some(({ verdict }) => verdict !== 'not-known' && verdict !== 'does-not-apply'))
    .map(({ id }) => id);

describe('The fieldwork sites of 2012', () => {
  it('are seven: three single directorates, one that shares its Director, three dual', () => {
    assert.deepEqual(readdirSync(folder).filter((file) => file.startsWith('site-')), Object.keys(sites));
    assert.deepEqual(Object.values(sites).map(({ structure }) => structure), ['single', 'single', 'single', 'shared', 'dual', 'dual', 'dual']);
  });

  for (const [file, expected] of Object.entries(sites)) {
    it(`are judged as far as the report describes them and no further: ${file}`, async () => {
      const answer = await judge(path.join(folder, file));
      assert.deepEqual(differences(answer, expected), []);
      assert.deepEqual(alsoKnown(answer, expected.judged), []);
    });

    it(`carry a paragraph with every fact, and nobody’s name: ${file}`, () => {
      for (const { place, note = '' } of notes(path.join(folder, file))) assert.match(note, /^(\d\.\d|methodology)/, place);
      assert.doesNotMatch(readFileSync(path.join(folder, file), 'utf8'), /Bridgend|Wrexham|Caerphilly|Carmarthen|Gwynedd|Powys|Monmouth/i);
    });
  }

  it('are dual where another directorate leads one side: children’s services in two of them, adult services in the third', async () => {
    const outside = async (file: string) => (await judge(path.join(folder, file))).structure.because.filter((reason) => reason.includes('outside the line')).join();
    assert.match(await outside('site-e.yaml'), /^Children’s services is led/);
    assert.match(await outside('site-f.yaml'), /^Children’s services is led/);
    assert.match(await outside('site-g.yaml'), /^Adult services is led/);
  });
});

describe('The paragraphs that the examples name', () => {
  const skip = existsSync(REPORT) ? false : 'the report itself is not beside this checkout';
  it('are paragraphs of the report', { skip }, () => {
    const known = new Set([...readFileSync(REPORT, 'utf8').matchAll(/^\s*-?\s*(\d\.\d+)\s/gm)].map(([, number]) => number));
    const files = [...Object.keys(sites), ...Object.keys(cases).map((name) => `cases/${name}.yaml`)].map((file) => path.join(folder, file));
    const named = files.flatMap((file) => notes(file).flatMap(({ note = '' }) => note.match(/\b\d\.\d+/g) ?? []));
    const reconstructed = Object.values(cases).flatMap(({ paragraphs = [] }) => paragraphs.flatMap((paragraph) => /^\d\.\d+/.exec(paragraph) ?? []));
    assert.ok(named.length > 100);
    assert.deepEqual([...named, ...reconstructed].filter((number) => !known.has(number)), []);
  });
});

describe('The conditions that the report describes', () => {
  it('each have a case file and the verdicts that follow', () => {
    const files = readdirSync(path.join(folder, 'cases')).filter((file) => file !== 'expected.yaml');
    assert.deepEqual(files.sort(), Object.keys(cases).map((name) => `${name}.yaml`).sort());
  });

  for (const [name, { before, paragraphs = [], ...expected }] of Object.entries(cases)) {
    const file = path.join(folder, 'cases', `${name}.yaml`);
    it(`are judged rightly: ${name}`, async () => {
      assert.deepEqual(differences(await judge(file), expected), []);
      if (before !== undefined) assert.deepEqual(differences(await judge(file, before.asAt), before), []);
    });

    it(`are plainly reconstructions, and say of which paragraphs: ${name}`, () => {
      const text = readFileSync(file, 'utf8');
      const header = text.slice(0, text.indexOf('register:'));
      assert.match(header, /^# Reconstructs .+fictional/is);
      for (const paragraph of paragraphs) assert.ok(header.includes(paragraph), `${paragraph} is not in the first lines`);
      assert.match(text, /name: "Fictional Council, /);
      for (const { place, note } of notes(file)) if (note !== undefined) assert.match(note, /^\d\.\d/, place);
    });
  }
});
