import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { it } from 'node:test';
import type { Instant } from '../../src/kernel/instant.ts';
import { KEY_KIND, OutOfStep, type Appended, type KeptChange, type KeptEntry, type Store } from '../../src/register/store/store.ts';

const hash = (text: string): Buffer => createHash('sha256').update(text).digest();

const body = (text: string): KeptChange['put'] => ({ digest: hash(text).toString('hex'), salt: hash(`salt of ${text}`), body: JSON.stringify({ text }) });

export const entry = (number: number, more: Partial<KeptEntry> = {}): KeptEntry => ({
  number,
  recordedAt: '2013-01-01T12:00:00.000Z' as Instant,
  person: 'clerk',
  post: undefined,
  act: 'test',
  reason: 'For the test.',
  key: `k${number}`,
  leafHash: hash(`leaf ${number}`),
  changes: [{ kind: 'persons', id: `p${number}`, from: undefined, until: undefined, put: body(`entry ${number}`) }],
  ...more,
});

export const noteOf = (size: number): string => `note of ${size}\n`;

export const commit = (entries: readonly KeptEntry[], more: Partial<Appended> = {}): Appended => {
  const size = (entries.at(-1)?.number ?? -1) + 1;
  return { after: entries[0]?.number ?? size, entries, current: [], checkpoint: { size, note: noteOf(size) }, ...more };
};

/** An entry as it reads back: bytes as one type, and no member that is there and undefined. */
const plain = (entries: readonly KeptEntry[]): unknown =>
  JSON.parse(JSON.stringify(entries, (_key, value: unknown) => (value instanceof Uint8Array ? Buffer.from(value).toString('hex') : isBuffer(value) ? Buffer.from(value.data).toString('hex') : value)));

const isBuffer = (value: unknown): value is { readonly data: readonly number[] } => typeof value === 'object' && value !== null && 'type' in value && value.type === 'Buffer' && 'data' in value;

const same = (read: readonly KeptEntry[], written: readonly KeptEntry[]): void => assert.deepEqual(plain(read), plain(written));

/** A store under test, empty. */
export interface Opened {
  readonly store: Store;
  /** The same place once more, as another process would open it. */
  readonly again: () => Promise<Store>;
  /** As readers with SQL ask it: rows with their values as text, and null. */
  readonly rows: (register: string, sql: string) => Promise<readonly Readonly<Record<string, unknown>>[]>;
}

