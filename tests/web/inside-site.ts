import { join } from 'node:path';
import type { AddressInfo } from 'node:net';
import type { FastifyInstance } from 'fastify';
import { Secret, TOTP } from 'otpauth';
import { date } from '../../src/kernel/date.ts';
import type { Database } from '../../src/database/database.ts';
import { Identity } from '../../src/identity/identity.ts';
import type { Provider } from '../../src/identity/outside-sign-in.ts';
import { accountsIn } from '../../src/register/folder/files.ts';
import type { Registers } from '../../src/register/registers.ts';
import type { ReachesByMail } from '../../src/web/account/door.ts';
import type { KeptRegister } from '../../src/register/kept-register.ts';
import { importRequest } from '../../src/register/requests.ts';
import { app } from '../../src/web/app.ts';
import { inside } from '../../src/web/inside.ts';
import { KeptShelf } from '../../src/web/kept-shelf.ts';
import { instantOf, type Instant } from '../../src/kernel/instant.ts';
import { SMALL } from '../assessment/small-register.ts';
import { sideDatabase } from '../database/side-database.ts';
import { asked, contentOf, good, openFolder, temporaryFolder } from '../kept/folder.ts';

/** A council in which something is confidential between the head of adult services and the chief executive. */
export const COUNCIL = `${SMALL.replace('name: Ben Example }', 'name: Ben Example, registrations: [{ body: CCW, number: "W/1234", from: 2004-04-01 }] }').replace('completeFor: [', 'completeFor: [advice, ')}
  - { id: s2, body: cmt, holder: chief, role: chair }
advice:
  - { id: open, nature: advice, from: director, to: chief, subject: Rota of the emergency team, on: 2012-05-01 }
  - { id: closed, nature: concern, from: deputy, by: cai, to: chief, subject: A matter that stays between us, on: 2012-05-02, confidential: true }
actions:
  - { id: follow, arisingFrom: advice/closed, what: Look into it, owner: director, state: in-progress }
`;

export const TOTP_SECRET = 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP';
export const PASSWORD = 'lantern gravel otter pedal';

export interface InsideSite {
  readonly site: FastifyInstance;
  readonly identity: Identity;
  readonly database: Database;
  readonly registers: Registers;
  readonly register: KeptRegister;
  readonly folder: string;
  /** The clock of those who sign in; it can be moved. */
  readonly clock: { now: Instant };
  /** A cookie of a browser that is signed in as the person, who has a second factor. */
  readonly cookieOf: (person: string) => Promise<string>;
  readonly listen: () => Promise<string>;
  readonly close: () => Promise<void>;
}

/** The pages over a folder that keeps the council, with people who sign in. @param directory through which they may also do so @param publishes whether everybody reads what is published */
export async function insideSite(text = COUNCIL, directory?: Provider, publishes = false, reaches?: ReachesByMail): Promise<InsideSite> {
  const folder = join(temporaryFolder(), 'data');
  const registers = openFolder(folder);
  const register = await registers.register('small');
  good(await register.perform(importRequest(await contentOf(text), asked())));
  const database = await sideDatabase(accountsIn(folder));
  const identity = new Identity(database, directory);
  const clock = { now: instantOf(Date.parse('2026-03-02T09:00:00Z')) };
  const faults: unknown[] = [];
  const site = app({
    inside: inside({ identity, database, isSecure: false, hasDirectory: identity.outside !== undefined, needsSecondFactor: true, reaches, now: () => clock.now }, registers),
    publishes,
    shelf: new KeptShelf(registers, undefined, undefined),
    today: () => date('2026-03-02'),
    onFault: (error) => faults.push(error),
    health: () => Promise.reject(new Error('not asked for here')),
    log: { form: 'none', level: 'info', write: () => undefined },
  });
  const cookieOf = async (person: string): Promise<string> => {
    const account = (await identity.accounts.ofPerson('small', `persons/${person}`)) ?? good(await identity.accounts.make({ register: 'small', person: `persons/${person}`, name: `${person}@example.org` }, clock.now));
    if (!account.hasTotp) await identity.totp.confirm(account.id, TOTP_SECRET, new TOTP({ secret: Secret.fromBase32(TOTP_SECRET) }).generate({ timestamp: Date.parse(clock.now) }), clock.now);
    return identity.sessions.begin(account.id, 'full', 'a browser of the tests', clock.now);
  };
  return {
    site, identity, database, registers, register, folder, clock, cookieOf,
    async listen() {
      await site.listen({ host: '127.0.0.1', port: 0 });
      return `http://127.0.0.1:${(site.server.address() as AddressInfo).port}`;
    },
    async close() {
      await site.close();
      await database.close();
      await registers.close();
      if (faults.length > 0) throw faults[0];
    },
  };
}
