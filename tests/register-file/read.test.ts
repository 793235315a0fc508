import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, it } from 'node:test';
import { readRegisterFile } from '../../src/model/register-file/read.ts';
import { readRegisterFileFromPath } from '../../src/model/register-file/read-from-path.ts';
import { faults, HEADER, register, told } from './reading.ts';
import { WORDS } from './whole-register.ts';

describe('what a register file may look like', () => {
  it('is told by what the file holds before its ending: YAML, JSON, UTF-8 with a mark, UTF-16, any line end', async () => {
    const expected = await register(HEADER);
    const json = '{ "register": { "id": "x", "authority": { "name": "X", "nation": "wales" } } }';
    const files: readonly (readonly [string, string | Uint8Array])[] = [
      ['x.json', json], ['x.yaml', json], ['x', json], ['x.yml', `---\n${HEADER}`], ['standard input', HEADER.replace('\n', '\r\n')], ['x.yaml', `\ufeff${HEADER}`],
      ['x.yaml', Buffer.from(`\ufeff${HEADER}`, 'utf16le')], ['x.yaml', Buffer.from(`\ufeff${HEADER}`, 'utf16le').swap16()], ['x.yaml', 'register:\r  id: x\r  authority: { name: X, nation: wales }\r'],
    ];
    for (const [name, file] of files) assert.deepStrictEqual(await register(file, name), expected, name);
  });

  it('refuses what is no register with a sentence that says what it is', async () => {
    assert.deepEqual(await told(''), ['x.yaml:1:1: The file is empty. Begin with `register:`, its id and its authority.']);
    assert.deepEqual(await told(' \n\n'), ['x.yaml:1:1: The file is empty. Begin with `register:`, its id and its authority.']);
    assert.deepEqual(await told('null'), ['x.yaml:1:1: The file is not a register: its top must be keys such as `register:` and `posts:`.']);
    assert.deepEqual(await told('[]', 'x.json'), ['x.json:1:1: The file is not a register: its top must be keys such as `register:` and `posts:`.']);
    assert.deepEqual(await told('- a\n'), ['x.yaml:1:1: The file is not a register: its top must be keys such as `register:` and `posts:`.']);
    assert.deepEqual(await told(HEADER, 'x.xlsx'), ['x.xlsx: The file is named .xlsx but is not a workbook. Save it again from your spreadsheet program.']);
    assert.deepEqual(await told(HEADER, 'x.csv'), ['x.csv: A register is not read from .csv files. Give it as YAML, JSON or a workbook saved as .xlsx.']);
    assert.deepEqual(await told(Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0), 'x.xls'), ['x.xls: This is a workbook of the old kind (.xls), or one with a password. Save it as .xlsx, without a password.']);
    assert.deepEqual(await told(Buffer.from('register:\n  id: caf\xe9\n', 'latin1')), ['x.yaml:2:10: Line 2 is not written in UTF-8 after `  id: caf`. Save the file as UTF-8.']);
    assert.deepEqual(await told('register:\n  id: a\u0000b\n'), ['x.yaml:2:8: A control character (U+0000) stands here. Remove it.']);
  });

  it('places a slip in JSON', async () => {
    const slips = ['{ "register": { "id": "x", } }', '{ "register": { id: 1 } }', '{ "register": [1 2] }', "{ 'register': 1 }", '{ "register": "x }', '{ "a": 1 } 2', '{ "a": 01 }', '{ "a": tru }', '{ "a" 1 }', '{ "a": 1', '{ // note\n"a": 1 }', '{ "a": "\\x" }'];
    for (const slip of slips) {
      const [fault] = await faults(slip, 'x.json');
      assert.ok(fault?.code === 'json-syntax' && (fault.place?.column ?? 0) > 1, slip);
      assert.match(fault.sentence, /^This is not JSON: .* where .* should be\.$/);
    }
  });
});

