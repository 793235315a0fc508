import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { downloadHeaders } from '../../src/register/files/download-headers.ts';
import { parseFileDigest } from '../../src/register/files/file-digest.ts';
import { cleanedName, endingOf } from '../../src/register/files/file-name.ts';
import { digestOf } from './behaviour.ts';

describe('The name that a file came with', () => {
  it('loses its path, and every sign that hides something', () => {
    for (const [said, cleaned] of [
      ['../../x', 'x'], ['..\\..\\x.txt', 'x.txt'], ['/etc/passwd', 'passwd'], ['C:\\Documents\\a.docx', 'a.docx'],
      ['minutes.PDF', 'minutes.pdf'], [' report .pdf ', 'report .pdf'], ['a\u202efdp.exe', 'afdp.exe'], ['a\u0000b.txt', 'ab.txt'],
      ['con.txt', 'con-.txt'], ['NUL', 'NUL-'], ['.htaccess', 'htaccess'], ['...', 'file'], ['', 'file'], ['a/', 'a'],
      ['what? <who>.txt', 'what- -who-.txt'], ['Cofnodion Tŷ Ŵyn.docx', 'Cofnodion Tŷ Ŵyn.docx'], ['a\r\nSet-Cookie: x.txt', 'aSet-Cookie- x.txt'],
    ] as const) assert.equal(cleanedName(said), cleaned, JSON.stringify(said));
    assert.equal([...cleanedName(`${'é'.repeat(500)}.pdf`)].length, 200);
  });

  it('is safe whatever it was, and stays as it is once cleaned', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (said) => {
      const name = cleanedName(said);
      assert.equal(cleanedName(name), name);
      assert.ok(name !== '' && name !== '.' && name !== '..' && name.isWellFormed());
      assert.doesNotMatch(name, /[/\\\u0000-\u001f\u007f<>:"|?*\u202a-\u202e]/);
      const headers = downloadHeaders({ digest: digestOf(''), bytes: 0, type: 'text/plain' }, said);
      assert.match(headers['content-disposition'] ?? '', /^attachment; filename="[ !#-[\]-~]+"; filename\*=UTF-8''[A-Za-z0-9!#$&+.^_`|~%-]+$/);
    }), { numRuns: 2_000 });
  });

  it('has its ending behind the last dot', () => {
    assert.deepEqual(['a.b.PDF', 'a', '.txt', 'a.', 'a.b c'].map(endingOf), ['pdf', '', '', '', '']);
  });
});

describe('What goes with a file to a browser', () => {
  const facts = { digest: digestOf('x'), bytes: 1, type: 'application/pdf' };

  it('has it saved under its name, in every browser, and shown by none', () => {
    assert.deepEqual(downloadHeaders(facts, 'Tŷ "x" (2).pdf'), {
      'content-type': 'application/pdf',
      'content-length': '1',
      'content-disposition': `attachment; filename="Ty -x- (2).pdf"; filename*=UTF-8''T%C5%B7%20-x-%20%282%29.pdf`,
      'x-content-type-options': 'nosniff',
      'content-security-policy': `default-src 'none'; frame-ancestors 'none'; sandbox`,
      'cross-origin-resource-policy': 'same-origin',
      'cache-control': 'private, no-store',
      etag: `"${facts.digest}"`,
    });
  });

  it('calls text what its name says', () => {
    const typeOf = (name: string): string | undefined => downloadHeaders({ ...facts, type: 'text/plain' }, name)['content-type'];
    assert.deepEqual(['a.csv', 'a.txt', 'a.html'].map(typeOf), ['text/csv; charset=utf-8', 'text/plain; charset=utf-8', 'text/plain; charset=utf-8']);
  });
});

describe('The digest of a file', () => {
  it('is read with and without its first word, in any capitals', () => {
    const hex = 'ab'.repeat(32);
    for (const written of [hex, `sha256:${hex}`, ` SHA256:${hex.toUpperCase()} `]) assert.equal(parseFileDigest(written), `sha256:${hex}`);
    for (const written of ['', 'sha256:', `md5:${hex}`, hex.slice(1), `${hex}0`, `../${hex}`, `sha256:${hex.slice(2)}/.`]) assert.equal(parseFileDigest(written), undefined, written);
  });
});
