import { join } from 'node:path';
import type { AddressInfo } from 'node:net';
import { Secret, TOTP } from 'otpauth';
import { dateInLondon, type Instant } from '../../src/kernel/instant.ts';
import { Identity } from '../../src/identity/identity.ts';
import { accountsIn } from '../../src/register/folder/files.ts';
import type { KeptRegister } from '../../src/register/kept-register.ts';
import { importRequest } from '../../src/register/requests.ts';
import { app } from '../../src/web/app.ts';
import { inside } from '../../src/web/inside.ts';
import { KeptShelf } from '../../src/web/kept-shelf.ts';
import { demo } from '../areas/advice/demo.ts';
import { sideDatabase } from '../database/side-database.ts';
import { asked, at, contentOf, good, openFolder, temporaryFolder } from '../kept/folder.ts';
import { TOTP_SECRET } from './inside-site.ts';

/** The pages over a demo authority on a day of its story, with its people signed in. */
export interface AdviceSite {
  readonly base: string;
  readonly register: KeptRegister;
  /** The one clock: it can be moved. */
  readonly clock: { now: Instant };
  readonly get: (path: string, person: string) => Promise<{ readonly status: number; readonly body: string }>;
  readonly cookie: (person: string) => Promise<{ readonly name: string; readonly value: string; readonly url: string }>;
  readonly close: () => Promise<void>;
}

export async function adviceSite(name: 'demo-wales' | 'demo-scotland', when: string): Promise<AdviceSite> {
  const folder = join(temporaryFolder(), 'data');
  const registers = openFolder(folder);
  const register = await registers.register('council');
  good(await register.perform(importRequest(await contentOf(demo(name)), asked({ actor: { person: 'clerk' } }))));
  const database = await sideDatabase(accountsIn(folder));
  const identity = new Identity(database);
  const clock = { now: at(when) };
  const faults: unknown[] = [];
  const site = app({
    inside: inside({ identity, database, isSecure: false, hasDirectory: false, needsSecondFactor: true, now: () => clock.now }, registers),
    publishes: false,
    shelf: new KeptShelf(registers, undefined, undefined),
    today: () => dateInLondon(clock.now),
    onFault: (error) => faults.push(error),
    health: () => Promise.reject(new Error('not asked for here')),
    log: { form: 'none', level: 'info', write: () => undefined },
  });
  await site.listen({ host: '127.0.0.1', port: 0 });
  const base = `http://127.0.0.1:${(site.server.address() as AddressInfo).port}`;
  const sessionOf = async (person: string): Promise<string> => {
    const account = (await identity.accounts.ofPerson('council', `persons/${person}`)) ?? good(await identity.accounts.make({ register: 'council', person: `persons/${person}`, name: `${person}@example.org` }, clock.now));
    if (!account.hasTotp) await identity.totp.confirm(account.id, TOTP_SECRET, new TOTP({ secret: Secret.fromBase32(TOTP_SECRET) }).generate({ timestamp: Date.parse(clock.now) }), clock.now);
    return identity.sessions.begin(account.id, 'full', 'a browser of the tests', clock.now);
  };
  return {
    base, register, clock,
    async get(path, person) {
      const answer = await site.inject({ method: 'GET', url: path, headers: { cookie: `answerable=${await sessionOf(person)}` } });
      return { status: answer.statusCode, body: answer.body };
    },
    cookie: async (person) => ({ name: 'answerable', value: await sessionOf(person), url: base }),
    async close() {
      await site.close();
      await database.close();
      await registers.close();
      if (faults.length > 0) throw faults[0];
    },
  };
}
