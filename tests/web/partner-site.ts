import assert from 'node:assert/strict';
import type { FastifyInstance } from 'fastify';
import { SMALL } from '../assessment/small-register.ts';
import { insideSite, type InsideSite } from './inside-site.ts';

/** A council that waits for a partner: a request for data, a consultation, something sent and something to be agreed. */
export const WAITING = SMALL
  .replace('appointments:\n', `appointments:
  - { id: a4, person: dee, post: leader, basis: permanent, from: 2010-01-01 }
`)
  .replace('persons:\n', `persons:
  - { id: dee, name: Dee Example }
  - { id: gil, name: Gil Partner }
`)
  .replace('posts:\n', `posts:
  - { id: leader, title: Leader, designations: [leader] }
`)
  .concat(`organisations:
  - { id: health, name: { en: Example Health Board, cy: Bwrdd Iechyd Enghreifftiol }, type: health-board }
  - { id: police, name: Example Police, type: police }
requests:
  - { id: vacancies, title: { en: Vacancies in homes, cy: Swyddi gwag mewn cartrefi }, what: How many posts are vacant today?, to: [organisations/health], issuedOn: 2012-11-01, due: 2012-12-31 }
  - { id: done, title: Asked before, to: [organisations/health], issuedOn: 2011-11-01, due: 2011-12-31, closed: true }
consultations:
  - { id: framework, title: Framework for accountability, groups: [partners], organisations: [organisations/police], closes: 2013-01-31, state: open }
instruments:
  - { id: protocol, title: Protocol with the health board, type: protocol, state: negotiating, version: 2, parties: [director, organisations/health] }
provisions:
  - { id: p1, instrument: protocol, number: 1, text: Each tells the other within a day. }
communications:
  - { id: sent, of: instruments/protocol, to: organisations/health, on: 2012-11-05, how: By post }
`);

export interface PartnerSite extends InsideSite {
  /** Makes a link as somebody who is signed in; gives its path. */
  readonly makeLink: (person: string, record: string, fields: Readonly<Record<string, string>>) => Promise<string>;
  readonly post: (person: string, url: string, fields: Readonly<Record<string, string>>) => Promise<Awaited<ReturnType<FastifyInstance['inject']>>>;
}

export async function partnerSite(): Promise<PartnerSite> {
  const inside = await insideSite(WAITING);
  async function post(person: string, url: string, fields: Readonly<Record<string, string>>) {
    const cookie = await inside.cookieOf(person);
    const csrf = (await inside.identity.sessions.find(cookie, inside.clock.now))?.csrf ?? '';
    return inside.site.inject({ method: 'POST', url, headers: { cookie: `answerable=${cookie}`, 'content-type': 'application/x-www-form-urlencoded' }, payload: new URLSearchParams({ csrf, ...fields }).toString() });
  }
  return {
    ...inside, post,
    async makeLink(person, record, fields) {
      const answer = await post(person, `/en/small/records/${record}/links`, { days: '14', ...fields });
      return /<code[^>]*>https?:\/\/[^/]+(\/en\/link\/[\w-]{43})<\/code>/.exec(answer.body)?.[1] ?? assert.fail(`${answer.statusCode}: ${/<main[^]*<\/main>/.exec(answer.body)?.[0] ?? answer.body}`);
    },
  };
}
