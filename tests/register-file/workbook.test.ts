import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { KIND_NAMES } from '../../src/model/kinds.ts';
import { cellOfItems, itemsOf } from '../../src/model/register-file/workbook/cell-values.ts';
import { SHEETS } from '../../src/model/register-file/workbook/columns.ts';
import { registerTemplate } from '../../src/model/register-file/workbook/template.ts';
import { faults, register, told } from './reading.ts';
import { WORDS } from './whole-register.ts';
import { rowsOf, workbookParts, zipOf } from './zip-of.ts';

const REGISTER = rowsOf([['key', 'value'], ['id', 'x'], ['authority.name', 'X'], ['authority.name.cy', 'Ecs'], ['authority.nation', 'wales'], ['completeFor', 'posts, bodies'], ['thresholds.attendance', '0.8']]);

/** A workbook of words with these sheets beside `register`. */
const workbook = (sheets: Readonly<Record<string, readonly (readonly string[])[]>>): Uint8Array =>
  zipOf(workbookParts({ register: REGISTER, ...Object.fromEntries(Object.entries(sheets).map(([name, rows]) => [name, rowsOf(rows)])) }));

/** The rows of a sheet as cells of any type. */
const cells = (rows: readonly string[]): Uint8Array => zipOf(workbookParts({ register: REGISTER, observations: rows.join('') }, STYLED));

const STYLED = {
  sharedStrings: '<sst><si><t>id</t></si><si><r><t>peri</t></r><r><t>od.from</t></r><rPh><t>x</t></rPh></si></sst>',
  styles: '<styleSheet><numFmts><numFmt numFmtId="170" formatCode="[$-809]dd\\ mmmm\\ yyyy"/><numFmt numFmtId="171" formatCode="[Red]0.00&quot;d&quot;"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="170"/><xf numFmtId="171"/></cellXfs></styleSheet>',
};

/** Cells of every type: shared and inline words, a formula's result, dates by number and by words, a remark, rows and cells without an address. */
const OBSERVATIONS = [
  '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="str"><f>"in"&amp;"dicator"</f><v>indicator</v></c><c r="C1" t="s"><v>1</v></c><c r="D1" t="inlineStr"><is><t>period.until</t></is></c>',
  '<c r="E1" t="inlineStr"><is><t>value</t></is></c><c r="F1" t="inlineStr"><is><t>status</t></is></c></row>',
  '<row r="3"><c r="A3"><v>7</v></c><c r="B3" t="inlineStr"><is><t xml:space="preserve"> i </t></is></c><c r="C3" s="1"><v>40634</v></c><c r="D3" s="2"><v>41000.5</v></c>',
  '<c r="E3" s="3"><v>4.5</v></c><c r="F3" t="inlineStr"><is><t>final</t></is></c></row>',
  '<row><c t="inlineStr"><is><t># a remark</t></is></c><c><v>1</v></c></row>',
  '<row><c><v>8</v></c><c t="inlineStr"><is><t>i</t></is></c><c t="d"><v>2011-04-01T00:00:00</v></c><c t="inlineStr"><is><t>2012-04-01</t></is></c><c/><c t="inlineStr"><is><t>provisional</t></is></c></row>',
].join('');

