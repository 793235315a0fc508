import { keysIn } from '../../src/register/folder/files.ts';
import { verifierKey } from '../../src/register/log/note-key.ts';
import type { Performed } from '../../src/register/request.ts';
import type { Result } from '../../src/kernel/result.ts';
import { actRequest, type Asked } from '../../src/register/requests.ts';
import type { KeptRegister } from '../../src/register/kept-register.ts';
import { proposeKey, rotateKey } from '../../src/register/rotation/key-acts.ts';
import { RegisterKeys } from '../../src/register/rotation/register-keys.ts';
import { asked, good } from '../kept/folder.ts';

export const propose = (path: string, register: KeptRegister, more: Partial<Asked> = {}): Promise<Result<Performed>> =>
  register.perform(actRequest(proposeKey(verifierKey(new RegisterKeys(keysIn(path), register.id).inForce)), {}, asked(more), {}));

export function carryOut(path: string, register: KeptRegister, more: Partial<Asked> = {}): Promise<Result<Performed>> {
  const keys = new RegisterKeys(keysIn(path), register.id);
  return register.perform(actRequest(rotateKey(verifierKey(keys.inForce), verifierKey(keys.next())), {}, asked({ actor: { person: 'officer' }, ...more }), {}));
}

/** Proposed by one and carried out by another; answers the entry that changes the key. */
export async function rotate(path: string, register: KeptRegister): Promise<number> {
  good(await propose(path, register));
  return good(await carryOut(path, register)).number;
}
