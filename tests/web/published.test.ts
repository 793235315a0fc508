import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { axeViolations, inBrowser } from '../browser/browser.ts';
import { COUNCIL, insideSite, type InsideSite } from './inside-site.ts';

const PUBLISHING = `${COUNCIL}
reports:
  - { id: y11, type: annual, title: { en: Our year 2011 to 2012, cy: Ein blwyddyn 2011 i 2012 }, state: published, by: director, publishedOn: 2012-07-01, note: Said among ourselves }
  - { id: y12, type: annual, title: A draft of the next year, state: draft, by: director }
  - { id: old, type: annual, title: What we first said, state: published, publishedOn: 2010-07-01, from: 2010-07-01, until: 2011-01-01 }
  - { id: old, type: annual, title: What was taken back, state: withdrawn, from: 2011-01-01 }
claims:
  - { id: c1, report: y11, text: Nine in ten plans were kept, evidence: [advice/closed] }
  - { id: c2, report: y12, text: A claim nobody has agreed to }
consultations:
  - { id: open, title: How should we report?, state: open, opens: 2026-02-01, closes: 2026-04-01 }
  - { id: planned, title: A consultation that may never be, state: planned }
  - { id: done, title: How did we report?, state: reported }
responses:
  - { id: r1, consultation: done, group: public, on: 2011-02-03, text: Words of somebody who answered }
points:
  - { id: p1, response: r1, text: Say it in plain words, disposition: accepted, reason: It is everybody’s report }
`;

describe('what an authority publishes', () => {
  let site: InsideSite;
  let address = '';
  before(async () => {
    site = await insideSite(PUBLISHING, undefined, true);
    address = await site.listen();
  });
  after(() => site.close());
  const read = async (path: string) => {
    const { statusCode, body, headers } = await site.site.inject({ url: path });
    return { statusCode, body, location: headers.location };
  };

  it('is read by everybody, and nothing else is', async () => {
    const { statusCode, body } = await read('/en/small/published');
    assert.equal(statusCode, 200);
    for (const said of ['Our year 2011 to 2012', 'How should we report?', 'answers until 1 April 2026', 'How did we report?']) assert.ok(body.includes(said), said);
    for (const hidden of ['A draft of the next year', 'What was taken back', 'What we first said', 'may never be', 'A matter that stays between us']) assert.ok(!body.includes(hidden), hidden);
  });

  it('shows a report with its claims, without what stays inside', async () => {
    const { body } = await read('/en/small/published/reports/y11');
    assert.match(body, /Nine in ten plans were kept/);
    for (const hidden of ['Said among ourselves', 'advice/closed', 'A matter that stays between us']) assert.ok(!body.includes(hidden), hidden);
  });

  it('shows what came of what was said in a consultation, and not who said it', async () => {
    const { body } = await read('/en/small/published/consultations/done');
    assert.match(body, /Say it in plain words/);
    assert.match(body, /Accepted/);
    assert.ok(!body.includes('Words of somebody who answered'));
  });

  it('answers for what is not published as for what never was, for a person, and for another authority', async () => {
    const never = await read('/en/small/published/reports/never');
    for (const path of ['reports/y12', 'reports/old', 'claims/c2', 'advice/closed', 'persons/p1', 'responses/r1', 'nothing/at-all']) {
      const { statusCode, body } = await read(`/en/small/published/${path}`);
      assert.equal(statusCode, 404, path);
      assert.equal(body.replaceAll(path, 'reports/never'), never.body, path);
    }
    assert.equal((await read('/en/elsewhere/published')).statusCode, 404);
  });

  it('cannot be read as it was known, or stood, before', async () => {
    const { body } = await read('/en/small/published/reports/old?as-at=2010-08-01');
    assert.ok(!body.includes('What we first said'));
  });

  it('leads to no page that asks to sign in', async () => {
    const seen = new Set<string>();
    const follow = async (path: string): Promise<void> => {
      if (seen.has(path)) return;
      seen.add(path);
      const { statusCode, body } = await read(path);
      assert.equal(statusCode, 200, path);
      for (const [, href = ''] of body.matchAll(/href="(\/(?:en|cy)\/small[^"#?]*)"/g)) await follow(href);
    };
    await follow('/en/small/published');
    assert.ok(seen.size > 8, [...seen].join(' '));
  });

  it('is closed where the service is not told to open it', async () => {
    const closed = await insideSite(PUBLISHING);
    const { statusCode } = await closed.site.inject({ url: '/en/small/published' });
    assert.equal(statusCode, 404);
    await closed.close();
  });

  inBrowser('breaks no rule of WCAG 2.2 AA that axe-core can test, in either language', async (open) => {
    const page = await open(`${address}/en/small/published`, { viewport: { width: 320, height: 640 } });
    for (const path of ['/en/small/published', '/cy/small/published', '/en/small/published/reports/y11', '/cy/small/published/consultations/done']) {
      assert.equal((await page.goto(`${address}${path}`))?.status(), 200, path);
      assert.deepEqual(await axeViolations(page), [], path);
    }
  });
});
