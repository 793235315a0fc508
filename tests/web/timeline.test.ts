import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { COUNCIL, insideSite, type InsideSite } from './inside-site.ts';

const STORIED = `${COUNCIL.replace('person: ben, post: director, basis: permanent, from: 2010-01-01 }', 'person: ben, post: director, basis: permanent, from: 2010-01-01, until: 2012-05-01 }\n  - { id: a4, person: dee, post: director, basis: acting, from: 2012-07-01 }\n  - { id: a5, person: eve, post: chair, basis: permanent, from: 2010-01-01 }').replace('posts:', 'posts:\n  - { id: chair, title: Chair of Scrutiny, designations: [scrutiny-chair] }').replace('  - { id: cai, name: Cai Example }', '  - { id: cai, name: Cai Example }\n  - { id: dee, name: Dee Example }\n  - { id: eve, name: Eve Example }').replace('- { id: cmt, name: Corporate Management Team, type: corporate-management-team }', '- { id: cmt, name: { en: Corporate Management Team, cy: Tîm Rheoli Corfforaethol }, type: corporate-management-team }')}
functions:
  - { id: intake, name: { en: Intake, cy: Gwasanaeth derbyn }, group: children, delivery: direct }
reports:
  - { id: year, type: annual, title: { en: The year in care, cy: Y flwyddyn mewn gofal }, state: published, by: director, publishedOn: 2012-06-01 }
meetings:
  - { id: m1, body: cmt, on: 2012-03-05, held: true, items: [{ number: 1, title: Caseloads, themes: [workforce], functions: [intake] }] }
  - { id: m2, body: cmt, on: 2011-02-07, held: true, items: [{ number: 1, title: Looked after, themes: [safeguarding], functions: [intake] }, { number: 2, title: Again, themes: [safeguarding] }] }
  - { id: m3, body: cmt, on: 2013-01-07, held: true }
`;

const text = (body: string): string => body.replace(/<[^>]+>/g, ' ').replaceAll('&quot;', '"').replaceAll('&#39;', '\'').replace(/\s+/g, ' ');

describe('What happened to an authority and to a record', () => {
  let inside: InsideSite;
  const cookies = new Map<string, string>();
  before(async () => {
    inside = await insideSite(STORIED);
    for (const person of ['ann', 'cai', 'eve']) cookies.set(person, await inside.cookieOf(person));
  });
  after(() => inside.close());

  const page = async (url: string, person = 'ann'): Promise<string> => {
    const answer = await inside.site.inject({ url, headers: { cookie: `answerable=${cookies.get(person) ?? ''}` } });
    assert.equal(answer.statusCode, 200, url);
    return answer.body;
  };

  it('is told by year and month, the newest first, in both languages', async () => {
    const words = text(await page('/en/small/timeline'));
    assert.match(words, /2012 July 2012 1 July 2012 : Dee Example took up Director \(acting\)\..* June 2012 1 June 2012 : “The year in care” was published\..* May 2012 1 May 2012 : Ben Example left Director\..*1 May 2012 : Director fell vacant\..* 2010 /);
    assert.match(text(await page('/cy/small/timeline')), /1 Mai 2012 : Daeth Director yn wag\./);
  });

  it('shows who held which post as a chart and as a table that says the same', async () => {
    const body = await page('/en/small/timeline');
    assert.match(body, /<svg class="app-lanes" role="img" aria-labelledby="lanes-title lanes-description"/);
    assert.match(text(body), /Director Ben Example 1 January 2010 until 1 May 2012; vacant 1 May 2012 until 1 July 2012; Dee Example from 1 July 2012/);
  });

  it('is chosen by kind, and by whom or what it is about', async () => {
    const meetings = text(await page('/en/small/timeline?kind=meetings'));
    assert.match(meetings, /2 things happened\..*5 March 2012 : A meeting was held: Corporate Management Team\./);
    assert.doesNotMatch(meetings, /fell vacant/);
    assert.match(text(await page('/en/small/timeline?about=persons/ben')), /2 things happened\./);
    assert.match(text(await page('/cy/small/timeline?about=persons/ben')), /Digwyddodd 2 o bethau\./);
  });

  it('ends with the date that is asked for', async () => {
    const words = text(await page('/en/small/timeline?as-at=2012-05-31'));
    assert.match(words, /fell vacant/);
    assert.doesNotMatch(words, /took up Director \(acting\)|was published/);
    assert.doesNotMatch(text(await page('/en/small/timeline?kind=meetings')), /7 January 2013/);
  });

  it('tells nobody of what they may not know', async () => {
    assert.match(text(await page('/en/small/timeline?kind=advice')), /A matter that stays between us/);
    assert.doesNotMatch(text(await page('/en/small/timeline?kind=advice', 'eve')), /A matter that stays between us/);
    assert.match(text(await page('/en/small/records/posts/chief')), /Head of Adults raised a concern with Chief Executive: “A matter that stays between us”/);
    assert.doesNotMatch(text(await page('/en/small/records/posts/chief', 'eve')), /A matter that stays between us/);
  });

  it('is the story of a record: the meetings that discussed it, with the item', async () => {
    const words = text(await page('/en/small/records/functions/intake'));
    assert.match(words, /Story Everything with a day, up to 10 December 2012, that names it\. 7 February 2011 : A meeting was held: Corporate Management Team\. Item 1: Looked after\..* 5 March 2012 : A meeting was held: Corporate Management Team\. Item 1: Caseloads\./);
    assert.doesNotMatch(words, /Item 2: Again/);
  });

  it('is chosen by kind in the story of a record', async () => {
    const director = await page('/en/small/records/posts/director?story=reports');
    assert.match(text(director), /All \(\d+\) People and posts \(4\).*1 June 2012 : “The year in care” was published\./);
    assert.doesNotMatch(text(director).split('What refers to it')[0] ?? '', /took up Director \(acting\)/);
  });

  it('is counted by theme and month for all bodies together, each apart or one, over as many months as are asked for', async () => {
    const year = text(await page('/en/small/coverage'));
    assert.match(year, /Month by month .* Workforce 0 0 1 0 0 0 0 0 0 0 0 0 1 /);
    assert.doesNotMatch(year.split('Month by month')[1] ?? '', /Safeguarding 0/);
    const all = text(await page('/en/small/coverage?of=each&months=all'));
    assert.match(all, /Feb 11 Mar 11 .* Safeguarding 2 0 .* Corporate Management Team 2 0 /);
    assert.match(text(await page('/cy/small/coverage?months=24')), /Tîm Rheoli Corfforaethol/);
  });
});

