/**
 * `npm run new:operator NAME`: writes `src/rules/operators/<name>.ts` and its test, and adds the operator to the list. What it
 * writes works: it is met where a post of an office exists. Change it, test by test, into what is wanted.
 */
import { existsSync, readFileSync } from 'node:fs';
import { camel, refuse, write } from './generating.ts';

const fileName = process.argv[2] ?? '';
const name = camel(fileName);
const operatorFile = `src/rules/operators/${fileName}.ts`;
const testFile = `tests/rules/operators/${fileName}.test.ts`;
const listFile = 'src/rules/operators.ts';

if (!/^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/.test(fileName)) {
  refuse(`Name the operator as its file will be named, in small letters and hyphens: \`npm run new:operator held-in-public\`. Found \`${fileName}\`.`);
} else if (existsSync(operatorFile)) {
  refuse(`${operatorFile} exists already.`);
} else {
  write(operatorFile, operator());
  write(testFile, test());
  write(listFile, listed(readFileSync(listFile, 'utf8')));
  console.log('\nThen give it worked examples in a pack, one on each side of its boundary: docs in CONTRIBUTING.md.');
}

/** The list of operators with this one in its alphabetical place, in the imports and in the list. */
function listed(list: string): string {
  const importOf = (file: string, exported: string): string => `import { ${exported} } from './operators/${file}.ts';`;
  const withImport = inOrder(list, /^import \{ \w+ \} from '\.\/operators\/[\w-]+\.ts';$/gm, importOf(fileName, name), (line) => line.replace(/.*operators\//, ''));
  return inOrder(withImport, /^ {2}\w+,$/gm, `  ${name},`, (line) => line);
}

/** The text with one more line among the lines that match, before the first of them that sorts after it. */
function inOrder(text: string, lines: RegExp, added: string, keyOf: (line: string) => string): string {
  const present = [...text.matchAll(lines)];
  const next = present.find(([line]) => keyOf(line) > keyOf(added));
  if (next !== undefined) return `${text.slice(0, next.index)}${added}\n${text.slice(next.index)}`;
  const last = present.at(-1);
  if (last === undefined) throw new Error(`${listFile} has no list to add to.`);
  const end = last.index + last[0].length;
  return `${text.slice(0, end)}\n${added}${text.slice(end)}`;
}

function operator(): string {
  return `import { z } from 'zod';
import { noSuchPost } from '../absence.ts';
import { postsDesignated } from '../offices.ts';
import { defineOperator } from '../operator.ts';
import { met, reason } from '../outcome.ts';

const says = {
  stands: { en: '{posts} stands on the register.', cy: 'Mae {posts} ar y gofrestr.' },
};

/** When it is met, in words that an officer would use: a post of the office stands on the register. */
export const ${name} = defineOperator({
  name: '${name}',
  params: ({ office }) => z.strictObject({ of: office }),
  evaluate({ of }, facts) {
    const posts = postsDesignated(facts, of).map(({ ref }) => ref);
    if (posts.length === 0) return noSuchPost(facts, of);
    return met(reason(says.stands, { posts }, posts));
  },
  explain: ({ of }) => ({
    says: { en: 'A post of {of} stands on the register.', cy: 'Mae swydd {of} ar y gofrestr.' },
    with: { of },
  }),
});
`;
}

function test(): string {
  return `import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { packFolder } from '../../../src/guidance/bundled.ts';
import { loadPack } from '../../../src/guidance/load.ts';
import { date } from '../../../src/kernel/date.ts';
import { duration } from '../../../src/kernel/duration.ts';
import type { KindName } from '../../../src/model/kinds.ts';
import type { RecordsByKind } from '../../../src/model/register-header.ts';
import { Snapshot } from '../../../src/register/snapshot.ts';
import { Facts } from '../../../src/rules/facts.ts';
import { ${name} } from '../../../src/rules/operators/${fileName}.ts';
import type { Outcome } from '../../../src/rules/outcome.ts';
import { PackWords } from '../../../src/rules/pack-words.ts';

const loaded = loadPack(packFolder('wales-2009'));
assert.ok(loaded.ok);
const words = new PackWords(loaded.value.pack);

/** What the operator answers on 10 December 2012, with a look-back of a year. */
function answer(params: unknown, records: RecordsByKind, completeFor: readonly KindName[] = []): Outcome {
  const header = { id: 'example', authority: { name: { en: 'Example' }, nation: 'wales' as const }, completeFor, thresholds: {} };
  const snapshot = new Snapshot({ header, records }, date('2012-12-10'));
  return ${name}.evaluate(${name}.params(words.schemas()).parse(params), new Facts(snapshot, words, duration('P1Y')));
}

const params = { of: 'director-of-social-services' };
const director = {
  ref: 'posts/director' as const,
  id: 'director',
  title: { en: 'Director' },
  unit: undefined,
  reportsTo: undefined,
  designations: ['director-of-social-services'],
  alsoResponsibleFor: [],
  grade: undefined,
  valid: { from: undefined, until: undefined },
};

describe('The operator ${name}', () => {
  it('is met on the near side of its boundary and names the record that decided', () => {
    const { verdict, because } = answer(params, { posts: [director] });
    assert.equal(verdict, 'met');
    assert.deepEqual(because.map(({ records }) => records), [['posts/director']]);
  });

  it('is not met on the far side where the register claims to be complete, and not known where it does not', () => {
    const other = { ...director, designations: [] };
    assert.equal(answer(params, { posts: [other] }, ['posts']).verdict, 'not-met');
    const open = answer(params, { posts: [other] });
    assert.equal(open.verdict, 'not-known');
    assert.ok(open.missing.length > 0);
  });

  it('refuses a word that the pack does not have', () => {
    assert.throws(() => answer({ of: 'director-of-nothing' }, {}), /director-of-nothing|Invalid option/);
  });

  it('explains itself in both languages with every place filled', () => {
    const { says, with: filled = {} } = ${name}.explain(${name}.params(words.schemas()).parse(params));
    for (const sentence of [says.en, says.cy]) {
      for (const [, place = ''] of sentence.matchAll(/\\{(\\w+)\\}/g)) assert.ok(place in filled, place);
    }
  });
});
`;
}
