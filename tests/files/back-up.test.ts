import assert from 'node:assert/strict';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { before, describe, it } from 'node:test';
import { hexOf, type FileDigest } from '../../src/register/files/file-digest.ts';
import { digestOf } from './behaviour.ts';
import { answerable, Bench, done } from './run-command.ts';
import { pdf, word } from './samples.ts';

const bench = new Bench();
const { base } = bench;
const data = join(base, 'data');
const [report, protocol] = [pdf(), word('Agreed.')];

const kept = (digest: FileDigest, folder = data): string => join(folder, 'files', 'small', hexOf(digest).slice(0, 2), hexOf(digest).slice(2));

before(async () => {
  await bench.begin();
  for (const [name, bytes] of [['report.pdf', report], ['protocol.docx', protocol]] as const) await done('file', 'put', bench.file(name, bytes), '--data', data);
  await bench.evidence('report', { file: 'report.pdf', digest: digestOf(report) });
});

describe('Files of evidence in a back-up', () => {
  it('come along in a back-up, each checked, and are there again when it is restored', async () => {
    const made = join(base, 'back-up');
    assert.match(await done('backup', '--data', data, '-o', made), /^small: \d+ entries, root \S+, 2 files of evidence\n$/);
    const again = join(base, 'again');
    assert.match(await done('restore', made, '--data', again), /^small: intact, \d+ entries, root \S+, 2 files of evidence\n$/);
    assert.deepEqual(readFileSync(kept(digestOf(report), again)), Buffer.from(report));
    assert.equal((await answerable('file', 'check', '--data', again)).code, 0);
    const restored = new DatabaseSync(join(again, 'registers.sqlite'), { readOnly: true });
    assert.equal(restored.prepare(`SELECT count(*) AS n FROM sqlite_schema WHERE name = 'evidence_parts'`).get()?.['n'], 0, 'the files lie in the folder alone');
    restored.close();

    const harmed = new DatabaseSync(made);
    harmed.exec(`UPDATE evidence_parts SET content = CAST('other' AS BLOB) WHERE digest = '${digestOf(report)}'`);
    harmed.close();
    const broken = await answerable('restore', made, '--data', join(base, 'broken'));
    assert.deepEqual([broken.code, broken.err], [3, `${made}: This cannot be relied on: its file of evidence ${digestOf(report)} is not what its digest says.\n`]);
    assert.equal(existsSync(join(base, 'broken')), false);

    const foreign = new DatabaseSync(made);
    foreign.exec(`UPDATE evidence_parts SET register = '../../elsewhere'`);
    foreign.close();
    assert.equal((await answerable('restore', made, '--data', join(base, 'broken'))).code, 3);
    assert.equal(existsSync(join(base, 'broken')), false);
  });

  it('that are damaged are left out of a back-up, which is made all the same and says so', async () => {
    writeFileSync(kept(digestOf(report)), 'not what it was');
    const made = join(base, 'without');
    const { code, out, err } = await answerable('backup', '--data', data, '-o', made);
    assert.deepEqual([code, err], [5, `The file of evidence ${digestOf(report)} of small is damaged and is not in the back-up. Put it again, or take it from an older one.\n`]);
    assert.match(out, /, 1 file of evidence\n$/);
    const restored = await answerable('restore', made, '--data', join(base, 'less'));
    assert.equal(restored.code, 0, restored.err);
    assert.match((await answerable('file', 'check', '--data', join(base, 'less'))).out, new RegExp(`missing: ${digestOf(report)}, named by evidence/report`));
  });
});
