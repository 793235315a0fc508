import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { signCheckpoint } from '../../src/register/log/checkpoint.ts';
import { generateKey, verifierKey } from '../../src/register/log/note-key.ts';
import { writeReceipt } from '../../src/register/log/receipt.ts';
import { leavesOf, treeOf } from './sample-log.ts';

const answers = (command: string, ...args: readonly string[]): boolean => spawnSync(command, args).status === 0;
const noOpenssl = answers('openssl', 'pkeyutl', '-help') ? undefined : 'openssl is not on this machine';
const noPython = answers('python3', '-c', 'import sys; sys.exit(sys.version_info < (3, 9))') ? undefined : 'python3 (3.9 or later) is not on this machine';

const folder = mkdtempSync(path.join(tmpdir(), 'answerable-log-'));
after(() => rmSync(folder, { recursive: true }));

function fileWith(name: string, bytes: string | Uint8Array): string {
  const file = path.join(folder, name);
  writeFileSync(file, bytes);
  return file;
}

const origin = 'example.gov.wales/register';
const key = generateKey(origin);
const leaves = leavesOf(1000);
const tree = treeOf(leaves);
const checkpoint = signCheckpoint({ origin, size: tree.size, root: tree.root() }, key);
const receiptOf = (index: number): string => writeReceipt({ index, proof: tree.inclusionProof(index), checkpoint });
const leafAt = (index: number): Uint8Array => leaves[index] ?? assert.fail();

function flipped(bytes: string | Uint8Array, bit: number): Uint8Array {
  const copy = Uint8Array.from(Buffer.from(bytes));
  const at = Math.floor(bit / 8) % copy.length;
  copy[at] = (copy[at] ?? 0) ^ (1 << (bit % 8));
  return copy;
}

describe('A checkpoint held against openssl', { skip: noOpenssl ?? false }, () => {
  const [text = '', signatures = ''] = checkpoint.split('\n\n');
  const signed = `${text}\n`;
  const signature = Buffer.from(signatures.trim().split(' ')[2] ?? '', 'base64').subarray(4);
  const [, , encoded = ''] = /^(.+?)\+.{8}\+(.+)$/.exec(verifierKey(key)) ?? [];
  const der = Buffer.concat([Buffer.from('302a300506032b6570032100', 'hex'), Buffer.from(encoded, 'base64').subarray(1)]);
  const accepts = (bytes: string | Uint8Array, by: Uint8Array): boolean => {
    const args = ['-in', fileWith('text', bytes), '-sigfile', fileWith('signature', by), '-inkey', fileWith('key.der', der)];
    return answers('openssl', 'pkeyutl', '-verify', '-rawin', '-pubin', '-keyform', 'DER', ...args);
  };

  it('has an Ed25519 signature over its text', () => assert.equal(accepts(signed, signature), true));

  it('has it no longer after one flipped bit in the text or the signature', () => {
    for (let bit = 3; bit < signed.length * 8; bit += 79) assert.equal(accepts(flipped(signed, bit), signature), false, `bit ${bit} of the text`);
    for (let bit = 3; bit < signature.length * 8; bit += 79) assert.equal(accepts(signed, flipped(signature, bit)), false, `bit ${bit} of the signature`);
  });
});

describe('A receipt held against forty lines of Python with openssl', { skip: noOpenssl ?? noPython ?? false }, () => {
  const script = fileURLToPath(new URL('verify-receipt.py', import.meta.url));
  const run = (receipt: string | Uint8Array, leaf: Uint8Array) =>
    spawnSync('python3', ['-I', script, fileWith('entry.tlog-proof', receipt), fileWith('leaf', leaf), verifierKey(key)], { encoding: 'utf8' });

  it('is accepted for its leaf, at both ends and in the ragged part of the tree', () => {
    for (const index of [0, 511, 512, 998, 999]) {
      const { status, stdout, stderr } = run(receiptOf(index), leafAt(index));
      assert.deepEqual([status, stdout], [0, `entry ${index} of 1000 in ${origin}\n`], stderr);
    }
  });

  it('is refused for another leaf', () => assert.equal(run(receiptOf(512), leafAt(513)).status, 1));

  it('is refused after one flipped bit in the receipt or the leaf', () => {
    const receipt = receiptOf(777);
    const bits = Buffer.byteLength(receipt) * 8;
    for (let bit = 1; bit < bits; bit += Math.floor(bits / 12)) assert.equal(run(flipped(receipt, bit), leafAt(777)).status, 1, `bit ${bit} of the receipt`);
    for (let bit = 1; bit < leafAt(777).length * 8; bit += 50) assert.equal(run(receipt, flipped(leafAt(777), bit)).status, 1, `bit ${bit} of the leaf`);
  });
});
