import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { hexOf, type FileDigest } from '../../src/register/files/file-digest.ts';
import { digestOf } from './behaviour.ts';
import { answerable, Bench, done, ran } from './run-command.ts';
import { pdf, word } from './samples.ts';
import { startS3, type TestBucket } from './start-s3.ts';

const bench = new Bench();
const { base } = bench;
const data = join(base, 'data');
const file = bench.file.bind(bench);
const evidence = bench.evidence.bind(bench);

const kept = (digest: FileDigest, folder = data): string => join(folder, 'files', 'small', hexOf(digest).slice(0, 2), hexOf(digest).slice(2));

const report = pdf();
const protocol = word('Agreed.');

before(() => bench.begin());

describe('Files of evidence from the command line', () => {
  it('put prints the digest and how a record names it; get gives the same bytes back', async () => {
    const { code, out, err } = await answerable('file', 'put', file('The report.PDF', report), '--data', data);
    assert.deepEqual([code, out], [0, `${digestOf(report)}\n`]);
    assert.equal(err, `Kept. An evidence record names it so: file: "The report.pdf", digest: ${digestOf(report)}\n`);
    await evidence('report', { file: 'The report.pdf', digest: digestOf(report) });
    assert.deepEqual(JSON.parse(await done('file', 'put', file('protocol.docx', protocol), '--data', data, '--json')), {
      digest: digestOf(protocol), bytes: protocol.length, type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document', name: 'protocol.docx',
    });
    await done('file', 'get', hexOf(digestOf(report)), '--data', data, '-o', join(base, 'again.pdf'));
    assert.deepEqual(readFileSync(join(base, 'again.pdf')), Buffer.from(report));
  });

  it('list and check say which records name a file, and which file nothing names', async () => {
    await evidence('web', { url: 'https://example.org/a', digest: digestOf('elsewhere') });
    await evidence('vague', { file: 'somewhere.pdf' });
    assert.equal(await done('file', 'list', '--data', data), [
      [digestOf(report), `${digestOf(report)}  191 bytes  application/pdf  evidence/report\n`] as const,
      [digestOf(protocol), `${digestOf(protocol)}  ${protocol.length} bytes  application/vnd.openxmlformats-officedocument.wordprocessingml.document  named by no record\n`] as const,
    ].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, line]) => line).join(''));
    assert.equal(await done('file', 'check', '--data', data), `1 file that records name is there and what the digest says\nnamed by no record: ${digestOf(protocol)} (${protocol.length} bytes)\nno digest to hold a file against: evidence/vague\n`);
  });

  it('check says with exit code 5 what is damaged and what is missing, and get gives neither', async () => {
    const gone = digestOf('never here\n');
    await evidence('gone', { file: 'gone.txt', digest: gone });
    const missing = await answerable('file', 'check', '--data', data);
    assert.deepEqual([missing.code, missing.out.includes(`missing: ${gone}, named by evidence/gone\n`)], [5, true]);
    await done('file', 'put', file('gone.txt', 'never here\n'), '--data', data);
    assert.equal((await answerable('file', 'check', '--data', data)).code, 0);
    const bytes = readFileSync(kept(digestOf(report)));
    writeFileSync(kept(digestOf(report)), Buffer.concat([bytes.subarray(0, -3), Buffer.from('xxx')]));
    const { code, out } = await answerable('file', 'check', '--data', data, '--json');
    assert.equal(code, 5);
    assert.deepEqual((JSON.parse(out) as { damaged: unknown }).damaged, [{ digest: digestOf(report), by: ['evidence/report'] }]);
    const got = await answerable('file', 'get', digestOf(report), '--data', data, '-o', join(base, 'bad.pdf'));
    assert.equal(got.code, 5);
    assert.match(got.err, /^The file sha256:[0-9a-f]{64} is damaged where it is kept/);
    assert.deepEqual(readdirSync(base).filter((name) => name.startsWith('bad.pdf')), []);
    assert.equal((await answerable('verify', '--data', data)).code, 0, 'the register itself is as it was');
    await done('file', 'put', file('The report.pdf', report), '--data', data);
    assert.equal((await answerable('file', 'check', '--data', data)).code, 0, 'put again, it is mended');
  });

  it('remove takes away what no record names, and nothing else', async () => {
    const named = await answerable('file', 'remove', digestOf(report), '--data', data);
    assert.deepEqual([named.code, named.err], [3, '`evidence/report` names this file, now or before. It goes when what names it is erased.\n']);
    assert.equal(await done('file', 'remove', digestOf(protocol), '--data', data), `Removed ${digestOf(protocol)}\n`);
    assert.equal(existsSync(kept(digestOf(protocol))), false);
    assert.equal((await answerable('file', 'remove', digestOf(protocol), '--data', data)).code, 3);
  });

  it('refuses what cannot be, in a sentence', async () => {
    for (const [args, code, said] of [
      [['put', file('page.html', '<html></html>')], 3, /`page\.html` holds a web page \(HTML\)\. A file of evidence is PDF/],
      [['put', join(base, 'nowhere.pdf')], 3, /nowhere\.pdf: This file cannot be read\./],
      [['get', digestOf('none'), '-o', join(base, 'none')], 3, /No file with the digest sha256:[0-9a-f]{64} is kept for this register\./],
      [['get', 'sha256:12', '-o', join(base, 'none')], 2, /is not the digest of a file/],
      [['get', digestOf(report)], 2, /-o PATH/],
      [['get', digestOf(report), '-o', join(base, 'no', 'such', 'folder')], 3, /This file cannot be written \(ENOENT\)\./],
      [['chekc'], 2, /`chekc` is nothing to do with a file: put, get, list, check or remove\. Did you mean `check`\?/],
      [['list', '--files', 's4'], 2, /`s4` is not a place for files of evidence.* Did you mean `s3`\?/],
      [['list', '--files', 's3'], 2, /the environment lacks ANSWERABLE_S3_ENDPOINT, ANSWERABLE_S3_BUCKET/],
    ] as const) {
      const refused = await answerable('file', ...args, '--data', data);
      assert.equal(refused.code, code, refused.err);
      assert.match(refused.err, said);
    }
  });
});

