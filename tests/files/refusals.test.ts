import assert from 'node:assert/strict';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { strToU8, zipSync } from 'fflate';
import { EvidenceFiles } from '../../src/register/files/evidence-files.ts';
import { FILE_LIMITS } from '../../src/register/files/file-limits.ts';
import { FolderFiles } from '../../src/register/files/stores/folder-files.ts';
import { good, SMALL_LIMITS } from './behaviour.ts';
import { ALLOWED, email, excel, inPieces, jpeg, openText, pdf, png, word } from './samples.ts';

const folder = await mkdtemp(join(tmpdir(), 'refused-'));
after(() => rm(folder, { recursive: true, force: true }));
const files = new EvidenceFiles(new FolderFiles(folder, 'r'), SMALL_LIMITS);

async function refusal(name: string, bytes: Uint8Array | string): Promise<string> {
  const put = await files.put(inPieces(bytes), { name });
  return put.ok ? assert.fail(`${name} was kept`) : `${put.faults[0]?.code}: ${put.faults[0]?.sentence}`;
}

const joined = (...parts: readonly (Uint8Array | string)[]): Uint8Array => Buffer.concat(parts.map((part) => Buffer.from(part as Uint8Array)));

/** The bytes with the one place where `from` stands written over. */
function rewritten(bytes: Uint8Array, from: string, to: string, last = false): Uint8Array {
  const all = Buffer.from(bytes);
  const at = last ? all.lastIndexOf(from) : all.indexOf(from);
  all.write(to, at, 'latin1');
  return all;
}

