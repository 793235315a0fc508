import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { writeCsv } from '../../src/model/register-file/write-csv.ts';
import { formatOf } from '../../src/exchange/format-of.ts';
import { date } from '../../src/kernel/date.ts';
import { smallFolder } from '../kept/folder.ts';
import { bytesOf, entered, findingsIn, fixture, notesOf, record, refusalOf } from './exchanging.ts';

const committee = (title: string, encoding?: string): string => `${encoding === undefined ? '' : `<?xml version="1.0" encoding="${encoding}"?>`}<committees><committee><committeeid>1</committeeid><committeetitle>${title}</committeetitle></committee></committees>`;
const latin = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, 'latin1'));
const nameIn = (bytes: Uint8Array | string): unknown => record(findingsIn('modern-gov', bytes), 'mg-committee-1').fields['name'];
const MEGABYTE = 1024 * 1024;

describe('XML that is meant to do harm, or is none', () => {
  const cases: readonly (readonly [what: string, text: string, sentence: RegExp])[] = [
    ['entities that grow', '<?xml version="1.0"?>\n<!DOCTYPE lolz [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]>\n<committees>&b;</committees>', /^file:2: A document type/],
    ['an external entity', '<!DOCTYPE x [<!ENTITY f SYSTEM "file:///etc/passwd">]><committees><committee><committeeid>1</committeeid><committeetitle>&f;</committeetitle></committee></committees>', /A document type/],
    ['a depth that no stack bears', '<a>'.repeat(3 * MEGABYTE), /More than 40 elements stand inside each other/],
    ['elements without number', `<committees>${'<c/>'.repeat(600_000)}</committees>`, /more than 400,000 elements/],
    ['records without number', `<committees>${Array.from({ length: 30_000 }, (_, id) => `<committee><committeeid>${id + 1}</committeeid><committeetitle>T</committeetitle></committee>`).join('')}</committees>`, /more than 20,000 records/],
    ['a title of ten megabytes', committee('x'.repeat(10 * MEGABYTE)), /longer than 200,000 characters/],
    ['a file that is too large', `<committees>${' '.repeat(17 * MEGABYTE)}</committees>`, /larger than 16 MB/],
    ['signs that open and never close', '<'.repeat(10 * MEGABYTE), /not XML from here on/],
    ['a quotation that never ends', `<a b="${'x'.repeat(MEGABYTE)}`, /not XML from here on/],
    ['a page for signing in', '<!DOCTYPE html><html><body>Sign in</body></html>', /^file:1: This is a web page, not XML/],
    ['another sort of XML', '<rss version="2.0"><channel/></rss>', /`rss` and what stands in it are no answer of Modern.gov/],
    ['two roots', '<committees/><committees/>', /second element begins here/],
    ['nothing', '  \n', /The file is empty/],
    ['bytes that are no text', '<committees>\u0000\u0001</committees>', /^file:1: A control character/],
    ['an encoding that nobody knows', committee('A', 'x-martian'), /says that it is written in `x-martian`/],
  ];
  for (const [what, text, sentence] of cases) it(`is refused with its place: ${what}`, () => assert.match(refusalOf('modern-gov', text), sentence));

  it('is read in the encoding that it has: UTF-16 with and without its mark, Windows-1252 declared and not', () => {
    const utf16 = Buffer.from(committee('Siân’s Panel', 'utf-16'), 'utf16le');
    assert.equal(nameIn(new Uint8Array(Buffer.concat([Buffer.from([0xff, 0xfe]), utf16]))), 'Siân’s Panel');
    assert.equal(nameIn(new Uint8Array(utf16)), 'Siân’s Panel');
    assert.equal(nameIn(latin(committee('Si\xe2n\x92s Panel', 'windows-1252'))), 'Siân’s Panel');
    assert.equal(nameIn(latin(committee('Si\xe2n\x92s Panel'))), 'Siân’s Panel');
    assert.match(notesOf(findingsIn('modern-gov', latin(committee('Si\xe2n')))).join(), /was read as Windows-1252. Look at the names/);
    // What says that it is UTF-16 and is not is read as what it is.
    assert.equal(nameIn(committee('Siân', 'utf-16')), 'Siân');
  });

  it('leaves no script in a title, however it is wrapped', () => {
    assert.equal(nameIn(committee('&lt;script&gt;alert(1)&lt;/script&gt;Audit')), 'Audit');
    assert.equal(nameIn(committee('<![CDATA[<img src=x onerror=alert(1)>Audit]]>')), 'Audit');
    // Escaped twice it was meant to be read, and is words.
    assert.equal(nameIn(committee('&amp;lt;script&amp;gt;Audit')), '<script>Audit');
  });

  it('takes names that a spreadsheet would reckon with as words, which no table of ours lets it do', async () => {
    const { register } = await smallFolder();
    await entered(findingsIn('modern-gov', committee('=HYPERLINK("http://example.org","Audit")')), register);
    const table = writeCsv(register.image.content()).find(({ name }) => name === 'bodies.csv')?.text ?? '';
    assert.match(table, /'=HYPERLINK/);
    assert.doesNotMatch(table, /(^|[,"\n])=HYPERLINK/);
  });

  it('enters nothing of a file that has a fault, unless the faulty is to be left out', async () => {
    const { register } = await smallFolder();
    const faulty = findingsIn('modern-gov', fixture('whole.xml').replace('12/11/2012', '31/11/2012'));
    await assert.rejects(entered(faulty, register), /31\/11\/2012/);
    assert.equal(register.image.entries.length, 1);
    assert.equal((await entered(faulty, register, { leaveOutFaulty: true })).added.includes('meetings/mg-meeting-9002'), false);
  });
});

describe('A calendar that is meant to do harm, or is none', () => {
  const YEAR = { of: 'bodies/cmt', between: [date('2012-01-01'), date('2012-12-31')] } as const;
  const calendar = (body: string): string => `BEGIN:VCALENDAR\n${body}\nEND:VCALENDAR`;
  const event = (uid: string, ...lines: readonly string[]): string => ['BEGIN:VEVENT', `UID:${uid}`, ...lines, 'END:VEVENT'].join('\n');
  const cases: readonly (readonly [what: string, text: string, sentence: RegExp])[] = [
    ['no calendar', 'Dear all,\nthe next meeting is on Monday.', /does not begin with BEGIN:VCALENDAR/],
    ['one that is cut off', 'BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:a', /cannot be read/],
    ['events inside events without end', `BEGIN:VCALENDAR\n${'BEGIN:VEVENT\n'.repeat(100_000)}`, /cannot be read/],
    ['a line of ten megabytes', calendar(`X-LONG:${'x'.repeat(10 * MEGABYTE)}`), /^file:2: This line is longer/],
    ['lines without number', calendar('X:1\n'.repeat(400_000)), /more than 300,000 lines/],
    ['a clock that changes every second', calendar(`BEGIN:VTIMEZONE\nTZID:Mars\nBEGIN:STANDARD\nDTSTART:16010101T020000\nTZOFFSETFROM:+0100\nTZOFFSETTO:+0000\nRRULE:FREQ=SECONDLY\nEND:STANDARD\nEND:VTIMEZONE\n${event('a', 'DTSTART;TZID=Mars:20120601T100000')}`), /`Mars` changes by a rule that no clock has/],
  ];
  for (const [what, text, sentence] of cases) it(`is refused: ${what}`, () => assert.match(refusalOf('ics', text, YEAR), sentence));

  it('follows what repeats without end only within its window and its steps', () => {
    assert.equal(findingsIn('ics', calendar(event('a', 'DTSTART:20120101T100000Z', 'RRULE:FREQ=DAILY')), YEAR).records.length, 366);
    const endless = findingsIn('ics', calendar(event('a', 'DTSTART:00010101T100000Z', 'RRULE:FREQ=DAILY')), YEAR);
    assert.deepEqual([endless.records.length, endless.faults.map(({ code }) => code)], [0, ['repeats-too-often']]);
    const many = findingsIn('ics', calendar(Array.from({ length: 100 }, (_, index) => event(`u${index}`, 'DTSTART:20120101T100000Z', 'RRULE:FREQ=DAILY')).join('\n')), YEAR);
    assert.ok(many.records.length <= 10_000 && many.faults.length > 0);
  });
});

describe('JSON that is meant to do harm, or is none', () => {
  it('is refused with its place', () => {
    assert.match(refusalOf('popolo', '['.repeat(5 * MEGABYTE)), /more than 40 deep/i);
    assert.match(refusalOf('popolo', `{"persons":[${Array.from({ length: 30_000 }, (_, id) => `{"id":"${id}","name":"P"}`).join()}]}`), /more than 20,000 records/);
    assert.match(refusalOf('popolo', '{"persons":[],}'), /^file:1:\d+: This is not JSON/);
    assert.match(refusalOf('popolo', '"persons"'), /neither an object nor a list/);
    assert.match(refusalOf('popolo', '{"cars": []}'), /Nothing of Popolo stands here/);
  });

  it('changes nothing but what it says', () => {
    const found = findingsIn('popolo', '{"persons":[{"id":"1","__proto__":{"name":"Q"},"constructor":{"name":"R"},"name":"P"}],"__proto__":{"polluted":true}}');
    assert.deepEqual([found.records.map(({ fields }) => fields), ({} as { polluted?: unknown }).polluted], [[{ name: 'P' }], undefined]);
  });

  it('follows a chain of fifteen thousand parents once', () => {
    const organizations = Array.from({ length: 15_000 }, (_, index) => ({ id: `o${index}`, name: 'A', classification: 'committee', parent_id: `o${index + 1}` }));
    assert.equal(findingsIn('popolo', JSON.stringify({ organizations })).records.length, 15_000);
  });
});

describe('The format of a file', () => {
  it('is known by how it begins, and a register file by what it says of itself', () => {
    const of = (name: string, text: string) => formatOf({ name, bytes: bytesOf(text) });
    assert.deepEqual([of('a', '\ufeffBEGIN:VCALENDAR'), of('a.xml', '\n<committees/>'), of('a.json', '{"persons": []}'), of('a.json', '[{"given_name": "A"}]')], ['ics', 'modern-gov', 'popolo', 'popolo']);
    assert.deepEqual([of('a.json', '{"register": {"id": "small"}, "persons": []}'), of('a.yaml', 'register:\n'), of('a.json', '{"x": 1}'), of('a.xlsx', 'PK\u0003\u0004')], [undefined, undefined, undefined, undefined]);
    assert.equal(of('a.json', '{"answerable": {"register": "small"}, "persons": []}'), 'popolo');
  });
});
