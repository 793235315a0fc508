import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { describe, it } from 'node:test';
import { date } from '../../src/kernel/date.ts';
import { parseInstant } from '../../src/kernel/instant.ts';
import { bodyDigest, leafBytes, type LeafContent } from '../../src/register/log/leaf.ts';

const salt = Buffer.alloc(32, 5);
const body = '{"title":"Director"}';
const entry: LeafContent = {
  number: 7,
  recordedAt: parseInstant('2026-06-04T09:30:00+01:00') ?? assert.fail(),
  actor: { person: 'sian-example', post: 'monitoring-officer' },
  act: 'record.put',
  reason: 'Penderfynwyd gan y cabinet – “eitem 4”\n😀',
  idempotencyKey: 'k-1',
  changes: [
    { kind: 'posts', id: 'director', from: date('2026-06-01'), bodyDigest: bodyDigest(salt, body) },
    { kind: 'posts', id: 'head', from: date('2026-06-01'), until: date('2026-07-01') },
  ],
};

const bytesOf = (content: LeafContent): Uint8Array => {
  const leaf = leafBytes(content);
  return leaf.ok ? leaf.value : assert.fail(leaf.faults[0]?.code);
};

describe('The leaf of an entry', () => {
  it('has exactly these bytes', () => {
    const digest = createHash('sha256').update(salt).update(body).digest('hex');
    assert.equal(
      Buffer.from(bytesOf(entry)).toString('utf8'),
      '{"act":"record.put","actor":{"person":"sian-example","post":"monitoring-officer"},' +
        `"changes":[{"bodyDigest":"${digest}","from":"2026-06-01","id":"director","kind":"posts"},` +
        '{"from":"2026-06-01","id":"head","kind":"posts","until":"2026-07-01"}],' +
        '"idempotencyKey":"k-1","number":7,"reason":"Penderfynwyd gan y cabinet – “eitem 4”\\n😀","recordedAt":"2026-06-04T08:30:00.000Z"}',
    );
  });

  it('does not depend on how the entry was put together, and holds nothing that is not named', () => {
    const { changes, ...rest } = entry;
    const shuffled = { changes: changes.map((change) => ({ ...Object.fromEntries(Object.entries(change).reverse()), record: 'a secret' }) as unknown as typeof change), until: undefined, ...rest };
    assert.deepEqual(bytesOf(shuffled), bytesOf(entry));
  });

  it('says less when no post was acted in, and keeps the order of the changes', () => {
    assert.doesNotMatch(Buffer.from(bytesOf({ ...entry, actor: { person: 'p' } })).toString(), /post"/);
    assert.notDeepEqual(bytesOf({ ...entry, changes: entry.changes.toReversed() }), bytesOf(entry));
  });

  it('takes 65,535 bytes and not one more', () => {
    const least = bytesOf({ ...entry, reason: '' }).length;
    assert.equal(bytesOf({ ...entry, reason: 'x'.repeat(65_535 - least) }).length, 65_535);
    const tooLarge = leafBytes({ ...entry, reason: 'x'.repeat(65_536 - least) });
    assert.equal(tooLarge.ok ? '' : tooLarge.faults[0]?.code, 'leaf-too-large');
  });

  it('refuses half a character, which no UTF-8 can hold', () => {
    const broken = leafBytes({ ...entry, reason: 'a\ud800b' });
    assert.equal(broken.ok ? '' : broken.faults[0]?.code, 'leaf-not-unicode');
  });

  it('refuses a number that no entry can have', () => {
    for (const number of [-1, 1.5, 2 ** 53]) assert.throws(() => leafBytes({ ...entry, number }), RangeError);
  });
});

describe('The digest of a body', () => {
  it('differs with the salt, so that a short body cannot be guessed from it', () => {
    assert.notEqual(bodyDigest(salt, body), bodyDigest(Buffer.alloc(32, 6), body));
  });

  it('asks for a whole salt', () => assert.throws(() => bodyDigest(new Uint8Array(31), body), RangeError));
});
