import assert from 'node:assert/strict';
import { createHash, createPrivateKey, createPublicKey, sign, verify } from 'node:crypto';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import type { Result } from '../../src/kernel/result.ts';
import { asCosignature, cosign, openCosigned } from '../../src/register/log/cosignature.ts';
import { parseCheckpointText, signCheckpoint } from '../../src/register/log/checkpoint.ts';
import { generateKey, parseVerifierKey, verifierKey } from '../../src/register/log/note-key.ts';
import { openNote, parseNote } from '../../src/register/log/note.ts';
import { cosigningKeyText, generateWitnessKey, parseCosigningKey, parseWitnessKey, witnessKeyText } from '../../src/register/log/witness-key.ts';
import { hex, withOneBitFlipped } from './sample-log.ts';

const valueOf = <T>(result: Result<T>): T => (result.ok ? result.value : assert.fail(JSON.stringify(result.faults)));
const codeOf = (result: Result<unknown>): string | undefined => (result.ok ? undefined : result.faults[0]?.code);

/* RFC 8032, 7.1, test 1: a key that everybody knows. */
const SEED = '9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60';
const PUBLIC = 'd75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a';
const NAME = 'witness.example/w1';
const TIME = 1_679_315_147;
const TEXT = 'example.com/behind-the-sofa\n20852163\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n';

/* Worked out here by hand from the words of C2SP tlog-cosignature, with nothing of the program. */
const id = createHash('sha256').update(`${NAME}\n`).update(Buffer.from(`04${PUBLIC}`, 'hex')).digest().subarray(0, 4);
const vkey = `${NAME}+${id.toString('hex')}+${Buffer.from(`04${PUBLIC}`, 'hex').toString('base64')}`;
const skey = `PRIVATE+KEY+${NAME}+${id.toString('hex')}+${Buffer.from(`04${SEED}`, 'hex').toString('base64')}`;
const privateKey = createPrivateKey({ key: Buffer.from(`302e020100300506032b657004220420${SEED}`, 'hex'), format: 'der', type: 'pkcs8' });
const message = Buffer.from(`cosignature/v1\ntime 1679315147\n${TEXT}`);
const stamp = Buffer.from('00000000641850cb', 'hex');
const line = `— ${NAME} ${Buffer.concat([id, stamp, sign(null, message, privateKey)]).toString('base64')}\n`;

/* The same, as openssl signs it and Python lays it out. */
const LITERAL = '— witness.example/w1 63YswgAAAABkGFDL+TPmh4BYuAjsYRoqMJCWb/gWJaeRF/kmm5tlCr9sJ57DLErur7K0yDXc2ArN+TIuotuB/HbuL3AJsp3bv/aNCQ==\n';

/* A checkpoint of a public log as its witnesses cosigned it, and the key that one of them publishes. */
const WILD = `arche2025h1.staging.ct.transparency.dev
1432088532
U7WM79jrzyhGZ5/GUBTpM7NzwdyfFx61t3RovgcC4Ro=

— arche2025h1.staging.ct.transparency.dev zTM8sQAAAZ5W0WdjBAMARjBEAiBjW5IQf9pvsYLfQFX6hoGREPMHbdQ3urbllzalApkptQIgIpwtEroeW2BXaHAI4kJXFbon5Ch9MNL5zRNZ55lvGt0=
— arche2025h1.staging.ct.transparency.dev ui8GwCF1+kWqZrxGdhj4aX3gcw7XUlXQQabg/27lefwhUkzbC3NygNI75MdhL1bfTW9g8Ei59RA23oHP7Ry1k3ZFWwQ=
— transparency.dev/DEV:witness-little-garden 2AQqhwAAAABqEiEgzgFIqqhbUoDwjMWE6UP8nd8/KYTzwZ2rhIgcqoXHAwVkjZr4AscylP3v7sEodkRAErumC2q44vdgJY096st5BQ==
— remora.n621.de 2net5wAAAABqEiEgPlfF3V06o0Y+fHM+J5J9s27wgxxcOVSpZ/2g/KSiXCg9DEZI+aVCIobWX9sXTynk5XeU/zZ0WBxtqB0DrAWfBw==
`;
const REMORA = 'remora.n621.de+da77ade7+BOvN63jn/bLvkieywe8R6UYAtVtNbZpXh34x7onlmtw2';
const ARCHE = 'arche2025h1.staging.ct.transparency.dev+ba2f06c0+AU0vHmlGCS/PdN8b2OaGmKprLI8HKM+dJ472xgFYh15f';

