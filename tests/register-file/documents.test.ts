import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, it } from 'node:test';
import { LIMITS } from '../../src/model/register-file/limits.ts';
import { register } from './reading.ts';
import { WORDS } from './whole-register.ts';

const page = readFileSync(path.resolve(import.meta.dirname, '../../docs/reference/register-file.md'), 'utf8');

describe('the page about the register file', () => {
  it('shows files that are read', async () => {
    const examples = [...page.matchAll(/```yaml\n(.*?)```/gs)].map(([, example = '']) => example);
    const read = await Promise.all(examples.map((example) => register(example, 'x.yaml', WORDS)));
    assert.deepEqual(read.map(({ records }) => records.posts?.length), [2, 4]);
  });

  it('names the limits as they are', () => {
    for (const limit of [LIMITS.records, LIMITS.values, LIMITS.symbols, LIMITS.keys, LIMITS.anchors, LIMITS.rowsOfSheet, LIMITS.cells]) assert.ok(page.includes(limit.toLocaleString('en-GB')), `${limit}`);
    for (const megabytes of [LIMITS.bytes, LIMITS.unpackedBytes]) assert.ok(page.includes(`${megabytes / 1024 / 1024} MB`));
    for (const limit of [`${LIMITS.sheets} sheets`, `${LIMITS.columnsOfSheet} columns`, `| ${LIMITS.depth} |`, `| ${LIMITS.faults}, the rest`]) assert.ok(page.includes(limit), limit);
  });
});
