import assert from 'node:assert/strict';
import { remindPeople } from '../../src/web/inbox/remind-people.ts';
import { KeptShelf } from '../../src/web/kept-shelf.ts';
import { smtpMailer } from '../../src/mail/smtp-mailer.ts';
import { good } from '../kept/folder.ts';
import { mailServer, type MailServer } from '../mail/mail-server.ts';
import { BUSY, PERIODS } from '../reminders/reminded.ts';
import { insideSite, type InsideSite } from './inside-site.ts';

/** The council with things to do in March 2026, one sent to somebody to be acknowledged, one answer owed. */
export const WAITING_COUNCIL = `${BUSY.replaceAll('due: 2026-06-04', 'due: 2026-03-06').replace('2026-05-01, held', '2026-02-20, held').replace('state: in-progress }', 'state: in-progress }\n  - { id: old, arisingFrom: meetings/m1, what: An older one, owner: director, due: 2026-02-26, state: not-started }\n  - { id: whenever, arisingFrom: meetings/m1, what: Some day, owner: director, state: not-started }\n  - { id: far, arisingFrom: meetings/m1, what: Far ahead, owner: director, due: 2026-09-01, state: not-started }')}
advice:
  - { id: open, nature: concern, from: deputy, to: director, subject: Rota of the emergency team, on: 2026-02-02 }
instruments:
  - { id: protocol, title: Protocol between chief and director, type: protocol, state: agreed, agreedOn: 2026-01-05, version: 1, parties: [chief, director] }
agreements:
  - { id: g1, instrument: protocol, version: 1, party: chief, signedBy: ann, on: 2026-01-05 }
  - { id: g2, instrument: protocol, version: 1, party: director, signedBy: ben, on: 2026-01-05 }
communications:
  - { id: sent, of: instruments/protocol, to: posts/deputy, on: 2026-02-19, how: By e-mail }
`;

export interface InboxSite extends InsideSite {
  readonly mails: MailServer;
  /** Reminds everybody of what is due by the clock. */
  readonly remind: () => Promise<void>;
  /** The account of the person, with an address that counts. */
  readonly reach: (person: string) => Promise<number>;
  readonly close: () => Promise<void>;
}

export async function inboxSite(text = WAITING_COUNCIL): Promise<InboxSite> {
  const ends: (() => unknown)[] = [];
  const mails = await mailServer({ after: (end: () => unknown) => ends.push(end) });
  const mailer = smtpMailer({ host: '127.0.0.1', port: mails.port, isSecure: false }, 'answerable@example.org');
  const base = { now: '' };
  const reaches = { mailer, leaves: true, origin: () => base.now, reminding: { ...PERIODS, hour: 8, isOn: true } };
  const inside = await insideSite(text, undefined, false, reaches);
  const { identity, database, clock, registers } = inside;
  base.now = 'http://127.0.0.1:1';
  const reminding = remindPeople({ shelf: new KeptShelf(registers, undefined, undefined), database, identity, reaches, now: () => clock.now });
  return {
    ...inside, mails,
    remind: () => reminding.run(),
    async listen() {
      return (base.now = await inside.listen());
    },
    async reach(person) {
      await inside.cookieOf(person);
      const account = (await identity.accounts.ofPerson('small', `persons/${person}`)) ?? assert.fail(person);
      await identity.mailAddresses.confirm(good(await identity.mailAddresses.ask(account.id, `${person}@example.org`, clock.now)), clock.now);
      return account.id;
    },
    async close() {
      await inside.close();
      for (const end of ends) await end();
    },
  };
}