describe('The search over everything', () => {
  let inside: InsideSite;
  let cookie = '';
  before(async () => {
    inside = await insideSite(STORIED);
    cookie = await inside.cookieOf('eve');
  });
  after(() => inside.close());

  const found = async (url: string): Promise<string> => text((await inside.site.inject({ url, headers: { cookie: `answerable=${cookie}` } })).body);

  it('finds names, words of either language and ids, by kind, with and without accents', async () => {
    assert.match(await found('/en/small/search?q=tim+rheoli'), /Bodies \(1\) Corporate Management Team/);
    assert.match(await found('/cy/small/search?q=T%C3%8EM+RHEOLI'), /Cyrff \(1\) Tîm Rheoli Corfforaethol/);
    assert.match(await found('/cy/small/search?q=year+in+care'), /Adroddiadau \(1\) Y flwyddyn mewn gofal/);
    assert.match(await found('/en/small/search?q=m2'), /Meetings \(1\) Meeting: Corporate Management Team, 7 February 2011/);
  });

  it('finds a record by the names of those that it names, and by the words for its codes in either language', async () => {
    assert.match(await found('/en/small/search?q=example+acting'), /Appointments \(1\) Appointment: Dee Example, Director/);
    assert.match(await found('/en/small/search?q=gweithredol+director'), /Appointments \(1\) Appointment: Dee Example, Director/);
  });

  it('finds a Welsh word whose first letter has changed, on the Welsh pages', async () => {
    assert.match(await found('/cy/small/search?q=blwyddyn+mewn'), /Adroddiadau \(1\) Y flwyddyn mewn gofal/);
    assert.doesNotMatch(await found('/en/small/search?q=blwyddyn+mewn'), /The year in care/);
  });

  it('finds what the guidance expects', async () => {
    assert.match(await found('/en/small/search?q=corporate+management+team'), /Expectations of the guidance \(\d+\) .*Member of the corporate management team/);
  });

  it('finds nothing that the reader may not see, and says so plainly', async () => {
    assert.match(await found('/en/small/search?q=stays+between+us'), /Nothing was found\./);
    assert.match(await found('/cy/small/search?q=stays+between+us'), /Ni chafwyd hyd i ddim\./);
  });

  it('stands above every page of a register', async () => {
    for (const path of ['', '/reach', '/records/posts/chief', '/timeline']) {
      const { body } = await inside.site.inject({ url: `/en/small${path}`, headers: { cookie: `answerable=${cookie}` } });
      assert.match(body, /<form class="app-find" action="\/en\/small\/search" method="get" role="search" aria-label="Search this register">/);
    }
  });
});
