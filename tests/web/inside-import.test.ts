import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Access } from '../../src/access/access.ts';
import { standingOf } from '../../src/access/standing.ts';
import { ACCESS_RULES } from '../../src/areas/access-rules.ts';
import { date } from '../../src/kernel/date.ts';
import { pack } from '../../src/model/register-file/workbook/write-workbook.ts';
import { writeRegisterYaml } from '../../src/model/register-file/write-yaml.ts';
import { importPlan } from '../../src/web/importing/import-plan.ts';
import { axeViolations, inBrowser } from '../browser/browser.ts';
import { good, request } from '../kept/folder.ts';
import { CHANGED, HEADER, read, sectionsIn, sheet, shownIn, withSite, XLSX } from './importing-visitors.ts';
import { COUNCIL, insideSite } from './inside-site.ts';

/** The council with a monitoring officer, who keeps persons and may not see their registrations. */
const COUNCIL_WITH_CLERK = COUNCIL
  .replace('persons:', '  - { id: monitor, title: Monitoring Officer, designations: [monitoring-officer] }\npersons:\n  - { id: dee, name: Dee Example }')
  .replace('bodies:', '  - { id: a4, person: dee, post: monitor, basis: permanent, from: 2010-01-01 }\nbodies:');

describe('An import on the pages', () => {
  it('shows what a file would change, enters exactly that, and once however often it is sent', () => withSite(async (inside, by) => {
    const { get, send, confirm } = by('ann');
    const sent = await send(CHANGED);
    assert.equal(sent.statusCode, 303, sent.body);
    const url = sent.headers.location ?? '';
    const shown = await get(url);
    assert.equal(shown.statusCode, 200);
    assert.deepEqual(sectionsIn(shown.body), ['Changed: 1', 'New: 1', 'Not in the file, left as they are: 3', 'The same: 11']);
    assert.match(shown.body, /data-label="What differs">Name</);
    assert.equal(inside.register.image.entries.length, 1);
    const answers = await Promise.all([confirm(url, shownIn(shown.body)), confirm(url, shownIn(shown.body))]);
    assert.deepEqual(answers.map(({ statusCode, headers }) => [statusCode, headers.location]), [[303, '/en/small/imported/1?saved=1'], [303, '/en/small/imported/1?saved=1']]);
    const entry = inside.register.image.entries.at(-1);
    assert.deepEqual([entry?.number, entry?.act, entry?.actor, entry?.reason], [1, 'register.import', { person: 'ann', post: 'chief' }, 'From the workbook.']);
    assert.deepEqual(entry?.changes.map(({ kind, id }) => `${kind}/${id}`), ['bodies/cmt', 'bodies/forum']);
    assert.equal(entry?.header, undefined);
    assert.match((await get(url)).body, /says all of this already/);
  }));

  it('is not entered without a reason, nor by a form of another session, nor from another browser', () => withSite(async (inside, by) => {
    const { get, send, confirm } = by('ann');
    assert.equal((await send(CHANGED, 'council.yaml', 'of another')).statusCode, 400);
    const url = (await send(CHANGED)).headers.location ?? '';
    const shown = shownIn((await get(url)).body);
    const unreasoned = await confirm(url, { ...shown, 'act-reason': ' ' });
    assert.deepEqual([unreasoned.statusCode, /Say why you enter this/.test(unreasoned.body)], [400, true]);
    assert.equal((await confirm(url, { ...shown, csrf: 'of another' })).statusCode, 400);
    const theirs = await by('ben').confirm(url, shown);
    assert.match(theirs.body, /The file is no longer here/);
    assert.equal(inside.register.image.entries.length, 1);
  }));

  it('is refused where what it touches changed in between, and shows what it would change now', () => withSite(async (inside, by) => {
    const { get, send, confirm } = by('ann');
    const url = (await send(CHANGED)).headers.location ?? '';
    const shown = shownIn((await get(url)).body);
    good(await inside.register.perform(request('record.put', { kind: 'bodies', id: 'cmt', body: { name: 'Chief Officers', type: 'corporate-management-team' } })));
    const late = await confirm(url, shown);
    assert.deepEqual([late.statusCode, /changed after you were shown this/.test(late.body)], [409, true]);
    assert.equal(inside.register.image.entries.length, 2);
    assert.equal((await confirm(url, shownIn(late.body))).statusCode, 303);
  }));

  it('goes on where something changed in between that it does not touch', () => withSite(async (inside, by) => {
    const { get, send, confirm } = by('ann');
    const url = (await send(CHANGED)).headers.location ?? '';
    const shown = shownIn((await get(url)).body);
    good(await inside.register.perform(request('record.put', { kind: 'bodies', id: 'other', body: { name: 'Other', type: 'forum' } })));
    assert.equal((await confirm(url, shown)).statusCode, 303);
  }));

  it('names every fault of a workbook with its sheet and cell, and every fault of a text with its line', () => withSite(async (inside, by) => {
    const { send } = by('ann');
    const workbook = await pack([sheet('register', HEADER), sheet('bodies', [['id', 'name', 'type'], ['cmt', 'Team', 'sort-of-board'], ['cmt', 'Team again', 'forum']]), sheet('seats', [['id', 'body', 'holder', 'role'], ['s1', 'cmt', 'nobody', 'member']])]);
    const faulty = await send(workbook, 'council.xlsx');
    assert.equal(faulty.statusCode, 400);
    assert.deepEqual([...faulty.body.matchAll(/<th scope="row"[^>]*>(sheet[^<]*)</g)].map(([, place = '']) => place.split(', ').slice(0, 2).join(', ')), ['sheet bodies, cell C2', 'sheet bodies, cell A3', 'sheet seats, cell C2']);
    assert.match((await send(COUNCIL.replace('reportsTo: chief', 'reportsTo: nobody'))).body, /<th scope="row"[^>]*>line 10, posts/);
    assert.match((await send(COUNCIL.replace('id: small', 'id: other'))).body, /of the register other, not of small/);
    assert.equal(inside.register.image.entries.length, 1);
  }));

  it('takes no file, no form without a file and no file beyond the limit', () => withSite(async (_inside, by) => {
    const { send, confirm } = by('ann');
    assert.match((await send('', '')).body, /Choose a file/);
    assert.match((await confirm('/en/small/import', {})).body, /did not arrive whole/);
    const large = await send('#'.repeat(6 * 1024 * 1024));
    assert.deepEqual([large.statusCode, /must be smaller than 5 MB/.test(large.body)], [400, true]);
  }));

  it('forgets a file after an hour', () => withSite(async (inside, by) => {
    const { get, send } = by('ann');
    const url = (await send(CHANGED)).headers.location ?? '';
    for (const minutes of [29, 30]) {
      inside.clock.now = new Date(Date.parse(inside.clock.now) + minutes * 60_000).toISOString() as typeof inside.clock.now;
      assert.equal((await get(url)).statusCode, 200);
    }
    inside.clock.now = new Date(Date.parse(inside.clock.now) + 60_000).toISOString() as typeof inside.clock.now;
    assert.match((await get(url)).body, /The file is no longer here: it is kept for 60 minutes/);
  }));
});

