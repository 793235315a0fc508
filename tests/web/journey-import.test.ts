import assert from 'node:assert/strict';
import { after, before, describe } from 'node:test';
import type { Page } from 'playwright-core';
import { pack } from '../../src/model/register-file/workbook/write-workbook.ts';
import { axeViolations, inBrowser } from '../browser/browser.ts';
import { openAs } from './council-site.ts';
import { HEADER, sheet, XLSX } from './importing-visitors.ts';
import { insideSite, type InsideSite } from './inside-site.ts';
import { heading } from './setting-up.ts';

/** A workbook as somebody fills it in; three of its cells can be wrong. */
const workbook = (type: string, from: string, holder: string): Promise<Uint8Array> => pack([
  sheet('register', HEADER),
  sheet('posts', [['id', 'title', 'designations'], ['clerk', 'Democratic Services Manager', 'head-of-democratic-services']]),
  sheet('bodies', [['id', 'name', 'type', 'from'], ['forum', 'Senior Officers Forum', type, from]]),
  sheet('seats', [['id', 'body', 'holder', 'role'], ['forum-clerk', 'forum', holder, 'adviser']]),
]);

const upload = async (page: Page, file: Uint8Array): Promise<void> => {
  await page.getByLabel('File', { exact: true }).setInputFiles({ name: 'bodies.xlsx', mimeType: XLSX, buffer: Buffer.from(file) });
  await page.getByRole('button', { name: 'Show what it would change' }).click();
};

describe('Somebody who imports a workbook', () => {
  let inside: InsideSite;
  let base = '';
  before(async () => {
    inside = await insideSite();
    base = await inside.listen();
  });
  after(() => inside.close());

  inBrowser('is told of its three faults by sheet and cell, mends them, sees what would change, and enters it', async (open) => {
    const page = await openAs(open, inside, base, 'ann', '/en/small/tasks');
    await page.getByRole('button', { name: 'Import a workbook' }).click();
    await upload(page, await workbook('foram', '2012-02-30', 'nobody'));
    assert.match(await page.title(), /^Error: /);
    assert.ok(await page.getByRole('link', { name: 'Faults in bodies.xlsx: 3. Nothing was entered' }).isVisible());
    assert.deepEqual((await page.getByRole('rowheader').allInnerTexts()).map((place) => place.split(', ').slice(0, 2).join(', ')), ['sheet bodies, cell C2', 'sheet bodies, cell D2', 'sheet seats, cell C2']);
    assert.ok(await page.getByText('Did you mean `forum`?').isVisible());
    assert.deepEqual(await axeViolations(page), []);
    assert.equal(inside.register.image.entries.length, 1);

    await upload(page, await workbook('forum', '2012-02-28', 'clerk'));
    assert.match(await heading(page), /What bodies.xlsx would change/);
    assert.ok(await page.getByRole('heading', { name: 'New: 3' }).isVisible());
    await page.getByLabel('Why you enter this').fill('The forum that was founded in February.');
    await page.getByRole('button', { name: 'Enter these changes' }).click();
    assert.equal(await heading(page), 'The file was imported');
    assert.match(await page.locator('.app-shaken').innerText(), /What this changed/);
    assert.deepEqual(inside.register.image.entries.at(-1)?.changes.map(({ kind, id }) => `${kind}/${id}`).toSorted(), ['bodies/forum', 'posts/clerk', 'seats/forum-clerk']);
    await page.goto(`${base}/en/small/records/bodies`);
    assert.ok(await page.getByRole('link', { name: 'Senior Officers Forum' }).isVisible());
  });
});
