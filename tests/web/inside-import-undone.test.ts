import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { writeRegisterYaml } from '../../src/model/register-file/write-yaml.ts';
import { importRequest } from '../../src/register/requests.ts';
import { axeViolations, inBrowser } from '../browser/browser.ts';
import { asked, contentOf, good, request } from '../kept/folder.ts';
import { CHANGED, sectionsIn, shownIn, withSite, type visitorsOf } from './importing-visitors.ts';
import { insideSite } from './inside-site.ts';

describe('The undoing of an import', () => {
  const imported = async (visitor: ReturnType<ReturnType<typeof visitorsOf>>): Promise<string> => {
    const url = (await visitor.send(CHANGED)).headers.location ?? '';
    return (await visitor.confirm(url, shownIn((await visitor.get(url)).body))).headers.location?.split('?')[0] ?? '';
  };

  it('puts back what it changed and takes out what it began, under a reason that names the entry', () => withSite(async (inside, by) => {
    const ann = by('ann');
    const before = writeRegisterYaml(inside.register.image.content());
    const done = await imported(ann);
    assert.match((await ann.get(`${done}?saved=1`)).body, /href="\/en\/small\/imported\/1\/undo"/);
    const shown = (await ann.get(`${done}/undo`)).body;
    assert.deepEqual(sectionsIn(shown), ['Put back as they were: 1', 'Taken out: 1']);
    assert.equal((await ann.confirm(`${done}/undo`, { ...shownIn(shown), 'act-reason': '' })).statusCode, 400);
    const undone = await Promise.all([1, 2].map(() => ann.confirm(`${done}/undo`, { ...shownIn(shown), 'act-reason': 'The wrong file.' })));
    assert.deepEqual(undone.map(({ statusCode }) => statusCode), [303, 303]);
    assert.equal(writeRegisterYaml(inside.register.image.content()), before);
    assert.deepEqual([inside.register.image.entries.length, inside.register.image.entries.at(-1)?.reason], [3, 'Undoes entry 1: The wrong file.']);
    assert.deepEqual(sectionsIn((await ann.get(`${done}/undo`)).body), ['Changed since, left as they are: 2']);
  }));

  it('leaves what was changed since as it is, names it, and is refused where that came after it was shown', () => withSite(async (inside, by) => {
    const ann = by('ann');
    const done = await imported(ann);
    const early = shownIn((await ann.get(`${done}/undo`)).body);
    good(await inside.register.perform(request('record.put', { kind: 'bodies', id: 'cmt', body: { name: 'Chief Officers', type: 'corporate-management-team' } })));
    const late = await ann.confirm(`${done}/undo`, early);
    assert.deepEqual([late.statusCode, sectionsIn(late.body)], [409, ['Changed since, left as they are: 1', 'Taken out: 1']]);
    assert.equal((await ann.confirm(`${done}/undo`, shownIn(late.body))).statusCode, 303);
    assert.deepEqual([...inside.register.image.ids('bodies')], ['cmt']);
    assert.deepEqual(inside.register.image.versions('bodies', 'cmt').map((one) => (one as unknown as { name: unknown }).name), [{ en: 'Chief Officers' }]);
  }));

  it('is refused where something entered since refers to what it would take out', () => withSite(async (inside, by) => {
    const ann = by('ann');
    const done = await imported(ann);
    good(await inside.register.perform(request('record.put', { kind: 'seats', id: 's9', body: { body: 'forum', holder: 'posts/chief', role: 'member' } })));
    const shown = (await ann.get(`${done}/undo`)).body;
    assert.match(shown, /refers to bodies\/forum: it cannot be taken out/);
    assert.doesNotMatch(shown, /s9|act-reason/);
  }));

  it('is of an import alone, by those who may change all of it', () => withSite(async (inside, by) => {
    const done = await imported(by('ann'));
    good(await inside.register.perform(request('record.put', { kind: 'bodies', id: 'other', body: { name: 'Other', type: 'forum' } })));
    assert.equal((await by('cai').get(`${done}/undo`)).statusCode, 403);
    assert.doesNotMatch((await by('cai').get(done)).body, /\/undo/);
    assert.equal((await by('ann').get('/en/small/imported/2')).statusCode, 404);
    for (const range of ['0', '2', '1-2', '9', 'x']) assert.equal((await by('ann').get(`/en/small/imported/${range}/undo`)).statusCode, 404, range);
  }));

  inBrowser('stands on pages that break no rule of WCAG 2.2 AA as far as axe-core can test, in either language, wide or 320 pixels wide', async (open) => {
    const inside = await insideSite();
    try {
      const base = await inside.listen();
      good(await inside.register.perform(importRequest(await contentOf(CHANGED), asked())));
      for (const viewport of [{ width: 1280, height: 800 }, { width: 320, height: 640 }]) {
        const page = await open(`${base}/en/sign-in`, { viewport });
        await page.context().addCookies([{ name: 'answerable', value: await inside.cookieOf('ann'), url: base }]);
        for (const path of ['en/small/imported/1?saved=1', 'cy/small/imported/1?saved=1', 'en/small/imported/1/undo', 'cy/small/imported/1/undo']) {
          assert.equal((await page.goto(`${base}/${path}`))?.status(), 200);
          assert.deepEqual(await axeViolations(page), [], path);
          assert.ok((await page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth')) as number <= 0, `${path} is too wide`);
        }
      }
    } finally {
      await inside.close();
    }
  });
});