describe('A cosignature', () => {
  const key = valueOf(parseCosigningKey(skey));
  const log = generateKey('example.com/behind-the-sofa');
  const signed = signCheckpoint(valueOf(parseCheckpointText(TEXT)), log);

  it('is the one that the specification gives, byte for byte', () => {
    assert.equal(line, LITERAL);
    assert.equal(cosign(TEXT, TIME, key), line);
    assert.deepEqual([witnessKeyText(key), cosigningKeyText(key)], [vkey, skey]);
    const written = Buffer.from(cosign(TEXT, TIME, key).trim().split(' ')[2] ?? '', 'base64');
    assert.equal(verify(null, message, createPublicKey(privateKey), written.subarray(12)), true);
  });

  it('is read off a note with its time, by the public key alone', () => {
    const { name, time, keyId } = valueOf(openCosigned(signed + line, valueOf(parseWitnessKey(vkey))));
    assert.deepEqual([name, time, hex(keyId)], [NAME, TIME, id.toString('hex')]);
    assert.equal(valueOf(openNote(signed + line, log)).text, TEXT, 'the signature of the log stands beside it');
  });

  it('that a witness of the public network gave a public log is accepted', () => {
    const { time } = valueOf(openCosigned(WILD, valueOf(parseWitnessKey(REMORA))));
    assert.equal(new Date(time * 1000).toISOString(), '2026-05-23T21:50:24.000Z');
    assert.equal(valueOf(openNote(WILD, valueOf(parseVerifierKey(ARCHE)))).signatures.length, 4);
    assert.equal(codeOf(openCosigned(WILD.replace('1432088532', '1432088533'), valueOf(parseWitnessKey(REMORA)))), 'cosignature-wrong');
  });

  it('is refused after one flipped bit in the text, in its time, in its signature or in its name', () => {
    const note = Buffer.from(`${TEXT}\n${line}`);
    for (const { bit, flipped } of withOneBitFlipped(note)) assert.equal(openCosigned(flipped, key).ok, false, `bit ${bit}`);
  });

  it('is by one key: neither another witness of the same name nor a signature of the same key counts', () => {
    assert.equal(codeOf(openCosigned(signed + line, generateWitnessKey(NAME))), 'not-cosigned');
    assert.equal(codeOf(openCosigned(signed, key)), 'not-cosigned');
    const plain = `— ${NAME} ${Buffer.concat([id, sign(null, Buffer.from(TEXT), privateKey)]).toString('base64')}\n`;
    assert.equal(codeOf(openCosigned(signed + plain, key)), 'cosignature-wrong');
  });

  it('given twice counts with its newest time, and not at all where one of the two is wrong', () => {
    const [later, forged] = [cosign(TEXT, TIME + 60, key), cosign(TEXT.replace('20852163', '20852164'), TIME + 90, key)];
    assert.equal(valueOf(openCosigned(signed + later + line, key)).time, TIME + 60);
    assert.equal(codeOf(openCosigned(signed + line + forged, key)), 'cosignature-wrong');
  });

  it('holds for any text, time and name, and for no other text, time or key', () => {
    const lines = fc.array(fc.string({ unit: 'grapheme', minLength: 1 }).filter((one) => !/[\u0000-\u001f]/.test(one)), { minLength: 1, maxLength: 5 });
    const name = fc.stringMatching(/^[a-z0-9./:-]{1,40}$/);
    const time = fc.integer({ min: 0, max: 8_640_000_000_000 });
    fc.assert(fc.property(lines, name, time, time, (some, called, when, other) => {
      const text = `${some.join('\n')}\n`;
      const own = generateWitnessKey(called);
      const written = cosign(text, when, own);
      assert.equal(valueOf(openCosigned(`${text}\n${written}`, valueOf(parseWitnessKey(witnessKeyText(own))))).time, when);
      const [signature] = valueOf(parseNote(`${text}\n${written}`)).signatures;
      const read = asCosignature(signature ?? assert.fail());
      assert.deepEqual([read?.name, read?.time, read?.signature.length], [called, when, 64]);
      assert.equal(openCosigned(`${text}more\n\n${written}`, own).ok, false);
      if (other === when) return;
      const moved = Buffer.from(written.trim().split(' ')[2] ?? '', 'base64');
      moved.writeBigUInt64BE(BigInt(other), 4);
      assert.equal(openCosigned(`${text}\n— ${called} ${moved.toString('base64')}\n`, own).ok, false);
    }), { numRuns: 200 });
  });

  it('has no time outside what a clock can tell', () => {
    for (const time of [-1, 0.5, 8_640_000_000_001, Number.NaN]) assert.throws(() => cosign(TEXT, time, key), RangeError);
    const never = Buffer.from(line.trim().split(' ')[2] ?? '', 'base64').fill(0xff, 4, 12);
    assert.equal(codeOf(openCosigned(`${TEXT}\n— ${NAME} ${never.toString('base64')}\n`, key)), 'cosignature-wrong');
  });
});

describe('The key of a witness', () => {
  it('is refused cut anywhere and with any one bit flipped', () => {
    for (let end = 0; end < vkey.length; end += 1) assert.equal(parseWitnessKey(vkey.slice(0, end)).ok, false);
    for (const { bit, flipped } of withOneBitFlipped(Buffer.from(vkey))) assert.equal(parseWitnessKey(Buffer.from(flipped).toString()).ok, false, `bit ${bit}`);
    for (const { bit, flipped } of withOneBitFlipped(Buffer.from(skey))) assert.equal(parseCosigningKey(Buffer.from(flipped).toString()).ok, false, `bit ${bit}`);
  });

  it('is not taken for the key of a register, nor that for one of a witness', () => {
    const ofRegister = verifierKey(generateKey('answerable/small'));
    assert.equal(codeOf(parseWitnessKey(ofRegister)), 'witness-key-of-register');
    assert.equal(codeOf(parseVerifierKey(vkey)), 'verifier-key-malformed');
  });

  it('says nothing of the secret when it refuses one', () => {
    assert.doesNotMatch(JSON.stringify(parseCosigningKey(skey.slice(0, -4))), /\+BJ1h/);
  });
});
