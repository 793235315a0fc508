import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { FastifyInstance } from 'fastify';
import { LARGE, SMALL, smallSite } from './small-site.ts';

describe('the pages of a register', () => {
  let site: FastifyInstance;
  before(async () => {
    site = await smallSite();
  });
  after(() => site.close());

  /** The words of a page, its status and its whole text. */
  async function page(url: string): Promise<{ readonly status: number; readonly html: string; readonly words: string }> {
    const { statusCode, body } = await site.inject(url);
    const words = body.replace(/<script.*?<\/script>|<[^>]*>/gs, ' ').replaceAll('&#39;', "'").replaceAll('&quot;', '"').replaceAll('&amp;', '&').replace(/\s+/g, ' ');
    return { status: statusCode, html: body, words };
  }
  /** A page is long: what it lacks is told without the whole of it. */
  function tells(words: string, expected: RegExp): void {
    assert.ok(expected.test(words), `The page does not tell ${expected}: ${words.slice(0, 3000)}`);
  }
  const hrefs = (html: string): readonly string[] => [...html.matchAll(/href="([^"]*)"/g)].map(([, href]) => (href ?? '').replaceAll('&amp;', '&'));

  it('list the authorities, each with its own name in the language of the page', async () => {
    const [en, cy] = [await page('/en/'), await page('/cy/')];
    tells(en.words, /Glan Dychymyg Council \(fictional\) Wales 10 December 2012/);
    tells(cy.words, /Cyngor Glan Dychymyg \(dychmygol\) Cymru 10 Rhagfyr 2012/);
    assert.match(cy.html, /lang="en"[^>]*>Generated Council 3/);
  });

  it('tell the structure with its reasons, the counts and what to do first', async () => {
    const { words } = await page(`/en/${SMALL}`);
    tells(words, /Structure: More than one directorate/);
    tells(words, /Children’s services is led in part outside the line of Director of Social Services/);
    tells(words, /secured 2 Provided for, shown to happen/);
    tells(words, /What to do first Write the three subjects|What to do first .* exposed/);
  });

  it('show every expectation of the pack in the grid, under the accountability that it first serves', async () => {
    const { html } = await page(`/en/${SMALL}`);
    const table = html.slice(html.indexOf('id="grid"'));
    assert.equal(new Set(hrefs(table).filter((href) => href.includes('/expectations/'))).size, 93);
    assert.match(html, /accountabilities\/access">Direct access and advice<\/a><\/h3>/);
  });

  it('filter the grid by diagnosis and say how many are shown', async () => {
    const { words, html } = await page(`/en/${SMALL}?diagnosis=secured`);
    tells(words, /Only those secured: 2 of 93\./);
    const rows = [...html.slice(html.indexOf('id="grid"')).matchAll(/<th scope="row"/g)];
    assert.equal(rows.length, 2);
  });

  it('refuse a filter that is no diagnosis, and still show the page', async () => {
    const { status, words } = await page(`/en/${SMALL}?diagnosis=fine`);
    assert.equal(status, 400);
    tells(words, /^ Error: Glan Dychymyg .*There is a problem Show only one of the diagnoses in the list/);
  });

  it('tell an expectation whole: verdicts, reasons, records, paragraphs, question, remedy, bearer, force and what is not seen', async () => {
    const { words, html } = await page(`/en/${SMALL}/expectations/access.corporate-management-team`);
    tells(words, /Direct access and advice Member of the corporate management team/);
    tells(words, /Diagnosis on 10 December 2012: not known/);
    tells(words, /On paper: Met .*Director of Social Services sits on Corporate Management Team as member\. Records: Seat: Corporate Management Team, Director of Social Services ; Corporate Management Team/);
    tells(words, /In practice: Not known .*What to record to know Record the meetings held and who attended/);
    tells(words, /Where it says so National inspection in respect of the role of the Statutory Director of Social Services, paragraphs 2\.17, 3\.2, /);
    tells(words, /A question to ask How many meetings of the team did the Director miss/);
    tells(words, /What to do Give the Director's post a member's seat/);
    tells(words, /Who has to see to it Head of Paid Service/);
    tells(words, /Should: the guidance expects it/);
    tells(words, /What the test cannot see The weight that the Director's view carried/);
    assert.ok(hrefs(html).includes(`/en/${SMALL}/records/seats/director-cmt`));
  });

  it('tell who an expectation rests on', async () => {
    const { words, html } = await page(`/en/${SMALL}/expectations/designation.post`);
    tells(words, /person-dependent .* Who it rests on Without Fictional Person One \(Director of Social Services\), in practice would no longer be met/);
    assert.ok(hrefs(html).includes(`/en/${SMALL}/people/p1`));
  });

  it('show a record with the labels of its kind, its references linked and its values in words', async () => {
    const { words, html } = await page(`/en/${SMALL}/records/meetings/m1`);
    tells(words, /Meeting: Monthly one-to-one, 5 November 2012/);
    tells(words, /Held Yes Agenda Yes Record kept Notes Attended Chief Executive Director of Social Services Items Number 1 Title Safeguarding referrals Themes Safeguarding Functions Fostering By Director of Social Services/);
    assert.ok(hrefs(html).includes(`/en/${SMALL}/records/functions/fostering`));
    tells((await page(`/cy/${SMALL}/records/series/one-to-one`)).words, /Amlder 1 mis Ffurfiol Mae agenda Ie Cedwir cofnod Ie/);
  });

  it('show the versions of a record and which of them the date has', async () => {
    const now = await page(`/en/${SMALL}/records/seats/director-cmt`);
    tells(now.words, /Role Member Versions Valid 1 May 2010 until 1 June 2012 Body Corporate Management Team Holder Director of Social Services Role In attendance Valid from 1 June 2012 Shown here/);
    const before = await page(`/en/${SMALL}/records/seats/director-cmt?as-at=2011-01-01`);
    tells(before.words, /Valid on 1 January 2011 .* 1 May 2010 until 1 June 2012 Shown here/);
  });

  it('say of a record that is over that it is, and show its last version', async () => {
    const { status, words } = await page(`/en/${SMALL}/records/appointments/a1?as-at=2009-01-01`);
    assert.equal(status, 200);
    tells(words, /Not valid on 1 January 2009\. The last version is shown\./);
  });

  it('show what refers to a record, by kind and field', async () => {
    const { words } = await page(`/en/${SMALL}/records/posts/director`);
    tells(words, /What refers to it Posts: reports to Head of Adult Services Appointments: post Appointment: Fictional Person One, Director of Social Services Seats: holder Seat: Corporate Management Team, Director of Social Services Series of meetings: post Monthly one-to-one Meetings: attended Meeting: Monthly one-to-one, 5 November 2012/);
  });

  it('mark in words what the officer cannot reach', async () => {
    const { words } = await page(`/en/${SMALL}/reach`);
    tells(words, /1 of 2 functions have no lever at all\./);
    tells(words, /Adult care Director of Social Services, then Head of Adult Services Yes No No No No No No No/);
    tells(words, /Fostering Accountable with no lever No No No No No No No No/);
  });

  it('put a vacancy beside the present: counts, what falls with its reasons, whom it rests on', async () => {
    const { words } = await page(`/en/${SMALL}/what-if?vacate=director`);
    tells(words, /If the post “Director of Social Services” were vacant As at 10 December 2012 Held on this date by Fictional Person One/);
    tells(words, /person-dependent 2 0 2 fewer/);
    tells(words, /What would fall \(\d+\) .* A post of Director is designated In practice: Met, then not met Somebody who holds Director of Social Services: no record/);
    tells(words, /Whom the verdicts rest on .* Fictional Person One \d+ 0/);
  });

  it('answer a post that is none with the nearest one, chosen in the form', async () => {
    const { status, words, html } = await page(`/en/${SMALL}/what-if?vacate=directer`);
    assert.equal(status, 400);
    tells(words, /Select a post that somebody holds on this date, such as Director of Social Services/);
    assert.match(html, /<option value="director" selected/);
  });

  it('are about the date that is asked for, as one value or three, and carry it through every link', async () => {
    const usual = await page(`/en/${SMALL}/expectations/access.corporate-management-team`);
    tells(usual.words, /On paper: Met/);
    for (const query of ['as-at=2012-05-01', 'day=1&month=5&year=2012', 'day=01&month=05&year=2012&as-at=2011-01-01']) {
      const { words, html } = await page(`/en/${SMALL}/expectations/access.corporate-management-team?${query}`);
      tells(words, /Diagnosis on 1 May 2012/);
      tells(words, /On paper: (In part|Not met)/);
      const within = hrefs(html).filter((href) => href.startsWith(`/en/${SMALL}`) && href !== `/en/${SMALL}/expectations/access.corporate-management-team`);
      assert.ok(within.length > 5);
      for (const href of within) assert.match(href, /[?&]as-at=2012-05-01/);
    }
  });

  it('say what is wrong with a date, mark the field and answer 400 in the language of the page', async () => {
    const cases: readonly (readonly [string, RegExp, string])[] = [
      ['day=31&month=2&year=2012', /must be a real date/, 'day'],
      ['as-at=2012-13-01', /must be a real date/, 'day'],
      ['as-at=yesterday', /must be a real date/, 'day'],
      ['day=1&month=&year=2012', /must include a month/, 'month'],
      ['day=1&month=2', /must include a year/, 'year'],
      ['as-at=0001-01-01', /from 1900 to 2199/, 'year'],
      ['as-at=9999-12-31', /from 1900 to 2199/, 'year'],
    ];
    for (const [query, said, field] of cases) {
      const { status, words, html } = await page(`/en/${SMALL}/reach?${query}`);
      assert.equal(status, 400, query);
      tells(words, /^ Error: /);
      assert.match(words, said);
      assert.match(html, new RegExp(`href="#as-at-${field}"`));
      assert.match(html, new RegExp(`govuk-input--error[^>]*id="as-at-${field}"|id="as-at-${field}"[^>]*govuk-input--error`));
    }
    tells((await page(`/cy/${SMALL}?day=31&month=2&year=2012`)).words, /^ Gwall: .*Rhaid i’r dyddiad fod yn ddyddiad go iawn/);
  });

  it('keep the rest of the query when another date is asked for', async () => {
    const { html } = await page(`/en/${SMALL}/what-if?vacate=director`);
    assert.match(html, /<input type="hidden" name="vacate" value="director">/);
  });

  it('link to the same page in the other language, query and all', async () => {
    const { html } = await page(`/en/${SMALL}/what-if?vacate=director&as-at=2012-05-01`);
    assert.ok(hrefs(html).includes(`/cy/${SMALL}/what-if?vacate=director&as-at=2012-05-01`));
    assert.match(html, /lang="cy" hreflang="cy">Cymraeg<span class="govuk-visually-hidden"> Newid yr iaith i’r Gymraeg/);
  });

  it('say in Welsh that a name is only in English, and mark its language', async () => {
    const { html, words } = await page(`/cy/${SMALL}/records/posts/director`);
    assert.match(html, /<html lang="cy"/);
    assert.match(html, /<title lang="en">/);
    tells(words, /Director of Social Services Yn Saesneg yn unig/);
  });

  it('never show the crown or another typeface than our own', async () => {
    const { html } = await page(`/en/${LARGE}`);
    assert.doesNotMatch(html, /govuk-header|crown|GDS|GOV\.UK/i);
  });
});
