import { dateInLondon, instantOf } from '../../src/kernel/instant.ts';
import type { Database } from '../../src/database/database.ts';
import { Identity } from '../../src/identity/identity.ts';
import { Tokens } from '../../src/identity/tokens.ts';
import type { Ref } from '../../src/model/field.ts';
import type { KeptRegister } from '../../src/register/kept-register.ts';
import { importRequest } from '../../src/register/requests.ts';
import type { RegisterContent } from '../../src/model/register-header.ts';
import { otpCode, OTP_SECRET } from './second-step.ts';

/** People who are signed in, and what a program that writes needs. */
export interface People {
  /** Cookies of readers, each of another person. */
  readonly cookies: readonly string[];
  readonly tokens: readonly string[];
}

/** Keeps the authority, and lets its post-holders in. @param writers how many programs may write, each with a token of its own */
export async function peopleOf(register: KeptRegister, content: RegisterContent, database: Database, readers: number, writers: number): Promise<People> {
  const now = instantOf(Date.now());
  const begun = await register.perform(importRequest(content, { actor: { person: 'benchmark' }, reason: 'To be measured.', now }));
  if (!begun.ok) throw new Error(begun.faults.map(({ sentence }) => sentence).join(' '));
  const identity = new Identity(database);
  const snapshot = (await register.latest()).snapshot(content.header.asAt ?? dateInLondon(now));
  const keeper = snapshot.all('posts').find(({ designations }) => designations.includes('head-of-democratic-services') || designations.includes('monitoring-officer'));
  const holders = snapshot.all('appointments').toSorted((a, b) => Number(b.post === keeper?.ref) - Number(a.post === keeper?.ref)).map(({ person }) => person);
  const people = [...new Set(holders)].slice(0, readers);
  const accounts = await Promise.all(people.map((person) => accountOf(identity, content.header.id, person)));
  const [first] = accounts;
  if (first === undefined) throw new Error('Nobody holds a post.');
  const cookies = await Promise.all(accounts.map((account) => identity.sessions.begin(account, 'full', 'a benchmark', now)));
  const tokens = await Promise.all(Array.from({ length: writers }, (_, index) => new Tokens(database).make({ account: first, label: `writer ${index}`, scopes: new Set(['read', 'write']), days: 1 }, now)));
  return { cookies, tokens };

  async function accountOf(from: Identity, id: string, person: Ref<'persons'>): Promise<number> {
    const made = await from.accounts.make({ register: id, person, name: `${person.slice('persons/'.length)}@example.org` }, now);
    if (!made.ok) throw new Error(made.faults.map(({ sentence }) => sentence).join(' '));
    await from.totp.confirm(made.value.id, OTP_SECRET, otpCode(now), now);
    return made.value.id;
  }
}
