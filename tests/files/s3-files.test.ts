import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { EvidenceFiles } from '../../src/register/files/evidence-files.ts';
import { listedKeys } from '../../src/register/files/stores/s3-listing.ts';
import { S3Files } from '../../src/register/files/stores/s3-files.ts';
import { codeOf, digestOf, good } from './behaviour.ts';
import { gathered, inPieces } from './samples.ts';
import { sha256, signatureFault } from './signature-v4.ts';
import { startS3, type TestBucket } from './start-s3.ts';

const folder = await mkdtemp(join(tmpdir(), 'bucket-'));
let bucket: TestBucket;
before(async () => {
  bucket = await startS3(folder);
});
after(async () => {
  await bucket.stop();
  await rm(folder, { recursive: true, force: true });
});

/** The examples of AWS's own description, "Signature Calculations for the Authorization Header". */
const PUBLISHED = { secret: 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY', id: 'AKIAIOSFODNN7EXAMPLE', host: 'examplebucket.s3.amazonaws.com', at: '20130524T000000Z' };

describe('A bucket for files of evidence', () => {
  it('is guarded in these tests by a check that accepts what AWS published and nothing else', () => {
    const headers = (signed: string, signature: string, more: Readonly<Record<string, string>> = {}) => ({
      host: PUBLISHED.host, 'x-amz-date': PUBLISHED.at, 'x-amz-content-sha256': sha256(''), ...more,
      authorization: `AWS4-HMAC-SHA256 Credential=${PUBLISHED.id}/20130524/us-east-1/s3/aws4_request,SignedHeaders=${signed},Signature=${signature}`,
    });
    const get = { method: 'GET', url: '/test.txt', headers: headers('host;range;x-amz-content-sha256;x-amz-date', 'f0e8bdb87c964420e857bd35b5d6ed310bd44f0170aba48dd91039c6036bdb41', { range: 'bytes=0-9' }) };
    const list = { method: 'GET', url: '/?max-keys=2&prefix=J', headers: headers('host;x-amz-content-sha256;x-amz-date', '34b48302e7b5fa45bde8084f4b7868a86f0a534bc59db6670ed5711ef69dc6f7') };
    assert.equal(signatureFault(get, PUBLISHED.secret), undefined);
    assert.equal(signatureFault(list, PUBLISHED.secret), undefined);
    assert.equal(signatureFault({ ...get, url: '/other.txt' }, PUBLISHED.secret), 'SignatureDoesNotMatch');
    assert.equal(signatureFault(get, `${PUBLISHED.secret}x`), 'SignatureDoesNotMatch');
    assert.equal(signatureFault({ ...get, headers: {} }, PUBLISHED.secret), 'AccessDenied');
  });

  it('takes nothing from who does not have its key, and says so without telling the key', async () => {
    const files = new EvidenceFiles(new S3Files({ ...bucket.place, secretAccessKey: 'guessed-key' }, 'small'));
    const put = await files.put(inPieces('words\n'), { name: 'a.txt' });
    assert.equal(codeOf(put), 'file-not-kept');
    assert.match(put.ok ? '' : (put.faults[0]?.sentence ?? ''), /the store of files answered 403/);
    assert.doesNotMatch(JSON.stringify(put), /guessed-key/);
    await assert.rejects(files.get(digestOf('words\n')), /answered 403/);
  });

  it('is sent a file once, though the register has a name of other letters', async () => {
    const files = new EvidenceFiles(new S3Files(bucket.place, 'tŷ-gwyn'));
    bucket.seen.length = 0;
    const { digest } = good(await files.put(inPieces('words\n'), { name: 'a.txt' }));
    good(await files.put(inPieces('words\n'), { name: 'b.txt' }));
    assert.equal(bucket.seen.filter((line) => line.startsWith('PUT ')).length, 1);
    assert.deepEqual((await gathered(files.list())).map((one) => one.digest), [digest]);
  });

  it('keeps the first of two that are put at once', async () => {
    const store = new S3Files(bucket.place, 'at-once');
    const [one, two] = [await store.draft(), await store.draft()];
    const facts = { digest: digestOf('words\n'), bytes: 6, type: 'text/plain' };
    for (const draft of [one, two]) await draft.handle.write('words\n');
    bucket.seen.length = 0;
    await one.keep(facts, false);
    await two.keep(facts, false);
    assert.equal(bucket.seen.filter((line) => line.startsWith('PUT ')).length, 1, 'the second was refused by its condition');
    await two.keep(facts, true);
    assert.equal(bucket.seen.filter((line) => line.startsWith('PUT ')).length, 2);
    await one.end();
    await two.end();
  });

  it('refuses content that is not what was signed', async () => {
    const draft = await new S3Files(bucket.place, 'other').draft();
    await draft.handle.write('wordz\n');
    await assert.rejects(draft.keep({ digest: digestOf('words\n'), bytes: 6, type: 'text/plain' }, false), /answered 400 \(XAmzContentSHA256Mismatch\)/);
    await draft.end();
  });

  it('is listed page by page', () => {
    const page = '<?xml version="1.0"?><ListBucketResult xmlns="x"><IsTruncated>true</IsTruncated><Contents><Key>a&amp;b</Key><ETag>"x"</ETag></Contents><Contents><Key>c</Key></Contents><NextContinuationToken>t/1=</NextContinuationToken></ListBucketResult>';
    assert.deepEqual(listedKeys(page), { keys: ['a&b', 'c'], next: 't/1=' });
    assert.deepEqual(listedKeys('<ListBucketResult><IsTruncated>false</IsTruncated></ListBucketResult>'), { keys: [], next: undefined });
    for (const wrong of ['', '<html></html>', '<ListBucketResult><IsTruncated>true</IsTruncated></ListBucketResult>', '<ListBucketResult><Contents>']) assert.throws(() => listedKeys(wrong), /cannot be read/, wrong);
  });

  it('is listed whole where it has more than one page', async () => {
    const store = new S3Files(bucket.place, 'many');
    const files = new EvidenceFiles(store);
    const wanted: string[] = [];
    for (let n = 0; n < 25; n += 1) wanted.push(good(await files.put(inPieces(`number ${n}\n`), { name: 'n.txt' })).digest);
    assert.deepEqual(await gathered(store.digests()), wanted.sort());
  });
});
