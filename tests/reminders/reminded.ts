import { openRegisterBytes } from '../../src/assessment/open-register.ts';
import type { Database } from '../../src/database/database.ts';
import { Identity } from '../../src/identity/identity.ts';
import type { Instant } from '../../src/kernel/instant.ts';
import type { Mailer } from '../../src/mail/mail.ts';
import type { Reminding } from '../../src/reminders/reminding.ts';
import { alreadyOpen, shelve, type Shelf } from '../../src/web/shelf.ts';
import { remindPeople } from '../../src/web/inbox/remind-people.ts';
import { SMALL } from '../assessment/small-register.ts';
import { good } from '../kept/folder.ts';

/** A council of today's, in which a director and a head of service have things to do by days of June 2026. */
export const BUSY = `${SMALL.replace('  asAt: 2012-12-10\n', '')}
meetings:
  - { id: m1, body: cmt, on: 2026-05-01, held: true }
actions:
  - { id: follow, arisingFrom: meetings/m1, what: Look into the rota of the emergency team, owner: director, due: 2026-06-04, state: in-progress }
  - { id: write, arisingFrom: meetings/m1, what: Write it down, owner: deputy, due: 2026-06-04, state: not-started }
`;

export const PERIODS = { before: 7, after: 7, withoutDay: 14 };

export const shelfOf = async (text = BUSY): Promise<Shelf> => shelve([alreadyOpen(good(await openRegisterBytes('small.yaml', new TextEncoder().encode(text))))]);

/** Reminding over what is kept beside registers, at whatever time the clock says. */
export function reminding(database: Database, shelf: Shelf, mailer: Mailer, clock: { readonly now: Instant }): Reminding {
  return remindPeople({ shelf, database, identity: new Identity(database), now: () => clock.now, reaches: { mailer, leaves: true, origin: () => 'https://answerable.example.org', reminding: { ...PERIODS, hour: 8, isOn: true } } });
}

/** An account of the person, with an address that counts. */
export async function withAddress(database: Database, person: string, now: Instant): Promise<number> {
  const { accounts, mailAddresses } = new Identity(database);
  const { id } = good(await accounts.make({ register: 'small', person: `persons/${person}`, name: `${person}@example.org` }, now));
  await mailAddresses.confirm(good(await mailAddresses.ask(id, `${person}@example.org`, now)), now);
  return id;
}
