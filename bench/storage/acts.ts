import { instantOf, type Instant } from '../../src/kernel/instant.ts';
import { readRegisterFile } from '../../src/model/register-file/read.ts';
import type { RegisterContent } from '../../src/model/register-header.ts';
import { put } from '../../src/register/acts/record-acts.ts';
import { leafOf } from '../../src/register/kept-form.ts';
import type { KeptRegister } from '../../src/register/kept-register.ts';
import type { Request } from '../../src/register/request.ts';
import { actRequest, importRequest } from '../../src/register/requests.ts';
import { isErased, type KeptEntry } from '../../src/register/store/store.ts';

export const REGISTER = 'bench';
export const BEGUN = instantOf(Date.UTC(2013, 0, 1, 9));

const FILE = {
  register: { id: REGISTER, authority: { name: { en: 'Bench Example Council', cy: 'Cyngor Enghreifftiol y Fainc' }, nation: 'wales' } },
  posts: [{ id: 'director', title: 'Director of Social Services' }, { id: 'chief', title: 'Chief Executive' }],
};

/** What a statutory decision says, so long that an entry with all that is kept of it comes to about 1 KB. */
const OUTCOME = 'The order is not to be renewed. The officer heard the family and the guardian, read the report and the two letters, and finds the plan safe, timely and within the means that the panel agreed in the spring. '.repeat(2).trim();

/** What the `n`-th act puts: a record of its own, nothing real. */
export const decisionOf = (n: number) => ({
  kind: 'statutory-decisions',
  id: `d${n}`,
  body: { function: 'looked-after-children', under: 'Example Act 2001, section 5', by: 'posts/director', on: '2013-01-01', subject: `Decision ${n} on an order`, outcome: OUTCOME },
});

/** The request for the `n`-th act, as a page or the command line makes it. */
export const decisionRequest = (n: number, now: Instant = BEGUN): Request =>
  actRequest(put, decisionOf(n), { actor: { person: 'clerk', post: 'director' }, reason: 'Entered after the panel of the day.', now, key: `decision-${n}` }, {});

/** The register's first entry. @throws where it is refused */
export async function begin(register: KeptRegister): Promise<void> {
  await done(register, importRequest(await content(), { actor: { person: 'clerk' }, reason: 'The register begins.', now: BEGUN }));
}

/** @throws where the act is refused */
export async function done(register: KeptRegister, request: Request): Promise<void> {
  const performed = await register.perform(request);
  if (!performed.ok) throw new Error(performed.faults.map(({ sentence }) => sentence).join(' '));
}

/** Bytes that have to be kept of an entry, whoever keeps them: its leaf and the leaf's hash, and of each change the salt and the body. */
export function bytesOf(entry: KeptEntry): number {
  const leaf = leafOf(entry);
  if (!leaf.ok) throw new Error('An entry that is kept has a leaf.');
  const bodies = entry.changes.map(({ put: body }) => (body === undefined || isErased(body) ? 0 : body.salt.length + Buffer.byteLength(body.body)));
  return leaf.value.length + entry.leafHash.length + bodies.reduce((sum, each) => sum + each, 0);
}

async function content(): Promise<RegisterContent> {
  const read = await readRegisterFile({ name: 'bench.json', bytes: new TextEncoder().encode(JSON.stringify(FILE)) }, {});
  if (!read.ok) throw new Error(read.faults.map(({ sentence }) => sentence).join(' '));
  return read.value;
}