describe('a workbook', () => {
  it('holds a sheet a kind, the fields in columns, groups with a dot, lists in a cell, Welsh in a column of its own', async () => {
    const { header, records } = await register(workbook({
      posts: [['id', 'title', 'title.cy', 'designations', 'from'], ['director', 'Director', 'Cyfarwyddwr', 'director-of-social-services; monitoring-officer', '2010-01-01'], ['chief', 'Chief', '', '', '']],
      series: [['id', 'title', 'between', 'frequency', 'formal.agenda', 'formal.record'], ['s', 'One-to-one', 'chief, director', 'P1M', 'TRUE', 'no']],
    }), 'x.xlsx', WORDS);
    assert.deepEqual(header, { id: 'x', authority: { name: { en: 'X', cy: 'Ecs' }, nation: 'wales' }, completeFor: ['posts', 'bodies'], thresholds: { attendance: '0.8' } });
    assert.deepStrictEqual(records, {
      posts: [
        { ref: 'posts/director', id: 'director', title: { en: 'Director', cy: 'Cyfarwyddwr' }, designations: ['director-of-social-services', 'monitoring-officer'], alsoResponsibleFor: [], valid: { from: '2010-01-01' } },
        { ref: 'posts/chief', id: 'chief', title: { en: 'Chief' }, designations: [], alsoResponsibleFor: [], valid: {} },
      ],
      series: [{ ref: 'series/s', id: 's', title: { en: 'One-to-one' }, between: ['posts/chief', 'posts/director'], frequency: 'P1M', formal: { agenda: true, record: false }, complete: true, valid: {} }],
    });
  });

  it('holds lists of groups in sheets of their own, in the order of their rows', async () => {
    const { records } = await register(workbook({
      'persons.registrations': [['of', 'body', 'number', 'from'], ['b', 'CCW', '2', '2010-01-01'], ['a', 'CCW', '1', '2009-01-01'], ['b', 'HCPC', '3', '2011-01-01']],
      persons: [['id', 'name'], ['a', 'A'], ['b', 'B']],
    }), 'x.xlsx');
    assert.deepEqual(records.persons?.map(({ registrations }) => registrations.map(({ number }) => number)), [['1'], ['2', '3']]);
  });

  it('names the version that an item belongs to by its from', async () => {
    const persons = [['id', 'name', 'from', 'until'], ['a', 'Old', '', '2012-01-01'], ['a', 'New', '2012-01-01', '']];
    const of = (from: string) => workbook({ persons, 'persons.qualifications': [['of', 'of.from', 'award'], ['a', from, 'Diploma']] });
    assert.deepEqual((await register(of('2012-01-01'), 'x.xlsx')).records.persons?.map(({ qualifications }) => qualifications.length), [0, 1]);
    assert.deepEqual((await register(of(''), 'x.xlsx')).records.persons?.map(({ qualifications }) => qualifications.length), [1, 0]);
    assert.deepEqual(await told(of('2013-01-01'), 'x.xlsx'), ['x.xlsx, sheet persons.qualifications, cell A2: `a` has several versions in the sheet `persons`. Say in the column `of.from` from when the one is that this row belongs to.']);
  });

  it('keeps dates as a spreadsheet program keeps them, numbers, and words put together from parts', async () => {
    const parts = workbookParts({ register: REGISTER, indicators: rowsOf([['id', 'title', 'better'], ['i', 'I', 'lower']]), observations: OBSERVATIONS }, STYLED);
    const prefixed = parts.map((part) => (part.name === 'xl/worksheets/s2.xml' ? { ...part, data: String(part.data).replace(/<(\/?)(row|c|v|sheetData)\b/g, '<$1x:$2') } : part));
    for (const file of [zipOf(parts), zipOf(prefixed)]) {
      const { records } = await register(file, 'x.xlsx');
      assert.deepEqual(records.observations?.map(({ id, indicator, period, value }) => ({ id, indicator, period, value })), [
        { id: '7', indicator: 'indicators/i', period: { from: '2011-04-01', until: '2012-04-01' }, value: 4.5 },
        { id: '8', indicator: 'indicators/i', period: { from: '2011-04-01', until: '2012-04-01' }, value: null },
      ]);
    }
  });

  it('counts days from 1904 where it says so', async () => {
    const parts = workbookParts({ register: REGISTER, persons: '<row r="1"><c r="A1" t="inlineStr"><is><t>id</t></is></c><c r="B1" t="inlineStr"><is><t>name</t></is></c><c r="C1" t="inlineStr"><is><t>from</t></is></c></row><row r="2"><c r="A2"><v>1</v></c><c r="B2" t="inlineStr"><is><t>A</t></is></c><c r="C2" s="1"><v>39172</v></c></row>' }, STYLED);
    const old = parts.map((part) => (part.name === 'xl/workbook.xml' ? { ...part, data: String(part.data).replace('<sheets>', '<workbookPr date1904="1"/><sheets>') } : part));
    assert.equal((await register(zipOf(old), 'x.xlsx')).records.persons?.[0]?.valid.from, '2011-04-01');
  });

  it('tells what is wrong by sheet and cell', async () => {
    const file = workbook({
      posts: [['id', 'titel', 'title', 'reportsTo', 'title', ''], ['a', '', '', 'b', '', 'stray'], ['a b', '', 'B', '', '', '']],
      postz: [['id'], ['x']],
      'persons.registrations': [['of', 'body'], ['p', 'CCW'], ['', 'CCW']],
      persons: [['id', 'name', 'from'], ['p1', 'P', '31/01/2012']],
      Sheet1: [],
      help: [['Anything']],
    });
    assert.deepEqual(await told(file, 'x.xlsx'), [
      'x.xlsx, sheet posts, cell B1: `titel` is not a column of the sheet `posts`. Did you mean `title`?',
      'x.xlsx, sheet posts, cell E1: The column `title` is given twice in the sheet `posts`. Keep one of them.',
      'x.xlsx, sheet posts, cell F1: This column of the sheet `posts` has values but no name in the first row. Name it, or clear it.',
      'x.xlsx, sheet posts, cell A2: `posts/a` has no `title`. It needs one: words, or a pair { en: …, cy: … }.',
      'x.xlsx, sheet posts, cell D2: `b` is not the id of any of `posts`. Did you mean `a`?',
      'x.xlsx, sheet posts, cell A3: `a b` cannot be an id: it must be an id of letters, digits, dot, dash or underscore, at most 100 characters. Did you mean `a-b`?',
      'x.xlsx, sheet postz: The sheet `postz` is not a kind of record. Did you mean `posts`? Remarks belong in the sheet `help`.',
      'x.xlsx, sheet persons.registrations, cell A2: `p` in the sheet `persons.registrations` is not the id of any of `persons`. Did you mean `p1`?',
      'x.xlsx, sheet persons.registrations, cell A3: The row does not say which record it belongs to. Give the id of one of `persons` in the column `of`.',
      'x.xlsx, sheet persons, cell C2: `from` must be a date that exists, written YYYY-MM-DD; `31/01/2012` was found. Did you mean `2012-01-31`?',
    ]);
  });

  it('tells what the program could not work out', async () => {
    const file = cells(['<row r="1"><c r="A1" t="inlineStr"><is><t>id</t></is></c></row>', '<row r="2"><c r="A2" t="e"><f>1/0</f><v>#DIV/0!</v></c></row>', '<row r="3"><c r="A3"><f>B1</f></c></row>', '<row r="4"><c r="A4" t="s"><v>99</v></c></row>']);
    const list = await faults(file, 'x.xlsx');
    assert.deepEqual(list.filter(({ code }) => code !== 'field-missing').map(({ code, place }) => [code, place?.cell]), [['cell-error', 'A2'], ['formula-without-value', 'A3'], ['cell-error', 'A4']]);
  });

  it('without the sheet register is refused, and so is one that is damaged', async () => {
    assert.deepEqual(await told(zipOf(workbookParts({ posts: rowsOf([['id', 'title'], ['a', 'A']]) })), 'x.xlsx'), [
      'x.xlsx, register: The file does not say whose register it is. Begin with `register:`, its `id` and its `authority` with `name` and `nation`.',
    ]);
    const damaged = 'x.xlsx: The workbook is damaged. Open it in your spreadsheet program and save it again as .xlsx.';
    const parts = workbookParts({ register: REGISTER });
    for (const file of [zipOf([]), zipOf(parts.slice(0, 1)), zipOf(parts).subarray(0, 600), zipOf(parts.map((part) => ({ ...part, data: '<a><b></a>' })))]) assert.deepEqual(await told(file, 'x.xlsx'), [damaged]);
  });
});

