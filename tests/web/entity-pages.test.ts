import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, describe, it } from 'node:test';
import type { FastifyInstance } from 'fastify';
import { openRegisterBytes, type OpenRegister } from '../../src/assessment/open-register.ts';
import { date } from '../../src/kernel/date.ts';
import { app } from '../../src/web/app.ts';
import { alreadyOpen, shelve } from '../../src/web/shelf.ts';

async function example(name: string): Promise<OpenRegister> {
  const opened = await openRegisterBytes(`${name}.yaml`, readFileSync(new URL(`../../examples/${name}/register.yaml`, import.meta.url)));
  assert.ok(opened.ok);
  return opened.value;
}

/** The example authority of Wales, whose story is written at the head of its file. */
const CWM = 'cwm-enghraifft';

describe('The page of', () => {
  let site: FastifyInstance;
  let scotland = '';
  before(async () => {
    const [wales, other] = [await example('demo-wales'), await example('demo-scotland')];
    scotland = other.content.header.id;
    site = app({ shelf: shelve([alreadyOpen(wales), alreadyOpen(other)]), today: () => date('2026-03-01'), onFault: (fault) => assert.fail(String(fault)), health: () => Promise.reject(new Error('not asked for here')), log: { form: 'none', level: 'info', write: () => undefined } });
  });
  after(() => site.close());

  async function page(url: string): Promise<{ readonly status: number; readonly html: string; readonly words: string }> {
    const { statusCode, body } = await site.inject(url);
    const words = body.replace(/<script.*?<\/script>|<[^>]*>/gs, ' ').replaceAll('&#39;', "'").replaceAll('&quot;', '"').replaceAll('&amp;', '&').replace(/\s+/g, ' ').replace(/ ([.,;:)])/g, '$1').replace(/\( /g, '(');
    return { status: statusCode, html: body, words };
  }
  function tells(words: string, ...expected: readonly RegExp[]): void {
    for (const one of expected) assert.ok(one.test(words), `The page does not tell ${one}: ${words.slice(0, 6000)}`);
  }
  const hrefs = (html: string): readonly string[] => [...html.matchAll(/href="([^"]*)"/g)].map(([, href]) => (href ?? '').replaceAll('&amp;', '&'));

  it('a person answers first what rests on them, then how, under which accountabilities, and what goes with them', async () => {
    const { words, html } = await page(`/en/${CWM}/people/tomos`);
    tells(words,
      /Tomos Ffuglen holds Director of Social Care, Housing and Leisure \(since 16 July 2012\)\. If they left, 3 expectations would no longer be met in full\. They are under Professional leadership and Direct access and advice\. 2 things are theirs by name and would go with them\./,
      /Member of the corporate management team On paper: Met, then not met/,
      /Theirs by name .*Decides: Mr T\. Ffuglen decides placements and contracts\. \(Scheme of Delegation, September 2011\) A seat on Corporate Management Team \(member\)/,
      /Agreements that a successor would have to make again .*Safe Recruitment Protocol with Human Resources Director of Social Care, Housing and Leisure 1 October 2012/,
      /Qualification Chartered Institute of Housing, 30 June 1994/);
    assert.ok(hrefs(html).includes(`/en/${CWM}/records/persons/tomos`) && hrefs(html).includes(`/en/${CWM}/accountabilities/access`));
  });

  it('a person who has left says so, and still tells what they held', async () => {
    const { status, words } = await page(`/en/${CWM}/people/rhiannon`);
    assert.equal(status, 200);
    tells(words, /Rhiannon Dychmygol holds no post on this date\. No verdict would fall if they left\./, /Director of Social Care, Housing and Leisure 2 April 2007 until 1 February 2012 Permanent Over/);
    tells((await page(`/en/${CWM}/people/rhiannon?as-at=2011-03-31`)).words, /Rhiannon Dychmygol holds Director of Social Services \(since 2 April 2007\)/);
  });

  it('a post tells who holds it since when, its span, its levers, what it has agreed, and its meetings held and missed', async () => {
    const { words, html } = await page(`/en/${CWM}/posts/director`);
    tells(words,
      /Director of Social Care, Housing and Leisure is held by Tomos Ffuglen since 16 July 2012\. 3 posts report to it, 5 in all below it\. It has a lever on 16 of the 18 functions/,
      /Of the \d+ expectations that it has to see to, \d+ are secured\. 5 instruments in force to which it is a party are not agreed by whoever holds it now\./,
      /Who deputises Head of Adult Services/,
      /Garmon Benthyg 1 February 2012 until 16 July 2012 Interim, shared with Dyffryn Damcaniaeth County Council Over/,
      /Substance misuse services Manages Director of Social Care, Housing and Leisure, then Head of Adult Services/,
      /No lever on: Disabled children and Youth justice\./,
      /Protocol between the Chief Executive and the Director of Social Services In force Not agreed Tomos Ffuglen now holds .* and has not agreed/,
      /Social Services Management Team, once in a month 12 12 1 11 1: 13 February 2012 0/);
    assert.ok(hrefs(html).includes(`/en/${CWM}/what-if?vacate=director`));
  });

  it('a post that is vacant says so, and who acts in it', async () => {
    const { words } = await page(`/en/${CWM}/posts/head-children?as-at=2012-12-10`);
    tells(words, /Head of Children’s Services is held by Aled Esgus since 3 September 2012/, /Aled Esgus from 3 September 2012 Acting Now/);
    const left = await page(`/en/${CWM}/posts/child-care-teams`);
    tells(left.words, /Service Manager, Child Care Teams is vacant\. No post reports to it\./, /Vacant from 3 September 2012/);
    assert.ok(!hrefs(left.html).some((href) => href.includes('vacate=')), 'a vacant post cannot be vacated');
  });

  it('a post that is no more says so, and shows its last version', async () => {
    const { words } = await page(`/en/${CWM}/posts/housing`);
    tells(words, /There is no such record on 10 December 2012\. Its last version is shown/, /Huw Breuddwyd 2 June 2003 until 1 September 2011 Permanent Over/);
    assert.doesNotMatch(words, /Vacant/, 'a post that is no more is not vacant');
  });

  it('a body tells whether it met, who sits on it, what it discussed and whether it got what it is to receive', async () => {
    const { words } = await page(`/en/${CWM}/bodies/scrutiny`);
    tells(words,
      /Social Services Scrutiny Committee met 6 times from 11 December 2011 to 10 December 2012\. Its frequency, once in 2 months, asks for 6\. It is chaired by Cyng\. Gwyneth Ystrydeb \(Chair of the Social Services Scrutiny Committee\)\. None of its 3 seats is empty\. One thing that it is to receive did not come as often as stated\./,
      /Cyng\. Elfed Odl, member themselves, by name 4 of 4/,
      /Performance 5 5 8 November 2012/,
      /Safeguarding of children and adults once in 3 months In part "Safeguarding of children and adults" came to Social Services Scrutiny Committee 3 times/,
      /Director's Annual Report 2011-12 13 September 2012 Put before a meeting/);
  });

  it('an instrument tells whether it holds, who has agreed it as it is now, and what would fall without it', async () => {
    const { words } = await page(`/en/${CWM}/instruments/protocol-chief-executive`);
    tells(words,
      /is in force, but one of its 2 parties has not agreed it as it is now\. It was to be reviewed by 15 February 2012, which is past\. Without it, 2 verdicts would fall\./,
      /5 Ms Dychmygol may challenge any officer or body of the council\. Rhiannon Dychmygol challenges/,
      /Corporate Management Team 9 March 2010 Paper Eirlys Rhithiol, 9 March 2010/,
      /Expectations that it counts towards .*Agreed by those who hold the posts now On paper In part/,
      /What would fall without it The register was judged again .*A voice in the budget and in policy On paper Met, then not met/);
    tells((await page(`/en/${CWM}/instruments/scheme-2010`)).words, /Scheme of Delegation is not in force on this date: superseded by Scheme of Delegation, September 2011\./);
  });

  it('an accountability tells how its expectations stand, who has it, what falls short, and what cannot be reached', async () => {
    const { words, html } = await page(`/en/${CWM}/accountabilities/access`);
    tells(words,
      /\d+ of the \d+ expectations that serve it are secured\. The others: person-dependent \d+/,
      /Director of Social Care, Housing and Leisure is accountable for it, by what is in force\. The officer has no lever on 2 of the 18 functions/,
      /Where it falls short .*exposed Standing items at the corporate management team: Write the three subjects/,
      /Youth justice No lever/);
    assert.ok(hrefs(html).includes(`/en/${CWM}/records/functions/youth-justice`));
  });

  it('each thing is reached from the record, the map, the matrix, reach, lists and reasons, and the record from it', async () => {
    const links = async (path: string) => hrefs((await page(`/en/${CWM}${path}`)).html);
    const post = `/en/${CWM}/posts/director`;
    for (const from of ['/map', '/responsibilities', '/records/posts', '/records/posts/director']) assert.ok((await links(from)).includes(post), `no link from ${from}`);
    assert.ok((await links('/reach')).includes(`/en/${CWM}/posts/head-adults`));
    assert.ok((await links('/expectations/access.corporate-management-team')).includes(`/en/${CWM}/people/tomos`));
    for (const from of ['', '/responsibilities']) assert.ok((await links(from)).includes(`/en/${CWM}/accountabilities/access`));
    assert.ok((await links('/expectations/access.corporate-management-team')).includes(`/en/${CWM}/accountabilities/access`));
    assert.ok((await links('/posts/director')).includes(`/en/${CWM}/records/posts/director`));
  });

  it('anything carries the date along, in both languages', async () => {
    const links = hrefs((await page(`/cy/${CWM}/posts/director?as-at=2011-03-31`)).html);
    assert.ok(links.includes(`/cy/${CWM}/people/rhiannon?as-at=2011-03-31`));
    assert.ok(links.includes(`/en/${CWM}/posts/director?as-at=2011-03-31`));
  });

  it('anything offers the days on which the arrangements changed, in order and each once, as far as the reader may know of them', async () => {
    const [, days = ''] = /data-change-days="([^"]*)"/.exec((await page(`/en/${CWM}/posts/director`)).html) ?? [];
    const all = days.split(' ');
    assert.deepEqual(all, [...new Set(all)].sort());
    assert.ok(['2011-09-01', '2012-02-01', '2012-07-16'].every((day) => all.includes(day)));
    assert.match((await page(`/cy/${CWM}/posts/director`)).html, /data-months="Ionawr Chwefror Mawrth [^"]* Rhagfyr"/);
  });

  it('anything is in Welsh on the Welsh pages', async () => {
    tells((await page(`/cy/${CWM}/people/tomos`)).words, /Mae Tomos Ffuglen yn dal Cyfarwyddwr Gofal Cymdeithasol, Tai a Hamdden \(ers 16 Gorffennaf 2012\)\. Pe bai’n gadael, ni fyddai 3 o ddisgwyliadau/);
    tells((await page(`/cy/${CWM}/bodies/scrutiny`)).words, /Cyfarfu Pwyllgor Craffu Gwasanaethau Cymdeithasol 6 o weithiau/);
    tells((await page(`/cy/${CWM}/instruments/protocol-chief-executive`)).words, /mewn grym, ond nid yw un o’i 2 parti wedi cytuno/);
    tells((await page(`/cy/${CWM}/accountabilities/access`)).words, /yn atebol amdano, yn ôl yr hyn sydd mewn grym/);
  });

  it('what is not there says what was not found and the nearest that there is', async () => {
    for (const [path, near] of [['people/tomoss', 'people/tomos'], ['posts/directr', 'posts/director'], ['bodies/scrutni', 'bodies/scrutiny'], ['instruments/scheme-2012', 'instruments/scheme-2011'], ['accountabilities/acess', 'accountabilities/access']] as const) {
      const { status, html } = await page(`/en/${CWM}/${path}`);
      assert.equal(status, 404, path);
      assert.ok(hrefs(html).some((href) => href.startsWith(`/en/${CWM}/${near.slice(0, -1)}`)), path);
    }
    for (const odd of ['__proto__', '%00', '..%2fposts%2fdirector', 'constructor']) assert.equal((await page(`/en/${CWM}/posts/${odd}`)).status, 404, odd);
  });

  it('every thing of both example authorities opens in both languages at several dates, each with an answer and no gap in its words', async () => {
    const usual = [[CWM, '', ['en', 'cy']], [scotland, '', ['en', 'cy']], [CWM, '?as-at=2012-02-15', ['en']]] as const;
    let pages = 0;
    for (const [register, query, languages] of usual) {
      const lists = ['records/persons', 'records/posts', 'records/bodies', 'records/instruments', 'responsibilities'];
      const all = (await Promise.all(lists.map((list) => page(`/en/${register}/${list}${query}`)))).flatMap(({ html }) => hrefs(html));
      const found = new Set(all.filter((href) => /^\/en\/[^/]+\/(people|posts|bodies|instruments|accountabilities)\//.test(href)));
      assert.ok(found.size > 60, `${found.size} found in ${register}`);
      for (const url of [...found].flatMap((href) => languages.map((language) => href.replace('/en/', `/${language}/`)))) {
        const { status, words, html } = await page(url);
        pages += 1;
        assert.equal(status, 200, url);
        assert.match(html, /<div class="app-answer"><p class="govuk-body-l">\S/, url);
        assert.doesNotMatch(words, /\{\w+\}|undefined|\[object|NaN/, url);
      }
    }
    assert.ok(pages > 300, `${pages} pages`);
  });
});
