import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { CalendarAddresses } from '../../src/web/calendar/calendar-addresses.ts';
import { remindPeople } from '../../src/web/inbox/remind-people.ts';
import type { Mail } from '../../src/mail/mail.ts';
import { good } from '../kept/folder.ts';
import { Oracle } from './matrix/oracle.ts';
import { CONFIDENTIAL } from './matrix/people.ts';
import { CANARY } from './matrix/seed.ts';
import { matrixSite, NOW, type MatrixSite, type Sender } from './matrix/site.ts';

/** What leaves the pages lies on telephones, in mail boxes and with others: nothing confidential may be in it, for those either who may see it. */
describe('What goes out: calendars, reminders and the links in them', () => {
  let site: MatrixSite;
  let senders: readonly Sender[];
  let oracle: Oracle;
  const mails: Mail[] = [];

  before(async () => {
    site = await matrixSite();
    const [own] = site.authorities;
    oracle = new Oracle(own.seed);
    senders = site.senders.filter((sender) => sender.own === own);
    for (const { account = 0, who } of senders) await site.identity.mailAddresses.confirm(good(await site.identity.mailAddresses.ask(account, `${who.person}@example.org`, NOW)), NOW);
    await remindPeople({
      shelf: site.shelf, database: site.database, identity: site.identity, now: () => NOW,
      reaches: { leaves: true, origin: () => 'https://answerable.example.org', mailer: { send: (mail: Mail) => Promise.resolve(mails.push(mail)).then(() => ({ is: 'sent' })) }, reminding: { isOn: true, before: 28, after: 28, withoutDay: 1, hour: 8 } },
    }).run();
  });
  after(() => site.close());

  /** Where a canary stands that must not be there: hidden from the reader, or a word of what is confidential or arises from it. */
  function wrongIn(text: string, sender: Sender): readonly string[] {
    const { places, idOf } = site.authorities[0].seed;
    const may = oracle.wordsFor(sender.who);
    const closed = new Set<string>([...CONFIDENTIAL, 'actions/follow', 'actions/ofbarrier', 'actions/ofstatement', 'statutory-decisions/running'].map((name) => `${name.slice(0, name.indexOf('/'))}/${idOf(name.slice(name.indexOf('/') + 1))}`));
    return [...text.replaceAll(/\r\n[ \t]/g, '').matchAll(CANARY)].flatMap(([found]) => {
      const place = places.get(found.toLowerCase());
      if (place === undefined) return [];
      const isClosed = place.field !== 'id' && ((place.ref !== undefined && closed.has(place.ref)) || place.field === 'items, private');
      return isClosed || !may.has(found.toLowerCase()) ? [`${sender.who.person}: ${place.ref ?? ''} ${place.field}`] : [];
    });
  }

  it('is in a calendar no word that its owner may not see, and none that is confidential or private', async (t) => {
    const calendars = new CalendarAddresses(site.database);
    let events = 0;
    const wrong: string[] = [];
    for (const [index, sender] of senders.entries()) {
      const secret = await calendars.make(sender.account ?? 0, index % 2 === 0 ? 'en' : 'cy', NOW);
      const { statusCode, payload } = await site.server.inject({ url: `/calendar/${secret}.ics`, remoteAddress: `10.0.0.${index}` });
      // Nobody is read to who is nothing to the authority.
      assert.equal(statusCode, sender.who.roles.length === 0 ? 404 : 200, sender.name);
      events += payload.split('BEGIN:VEVENT').length - 1;
      wrong.push(...wrongIn(payload, sender));
    }
    assert.deepEqual(wrong, []);
    assert.ok(events > 10, String(events));
    t.diagnostic(`${events} events of ${senders.length} people`);
  });

  it('is in a mail, and on the page behind each of its links, nothing of that either', async (t) => {
    assert.ok(mails.length > 5, String(mails.length));
    const wrong: string[] = [];
    let links = 0;
    for (const mail of mails) {
      const sender = senders.find(({ who }) => mail.to === `${who.person}@example.org`);
      if (sender === undefined) continue;
      wrong.push(...wrongIn(JSON.stringify(mail), sender));
      for (const [, path = ''] of mail.text.matchAll(/https:\/\/answerable\.example\.org(\/(?:en|cy)\/answer\/[\w-]+)/g)) {
        const { statusCode, payload, headers } = await site.server.inject({ url: path });
        assert.equal(statusCode, 200, path);
        links += 1;
        wrong.push(...wrongIn(`${payload}\n${JSON.stringify(headers)}`, sender));
      }
    }
    assert.deepEqual(wrong, []);
    assert.ok(links > 0);
    t.diagnostic(`${mails.length} mails, ${links} links`);
  });
});