describe('An import by somebody', () => {
  it('who may not keep all that it changes names those records and enters nothing', () => withSite(async (inside, by) => {
    const { get, send, confirm } = by('cai');
    const file = CHANGED.replace(', registrations: [{ body: CCW, number: "W/1234", from: 2004-04-01 }]', '').replace('bodies:', 'organisations:\n  - { id: board, name: Health Board, type: health-board }\nbodies:');
    const url = (await send(file)).headers.location ?? '';
    const shown = await get(url);
    assert.deepEqual(sectionsIn(shown.body), ['Not yours to change: 2', 'New: 1', 'Not in the file, left as they are: 2', 'The same: 11']);
    assert.doesNotMatch(shown.body, /Enter these changes/);
    const snapshot = inside.register.image.snapshot(date('2012-12-10'));
    const { digest } = importPlan(inside.register.image, await read('council.yaml', new TextEncoder().encode(file)), new Access(ACCESS_RULES, snapshot, standingOf(snapshot, 'persons/cai')));
    assert.equal((await confirm(url, { shown: digest, 'act-key': 'made up' })).statusCode, 403);
    assert.equal(inside.register.image.entries.length, 1);
  }));

  it('who holds no post is told that it is not theirs to do, before a file is read', () => withSite(async (_inside, by) => {
    assert.equal((await by('dee').get('/en/small/import')).statusCode, 403);
    assert.equal((await by('dee').send('not even a register')).statusCode, 403);
  }, COUNCIL.replace('  - { id: cai, name: Cai Example }', '  - { id: cai, name: Cai Example }\n  - { id: dee, name: Dee Example }')));

  it('who may not know of a record learns nothing of it by guessing what it says', () => withSite(async (inside, by) => {
    const { get, send } = by('ben');
    for (const text of [COUNCIL, COUNCIL.replace('stays between us', 'is anything else')]) {
      const shown = (await get((await send(text)).headers.location ?? '')).body;
      assert.deepEqual(sectionsIn(shown), ['Not yours to change: 2', 'The same: 13'], text);
    }
    const left = (await get((await send(COUNCIL.replace(/  - \{ id: closed[^\n]*\n/, '').replace('arisingFrom: advice/closed, ', ''))).headers.location ?? '')).body;
    assert.doesNotMatch(left, /closed|left as they are/);
    assert.equal(inside.register.image.entries.length, 1);
  }));

  it('keeps the fields that they may not see as they are, and refuses a file that speaks in one', () => withSite(async (inside, by) => {
    const { get, send, confirm } = by('dee');
    const file = await read('small.xlsx', (await get('/en/small/export.xlsx')).rawPayload);
    const text = writeRegisterYaml(file);
    assert.doesNotMatch(text, /W\/1234/);
    const url = (await send(text.replace('Ben Example', 'Benjamin Example'))).headers.location ?? '';
    const shown = await get(url);
    assert.deepEqual(sectionsIn(shown.body).slice(0, 1), ['Changed: 1']);
    assert.match(shown.body, /data-label="What differs">Name</);
    assert.equal((await confirm(url, shownIn(shown.body))).statusCode, 303);
    const [ben] = inside.register.image.versions('persons', 'ben') as unknown as readonly { name: unknown; registrations: readonly { number: string }[] }[];
    assert.deepEqual([ben?.name, ben?.registrations[0]?.number], [{ en: 'Benjamin Example' }, 'W/1234']);
    const speaking = (await get((await send(COUNCIL_WITH_CLERK.replace(/advice:\n[^]*$/, '').replace('W/1234', 'W/9999'))).headers.location ?? '')).body;
    assert.deepEqual(sectionsIn(speaking).slice(0, 1), ['Not yours to change: 1']);
  }, COUNCIL_WITH_CLERK));

  it('whose post may not change the register itself is told who may', () => withSite(async (inside, by) => {
    const { get, send } = by('cai');
    const shown = (await get((await send(CHANGED.replace('asAt: 2012-12-10', 'asAt: 2012-12-11').replace('Leadership Team', 'Corporate Management Team').replace(/  - \{ id: forum[^\n]*\n/, ''))).headers.location ?? '')).body;
    assert.match(shown, /Only democratic services, the statutory officer and the head of paid service may do that/);
    assert.doesNotMatch(shown, /Enter these changes/);
    const mine = by('ann');
    const url = (await mine.send(CHANGED.replace('asAt: 2012-12-10', 'asAt: 2012-12-11'))).headers.location ?? '';
    assert.equal((await mine.confirm(url, shownIn((await mine.get(url)).body))).statusCode, 303);
    assert.equal(inside.register.image.header.asAt, '2012-12-11');
  }));
});

describe('Somebody who imports a workbook', () => {
  inBrowser('is told its faults by cell, mends them, sees what it would change and enters it, without JavaScript', async (open) => {
    const inside = await insideSite();
    try {
      const base = await inside.listen();
      const page = await open(`${base}/en/sign-in`, { javaScriptEnabled: false });
      await page.context().addCookies([{ name: 'answerable', value: await inside.cookieOf('ann'), url: base }]);
      const bodies = (type: string) => sheet('bodies', [['id', 'name', 'type'], ['forum', 'Senior Officers Forum', type], ['board', 'Programme Board', 'forum']]);
      const faulty = await pack([sheet('register', HEADER), bodies('sort-of-board'), sheet('seats', [['id', 'body', 'holder', 'role'], ['s9', 'nowhere', 'nobody', 'member']])]);
      const mended = await pack([sheet('register', HEADER), bodies('forum')]);
      await page.goto(`${base}/en/small/records`);
      await page.getByRole('link', { name: 'Import a file' }).click();
      await page.getByRole('button', { name: 'Show what it would change' }).click();
      assert.match(await page.title(), /^Error: /);
      await page.getByLabel('File', { exact: true }).setInputFiles({ name: 'large.yaml', mimeType: 'text/plain', buffer: Buffer.alloc(7 * 1024 * 1024, '#') });
      await page.getByRole('button', { name: 'Show what it would change' }).click();
      assert.ok(await page.getByRole('link', { name: 'The file must be smaller than 5 MB' }).isVisible());
      await page.getByLabel('File', { exact: true }).setInputFiles({ name: 'council.xlsx', mimeType: XLSX, buffer: Buffer.from(faulty) });
      await page.getByRole('button', { name: 'Show what it would change' }).click();
      assert.ok(await page.getByRole('link', { name: 'Faults in council.xlsx: 3. Nothing was entered' }).isVisible());
      assert.deepEqual((await page.locator('tbody th').allTextContents()).map((place) => place.split(', ').slice(0, 2).join(', ')), ['sheet bodies, cell C2', 'sheet seats, cell B2', 'sheet seats, cell C2']);
      await page.getByLabel('File', { exact: true }).setInputFiles({ name: 'council.xlsx', mimeType: XLSX, buffer: Buffer.from(mended) });
      await page.getByRole('button', { name: 'Show what it would change' }).click();
      assert.equal(await page.locator('h1').textContent(), 'What council.xlsx would change');
      assert.ok(await page.getByRole('heading', { name: 'New: 2' }).isVisible());
      await page.getByRole('button', { name: 'Enter these changes' }).click();
      assert.match(await page.title(), /^Error: /);
      await page.getByLabel('Why you enter this').fill('From the spreadsheet of the committee office.');
      await page.getByRole('button', { name: 'Enter these changes' }).click();
      assert.ok(await page.getByText('Saved as entry 1.').isVisible());
      assert.deepEqual([...inside.register.image.ids('bodies')], ['cmt', 'forum', 'board']);
    } finally {
      await inside.close();
    }
  });

  inBrowser('meets no page that breaks WCAG 2.2 AA as far as axe-core can test, in either language, wide or 320 pixels wide', async (open) => {
    const inside = await insideSite();
    try {
      const base = await inside.listen();
      for (const viewport of [{ width: 1280, height: 800 }, { width: 320, height: 640 }]) {
        const page = await open(`${base}/en/sign-in`, { viewport });
        await page.context().addCookies([{ name: 'answerable', value: await inside.cookieOf('ann'), url: base }]);
        const check = async (what: string): Promise<void> => {
          assert.deepEqual(await axeViolations(page), [], what);
          assert.ok((await page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth')) as number <= 0, `${what} is too wide`);
        };
        for (const language of ['en', 'cy']) {
          for (const [what, text] of [['faults', COUNCIL.replace('reportsTo: chief', 'reportsTo: nobody')], ['plan', CHANGED]] as const) {
            await page.goto(`${base}/${language}/small/import`);
            await check(`${language}/import`);
            await page.locator('#file').setInputFiles({ name: 'council.yaml', mimeType: 'text/plain', buffer: Buffer.from(text) });
            await page.locator('form[enctype] button').click();
            assert.match(page.url(), what === 'plan' ? /import\/\w+$/ : /import$/);
            await check(`${language} ${what}`);
            if (process.env['SHOTS'] !== undefined) await page.screenshot({ path: `${process.env['SHOTS']}/${language}-import-${what}-${viewport.width}.png`, fullPage: true });
          }
        }
      }
    } finally {
      await inside.close();
    }
  });
});
