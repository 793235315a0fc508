import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { leafOf } from '../../src/register/kept-form.ts';
import { parseVerifierKey } from '../../src/register/log/note-key.ts';
import { openCheckpoint } from '../../src/register/log/checkpoint.ts';
import { verifyReceipt } from '../../src/register/log/receipt.ts';
import { readRegister } from '../../src/register/folder/read-folder.ts';
import { at, good, request } from '../kept/folder.ts';
import { BEGUN, JOINED, keptSite, MENDED, MISSPELT, SPELT } from './kept-site.ts';
import { SMALL } from './small-site.ts';

type Kept = Awaited<ReturnType<typeof keptSite>>;

describe('the pages of a register that is kept', () => {
  let kept: Kept;
  before(async () => {
    kept = await keptSite();
  });
  after(() => kept.close());

  async function page(url: string): Promise<{ readonly status: number; readonly html: string; readonly words: string }> {
    const { statusCode, body } = await kept.site.inject(url);
    const words = body.replace(/<script.*?<\/script>|<[^>]*>/gs, ' ').replaceAll('&#39;', "'").replaceAll('&quot;', '"').replaceAll('&amp;', '&').replace(/\s+/g, ' ');
    return { status: statusCode, html: body, words };
  }
  function tells(words: string, expected: RegExp): void {
    assert.ok(expected.test(words), `The page does not tell ${expected}: ${words.slice(0, 3000)}`);
  }
  const hrefs = (html: string): readonly string[] => [...html.matchAll(/href="([^"]*)"/g)].map(([, href]) => (href ?? '').replaceAll('&amp;', '&'));

  it('say how many entries there are, since when, that a checkpoint stands for them, and that nobody has witnessed it', async () => {
    tells((await page(`/en/${SMALL}`)).words, /This register holds 3 entries, the newest of 1 March 2013 at 11:15\. A signed checkpoint stands for all of them\. Not witnessed/);
    tells((await page(`/cy/${SMALL}`)).words, /Mae’r gofrestr hon yn dal 3 o gofnodion, y diweddaraf ar 1 Mawrth 2013 am 11:15/);
  });

  it('show an act at once, on a page that was asked for before too', async () => {
    const other = await keptSite();
    const words = async (path: string): Promise<string> => (await other.site.inject(`/en/${SMALL}${path}`)).body;
    assert.match(await words('/records/persons/p1'), /Fictional Person One/);
    assert.match(await words(''), /holds 3 entries/);
    good(await other.register.perform(request('record.put', { kind: 'persons', id: 'p1', body: { name: 'Somebody Else Entirely' } }, { now: at('2013-04-01T09:00:00Z') })));
    assert.match(await words('/records/persons/p1'), /Somebody Else Entirely/);
    assert.match(await words(''), /holds 4 entries/);
    await other.close();
  });

  it('judge a change at once: a seat that ends is missed by the expectation that asks for it', async () => {
    const other = await keptSite();
    const verdict = async (): Promise<string> => /On paper: *<strong[^>]*>\s*([^<]*?)\s*</.exec((await other.site.inject(`/en/${SMALL}/expectations/access.corporate-management-team`)).body)?.[1] ?? '';
    assert.equal(await verdict(), 'Met');
    good(await other.register.perform(request('record.end', { kind: 'seats', id: 'director-cmt', from: '2012-07-01' }, { now: at('2013-04-01T09:00:00Z') })));
    assert.equal(await verdict(), 'Not met');
    await other.close();
  });

  it('tell of a record who entered what, when, in which post and why, and what was corrected', async () => {
    const { words, html } = await page(`/en/${SMALL}/records/persons/p4`);
    tells(words, /Who entered what Entered on 1 February 2013 at 10:00 By Fictional Person Two as Chief Executive Why Joined the council\. What it says valid at all times Entry 1/);
    tells(words, /Corrected on 1 March 2013 at 11:15 By Fictional Person Two as Chief Executive Why The name was misspelt\./);
    assert.ok(hrefs(html).includes(`/en/${SMALL}/records/persons/p4?known-at=${encodeURIComponent(JOINED)}`));
    assert.ok(hrefs(html).includes(`/en/${SMALL}/kept/receipt?entry=1`));
    tells((await page(`/cy/${SMALL}/records/persons/p4`)).words, /Pwy gofnododd beth Cofnodwyd ar 1 Chwefror 2013 am 10:00/);
    tells((await page(`/en/${SMALL}/records/persons/p1`)).words, /Imported on 10 January 2013 at 09:30 By A clerk of the council Why The arrangements as the council wrote them down\./);
  });

  it('show what was known at a moment and nothing that was entered later, and say so', async () => {
    const then = await page(`/en/${SMALL}/records/persons/p4?known-at=${JOINED}`);
    assert.ok(then.html.includes(MISSPELT) && !then.html.includes(SPELT));
    tells(then.words, /As it was known then\. This is what the register said on 1 February 2013 at 10:00\. What was entered or corrected later is left out\./);
    assert.ok(!then.words.includes('The name was misspelt.'));
    const now = await page(`/en/${SMALL}/records/persons/p4`);
    assert.ok(now.words.includes(SPELT));
    assert.ok(hrefs(then.html).includes(`/en/${SMALL}/records/persons/p4`), 'it leads back to what is known now');
    assert.equal((await page(`/en/${SMALL}/records/persons/p4?known-at=${BEGUN}`)).status, 404);
  });

  it('carry the moment through every link to a page of the register', async () => {
    const { html } = await page(`/en/${SMALL}/expectations/access.corporate-management-team?known-at=${JOINED}`);
    const within = hrefs(html).filter((href) => href.startsWith(`/en/${SMALL}`) && !href.includes('/kept') && href !== `/en/${SMALL}/expectations/access.corporate-management-team`);
    assert.ok(within.length > 5);
    for (const href of within) assert.match(href, /[?&]known-at=2013-02-01T10%3A00%3A00\.000Z/, href);
  });

  it('take the moment as an instant, a date or the three fields of the form, which mean the end of the day', async () => {
    for (const query of ['known-at=2013-02-01', 'known-day=1&known-month=2&known-year=2013', 'known-at=2013-02-01T23:59:59.999Z']) {
      const { status, words } = await page(`/en/${SMALL}/records/persons/p4?${query}`);
      assert.equal(status, 200, query);
      tells(words, /said on 1 February 2013 at 23:59/);
      assert.ok(words.includes(MISSPELT), query);
    }
    const summer = await page(`/en/${SMALL}?known-at=2013-07-01`);
    tells(summer.words, /said on 1 July 2013 at 23:59/);
  });

  it('keep an exact moment when only the other date of the form is changed, and drop it when its fields are emptied', async () => {
    const { html } = await page(`/en/${SMALL}/records/persons/p4?known-at=${JOINED}`);
    assert.ok(html.includes(`<input type="hidden" name="known-at" value="${JOINED}">`));
    assert.match(html, /id="known-at-day"[^>]*value="1"/);
    const form = `day=1&month=6&year=2012&known-at=${JOINED}`;
    tells((await page(`/en/${SMALL}/records/persons/p4?${form}&known-day=1&known-month=2&known-year=2013`)).words, /said on 1 February 2013 at 10:00/);
    const emptied = await page(`/en/${SMALL}/records/persons/p4?${form}&known-day=&known-month=&known-year=`);
    assert.ok(emptied.words.includes(SPELT) && !emptied.words.includes('As it was known then'));
  });

  it('say what is wrong with a moment, mark the field and answer 400 in the language of the page', async () => {
    for (const [query, said] of [
      ['known-at=yesterday', /must be a real date/],
      ['known-at=2013-02-30', /must be a real date/],
      ['known-day=1&known-month=&known-year=2013', /must include a month/],
      ['known-at=2001-01-01', /Nothing was known on that day: the register began later/],
      ['known-at=2099-01-01', /must be today or in the past/],
    ] as const) {
      const { status, words, html } = await page(`/en/${SMALL}?${query}`);
      assert.equal(status, 400, query);
      tells(words, /^ Error: /);
      assert.match(words, said);
      assert.match(html, /href="#known-at-(day|month|year)"/);
      assert.match(html, /<details[^>]*open/);
    }
    tells((await page(`/cy/${SMALL}?known-at=2001-01-01`)).words, /^ Gwall: .*Nid oedd dim yn hysbys ar y diwrnod hwnnw/);
  });

  it('give the checkpoint and the key that verifies it', async () => {
    const { words, html } = await page(`/en/${SMALL}/kept`);
    tells(words, /Entries 3 First entry 10 January 2013 at 09:30 Newest entry 1 March 2013 at 11:15 Seen by others Not witnessed: nobody outside has signed this state/);
    const vkey = /app-key" translate="no">([^<]+)</.exec(html)?.[1]?.replaceAll('&#43;', '+') ?? '';
    const key = good(parseVerifierKey(vkey));
    const { body, headers } = await kept.site.inject(`/en/${SMALL}/kept/checkpoint`);
    assert.equal(headers['content-disposition'], `attachment; filename="${SMALL}-3.checkpoint"`);
    assert.equal(good(openCheckpoint(body, key)).size, 3);
  });

  it('give the receipt of an entry, which verifies with the key and the leaf alone', async () => {
    const read = good(await readRegister(kept.folder, SMALL));
    for (const entry of read.entries) {
      const { body, headers, statusCode } = await kept.site.inject(`/cy/${SMALL}/kept/receipt?entry=${entry.number}`);
      assert.deepEqual([statusCode, headers['content-disposition']], [200, `attachment; filename="${SMALL}-${entry.number}.tlog-proof"`]);
      assert.equal(good(verifyReceipt(body, good(leafOf(entry)), read.key)).index, entry.number);
    }
  });

  it('refuse the receipt of an entry that there is not, and show where to mend it', async () => {
    for (const [entry, said] of [['3', /must be from 0 to 2/], ['-1', /must be from 0 to 2/], ['x', /must be from 0 to 2/], ['', /Enter the number of an entry, from 0 to 2/]] as const) {
      const { status, words, html } = await page(`/en/${SMALL}/kept/receipt?entry=${entry}`);
      assert.equal(status, 400, entry);
      tells(words, said);
      assert.match(html, /href="#entry"/);
    }
  });

  it('have none of this for a register that was read from a file', async () => {
    const { smallSite } = await import('./small-site.ts');
    const site = await smallSite();
    for (const path of ['/kept', '/kept/checkpoint', '/kept/receipt?entry=0']) assert.equal((await site.inject(`/en/${SMALL}${path}`)).statusCode, 404, path);
    const { body } = await site.inject(`/en/${SMALL}?known-at=${MENDED}`);
    assert.doesNotMatch(body, /known-day|How it is kept|As it was known/);
    await site.close();
  });

  it('list the kept registers on the start page', async () => {
    tells((await page('/en/')).words, /Glan Dychymyg Council \(fictional\) Wales 10 December 2012/);
  });
});
