import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import { namedFiles } from '../../src/register/files/named-files.ts';
import type { AnyRecord } from '../../src/model/kind.ts';
import { digestOf } from './behaviour.ts';
import { answerable, Bench, done } from './run-command.ts';

const bench = new Bench();
before(() => bench.begin());

describe('Files of evidence when records are erased', () => {
  it('go with the last record that names them, and stay while another does', async () => {
    const [own, shared] = ['Of Ann alone.\n', 'Of Ann and of Ben.\n'];
    for (const [name, content] of [['own.txt', own], ['shared.txt', shared]] as const) await done('file', 'put', bench.file(name, content), ...bench.place);
    await bench.evidence('of-ann', { file: 'own.txt', digest: digestOf(own) });
    await bench.evidence('of-ann', { file: 'shared.txt', digest: digestOf(shared) });
    await bench.evidence('of-ben', { file: 'shared.txt', digest: digestOf(shared) });
    const proposed = await bench.act('erasure.propose', { records: ['evidence/of-ann'], authority: 'UK GDPR, article 17', why: 'She asked for it.' }, 'ann');
    assert.equal(proposed.code, 0, proposed.err);
    assert.equal((await answerable('file', 'list', ...bench.place)).out.split('\n').length, 3, 'a proposal removes nothing');
    const carried = await bench.act('erasure.carry-out', { proposal: Number(proposed.out) }, 'ben');
    assert.equal(carried.code, 0, carried.err);
    assert.match(carried.err, new RegExp(`The file ${digestOf(own)}, which nothing else names, is removed\\.`));
    assert.doesNotMatch(carried.err, new RegExp(digestOf(shared)));
    assert.match(await done('file', 'list', ...bench.place), new RegExp(`^${digestOf(shared)}  19 bytes  text/plain  evidence/of-ben\n$`));
    assert.equal((await answerable('file', 'check', ...bench.place)).code, 0);
  });
});

describe('What records say of files', () => {
  const entry = (...records: readonly object[]) => ({ changes: records.map((fields, n) => ({ kind: 'evidence' as const, id: String(n), record: { ref: `evidence/${n}`, id: String(n), valid: {}, ...fields } as AnyRecord })) });

  it('names a file that is kept, or one that lies elsewhere, or one that nothing can be held against', () => {
    const digest = digestOf('x');
    const { by, vague } = namedFiles([entry({ file: 'a.pdf', digest }, { digest: digest.slice(7).toUpperCase() }, { url: 'https://example.org', digest: digestOf('y') }, { file: 'b.pdf' }, { file: digest }, { file: 'c.pdf', digest: 'md5:12' }, { title: 'none' })]);
    assert.deepEqual([...by], [[digest, ['evidence/0', 'evidence/1', 'evidence/4']]]);
    assert.deepEqual(vague, ['evidence/3', 'evidence/5']);
  });

  it('counts what was said before as well as what is said now', () => {
    const { by } = namedFiles([entry({ file: 'a', digest: digestOf('x') }), entry({ file: 'a', digest: digestOf('y') })]);
    assert.deepEqual([...by.keys()], [digestOf('x'), digestOf('y')]);
  });
});
