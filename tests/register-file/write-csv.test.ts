import assert from 'node:assert/strict';
import { it } from 'node:test';
import { readRegisterFile } from '../../src/model/register-file/read.ts';
import { writeCsv } from '../../src/model/register-file/write-csv.ts';

it('tables have a byte order mark, quote what needs it, and leave no formula for a spreadsheet program to run', async () => {
  const text = `
register: { id: r, authority: { name: A, nation: wales } }
posts:
  - { id: a, title: { en: "=1+1", cy: 'Say "da"' } }
  - { id: b, title: "-2, or so", reportsTo: a }
`;
  const read = await readRegisterFile({ name: 'r.yaml', bytes: new TextEncoder().encode(text) }, {});
  assert.ok(read.ok);
  const [posts] = writeCsv(read.value);
  assert.equal(posts?.name, 'posts.csv');
  const [heads = '', a = '', b = ''] = posts?.text.split('\r\n') ?? [];
  assert.match(heads, /^\ufeffid,title,title\.cy,unit,reportsTo,/);
  assert.ok(a.startsWith(`a,'=1+1,"Say ""da""",`), a);
  assert.ok(b.startsWith(`b,"'-2, or so",,,a,`), b);
});
