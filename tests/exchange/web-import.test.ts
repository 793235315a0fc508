import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, describe, it } from 'node:test';
import type { Page } from 'playwright-core';
import { axeViolations, inBrowser } from '../browser/browser.ts';
import { good, request } from '../kept/folder.ts';
import { openAs } from '../web/council-site.ts';
import { sectionsIn, shownIn, withSite } from '../web/importing-visitors.ts';
import { COUNCIL, insideSite, type InsideSite } from '../web/inside-site.ts';
import { heading } from '../web/setting-up.ts';

const fixture = (name: string): string => readFileSync(new URL(`fixtures/${name}`, import.meta.url), 'utf8');
/** For looking at the pages. */
const SHOTS = process.env['ANSWERABLE_SHOTS'];

const shot = async (page: Page, name: string): Promise<void> => {
  if (SHOTS === undefined) return;
  await page.screenshot({ path: `${SHOTS}/${name}.png`, fullPage: true });
  const { width = 1280, height = 800 } = page.viewportSize() ?? {};
  await page.setViewportSize({ width: 320, height: 800 });
  await page.screenshot({ path: `${SHOTS}/${name}-320.png`, fullPage: true });
  await page.setViewportSize({ width, height });
};

const upload = async (page: Page, name: string, text: string): Promise<void> => {
  await page.getByLabel('File', { exact: true }).setInputFiles({ name, mimeType: 'application/octet-stream', buffer: Buffer.from(text) });
  await page.getByRole('button', { name: 'Show what it would change' }).click();
};

describe('Somebody who imports what Modern.gov answers', () => {
  let inside: InsideSite;
  let base = '';
  before(async () => {
    inside = await insideSite();
    base = await inside.listen();
  });
  after(() => inside.close());

  inBrowser('is shown what it would change, says which body and which person the register has already, enters it, and takes it back', async (open) => {
    const page = await openAs(open, inside, base, 'ann', '/en/small/import');
    await upload(page, 'council.xml', fixture('whole.xml'));
    assert.match(await heading(page), /What council.xml would change/);
    assert.ok(await page.getByText('It was read as Modern.gov.').isVisible());
    assert.ok(await page.getByRole('heading', { name: 'New: 13' }).isVisible());
    await shot(page, 'dry-run');
    assert.deepEqual(await axeViolations(page), []);

    // The one that is called the same is proposed, and not chosen.
    const team = page.getByLabel('Corporate Management Team in the file');
    assert.equal(await team.inputValue(), '');
    await team.selectOption('bodies/cmt');
    await page.getByLabel('Ben Example in the file').selectOption({ label: 'Ben Example' });
    await page.getByRole('button', { name: 'Show what it would change now' }).click();
    assert.ok(await page.getByRole('heading', { name: 'New: 11' }).isVisible());
    assert.equal(await page.getByLabel('Corporate Management Team in the file').inputValue(), 'bodies/cmt');
    assert.equal(inside.register.image.entries.length, 1);

    await page.getByRole('button', { name: 'Enter these changes' }).click();
    assert.match(await page.title(), /^Error: /);
    await page.getByLabel('Why you enter this').fill('From the council’s own system.');
    await page.getByRole('button', { name: 'Enter these changes' }).click();
    assert.equal(await heading(page), 'The file was imported');
    const [entry] = inside.register.image.entries.slice(-1);
    assert.deepEqual([entry?.act, entry?.reason, entry?.changes.length], ['exchange.enter', 'From the council’s own system.', 11]);
    assert.deepEqual(inside.register.image.versions('meetings', 'mg-meeting-9003').map((one) => (one as { body?: string }).body), ['bodies/cmt']);

    await page.goto(`${base}/en/small/import`);
    await upload(page, 'council.xml', fixture('whole.xml'));
    assert.ok(await page.getByText('The register says all of this already').isVisible());
    assert.equal(await page.getByLabel('Corporate Management Team in the file').inputValue(), 'bodies/cmt');

    await page.goto(`${base}/en/small/imported/1`);
    await page.getByRole('link', { name: 'Undo this import' }).click();
    await page.getByLabel('Why you enter this').fill('It was the wrong file.');
    await page.getByRole('button', { name: 'Undo this import' }).click();
    assert.deepEqual(inside.register.image.versions('meetings', 'mg-meeting-9003'), []);
    assert.equal(inside.register.image.versions('bodies', 'cmt').length, 1);
  });

  inBrowser('is asked of what was changed here whether it becomes what the file says', async (open) => {
    const page = await openAs(open, inside, base, 'ann', '/en/small/import');
    await upload(page, 'list.xml', fixture('committees.xml'));
    await page.getByLabel('Why you enter this').fill('The committees.');
    await page.getByRole('button', { name: 'Enter these changes' }).click();
    assert.equal(await heading(page), 'The file was imported');
    good(await inside.register.perform(request('record.put', { kind: 'bodies', id: 'mg-committee-120', body: { name: 'Planners of ours', type: 'committee' } })));
    await page.goto(`${base}/en/small/import`);
    await upload(page, 'list.xml', fixture('committees.xml'));
    assert.ok(await page.getByText('There is nothing to enter').isVisible());
    await shot(page, 'kept');
    assert.deepEqual(await axeViolations(page), []);
    assert.ok(await page.getByText('The file says otherwise of: Name. It was changed here.').isVisible());
    await page.getByLabel('Planners of ours').check();
    await page.getByRole('button', { name: 'Show what it would change now' }).click();
    assert.ok(await page.getByRole('heading', { name: 'Changed: 1' }).isVisible());
    assert.ok(await page.getByLabel('Planners of ours').isChecked());
  });

  inBrowser('chooses of what a calendar’s entries are meetings, in Welsh as well', async (open) => {
    const page = await openAs(open, inside, base, 'ann', '/en/small/import');
    await upload(page, 'diary.ics', fixture('diary.ics'));
    assert.match(await page.title(), /^Error: /);
    assert.ok(await page.getByRole('link', { name: 'Choose what the entries of the calendar are meetings of' }).isVisible());
    await page.getByLabel('What its entries are meetings of').selectOption({ label: 'Corporate Management Team' });
    for (const [name, day] of [['From', ['1', '9', '2012']], ['Up to and including', ['31', '12', '2012']]] as const) {
      const group = page.getByRole('group', { name, exact: true });
      await group.getByLabel('Day').fill(day[0]);
      await group.getByLabel('Month').fill(day[1]);
      await group.getByLabel('Year').fill(day[2]);
    }
    await page.getByLabel('Only entries whose title has these words').fill('one-to-one');
    await page.getByRole('button', { name: 'Show what it would change now' }).click();
    assert.ok(await page.getByRole('heading', { name: 'New: 3' }).isVisible());
    await shot(page, 'calendar');
    assert.deepEqual(await axeViolations(page), []);
    await page.goto(page.url().replace('/en/', '/cy/'));
    assert.ok(await page.getByText('Fe’i darllenwyd fel calendr.').isVisible());
    await shot(page, 'calendar-cy');
    assert.deepEqual(await axeViolations(page), []);
  });
});

