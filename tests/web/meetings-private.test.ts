import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { MEETING_COUNCIL } from '../areas/meetings/meetings-register.ts';
import { apiSite, type ApiSite } from '../api/api-site.ts';
import { read, visitorsOf } from './importing-visitors.ts';
import { insideSite, type InsideSite } from './inside-site.ts';
import { writeRegisterYaml } from '../../src/model/register-file/write-yaml.ts';

/** What only those of the meeting may read: none of it stands anywhere else. */
const SECRETS = /Zebra|Quokka|Wombat|Axolotl|Narwhal/i;

const TEXT = `${MEETING_COUNCIL.replace('advice:\n', `meetings:
  - { id: m1, series: one-to-one, on: 2012-11-05, held: true, agenda: true, record: notes, attended: [chief, director],
      items: [{ number: 1, title: Rota of the team, themes: [workforce], outcome: Filled }, { number: 2, title: { en: Zebra, cy: Zebra Cymraeg }, themes: [safeguarding], by: director, outcome: Quokka, decision: Wombat, votes: Axolotl, private: true, privateBecause: It is about one person }] }
advice:
`)}`.replace('  - { id: closed,', '  - { id: narwhal, nature: advice, from: director, to: chief, subject: Narwhal, on: 2012-06-01 }\n  - { id: closed,').replace('votes: Axolotl,', 'votes: Axolotl, proposedBecause: advice/narwhal,');

const PAGES = ['', '/meetings', '/meetings/m1', '/meetings/quick', '/records/meetings', '/records/meetings/m1', '/records/meetings/m1/change', '/records/meetings.csv', '/search?q=Zebra', '/search?q=wombat', '/timeline', '/coverage', '/inbox', '/work', '/actions', '/calendar', '/records/meetings?q=quokka', '/expectations/access.one-to-one-recorded', '/expectations/access.one-to-one', '/posts/director', '/people/ben', '/meetings/m1/pack.html', '/meetings/m1/minutes-paper.html', '/meetings/m1/note.html', '/meetings/m1/pack.html?variant=private', '/meetings/m1/minutes'];

describe('A private item', () => {
  let inside: InsideSite;
  let by: ReturnType<typeof visitorsOf>;
  let api: ApiSite;
  before(async () => {
    inside = await insideSite(TEXT);
    by = visitorsOf(inside);
    api = await apiSite({ text: TEXT });
  });
  after(async () => {
    await inside.close();
    await api.close();
  });

  it('is read by those of the meeting, and by nobody else in any page, search, list, download or paper, in either language', async () => {
    assert.match((await by('ben').get('/en/small/meetings/m1')).body, /Zebra[\s\S]*Quokka[\s\S]*Wombat[\s\S]*Axolotl/);
    for (const person of ['cai', 'dai', 'eve']) {
      for (const language of ['en', 'cy']) {
        for (const page of PAGES) {
          const { body, statusCode } = await by(person).get(`/${language}/small${page}`);
          assert.ok([200, 303, 403, 404].includes(statusCode), `${page}: ${statusCode}`);
          // What was looked for stands in the field in which it was typed, and nowhere else.
          const sought = new URLSearchParams(page.split('?')[1] ?? '').get('q');
          assert.doesNotMatch(sought === null ? body : body.replaceAll(sought, ''), SECRETS, `${person} reads ${language}${page}`);
        }
      }
      const workbook = await read('small.xlsx', (await by(person).get('/en/small/export.xlsx')).rawPayload);
      assert.doesNotMatch(writeRegisterYaml(workbook), SECRETS);
    }
  });

  it('keeps its number, what it is about in a word of the guidance and why it is private for all who see the meeting', async () => {
    const { body } = await by('cai').get('/en/small/meetings/m1');
    for (const words of ['1. Rota of the team', 'Filled', '2. Private item', 'It is about one person', 'Safeguarding']) assert.ok(body.includes(words), words);
    assert.match((await by('cai').get('/cy/small/meetings/m1')).body, /2\. Eitem breifat/);
  });

  it('does not take the reasons of a verdict from those who may not read it: no test read what is hidden', async () => {
    const { body } = await by('cai').get('/en/small/expectations/access.one-to-one-recorded');
    assert.match(body, /meetings held between/);
    assert.doesNotMatch(body, /not for you to see/);
  });

  it('is not in what the API answers to others, nor in the history, and cannot be overwritten by them', async () => {
    for (const person of ['cai', 'dai']) {
      const token = await api.tokenOf(person);
      for (const path of ['/registers/small/records/meetings', '/registers/small/records/meetings/m1', '/registers/small/entries', '/registers/small/entries/0']) {
        const { text, status } = await api.ask(path, { token });
        assert.ok(status === 200 || status === 404, `${path}: ${status}`);
        assert.doesNotMatch(text, SECRETS, `${person} asks ${path}`);
      }
    }
    const own = await api.ask('/registers/small/records/meetings/m1', { token: await api.tokenOf('ben') });
    assert.match(own.text, /Zebra/);
    // The clerk keeps the record, and the item stays as it was when the clerk minutes another.
    const token = await api.tokenOf('dai');
    const minuted = await api.ask('/registers/small/acts/meeting.minute', { method: 'POST', token, headers: { 'idempotency-key': 'one' }, json: { reason: 'Put right.', input: { meeting: 'm1', items: [{ number: '1', decision: 'Agreed.' }] } } });
    assert.equal(minuted.status, 201, minuted.text);
    const after = await api.ask('/registers/small/records/meetings/m1', { token: await api.tokenOf('ben') });
    assert.match(after.text, /Zebra[\s\S]*Quokka/);
    assert.match(after.text, /Agreed\./);
  });

  it('stays whole when somebody who may not read it takes the register away as a workbook and brings it back', async () => {
    const { get, send } = by('dai');
    const { rawPayload } = await get('/en/small/export.xlsx');
    const plan = await get((await send(rawPayload, 'small.xlsx')).headers.location ?? '');
    assert.match(plan.body, /says all of this already/);
  });
});
