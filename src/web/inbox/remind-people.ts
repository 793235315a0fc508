import type { Database } from '../../database/database.ts';
import type { Identity } from '../../identity/identity.ts';
import type { Instant } from '../../kernel/instant.ts';
import { Reminding } from '../../reminders/reminding.ts';
import type { ReachesByMail } from '../account/door.ts';
import type { Shelf } from '../shelf.ts';
import { Sights } from '../sight.ts';
import { remindedRegister } from './waiting-things.ts';

export interface RemindPeopleParts {
  readonly shelf: Shelf;
  /** With all that is kept beside registers. */
  readonly database: Database;
  readonly identity: Identity;
  readonly reaches: ReachesByMail;
  readonly now: () => Instant;
}

/** Reminding those who sign in here of what waits for them in the registers that are kept. */
export function remindPeople({ shelf, database, identity, reaches: { mailer, origin, reminding: { before, after, withoutDay, hour } }, now }: RemindPeopleParts): Reminding {
  return new Reminding({
    database, mailer, origin, now, hour,
    periods: { before, after, withoutDay },
    registers: async () => (await shelf.all()).map(({ slug }) => slug),
    addressees: (register) => identity.mailAddresses.confirmedIn(register),
    async open(register, today) {
      const opened = await (await shelf.all()).find(({ slug }) => slug === register)?.open();
      // One that is read as at a day does not move on: nothing falls due in it.
      if (opened?.ok !== true || opened.value.content.header.asAt !== undefined) return undefined;
      return remindedRegister(register, opened.value, { sights: new Sights() }, today);
    },
  });
}
