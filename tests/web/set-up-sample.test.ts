import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { openRegisterBytes } from '../../src/assessment/open-register.ts';
import { bundledPackIds } from '../../src/guidance/bundled.ts';
import { recordsOf } from '../../src/model/register-file/written.ts';
import type { RegisterContent } from '../../src/model/register-header.ts';
import { differences } from '../../src/register/differences.ts';
import { importRequest } from '../../src/register/requests.ts';
import { sampleFor } from '../../src/web/set-up/sample.ts';
import { asked, contentOf, good, openFolder, temporaryFolder } from '../kept/folder.ts';
import { COUNCIL, insideSite } from './inside-site.ts';
import { shownIn, visitorsOf } from './importing-visitors.ts';

const nationOf = (pack: string): string => pack.split('-')[0] ?? '';
const officerOf = (pack: string): string => (nationOf(pack) === 'wales' ? 'director-of-social-services' : 'chief-social-work-officer');
const begun = (pack: string): Promise<RegisterContent> => contentOf(`
register: { id: small, authority: { name: Small, nation: ${nationOf(pack)} }, pack: ${pack} }
units: [{ id: care, name: Care, level: directorate }]
posts:
  - { id: chief, title: Chief Executive, designations: [head-of-paid-service] }
  - { id: officer, title: The officer, designations: [${officerOf(pack)}], reportsTo: chief, unit: care }
`);

const read = async (workbook: Uint8Array): Promise<RegisterContent> => good(await openRegisterBytes('sample.xlsx', workbook)).content;

describe('The sample workbook', () => {
  for (const pack of bundledPackIds()) {
    it(`imports without a fault into a register that is judged by ${pack}, and holds on to its two officers`, async () => {
      const folder = openFolder(temporaryFolder());
      const register = await folder.register('small');
      const content = await begun(pack);
      good(await register.perform(importRequest(content, asked())));
      const sample = await read(await sampleFor(content, officerOf(pack)));
      const { header, altered, added } = differences(await register.latest(), sample);
      assert.deepEqual([header, altered], [undefined, []], 'what the register has stays as it is');
      assert.ok(added.length > 25 && added.every((ref) => ref.includes('/example-')));
      assert.deepEqual(sample.records.seats?.slice(0, 2).map(({ holder }) => holder), ['posts/chief', 'posts/officer']);
      good(await register.perform(importRequest(sample, asked())));
      await folder.close();
    });
  }

  it('goes into a register that has neither officer, and twice into the same', async () => {
    const content = await contentOf('register: { id: small, authority: { name: Small, nation: wales }, pack: wales-2014 }\n');
    const sample = await read(await sampleFor(content, 'director-of-social-services'));
    const again = await read(await sampleFor(sample, 'director-of-social-services'));
    assert.deepEqual(recordsOf(again).map(([kind, records]) => [kind, records.length]), recordsOf(sample).map(([kind, records]) => [kind, records.length]));
  });

  it('is downloaded from the list of tasks and goes in through the import, which then counts what is recorded', async () => {
    const inside = await insideSite(COUNCIL);
    const by = visitorsOf(inside)('ann');
    const before = (await by.get('/en/small/tasks')).body;
    assert.equal([...before.matchAll(/Not started/g)].length, 4, 'functions, instruments, series and colleagues');
    const file = await by.get('/en/small/sample.xlsx');
    assert.match(file.headers['content-disposition'] ?? '', /filename="small-sample.xlsx"/);
    const planned = (await by.send(file.rawPayload, 'small-sample.xlsx')).headers.location ?? '';
    assert.equal((await by.confirm(planned, shownIn((await by.get(planned)).body))).statusCode, 303);
    const after = (await by.get('/cy/small/tasks')).body;
    assert.equal([...after.matchAll(/Heb ddechrau/g)].length, 1);
    assert.match(after, /5 wedi’u cofnodi/);
    await inside.close();
  });
});

describe('The page of colleagues', () => {
  it('is for administrators, lists who has no account, and makes a link that lets one person join', async () => {
    const inside = await insideSite(COUNCIL);
    const by = visitorsOf(inside);
    const mine = by('ann');
    assert.equal((await mine.get('/en/small/colleagues')).statusCode, 403);
    const account = await inside.identity.accounts.ofPerson('small', 'persons/ann');
    await inside.identity.accounts.setAdministrator(account?.id ?? -1, true);
    const page = (await mine.get('/en/small/colleagues')).body;
    assert.deepEqual([...page.matchAll(/<option value="(persons\/[^"]*)"/g)].map(([, person]) => person), ['persons/ben', 'persons/cai']);
    assert.equal((await mine.confirm('/en/small/colleagues', { person: 'persons/ann' })).statusCode, 400);
    const made = await mine.confirm('/en/small/colleagues', { person: 'persons/ben', csrf: 'of another' });
    assert.equal(made.statusCode, 400);
    const link = await mine.confirm('/en/small/colleagues', { person: 'persons/ben' });
    const address = /http[^<]*\/en\/join\/[\w-]+/.exec(link.body)?.[0] ?? '';
    assert.match((await inside.site.inject({ url: new URL(address).pathname })).body, /You were invited as Ben Example/);
    assert.match((await mine.get('/en/small/colleagues')).body, /Who was invited and has not joined[^]*Ben Example/);
    await inside.close();
  });
});
