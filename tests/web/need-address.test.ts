import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { BUSY } from '../reminders/reminded.ts';
import { insideSite, type InsideSite } from './inside-site.ts';

/** One of each thing that has a page of its own to be done on, for the director and for the deputy. */
const EVERYTHING = `${BUSY.replaceAll('due: 2026-06-04', 'due: 2026-03-06').replace('2026-05-01, held: true', '2026-02-20, held: true, attended: [director, deputy], minutesApprovedBy: [deputy]').replace('meetings:\n', 'meetings:\n  - { id: m2, series: talks, on: 2026-02-25 }\n')}
series:
  - { id: talks, title: One-to-one of director and deputy, between: [director, deputy], frequency: P1M }
advice:
  - { id: open, nature: concern, from: deputy, to: director, subject: Rota of the emergency team, on: 2026-02-02 }
questions:
  - { id: q1, askedBy: chief, of: director, text: How many are vacant?, on: 2026-02-10 }
instruments:
  - { id: new, title: Protocol in negotiation, type: protocol, state: negotiating, version: 1, parties: [chief, director] }
  - { id: protocol, title: Protocol between chief and director, type: protocol, state: agreed, agreedOn: 2026-01-05, version: 1, parties: [chief, director], reviewBy: 2026-02-01 }
agreements:
  - { id: g1, instrument: protocol, version: 1, party: chief, signedBy: ann, on: 2026-01-05 }
communications:
  - { id: sent, of: instruments/protocol, to: posts/director, on: 2026-02-19, how: By e-mail }
`;

describe('What waits for somebody', () => {
  let place: InsideSite;
  before(async () => {
    place = await insideSite(EVERYTHING);
  });
  after(() => place.close());

  it('leads to the page of everyday work where it is done, and that page opens', async () => {
    const cookie = await place.cookieOf('ben');
    const get = (url: string) => place.site.inject({ url, headers: { cookie: `answerable=${cookie}` } });
    const { body } = await get('/en/small/inbox');
    const hrefs = new Set([...body.matchAll(/app-needs__does"><a[^>]*href="([^"]*)"/g)].map(([, href = '']) => href.replaceAll('&amp;', '&')));
    for (const path of ['/advice/open/respond', '/questions/q1/answer', '/instruments/new/negotiate', '/instruments/protocol/agree', '/instruments/protocol/renew', '/actions/follow/report', '/communications/sent/acknowledge', '/meetings/m1/agree', '/meetings/m2/minutes']) assert.ok(hrefs.has(`/en/small${path}`), `${path} is not among\n${[...hrefs].join('\n')}`);
    for (const href of hrefs) assert.equal((await get(href)).statusCode, 200, href);
  });
});