describe('Files of evidence in a bucket, from the command line', () => {
  let bucket: TestBucket;
  before(async () => {
    bucket = await startS3(join(base, 's3'));
  });
  after(() => bucket.stop());

  it('are put, listed and given back with the environment alone, and a back-up brings them along', async () => {
    const { endpoint, bucket: name, region, accessKeyId, secretAccessKey } = bucket.place;
    const env = { ANSWERABLE_FILES: 's3', ANSWERABLE_S3_ENDPOINT: endpoint, ANSWERABLE_S3_BUCKET: name, ANSWERABLE_S3_REGION: region, ANSWERABLE_S3_ACCESS_KEY_ID: accessKeyId, ANSWERABLE_S3_SECRET_ACCESS_KEY: secretAccessKey };
    const put = await ran(env, 'file', 'put', file('protocol.docx', protocol), '--data', data);
    assert.equal(put.code, 0, put.err);
    assert.equal(existsSync(kept(digestOf(protocol))), false);
    const got = await ran(env, 'file', 'get', digestOf(protocol), '--data', data, '-o', join(base, 'got.docx'));
    assert.equal(got.code, 0, got.err);
    assert.deepEqual(readFileSync(join(base, 'got.docx')), Buffer.from(protocol));
    assert.match((await ran(env, 'file', 'list', '--data', data)).out, /named by no record/);
    const made = join(base, 'from-bucket');
    assert.match((await ran(env, 'backup', '--data', data, '-o', made)).out, /, 1 file of evidence\n$/);
    assert.equal((await ran({}, 'restore', made, '--data', join(base, 'from-bucket-again'))).code, 0);
    assert.deepEqual(readFileSync(kept(digestOf(protocol), join(base, 'from-bucket-again'))), Buffer.from(protocol));
    const open = await ran({ ...env, ANSWERABLE_S3_ENDPOINT: 'http://s3.example.org' }, 'file', 'list', '--data', data);
    assert.deepEqual([open.code, /begins with https:\/\//.test(open.err)], [2, true]);
  });
});