describe('The page that takes files of other systems', () => {
  it('says what is wrong with one that cannot be read, with its line, and keeps nothing', () => withSite(async (inside, by) => {
    const { send } = by('ann');
    const answered = await send('<?xml version="1.0"?>\n<!DOCTYPE lolz [<!ENTITY lol "lol"><!ENTITY lol2 "&lol;&lol;">]>\n<committees>&lol2;</committees>', 'bomb.xml');
    assert.equal(answered.statusCode, 400);
    assert.match(answered.body, /line 2[^]*A document type/);
    assert.equal((await send('<html><body>Sign in</body></html>', 'page.xml')).statusCode, 400);
    assert.equal((await send('BEGIN:VCALENDAR\nBEGIN:VEVENT\n', 'cut.ics')).statusCode, 400);
    assert.equal((await send('{"persons": [', 'cut.json')).statusCode, 400);
    assert.equal(inside.register.image.entries.length, 1);
    assert.deepEqual(await inside.database.all('SELECT name FROM uploads'), []);
  }));

  it('tells the faults of single records by their place, and takes the rest where that is chosen', () => withSite(async (inside, by) => {
    const { send, get, confirm } = by('ann');
    const faulty = fixture('whole.xml').replace('<meetingdate>03/12/2012</meetingdate>', '<meetingdate>31/02/2012</meetingdate>').replace('03/12/2012 00:00:00', '30/02/2012');
    const url = (await send(faulty, 'council.xml')).headers.location ?? '';
    const shown = await get(url);
    assert.equal(shown.statusCode, 400);
    assert.match(shown.body, /31\/02\/2012/);
    assert.doesNotMatch(shown.body, /Enter these changes/);
    assert.equal((await confirm(url, { choose: 'yes', 'leave-out': 'yes' })).statusCode, 303);
    const again = await get(url);
    assert.equal(again.statusCode, 200);
    assert.match(again.body, /Left out because of their faults[^]*31\/02\/2012/);
    assert.equal((await confirm(url, shownIn(again.body))).statusCode, 303);
    assert.equal(inside.register.image.versions('meetings', 'mg-meeting-9001').length, 1);
    assert.deepEqual(inside.register.image.versions('meetings', 'mg-meeting-9003'), []);
  }));

  it('is not for those who may not keep what the file says, and tells them nothing of what is hidden from them', () => withSite(async (inside, by) => {
    const { send, get, confirm } = by('cai');
    const url = (await send(fixture('whole.xml'), 'council.xml')).headers.location ?? '';
    const shown = await get(url);
    assert.deepEqual([shown.statusCode, sectionsIn(shown.body)], [400, ['Not yours to change: 13']]);
    assert.doesNotMatch(shown.body, /Enter these changes|stays between us/);
    assert.equal((await confirm(url, { shown: 'guessed' })).statusCode, 409);
    assert.equal((await by('ben').get(url)).statusCode, 400);
    assert.equal(inside.register.image.entries.length, 1);
  }, COUNCIL));
});
