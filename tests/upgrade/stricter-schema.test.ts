import assert from 'node:assert/strict';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { canonicalJson } from '../../src/kernel/canonical-json.ts';
import { readRegister } from '../../src/register/folder/read-folder.ts';
import { leafOf } from '../../src/register/kept-form.ts';
import { bodyDigest } from '../../src/register/log/leaf.ts';
import { leafHash } from '../../src/register/log/merkle.ts';
import type { KeptEntry } from '../../src/register/store/store.ts';
import { at, good, openFolder, person, request, smallFolder, temporaryFolder, verified } from '../kept/folder.ts';
import { answerable, done } from './command.ts';

/** Bodies as an earlier release might have taken them, and this one does not: a word gone from a list, a field gone, one that became needed. */
const BODIES = [
  ['seats', 'old-role', { body: 'bodies/cmt', holder: 'posts/director', role: 'convenor' }],
  ['posts', 'old-field', { title: { en: 'Head of Laundry' }, payScale: 'P4' }],
  ['appointments', 'no-basis', { person: 'persons/ann', post: 'posts/deputy' }],
] as const;

/** Entries as the release that had such schemas wrote them; their form is the same as today. */
function entriesOfThen(first: number): readonly KeptEntry[] {
  return BODIES.map(([kind, id, fields], index) => {
    const [salt, body] = [new Uint8Array(32).fill(index + 1), canonicalJson(fields)];
    const entry = { number: first + index, recordedAt: at('2013-01-02T09:00:00Z'), person: 'clerk', act: 'record.put', reason: 'As it was done then.', key: `then-${index}`, changes: [{ kind, id, put: { digest: bodyDigest(salt, body), salt, body } }] };
    return { ...entry, leafHash: leafHash(good(leafOf(entry))) };
  });
}

/** A folder whose register holds records that no schema of today accepts. */
async function folderOfThen(): Promise<string> {
  const { path, folder, register } = await smallFolder();
  const { entries } = good(await readRegister(path, undefined));
  good(await register.replay([...entries, ...entriesOfThen(entries.length)]));
  await folder.close();
  return path;
}

describe('Records that the schemas of today no longer accept', () => {
  it('load all the same: the register opens, is intact, and further acts are taken', async () => {
    const path = await folderOfThen();
    assert.equal(verified(path).state, 'intact');
    const folder = openFolder(path);
    const register = await folder.register('small');
    assert.equal((register.image.versions('posts', 'old-field')[0] as { payScale?: string } | undefined)?.payScale, 'P4');
    good(await register.perform(request('record.put', person('fay'))));
    await folder.close();
    assert.equal(verified(path).state, 'intact');
  });

  it('are told, each with its place, when the register is exported, and are judged as they stand', async () => {
    const path = await folderOfThen();
    const file = join(temporaryFolder(), 'small.yaml');
    const exported = await answerable('export', '--data', path, '--format', 'register', '-o', file);
    assert.equal(exported.code, 0, exported.err);
    for (const said of [/seats[^\n]*`convenor`/, /posts[^\n]*`payScale`/, /appointments\/no-basis[^\n]*`basis`/]) assert.match(exported.err, said);
    assert.match(await done('export', '--data', path, '--format', 'history'), /"payScale":"P4"/);
    const read = await answerable('import', file, '--data', join(temporaryFolder(), 'other'));
    assert.equal(read.code, 3);
    for (const said of [/`convenor`/, /appointments\/no-basis[^\n]*`basis`/]) assert.match(read.err, said);
    const judged = await answerable('assess', '--data', path, '--json');
    assert.ok(judged.code === 0 || judged.code === 1, judged.err);
    assert.ok(Array.isArray((JSON.parse(judged.out) as { expectations?: unknown }).expectations));
  });

  it('are mended by an act, after which the exported file reads back', async () => {
    const path = await folderOfThen();
    const folder = openFolder(path);
    const register = await folder.register('small');
    good(await register.perform(request('record.correct', { kind: 'seats', id: 'old-role', body: { body: 'cmt', holder: 'director', role: 'member' } })));
    good(await register.perform(request('record.correct', { kind: 'posts', id: 'old-field', body: { title: 'Head of Laundry' } })));
    good(await register.perform(request('record.correct', { kind: 'appointments', id: 'no-basis', from: '2013-01-01', body: { person: 'ann', post: 'deputy', basis: 'acting' } })));
    await folder.close();
    assert.equal(verified(path).state, 'intact');
    const file = join(temporaryFolder(), 'small.yaml');
    const exported = await answerable('export', '--data', path, '--format', 'register', '-o', file);
    assert.deepEqual([exported.code, exported.err], [0, '']);
    const read = await answerable('import', file, '--data', join(temporaryFolder(), 'other'));
    assert.deepEqual([read.code, read.err], [0, '']);
  });
});
