import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { date } from '../../src/kernel/date.ts';
import { databaseIn, keysIn } from '../../src/register/folder/files.ts';
import { keyNow } from '../../src/register/folder/read-folder.ts';
import type { OwnChange } from '../../src/register/kept-form.ts';
import type { KeptRegister } from '../../src/register/kept-register.ts';
import { verifierKey } from '../../src/register/log/note-key.ts';
import { RegisterKeys } from '../../src/register/rotation/register-keys.ts';
import { idIn } from '../../src/register/rotation/key-said.ts';
import { ERASURE_KIND, KEY_KIND } from '../../src/register/store/store.ts';
import { verifyDatabase } from '../../src/register/verify/verify-database.ts';
import { asked, good, person, request, smallFolder } from './folder.ts';

/** An entry as somebody with the keys and no scruples would have it signed: nothing that the acts check is checked. */
async function forged(register: KeptRegister, who: string, own: OwnChange): Promise<number> {
  return good(await register.perform({ ...asked({ actor: { person: who } }), act: 'forged', decide: () => ({ ok: true, value: { own, changes: [] } }) })).number;
}

const erasure = (id: number, body: object): OwnChange => ({ kind: ERASURE_KIND, id: String(id), body });
const GROUNDS = { authority: 'Mine', why: 'I can.' };
const proposed = (...records: readonly string[]): object => ({ says: 'proposed', ...GROUNDS, records, until: date('2013-02-01') });
const carriedOut = (record: string, ...bodies: readonly (readonly [number, number])[]): object => ({ says: 'carried-out', ...GROUNDS, erased: [{ record, bodies }] });

/** The small register with two versions of one person, in the entries 1 and 2. */
async function begun(): ReturnType<typeof smallFolder> {
  const made = await smallFolder();
  for (const name of ['One', 'Two']) good(await made.register.perform(request('record.put', person('x', name))));
  return made;
}

async function verdict(path: string): Promise<string> {
  const found = verifyDatabase(databaseIn(path), 'small', verifierKey(await keyNow(path, 'small')));
  return found.state === 'corrupt' ? `${found.entry}: ${found.why}` : found.state;
}

describe('Verification of what takes two people', () => {
  for (const [what, work, said] of [
    ['was proposed by the same person', async (register: KeptRegister) => {
      const proposal = await forged(register, 'Ann', erasure(3, proposed('persons/x')));
      await forged(register, ' ann', erasure(proposal, carriedOut('persons/x', [1, 0], [2, 0])));
    }, '4: it erases what the same person proposed to erase'],
    ['nobody proposed', async (register: KeptRegister) => {
      await forged(register, 'ben', erasure(1, carriedOut('persons/x', [1, 0], [2, 0])));
    }, '3: it erases what no open proposal of an entry before it names'],
    ['was proposed of another record', async (register: KeptRegister) => {
      const proposal = await forged(register, 'ann', erasure(3, proposed('persons/y')));
      await forged(register, 'ben', erasure(proposal, carriedOut('persons/x', [1, 0], [2, 0])));
    }, '4: it erases persons/x, which nobody proposed to erase'],
    ['was withdrawn', async (register: KeptRegister) => {
      const proposal = await forged(register, 'ann', erasure(3, proposed('persons/x')));
      await forged(register, 'ann', erasure(proposal, { says: 'withdrawn' }));
      await forged(register, 'ben', erasure(proposal, carriedOut('persons/x', [1, 0], [2, 0])));
    }, '5: it erases what no open proposal of an entry before it names'],
    ['leaves an older version', async (register: KeptRegister) => {
      const proposal = await forged(register, 'ann', erasure(3, proposed('persons/x')));
      await forged(register, 'ben', erasure(proposal, carriedOut('persons/x', [2, 0])));
    }, '1: what it said of persons/x, which entry 4 erased, is still there'],
    ['reaches into another record', async (register: KeptRegister) => {
      const proposal = await forged(register, 'ann', erasure(3, proposed('persons/x')));
      await forged(register, 'ben', erasure(proposal, carriedOut('persons/x', [1, 0], [2, 0], [0, 4])));
    }, /^0: entry 4 erased what it said of persons\/x, and that is not what is marked as gone/],
  ] as const) {
    it(`finds an erasure that ${what}`, async () => {
      const { path, folder, register } = await begun();
      await work(register);
      await folder.close();
      const found = await verdict(path);
      if (typeof said === 'string') assert.equal(found, said);
      else assert.match(found, said);
    });
  }

  it('finds a change of key that one person made alone', async () => {
    const { path, folder, register } = await smallFolder();
    const keys = new RegisterKeys(keysIn(path), 'small');
    const [from, to] = [verifierKey(keys.inForce), verifierKey(keys.next())];
    const proposal = await forged(register, 'ann', { kind: KEY_KIND, id: idIn(from), body: { proposed: from, until: '2013-02-01' } });
    await forged(register, 'Ann', { kind: KEY_KIND, id: idIn(to), body: { from, to, proposal } });
    await folder.close();
    assert.equal(await verdict(path), '2: it changes the signing key, as the same person proposed');
  });
});
