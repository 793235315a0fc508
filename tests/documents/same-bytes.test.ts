import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { describe, it } from 'node:test';
import { pdf } from '../../src/documents/pdf/pdf.ts';
import { word } from '../../src/documents/word/word.ts';
import { given } from './given.ts';
import { paper } from './papers.ts';

const SCRIPT = fileURLToPath(new URL('write-paper.ts', import.meta.url));

describe('The same paper', () => {
  it('is the same bytes in two processes, in two time zones, as HTML, Word and PDF', () => {
    const [one, other] = ['Europe/London', 'Pacific/Kiritimati'].map((TZ) => spawnSync(process.execPath, [SCRIPT], { encoding: 'utf8', env: { ...process.env, TZ } }));
    assert.equal(one?.status, 0, one?.stderr);
    assert.equal(one?.stdout.trim().split('\n').length, 3);
    assert.equal(other?.stdout, one?.stdout);
  });

  it('is the same bytes when it is written again by the same process', async () => {
    for (const write of [word, pdf]) {
      const first = given(await write(paper()));
      given(await write(paper({ in: 'cy' })));
      assert.deepEqual(given(await write(paper())), first);
    }
  });

  it('is the same bytes when many are asked for at once', async () => {
    const many = await Promise.all(Array.from({ length: 6 }, () => pdf(paper())));
    const [first, ...others] = many.map(given);
    for (const other of others) assert.deepEqual(other, first);
  });

  it('is other bytes when a word of it is another', async () => {
    const changed = { ...paper(), by: 'Another council' };
    for (const write of [word, pdf]) assert.notDeepEqual(given(await write(changed)), given(await write(paper())));
  });
});
