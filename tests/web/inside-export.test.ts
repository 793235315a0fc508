import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { writeRegisterYaml } from '../../src/model/register-file/write-yaml.ts';
import { read, visitorsOf, XLSX } from './importing-visitors.ts';
import { COUNCIL, insideSite, type InsideSite } from './inside-site.ts';

describe('A download', () => {
  let inside: InsideSite;
  let by: ReturnType<typeof visitorsOf>;
  before(async () => {
    inside = await insideSite(COUNCIL.replace('name: Corporate Management Team', 'name: "=HYPERLINK(1)"').replace('seats:', '  - { id: forum, name: Forum, type: forum }\nseats:'));
    by = visitorsOf(inside);
  });
  after(() => inside.close());

  it('of the register as a workbook reads back to what its reader may see, and would change nothing', async () => {
    const { get, send } = by('cai');
    const { headers, rawPayload } = await get('/en/small/export.xlsx');
    assert.deepEqual([headers['content-type'], headers['content-disposition'], headers['cache-control']], [XLSX, 'attachment; filename="small.xlsx"', 'no-store']);
    assert.deepEqual((await read('small.xlsx', rawPayload)).records.advice?.map(({ id }) => id), ['closed']);
    assert.match((await get((await send(rawPayload, 'small.xlsx')).headers.location ?? '')).body, /says all of this already/);
  });

  it('holds nothing that its reader may not see', async () => {
    const secrets = /A matter that stays between us|closed|W\/1234/;
    const texts = async (person: string) => {
      const { get } = by(person);
      return [writeRegisterYaml(await read('small.xlsx', (await get('/en/small/export.xlsx')).rawPayload)), (await get('/en/small/records/advice.csv')).body, (await get('/en/small/records/persons.csv?q=ben')).body, (await get('/cy/small/records/advice.csv?q=matter')).body, (await get('/en/small/template.xlsx')).body];
    };
    for (const text of await texts('dee')) assert.doesNotMatch(text, secrets);
    for (const text of (await texts('ben')).map((one) => one.replace('W/1234', ''))) assert.doesNotMatch(text, secrets);
    assert.match((await texts('cai'))[1] ?? '', secrets);
    assert.equal((await inside.site.inject('/en/small/export.xlsx')).statusCode, 303);
    assert.equal((await inside.site.inject('/en/small/records/posts.csv')).statusCode, 303);
  });

  it('of a list holds what the list shows, and lets no spreadsheet program take words for a formula', async () => {
    const { get } = by('ann');
    const { headers, body } = await get('/en/small/records/bodies.csv');
    assert.deepEqual([headers['content-type'], headers['content-disposition']], ['text/csv; charset=utf-8', 'attachment; filename="small-bodies.csv"']);
    assert.equal(body.split('\r\n').length, 4);
    assert.ok(body.includes(`cmt,'=HYPERLINK(1)`) && !/(^|,)=/m.test(body), body);
    const found = await get('/en/small/records/bodies.csv?q=forum');
    assert.deepEqual([found.body.split('\r\n').length, found.body.includes('HYPERLINK')], [3, false]);
    assert.equal((await get('/en/small/records/bodies.csv?q=nothing')).body.split('\r\n').length, 2);
    assert.equal((await get('/en/small/records/nothing.csv')).statusCode, 404);
    assert.match((await get('/en/small/records/bodies?q=forum')).body, /href="\/en\/small\/records\/bodies\.csv\?q=forum"/);
    const sheets = (await get('/en/small/export.xlsx')).rawPayload;
    assert.deepEqual((await read('small.xlsx', sheets)).records.bodies?.map(({ name }) => name), [{ en: '=HYPERLINK(1)' }, { en: 'Forum' }]);
    assert.ok(!sheets.includes('<f>'));
  });

  it('of an empty workbook has the register’s own header and a sheet for every kind', async () => {
    const { get, send } = by('ann');
    const { rawPayload } = await get('/en/small/template.xlsx');
    assert.match((await get((await send(rawPayload, 'empty.xlsx')).headers.location ?? '')).body, /says all of this already/);
  });
});
