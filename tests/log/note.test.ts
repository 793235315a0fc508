import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Result } from '../../src/kernel/result.ts';
import { generateKey, parseSigningKey, parseVerifierKey, signingKeyText, verifierKey } from '../../src/register/log/note-key.ts';
import { openNote, parseNote, signNote } from '../../src/register/log/note.ts';
import { hex, withOneBitFlipped } from './sample-log.ts';

/* The example key and note of Go's golang.org/x/mod/sumdb/note, where the format comes from. */
const VKEY = 'PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW';
const SKEY = 'PRIVATE+KEY+PeterNeumann+c74f20a3+AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz';
const TEXT = "If you think cryptography is the answer to your problem,\nthen you don't know what your problem is.\n";
const SIGNATURE = '— PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n';
const NOTE = `${TEXT}\n${SIGNATURE}`;

const valueOf = <T>(result: Result<T>): T => (result.ok ? result.value : assert.fail(JSON.stringify(result.faults)));
const codeOf = (result: Result<unknown>): string | undefined => (result.ok ? undefined : result.faults[0]?.code);
const peter = valueOf(parseVerifierKey(VKEY));
const secret = valueOf(parseSigningKey(SKEY));

describe('A signed note', () => {
  it('is signed and opened exactly as by Go', () => {
    assert.equal(signNote(TEXT, secret), NOTE);
    assert.equal(valueOf(openNote(NOTE, peter)).text, TEXT);
    assert.equal(valueOf(openNote(Buffer.from(NOTE), peter)).text, TEXT);
  });

  it('is refused with any one bit flipped', () => {
    for (const { bit, flipped } of withOneBitFlipped(Buffer.from(NOTE))) assert.equal(openNote(flipped, peter).ok, false, `bit ${bit}`);
  });

  it('is refused when no key that is known signed it', () => {
    assert.equal(codeOf(openNote(NOTE, generateKey('PeterNeumann'))), 'note-not-signed');
    assert.equal(codeOf(openNote(NOTE)), 'note-not-signed');
  });

  it('may carry signatures by keys that are not known, and keeps them', () => {
    const witness = generateKey('witness.example/w1');
    const cosigned = NOTE + (signNote(TEXT, witness).split('\n\n')[1] ?? assert.fail());
    assert.equal(valueOf(openNote(cosigned, peter)).text, TEXT);
    assert.deepEqual(valueOf(openNote(cosigned, witness)).signatures.map(({ name }) => name), ['PeterNeumann', 'witness.example/w1']);
  });

  it('is refused when one of two known keys did not sign this text, whatever the other says', () => {
    const witness = generateKey('witness.example/w1');
    const elsewhere = signNote('Another text.\n', witness).split('\n\n')[1] ?? assert.fail();
    assert.equal(codeOf(openNote(NOTE + elsewhere, peter, witness)), 'note-signature-wrong');
  });

  it('keeps empty lines in its text: the last one parts it from the signatures', () => {
    const text = 'One.\n\nThree.\n';
    assert.equal(valueOf(openNote(signNote(text, secret), peter)).text, text);
  });

  const malformed: Readonly<Record<string, string | Uint8Array>> = {
    'no blank line': TEXT + SIGNATURE,
    'no signature': `${TEXT}\n`,
    'nothing at all': '',
    'no newline at its end': NOTE.slice(0, -1),
    'a carriage return': NOTE.replace('\n', '\r\n'),
    'a tab in a name': NOTE.replace('— PeterNeumann', '— Peter\tNeumann'),
    'a hyphen for the em dash': NOTE.replace('—', '-'),
    'two spaces before the signature': NOTE.replace('Neumann x', 'Neumann  x'),
    'a plus in a name': NOTE.replace('PeterNeumann', 'Peter+Neumann'),
    'a space that does not break in a name': NOTE.replace('PeterNeumann', 'Peter\u00a0Neumann'),
    'base64 without its padding': NOTE.replace('nAM=', 'nAM'),
    'base64 with spare bits set': NOTE.replace('nAM=', 'nAN='),
    'base64 for addresses': NOTE.replace('x08go/', 'x08go_'),
    'a key id and nothing more': `${TEXT}\n— PeterNeumann x08gow==\n`,
    'more signatures than anyone needs': NOTE + SIGNATURE.repeat(100),
    'bytes that are not UTF-8': Buffer.concat([Buffer.from([0xff]), Buffer.from(NOTE)]),
    'half of a character': `\ud800${NOTE}`,
  };
  for (const [what, note] of Object.entries(malformed)) {
    it(`is refused as malformed with ${what}`, () => assert.match(codeOf(parseNote(note)) ?? 'accepted', /^note-(malformed|unsigned|signature-malformed|too-many-signatures)$/));
  }

  it('is not made of a text that no note can carry', () => {
    for (const text of ['no newline', '', 'a\u0000b\n', 'a\rb\n', '\ud800\n']) assert.throws(() => signNote(text, secret), RangeError);
  });
});

describe('A key of notes', () => {
  it('is written and read without loss', () => {
    const key = generateKey('example.gov.wales/register/children');
    assert.equal(verifierKey(valueOf(parseVerifierKey(verifierKey(key)))), verifierKey(key));
    const again = valueOf(parseSigningKey(signingKeyText(key)));
    assert.equal(signNote(TEXT, again), signNote(TEXT, key));
    assert.equal(signingKeyText(secret), SKEY);
    assert.equal(verifierKey(secret), VKEY);
    assert.equal(hex(secret.id), 'c74f20a3');
  });

  it('is read as others publish it, and known by the id that they give', () => {
    assert.equal(hex(valueOf(parseVerifierKey('sum.golang.org+033de0ae+Ac4zctda0e5eza+HJyk9SxEdh+s3Ux18htTTAD8OuAn8')).id), '033de0ae');
  });

  it('is refused cut anywhere and with any one bit flipped', () => {
    for (let end = 0; end < VKEY.length; end += 1) assert.equal(parseVerifierKey(VKEY.slice(0, end)).ok, false);
    for (const { bit, flipped } of withOneBitFlipped(Buffer.from(VKEY))) assert.equal(parseVerifierKey(Buffer.from(flipped).toString()).ok, false, `bit ${bit}`);
    for (const { bit, flipped } of withOneBitFlipped(Buffer.from(SKEY))) assert.equal(parseSigningKey(Buffer.from(flipped).toString()).ok, false, `bit ${bit}`);
  });

  it('says nothing of a secret when it refuses one', () => {
    const wrong = `${SKEY.slice(0, -4)}AAAA`;
    assert.doesNotMatch(JSON.stringify(parseSigningKey(wrong)), /AYEKFALV/);
    assert.doesNotMatch(JSON.stringify(parseSigningKey(SKEY.slice(1))), /AYEKFALV/);
  });

  it('has no name with a space, a plus or a control character, and never none', () => {
    for (const name of ['', 'a b', 'a+b', 'a\u2003b', 'a\nb', 'a\u0001b', '\ud800']) assert.throws(() => generateKey(name), RangeError);
  });
});