/** What every store does, whatever it keeps its entries in. */
export function behaves(open: () => Promise<Opened>): void {
  it('has nothing of a register that never began', async () => {
    const { store } = await open();
    assert.deepEqual([await store.registers(), await store.size('r'), await store.entries('r'), await store.checkpoint('r'), await store.cosigned('r')], [[], 0, [], undefined, []]);
  });

  it('reads back what was appended, in order, from any entry on, and after it was opened again', async () => {
    const { store, again } = await open();
    const ends: KeptChange = { kind: 'posts', id: 'chief', from: '2013-01-01', until: '2014-01-01', put: undefined };
    const all = [
      entry(0, { post: 'chief', changes: [{ kind: 'posts', id: 'chief', from: undefined, until: undefined, put: body('a') }, ends, { kind: 'posts', id: 'chief', from: '2012-01-01', until: undefined, put: body('b') }] }),
      entry(1), entry(2, { changes: [ends] }), entry(3),
    ];
    await store.append('r', commit(all.slice(0, 1)));
    await store.append('r', commit(all.slice(1)));
    for (const reading of [store, await again()]) {
      same(await reading.entries('r'), all);
      same(await reading.entries('r', 2), all.slice(2));
      same(await reading.entries('r', 4), []);
      assert.deepEqual([await reading.size('r'), await reading.checkpoint('r')], [4, noteOf(4)]);
    }
  });

  it('keeps text and bytes to the last bit', async () => {
    const { store } = await open();
    const texts = ['Ystrad Mynach — Caerffili ŵŷâ', '\u{1F3F4}\u{E0067}\u{E0062}\u{E0077}\u{E006C}\u{E0073}\u{E007F}', 'e\u0301 is not \u00e9', '\u202eright to left\u202c', '\uFEFFmark', 'a\nb\tc\r\n', `'; DROP TABLE kept_entries; --`, '\\x00 \\u0000 {"a":[1,null]} {a,b,NULL}', '\u007f\u0085\u2028', ' '.repeat(3), 'x'.repeat(100_000)];
    const all = texts.map((text, number) => entry(number, { person: `p ${text.slice(0, 50)}`, reason: text, changes: [{ kind: 'persons', id: `ŵ${number}`, from: undefined, until: undefined, put: { ...(body(text) as { digest: string; salt: Uint8Array; body: string }), salt: Uint8Array.from({ length: 32 }, (_, n) => (n * 37 + number) % 256), body: JSON.stringify({ text }) } }] }));
    await store.append('r', commit(all));
    same(await store.entries('r'), all);
  });

  it('never keeps a NUL in silence: it is refused, or reads back', async () => {
    const { store } = await open();
    const all = [entry(0, { reason: 'a\u0000b' })];
    const kept = await store.append('r', commit(all)).then(() => true, () => false);
    same(await store.entries('r'), kept ? all : []);
    assert.equal(await store.size('r'), kept ? 1 : 0);
  });

  it('refuses, whole, what was decided on another size or upon another checkpoint', async () => {
    const { store } = await open();
    await store.append('r', commit([entry(0)]));
    for (const wrong of [commit([entry(0)]), commit([entry(2)]), commit([entry(5), entry(6)])]) await assert.rejects(store.append('r', wrong), OutOfStep);
    await assert.rejects(store.append('r', commit([entry(1)], { upon: noteOf(7) })), OutOfStep);
    await assert.rejects(store.append('s', commit([entry(1)])), OutOfStep);
    same(await store.entries('r'), [entry(0)]);
    assert.deepEqual(await store.registers(), ['r']);
    await store.append('r', commit([entry(1)], { upon: noteOf(1) }));
    assert.equal(await store.size('r'), 2);
  });

  it('keeps all of a commit or nothing of it, and takes the next one after it failed', async () => {
    const { store } = await open();
    await store.append('r', commit([entry(0)]));
    const twice = commit([entry(1), entry(2), entry(2, { key: 'k3' })], { current: [{ kind: 'persons', id: 'p', versions: [{ body: '{}', entry: 2, said: { entry: 2, position: 0 } }] }] });
    await assert.rejects(store.append('r', twice), (error) => !(error instanceof OutOfStep));
    assert.deepEqual([await store.size('r'), await store.checkpoint('r')], [1, noteOf(1)]);
    await store.append('r', commit([entry(1)]));
    same(await store.entries('r'), [entry(0), entry(1)]);
  });

  it('lists registers in the order in which they began, and keeps each apart from the others', async () => {
    const { store } = await open();
    for (const register of ['zeta', 'alpha', 'ŵyl', 'mu']) await store.append(register, commit([entry(0, { reason: register })]));
    await store.append('alpha', commit([entry(1)], { current: [{ kind: 'persons', id: 'p1', versions: [{ body: '{}', entry: 1, said: { entry: 1, position: 0 } }] }] }));
    await store.cosign('mu', 1, ['— w mu']);
    assert.deepEqual(await store.registers(), ['zeta', 'alpha', 'ŵyl', 'mu']);
    assert.deepEqual(await Promise.all(['zeta', 'alpha', 'ŵyl', 'mu', 'alph', 'alpha%'].map((register) => store.size(register))), [1, 2, 1, 1, 0, 0]);
    for (const register of ['zeta', 'ŵyl', 'mu']) same(await store.entries(register), [entry(0, { reason: register })]);
    assert.deepEqual([await store.cosignatures('zeta', 1), await store.cosigned('mu')], [[], [1]]);
  });

  it('keeps many registers, each as long as it is', async () => {
    const { store } = await open();
    const ids = Array.from({ length: 40 }, (_, n) => `r${n}`);
    for (const register of ids) await store.append(register, commit([entry(0, { reason: register })]));
    for (const register of ids) await store.append(register, commit([entry(1, { reason: register }), entry(2)]));
    for (const register of ids) same(await store.entries(register), [entry(0, { reason: register }), entry(1, { reason: register }), entry(2)]);
    assert.deepEqual(await store.registers(), ids);
  });

  it('takes a body away for ever and leaves its digest with the entry that erased it', async () => {
    const { store, again } = await open();
    await store.append('r', commit([entry(0), entry(1)]));
    // The second body comes and goes in one commit; the third came erased, with a history.
    const gone = (number: number): KeptChange => ({ kind: 'persons', id: `p${number}`, from: undefined, until: undefined, put: { digest: (body(`entry ${number}`) as { digest: string }).digest, erasedBy: 3 } });
    await store.append('r', commit([entry(2), entry(3, { changes: [gone(9)] })], { erased: [{ entry: 0, position: 0, by: 3 }, { entry: 2, position: 0, by: 3 }] }));
    const left = [entry(0, { changes: [gone(0)] }), entry(1), entry(2, { changes: [gone(2)] }), entry(3, { changes: [gone(9)] })];
    for (const reading of [store, await again()]) same(await reading.entries('r'), left);
    assert.equal(typeof (await store.purge()), 'boolean');
    same(await store.entries('r'), left);
  });

  it('keeps cosignatures of a checkpoint once each, in the order in which they came', async () => {
    const { store, again } = await open();
    await store.append('r', commit([entry(0), entry(1), entry(2)]));
    await store.cosign('r', 2, ['— b 1', '— a 1']);
    await store.cosign('r', 2, ['— a 1', '— 0 2', '— b 1']);
    await store.cosign('r', 3, ['— a 3']);
    for (const reading of [store, await again()]) {
      assert.deepEqual(await reading.cosignatures('r', 2), ['— b 1', '— a 1', '— 0 2']);
      assert.deepEqual([await reading.cosignatures('r', 1), await reading.cosigned('r')], [[], [3, 2]]);
    }
  });

  it('keeps the checkpoints of the last 1,024 entries, and before them one for every 256 and those at which the key changed', async () => {
    const { store, rows } = await open();
    await store.append('r', commit([entry(0)]));
    await store.append('r', commit([entry(1, { changes: [{ kind: KEY_KIND, id: 'ab', put: body('key') }] })]));
    for (let number = 2; number < 1_400; number += 1) await store.append('r', commit([entry(number)]));
    const sizes = (await rows('r', `SELECT size FROM kept_checkpoints WHERE register = 'r' ORDER BY size`)).map(({ size }) => Number(size));
    // Thinned now and then, at the latest when 256 more have come.
    assert.deepEqual(sizes.filter((size) => size < 1_400 - 1_024 - 256), [2]);
    assert.ok(sizes.includes(256));
    assert.deepEqual(sizes.filter((size) => size >= 376), Array.from({ length: 1_025 }, (_, n) => 376 + n));
    assert.equal(await store.checkpoint('r'), noteOf(1_400));
  });

  it('keeps very many entries in one commit', async () => {
    const { store } = await open();
    const all = Array.from({ length: 12_345 }, (_, number) => entry(number));
    const current = all.map(({ number }) => ({ kind: 'persons', id: `p${number}`, versions: [{ body: `{"n":${number}}`, entry: number, said: { entry: number, position: 0 } }] }));
    await store.append('r', commit(all, { current }));
    assert.equal(await store.size('r'), all.length);
    same((await store.entries('r')).slice(-3), all.slice(-3));
    same(await store.entries('r', 12_340), all.slice(12_340));
    await assert.rejects(store.append('r', commit(all)), OutOfStep);
  });

  it('shows current records as plain rows that follow the entries, and those of today in a view for each kind', async () => {
    const { store, rows } = await open();
    const title = (words: string): string => JSON.stringify({ title: { en: words, cy: `${words} (cy)` }, designations: ['a', 'b'] });
    const put = (kind: string, id: string, text: string, from?: string, until?: string): KeptChange => ({ kind, id, from, until, put: { digest: hash(text).toString('hex'), salt: hash('salt'), body: text } });
    /** Each version names the change that said it, one after the other as the entry has them. */
    const rowsOf = (by: KeptEntry, first: number, kind: string, id: string): Appended['current'][number] => ({
      kind, id,
      versions: by.changes.flatMap((change, position) => (change.kind !== kind || change.id !== id || change.put === undefined || !('body' in change.put) ? [] : [{ from: change.from, until: change.until, body: change.put.body, entry: first, said: { entry: by.number, position } }])),
    });
    const versions = (): ReturnType<typeof rows> => rows('r', `SELECT kind, id, version, valid_from, valid_until, entry, body FROM current_records WHERE register = 'r' ORDER BY kind, id, version`);
    const begun = entry(0, { changes: [put('posts', 'chief', title('old'), undefined, '2012-01-01'), put('posts', 'chief', title('now'), '2012-01-01'), put('posts', 'chief', title('far'), '9998-01-01'), put('posts', 'deputy', title('deputy')), put('seats', 's', '{"body":"bodies/cmt","note":"x"}')] });
    await store.append('r', commit([begun], { current: [rowsOf(begun, 0, 'posts', 'chief'), rowsOf(begun, 0, 'posts', 'deputy'), rowsOf(begun, 0, 'seats', 's')] }));
    assert.deepEqual((await versions()).map(({ id, version, valid_from: from, valid_until: until, entry: by }) => [id, Number(version), from, until, Number(by)]), [['chief', 0, null, '2012-01-01', 0], ['chief', 1, '2012-01-01', null, 0], ['chief', 2, '9998-01-01', null, 0], ['deputy', 0, null, null, 0], ['s', 0, null, null, 0]]);
    assert.deepEqual(await rows('r', `SELECT id, valid_from, title, title_cy, body FROM posts WHERE register = 'r' ORDER BY id`), [
      { id: 'chief', valid_from: '2012-01-01', title: 'now', title_cy: 'now (cy)', body: title('now') },
      { id: 'deputy', valid_from: null, title: 'deputy', title_cy: 'deputy (cy)', body: title('deputy') },
    ]);
    assert.deepEqual(await rows('r', `SELECT body, note, record_json FROM seats WHERE register = 'r'`), [{ body: 'bodies/cmt', note: 'x', record_json: '{"body":"bodies/cmt","note":"x"}' }]);
    const next = entry(1, { changes: [put('posts', 'chief', title('new'), '2013-01-01')] });
    await store.append('r', commit([next], { current: [rowsOf(next, 1, 'posts', 'chief'), { kind: 'posts', id: 'deputy', versions: [] }] }));
    assert.deepEqual((await versions()).map(({ id, version, body: text }) => [id, Number(version), text]), [['chief', 0, title('new')], ['s', 0, '{"body":"bodies/cmt","note":"x"}']]);
    assert.deepEqual(await rows('r', `SELECT count(*) AS n FROM "case-reviews"`).then(([one]) => Number(one?.['n'])), 0);
  });

  it('takes a durable write that says nothing', async () => {
    const { store } = await open();
    await store.append('r', commit([entry(0)]));
    await store.probe();
    same(await store.entries('r'), [entry(0)]);
  });
}