describe('a list in one cell', () => {
  it('is parted by semicolons or line ends, else by commas, but not inside quotes', () => {
    assert.deepEqual(itemsOf('a, b ,c'), ['a', 'b', 'c']);
    assert.deepEqual(itemsOf('a, b; c\nd;'), ['a, b', 'c', 'd']);
    assert.deepEqual(itemsOf('"a; ""b"""; c'), ['a; "b"', 'c']);
    assert.deepEqual(itemsOf(';'), []);
  });

  it('reads back as it was written', () => {
    for (const items of [[], ['a'], ['a, b'], ['a;', ';'], ['"', 'x"y'], [' a ', '\n'], ['a', 'b', 'c']]) assert.deepEqual(itemsOf(cellOfItems(items)), items);
  });
});

describe('the empty workbook', () => {
  it('has a sheet for every kind and every list of groups, and is read as a register that only lacks its header', async () => {
    const template = await registerTemplate();
    assert.deepEqual((await faults(template, 'x.xlsx')).map(({ code, sentence }) => [code, sentence.split('.')[0]]), [['field-missing', '`register` has no `id`'], ['field-missing', '`register` has no `authority`']]);
    assert.deepEqual(SHEETS.filter(({ listed }) => listed === undefined).map(({ name }) => name), KIND_NAMES);
    assert.deepEqual(SHEETS.filter(({ listed }) => listed !== undefined).map(({ name }) => name), [
      'persons.competencies', 'persons.qualifications', 'persons.registrations', 'provisions.gives', 'amendments.gives', 'meetings.declarations', 'meetings.items', 'actions.extensions', 'advice.responses', 'case-reviews.lessons', 'questions.answers', 'statements.findings', 'statements.sections', 'statements.reservations', 'barriers.responses', 'reports.sections',
    ]);
    assert.ok(SHEETS.every(({ name }) => name.length <= 31));
  });
});