describe('what is written in a register file', () => {
  it('keeps numbers as they were written where words are meant', async () => {
    const content = await register(`${HEADER}posts:\n  - { id: 007, title: A, grade: 1.10 }\n  - { id: 12345678901234567890, title: B, reportsTo: 007 }\n`);
    assert.deepEqual(content.records.posts?.map(({ id, grade, reportsTo }) => ({ id, grade, reportsTo })), [
      { id: '007', grade: '1.10', reportsTo: undefined },
      { id: '12345678901234567890', grade: undefined, reportsTo: 'posts/007' },
    ]);
    assert.equal((await register('{ "register": { "id": 1.0, "authority": { "name": "X", "nation": "wales" } }, "posts": [{ "id": "a", "title": "A", "grade": 1.10 }] }', 'x.json')).records.posts?.[0]?.grade, '1.10');
  });

  it('takes a key with nothing after it as not written, a kind too', async () => {
    const content = await register(`${HEADER}units:\nposts:\n  - id: a\n    title: A\n    unit:\n    reportsTo: ~\n    designations:\n`);
    assert.deepStrictEqual(content.records, { posts: [{ ref: 'posts/a', id: 'a', title: { en: 'A' }, designations: [], alsoResponsibleFor: [], valid: {} }] });
  });

  it('keeps dates, yes and no as words, as YAML 1.2 has them', async () => {
    const content = await register(`${HEADER}persons: [{ id: no, name: Yes, from: 2012-11-05 }]\n`);
    assert.deepEqual(content.records.persons?.map(({ id, name, valid }) => ({ id, name, valid })), [{ id: 'no', name: { en: 'Yes' }, valid: { from: '2012-11-05' } }]);
  });

  it('tells absence of attendance from an attendance of none', async () => {
    const content = await register(`${HEADER}meetings:\n  - { id: a, on: 2012-01-01, held: true }\n  - { id: b, on: 2012-01-01, held: true, attended: [] }\n`);
    assert.deepEqual(content.records.meetings?.map(({ attended }) => attended), [undefined, []]);
  });

  it('reads an agenda as true, false, a date or a group', async () => {
    const meeting = (id: string, agenda: string): string => `  - { id: ${id}, on: 2012-01-02, held: true, agenda: ${agenda} }\n`;
    const content = await register(`${HEADER}meetings:\n${meeting('a', 'true')}${meeting('b', 'false')}${meeting('c', '2012-01-01')}${meeting('d', '{ issuedOn: 2012-01-01 }')}`);
    assert.deepEqual(content.records.meetings?.map(({ agenda }) => agenda), [{ issued: true }, { issued: false }, { issued: true, on: '2012-01-01' }, { issued: true, on: '2012-01-01' }]);
  });

  it('takes words that the model leaves open, but no slip of a usual one', async () => {
    const risk = (likelihood: string): string => `${HEADER}posts: [{ id: p, title: P }]\nrisks: [{ id: r, title: R, likelihood: ${likelihood}, impact: 4, owner: p }]\n`;
    assert.equal((await register(risk('rather likely'))).records.risks?.[0]?.likelihood, 'rather likely');
    assert.equal((await register(risk('high'))).records.risks?.[0]?.impact, '4');
    assert.deepEqual(await told(risk('hgh')), ['x.yaml:3:40, risks/r.likelihood: `likelihood` cannot be `hgh`. Did you mean `high`?']);
  });
});