describe('A file that is refused as evidence', () => {
  it('is told what it holds and what is allowed', async () => {
    for (const [name, bytes, found] of [
      ['setup.pdf', joined('MZ', Buffer.alloc(200)), 'a program for Windows'],
      ['tool.txt', joined('\u007fELF\u0002\u0001\u0001', Buffer.alloc(200)), 'a program for Linux'],
      ['run.txt', '#!/bin/sh\nrm -rf /\n', 'a script'],
      ['page.txt', '  <!DOCTYPE html><script>alert(1)</script>', 'a web page (HTML)'],
      ['page.csv', '\ufeff<!-- a --><html></html>', 'a web page (HTML)'],
      ['plan.png', '<?xml version="1.0"?>\n<!-- x -->\n<svg xmlns="http://www.w3.org/2000/svg"/>', 'an SVG picture'],
      ['data.txt', '<?xml version="1.0"?><a/>', 'XML'],
      ['old.txt', '{\\rtf1 hello}', 'an RTF document'],
      ['old.docx', joined(Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(600)), 'a file of Office as it was before 2007'],
      ['photo.jpg', joined('GIF89a', Buffer.alloc(50)), 'a GIF picture'],
      ['all.docx', zipSync({ 'a.txt': strToU8('a') }), 'a ZIP archive that is no Word'],
      ['noise.pdf', Buffer.from([1, 2, 3, 4, 0, 0, 9, 9]), 'something that is not known'],
    ] as const) {
      const said = await refusal(name, bytes);
      assert.ok(said.startsWith(`file-type-refused: \`${name}\` holds ${found}`), said);
      assert.match(said, /A file of evidence is PDF, Word \(\.docx\)/);
    }
  });

  it('is told where its name says something else', async () => {
    assert.equal(await refusal('minutes.pdf', 'Only words.'), 'file-ending-refused: `minutes.pdf` holds plain text, and its name ends in `.pdf`. Name it .txt or .csv, if that is what it is.');
    assert.equal(await refusal('report.exe', pdf()), 'file-ending-refused: `report.exe` holds a PDF, and its name ends in `.exe`. Name it .pdf, if that is what it is.');
    assert.equal(await refusal('../../x', png()), 'file-ending-refused: `x` holds a PNG picture, and its name has no ending. Name it .png, if that is what it is.');
    for (const [name, bytes] of ALLOWED) {
      for (const [other] of ALLOWED) {
        const fits = other.toLowerCase().endsWith(name.toLowerCase().slice(-4)) || (/\.(txt|csv)$/.test(name) && /\.(txt|csv)$/.test(other)) || (name.endsWith('eml') && other.endsWith('txt'));
        if (!fits) assert.match(await refusal(other, bytes), /^file-ending-refused/, `${name} as ${other}`);
      }
    }
  });

  it('carries macros, openly or hidden', async () => {
    for (const [name, bytes] of [
      ['a.docx', word('x', { 'word/vbaProject.bin': Buffer.alloc(9) })],
      ['b.docx', word('x', { 'WORD/VBAPROJECT.BIN': Buffer.alloc(9) })],
      ['c.docx', word('x', {}, 'application/vnd.ms-word.document.macroEnabled.main+xml')],
      ['d.docx', word('x', { 'word/activeX/activeX1.bin': Buffer.alloc(9) })],
      ['e.docx', word('x', { 'xl/macrosheets/sheet1.xml': strToU8('<x/>') })],
      ['f.odt', openText({ 'Basic/Standard/Module1.xml': strToU8('<x/>') })],
      ['g.odt', openText({ 'Scripts/python/a.py': strToU8('x') })],
    ] as const) assert.match(await refusal(name, bytes), /^file-macros: .* carries macros/, name);
  });

  it('is larger unpacked than any document, whatever it claims', async () => {
    const bomb = word('x', { 'word/media/zeros.xml': new Uint8Array(1_100_000) });
    assert.ok(bomb.length < 5_000);
    assert.match(await refusal('bomb.docx', bomb), /^file-unpacked-too-large: `bomb\.docx` is larger than 976\.6 KB once unpacked/);
    const modest = Buffer.from(bomb);
    // Both places that tell the size now tell 10 bytes.
    for (let at = 0; at + 4 <= modest.length; at += 1) if (modest.readUInt32LE(at) === 1_100_000) modest.writeUInt32LE(10, at);
    assert.match(await refusal('modest.docx', modest), /^file-(?:unpacked-too-large|damaged)/);
    const many = word('x', Object.fromEntries(Array.from({ length: 101 }, (_, n) => [`p${n}`, strToU8('x')])));
    assert.match(await refusal('many.docx', many), /^file-unpacked-too-large: .* more than 100 parts/);
  });

  it('is packed so that two programs would read two different files', async () => {
    const whole = word();
    for (const [what, bytes] of [
      ['names differ between the parts and the directory', rewritten(whole, 'word/document.xml', 'word/documenX.xml')],
      ['the directory names what is not there', rewritten(whole, 'word/document.xml', 'word/documenX.xml', true)],
      ['something stands before it', joined('PK\u0003\u0004 not a part', whole)],
      ['something stands behind it', joined(whole, 'more')],
      ['it is cut short', whole.subarray(0, -30)],
      ['a byte of a part is changed', (() => {
        const harmed = Buffer.from(whole);
        const at = harmed.indexOf('word/document.xml') + 40;
        harmed[at] = (harmed[at] ?? 0) ^ 0x55;
        return harmed;
      })()],
      ['two names differ in capitals alone', word('x', { 'WORD/DOCUMENT.XML': strToU8('<w/>') })],
    ] as const) assert.match(await refusal('a.docx', bytes), /^file-damaged: `a\.docx` is damaged/, what);
    const locked = Buffer.from(whole);
    locked[locked.indexOf(Buffer.from('PK\u0001\u0002')) + 8] = 1;
    assert.match(await refusal('locked.docx', locked), /^file-protected: .* protected with a password/);
    assert.match(await refusal('locked.odt', openText({ 'META-INF/manifest.xml': strToU8('<manifest:encryption-data/>') })), /^file-protected/);
  });

  it('is two files in one', async () => {
    const hidden = zipSync({ 'run.class': strToU8('x') });
    for (const [name, bytes] of [['a.pdf', pdf()], ['a.png', png()], ['a.jpg', jpeg()]] as const) assert.match(await refusal(name, joined(bytes, hidden)), /^file-two-in-one/, name);
    assert.match(await refusal('a.pdf', joined(pdf(), Buffer.alloc(2_000, 60))), /^file-damaged: .* does not end as a PDF does/);
    assert.match(await refusal('a.png', joined(png(), '<script>')), /^file-damaged: .* does not end as a PNG picture does/);
  });

  it('is said to be text and is not', async () => {
    assert.equal(await refusal('a.csv', joined('name\nfirst\nprice: ', Buffer.from([0xa3]), '5\n')), 'file-text-wrong: `a.csv` is not UTF-8 text: line 3 holds a letter of another encoding. In Excel, save it as “CSV UTF-8”; in an editor, as UTF-8.');
    assert.match(await refusal('a.txt', `${'line\n'.repeat(20_000)}bell \u0007`), /line 20001 holds a control character/);
    assert.match(await refusal('a.txt', `${'line\n'.repeat(20_000)}\u0085`), /line 20001 holds a control character/);
    assert.match(await refusal('a.txt', joined('half a letter ', Buffer.from([0xe2, 0x82]))), /line 1 holds a letter of another encoding/);
    assert.match(await refusal('a.txt', Buffer.from('\ufeffUTF-16', 'utf16le')), /holds text in UTF-16/);
    assert.match(await refusal('a.eml', joined(email(), Buffer.from([0]))), /^file-t(?:ext-wrong|ype-refused)/);
  });

  it('leaves nothing on the disk', async () => {
    assert.deepEqual(await readdir(join(folder, 'files', 'r')), []);
  });
});

describe('A file that is taken as evidence', () => {
  it('may be an e-mail in the alphabet of its time, a text with page breaks, or one that speaks of HTML', async () => {
    const own = new EvidenceFiles(new FolderFiles(folder, 'taken'), SMALL_LIMITS);
    for (const [name, bytes] of [
      ['latin.eml', joined(email(), Buffer.from([0xa3, 0xe9]))],
      ['minutes.txt', 'Page 1\fPage 2\n'],
      ['about.txt', 'The page shows <script> as text.'],
      ['bmp.txt', 'BMA report on GPs'],
      ['split.txt', `${'é'.repeat(150_000)}`],
      ['mail.txt', email()],
    ] as const) good(await own.put(inPieces(bytes, 99_999), { name }));
  });

  it('takes a workbook that a library wrote', async () => {
    const { default: writeExcel } = await import('write-excel-file/node');
    const made = writeExcel([[{ value: 'Month' }, { value: 'Returns' }], [{ value: 'May' }, { value: 3 }]]);
    const bytes = await made.toBuffer();
    good(await new EvidenceFiles(new FolderFiles(folder, 'xlsx'), FILE_LIMITS).put(inPieces(bytes), { name: 'returns.xlsx' }));
    good(await files.put(inPieces(excel()), { name: 'plain.xlsx' }));
  });
});
