import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { strFromU8, unzipSync } from 'fflate';
import { PAPERED, SECRETS } from '../areas/papers/papered.ts';
import { SMALL } from '../assessment/small-register.ts';

const MAIN = fileURLToPath(new URL('../../src/cli/main.ts', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'paper-'));
after(() => rmSync(folder, { recursive: true }));
const register = join(folder, 'small.yaml');
writeFileSync(register, SMALL);

const answerable = (...args: readonly string[]) =>
  new Promise<{ code: number; out: string; err: string }>((resolve) => {
    execFile(process.execPath, [MAIN, ...args], (error, out, err) => resolve({ code: error === null ? 0 : Number(error.code), out, err }));
  });

async function paper(format: string, lang: string, name: string): Promise<Buffer> {
  const path = join(folder, name);
  const { code, out, err } = await answerable('paper', register, '--format', format, '--lang', lang, '-o', path);
  assert.deepEqual([code, out, err], [0, `${path}\n`, '']);
  return readFileSync(path);
}

describe('answerable paper', () => {
  it('writes every verdict with its reasons, paragraph and what to do, as a page', async () => {
    const html = (await paper('html', 'en', 'a.html')).toString('utf8');
    const answer = JSON.parse((await answerable('assess', register, '--json')).out) as { expectations: readonly { title: string; paper: { because: readonly { text: string }[] } }[] };
    const plain = html.replace(/<[^>]+>/g, '').replaceAll('&amp;', '&').replaceAll('&#39;', "'").replaceAll('&quot;', '"').replaceAll('&lt;', '<').replaceAll('&gt;', '>');
    for (const { title, paper: lens } of answer.expectations) {
      assert.ok(plain.includes(title), title);
      for (const { text } of lens.because) assert.ok(plain.includes(text), text);
    }
    assert.match(plain, /paragraph 2\.17/);
    assert.match(html, /<html lang="en">/);
  });

  it('writes Word and tagged PDF, in Welsh or in both languages, the same bytes each time', async () => {
    const [once, again] = [await paper('word', 'both', 'b.docx'), await paper('word', 'both', 'c.docx')];
    assert.deepEqual(once, again);
    const text = strFromU8(unzipSync(once)['word/document.xml'] ?? assert.fail('no document'));
    assert.match(text, /Small Example Council/);
    assert.match(text, /Cyngor Bach Enghreifftiol/);
    const pdf = await paper('pdf', 'cy', 'd.pdf');
    assert.equal(pdf.subarray(0, 5).toString(), '%PDF-');
    assert.match(pdf.toString('latin1'), /\/MarkInfo/);
  });

  it('writes the papers of one record, for the public unless it is told otherwise', async () => {
    const papered = join(folder, 'papered.yaml');
    writeFileSync(papered, PAPERED);
    const of = async (...more: readonly string[]): Promise<string> => {
      const path = join(folder, 'of.html');
      const { code, err } = await answerable('paper', papered, '--format', 'html', '-o', path, ...more);
      assert.deepEqual([code, err], [0, '']);
      return readFileSync(path, 'utf8');
    };
    const open = await of('--of', 'meetings/council-december');
    assert.match(open, /Papers for Meetings of the council, 4 December 2012/);
    for (const secret of SECRETS) assert.ok(!open.includes(secret), secret);
    assert.match(await of('--of', 'meetings/council-december', '--what', 'minutes-paper', '--variant', 'private'), /SECRET-DECISION/);
    assert.match(await of('--of', 'instruments/protocol'), /Who has what/);
    assert.match((await answerable('paper', papered, '--of', 'meetings/council-decembr', '--format', 'html', '-o', 'x')).err, /`meetings\/council-decembr` is not a record of the register\. Did you mean `council-december`\?/);
    assert.match((await answerable('paper', papered, '--of', 'posts/chief', '--format', 'html', '-o', 'x')).err, /`--of` takes a record of meetings, instruments, reports, statements/);
    assert.match((await answerable('paper', papered, '--of', 'meetings/before', '--what', 'minute', '--format', 'html', '-o', 'x')).err, /`--what` takes pack, minutes-paper, note/);
    assert.match((await answerable('paper', papered, '--variant', 'private', '--format', 'html', '-o', 'x')).err, /say with `--of KIND\/ID` of which/);
  });

  it('is refused with the nearest format, without a place to go to, and where that cannot be written', async () => {
    assert.match((await answerable('paper', register, '--format', 'pfd', '-o', 'x')).err, /`pfd` is not one of them: `--format` takes html, word, pdf\. Did you mean `pdf`\?/);
    assert.match((await answerable('paper', register, '--format', 'pdf')).err, /Say with `-o PATH`/);
    const nowhere = await answerable('paper', register, '--format', 'html', '-o', join(folder, 'no', 'where.html'));
    assert.equal(nowhere.code, 3);
    assert.match(nowhere.err, /cannot be written \(ENOENT\)/);
  });
});