describe('references in a register file', () => {
  const BODY = `${HEADER}posts: [{ id: a, title: A }, { id: both, title: B }]\npersons: [{ id: p, name: P }]\nbodies: [{ id: both, name: B, type: council }, { id: c, name: C, type: council }]\nfunctions: [{ id: budget, name: F, group: both, delivery: direct }, { id: care, name: G, group: adult, delivery: direct }]\n`;

  it('are resolved to their kind, bare or with it', async () => {
    const content = await register(`${BODY}seats: [{ id: s, body: both, holder: a, role: member }, { id: t, body: bodies/c, holder: posts/both, role: chair }]\nactions: [{ id: x, arisingFrom: s, what: W, owner: a, state: delayed }]\n`);
    assert.deepEqual(content.records.seats?.map(({ body, holder }) => [body, holder]), [['bodies/both', 'posts/a'], ['bodies/c', 'posts/both']]);
    assert.equal(content.records.actions?.[0]?.arisingFrom, 'seats/s');
  });

  it('to any record are refused where the bare id is in more than one kind', async () => {
    assert.deepEqual(await told(`${BODY}actions: [{ id: x, arisingFrom: both, what: W, owner: a, state: delayed }]\n`), [
      'x.yaml:6:33, actions/x.arisingFrom: `both` is an id in `posts` and `bodies`. Write `posts/both` or `bodies/both`.',
    ]);
  });

  it('may be words of the guidance first, then records', async () => {
    const remit = async (written: string, words = {}): Promise<unknown> => (await register(`${BODY.replace('{ id: c, name: C', `{ id: c, remit: [${written}], name: C`)}`, 'x.yaml', words)).records.bodies?.[1]?.remit;
    assert.deepEqual(await remit('budget, care, functions/budget, safeguarding', WORDS), ['budget', 'functions/care', 'functions/budget', 'safeguarding']);
    assert.deepEqual(await remit('budget, care, anything'), ['functions/budget', 'functions/care', 'anything']);
  });

  it('to a record with another fault are not faults themselves', async () => {
    assert.deepEqual(await told(`${HEADER}posts: [{ id: a, titel: A }, { id: b, title: B, reportsTo: a }]\n`), [
      'x.yaml:2:9, posts/a.title: `posts/a` has no `title`. It needs one: words, or a pair { en: …, cy: … }.',
      'x.yaml:2:18, posts/a.titel: `titel` is not a field of `posts`. Did you mean `title`?',
    ]);
  });
});

describe('versions of a record', () => {
  it('share an id where their periods share no day', async () => {
    const content = await register(`${HEADER}posts:\n  - { id: a, title: Old, until: 2012-01-01 }\n  - { id: a, title: New, from: 2012-01-01 }\n  - { id: b, title: B, reportsTo: a }\n`);
    assert.deepEqual(content.records.posts?.map(({ ref, valid }) => [ref, valid]), [['posts/a', { until: '2012-01-01' }], ['posts/a', { from: '2012-01-01' }], ['posts/b', {}]]);
  });

  it('are refused where they share one', async () => {
    assert.deepEqual(await told(`${HEADER}posts:\n  - { id: a, title: Old, until: 2012-01-02 }\n  - { id: a, title: New, from: 2012-01-01 }\n`), [
      'x.yaml:4:11, posts/a.id: The id `a` stands twice in `posts`, here and at line 3. Give one another id, or periods that share no day (`from`, `until`) if they are versions of one record.',
    ]);
  });

  it('lead in a circle only where they hold at once', async () => {
    const line = (second: string): string => `${HEADER}posts:\n  - { id: a, title: A, reportsTo: b, until: 2012-01-01 }\n  - { id: a, title: A, from: 2012-01-01 }\n  - { id: b, title: B, reportsTo: a, from: ${second} }\n`;
    assert.deepEqual(await told(line('2012-01-01')), []);
    assert.deepEqual(await told(line('2011-12-31')), ['x.yaml:3:35, posts/a.reportsTo: `reportsTo` leads from `a` back to itself: `a` → `b` → `a`. Change one of them.']);
  });

  it('of appointments may follow each other; of two persons in one post they may overlap', async () => {
    const file = `${HEADER}posts: [{ id: q, title: Q }]\npersons: [{ id: p, name: P }, { id: r, name: R }]\nappointments:\n  - { id: a, person: p, post: q, basis: acting, until: 2012-01-01 }\n  - { id: b, person: p, post: q, basis: permanent, from: 2012-01-01 }\n  - { id: c, person: r, post: q, basis: shared }\n`;
    assert.deepEqual(await told(file), []);
  });

  it('have no valid period where from is a field of the kind itself', async () => {
    const content = await register(`${HEADER}posts: [{ id: a, title: A }]\norganisations: [{ id: o, name: O, type: police }]\nrequests: [{ id: r, title: R, issuedOn: 2012-01-01, due: 2012-02-01 }]\nreturns: [{ id: t, request: r, from: o, on: 2012-01-02 }]\nadvice: [{ id: v, nature: advice, from: a, to: a, subject: S, on: 2012-01-01 }]\n`);
    assert.deepEqual([content.records.returns?.[0]?.from, content.records.returns?.[0]?.valid, content.records.advice?.[0]?.from], ['organisations/o', {}, 'posts/a']);
  });
});

describe('faults of a register file', () => {
  it('are told in the order of the file, a hundred at most, the rest counted', async () => {
    const list = await faults(`${HEADER}posts:\n${Array.from({ length: 130 }, (_, index) => `  - { id: p${index}, titel: P }\n`).join('')}`);
    assert.equal(list.length, 101);
    assert.deepEqual(list.slice(0, 100).map((fault) => fault.place?.line), Array.from({ length: 100 }, (_, index) => 3 + Math.floor(index / 2)));
    assert.deepEqual(list.at(-1), { category: 'input', code: 'more-faults', sentence: 'There are 160 more faults. Mend these first and read the file again.', place: { file: 'x.yaml' } });
  });

  it('are the same each time', async () => {
    const file = `${HEADER}posts: [{ id: b, title: 1, reportsTo: c }, { id: a }, 7]\nbodiez: []\n`;
    assert.deepEqual(await told(file), await told(file));
    assert.equal((await told(file)).length, 5);
  });

  it('name the versions of limits that were asked for', async () => {
    const result = await readRegisterFile({ name: 'x.yaml', bytes: new TextEncoder().encode(`${HEADER}posts: [{ id: a, title: A }, { id: b, title: B }]\n`) }, {}, { records: 1 });
    assert.deepEqual(result.ok ? [] : result.faults.map(({ code, place }) => [code, place?.line]), [['too-much', 2]]);
  });
});

describe('a register file on disk', () => {
  it('is read from its path, and missed with a sentence', async () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'answerable-register-'));
    try {
      writeFileSync(path.join(folder, 'cwm.yaml'), HEADER);
      const read = await readRegisterFileFromPath(path.join(folder, 'cwm.yaml'), {});
      assert.ok(read.ok && read.value.header.id === 'x');
      const large = await readRegisterFileFromPath(path.join(folder, 'cwm.yaml'), {}, { bytes: 10 });
      assert.equal(large.ok ? '' : large.faults[0]?.code, 'file-too-large');
      for (const [name, sentence] of [['none.yaml', 'There is no such file.'], ['.', 'This is a folder, not a file.']] as const) {
        const missed = await readRegisterFileFromPath(path.join(folder, name), {});
        assert.equal(missed.ok ? '' : missed.faults[0]?.sentence, sentence);
      }
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
