import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Result } from '../../src/kernel/result.ts';
import { checkpointText, openCheckpoint, parseCheckpointText, signCheckpoint } from '../../src/register/log/checkpoint.ts';
import { generateKey, parseVerifierKey, verifierKey } from '../../src/register/log/note-key.ts';
import { signNote } from '../../src/register/log/note.ts';
import { parseReceipt, verifyReceipt, writeReceipt } from '../../src/register/log/receipt.ts';
import { hex, leavesOf, treeOf, withOneBitFlipped } from './sample-log.ts';

const valueOf = <T>(result: Result<T>): T => (result.ok ? result.value : assert.fail(JSON.stringify(result.faults)));
const codeOf = (result: Result<unknown>): string | undefined => (result.ok ? undefined : result.faults[0]?.code);

const origin = 'example.gov.wales/register';
const key = generateKey(origin);
const vkey = valueOf(parseVerifierKey(verifierKey(key)));
const leaves = leavesOf(300);
const tree = treeOf(leaves);
const checkpointAt = (size: number): string => signCheckpoint({ origin, size, root: tree.root(size) }, key);
const receiptOf = (index: number, size: number): string => writeReceipt({ index, proof: tree.inclusionProof(index, size), checkpoint: checkpointAt(size) });
const leafAt = (index: number): Uint8Array => leaves[index] ?? assert.fail();

describe('A checkpoint', () => {
  it('is origin, size and root, a line each', () => {
    const root = Buffer.from('CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=', 'base64');
    const text = 'example.com/behind-the-sofa\n20852163\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n';
    assert.equal(checkpointText({ origin: 'example.com/behind-the-sofa', size: 20_852_163, root }), text);
    const parsed = valueOf(parseCheckpointText(text));
    assert.deepEqual([parsed.origin, parsed.size, hex(parsed.root)], ['example.com/behind-the-sofa', 20_852_163, hex(root)]);
  });

  it('is read with extension lines, which others may add', () => {
    assert.equal(valueOf(parseCheckpointText(`${checkpointText({ origin, size: 3, root: tree.root(3) })}more\n`)).size, 3);
  });

  it('opens with the key of its log, and with no other', () => {
    assert.equal(valueOf(openCheckpoint(checkpointAt(300), vkey)).size, 300);
    assert.equal(valueOf(openCheckpoint(checkpointAt(0), vkey)).size, 0);
    assert.equal(codeOf(openCheckpoint(checkpointAt(300), generateKey(origin))), 'note-not-signed');
  });

  it('is refused with any one bit flipped', () => {
    for (const { bit, flipped } of withOneBitFlipped(Buffer.from(checkpointAt(300)))) assert.equal(openCheckpoint(flipped, vkey).ok, false, `bit ${bit}`);
  });

  it('is neither signed nor opened with a key of another log, even where that key signed it', () => {
    const other = { origin: 'example.gov.wales/another', size: 1, root: tree.root(1) };
    assert.throws(() => signCheckpoint(other, key), RangeError);
    assert.equal(codeOf(openCheckpoint(signNote(checkpointText(other), key), vkey)), 'checkpoint-origin');
  });

  const root = 'CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=';
  for (const text of ['', '\n', `o\n1\n`, `o\n1\n${root}`, `\n1\n${root}\n`, `o\n01\n${root}\n`, `o\n-1\n${root}\n`, `o\n1e3\n${root}\n`, `o\n9007199254740993\n${root}\n`, `o\n1\n${root.slice(4)}\n`, `o\n1\n${root}\n\n`]) {
    it(`is refused as malformed when its text is ${JSON.stringify(text)}`, () => assert.equal(codeOf(parseCheckpointText(text)), 'checkpoint-malformed'));
  }

  it('is not made of what has no such text', () => {
    const made = { origin, size: 1, root: tree.root(1) };
    for (const wrong of [{ size: -1 }, { size: 1.5 }, { origin: '' }, { origin: 'two\nlines' }, { root: new Uint8Array(31) }]) assert.throws(() => checkpointText({ ...made, ...wrong }), RangeError);
  });
});

describe('A receipt', () => {
  it('proves every leaf in a log of any size, with nothing but the verifier key', () => {
    for (const size of [1, 2, 3, 7, 8, 9, 255, 256, 257, 300]) {
      for (let index = 0; index < size; index += Math.ceil(size / 20)) {
        const proved = valueOf(verifyReceipt(receiptOf(index, size), leafAt(index), vkey));
        assert.deepEqual([proved.index, proved.checkpoint.size], [index, size]);
      }
    }
  });

  it('has the lines of the specification', () => {
    const [first, index, ...proof] = receiptOf(2, 3).split('\n');
    assert.deepEqual([first, index], ['c2sp.org/tlog-proof@v1', 'index 2']);
    assert.deepEqual(proof.slice(0, 2), [Buffer.from(tree.root(2)).toString('base64'), '']);
    assert.equal(proof.slice(2).join('\n'), checkpointAt(3));
  });

  it('may carry extra data, which it does not vouch for', () => {
    const written = writeReceipt({ ...valueOf(parseReceipt(receiptOf(2, 3))), extra: Buffer.from('anything') });
    assert.equal(written.split('\n')[1], 'extra YW55dGhpbmc=');
    assert.equal(Buffer.from(valueOf(parseReceipt(written)).extra ?? '').toString(), 'anything');
    assert.equal(valueOf(verifyReceipt(written, leafAt(2), vkey)).index, 2);
  });

  it('is refused with any one bit flipped, in the receipt or in the leaf', () => {
    const receipt = Buffer.from(receiptOf(4, 7));
    assert.equal(verifyReceipt(receipt, leafAt(4), vkey).ok, true);
    for (const { bit, flipped } of withOneBitFlipped(receipt)) assert.equal(verifyReceipt(flipped, leafAt(4), vkey).ok, false, `bit ${bit}`);
    for (const { bit, flipped } of withOneBitFlipped(leafAt(4))) assert.equal(verifyReceipt(receipt, flipped, vkey).ok, false, `bit ${bit}`);
  });

  it('is refused for another leaf, another index, another key or a checkpoint of another size', () => {
    const parsed = valueOf(parseReceipt(receiptOf(4, 7)));
    assert.equal(codeOf(verifyReceipt(receiptOf(4, 7), leafAt(5), vkey)), 'receipt-wrong');
    assert.equal(codeOf(verifyReceipt(writeReceipt({ ...parsed, index: 5 }), leafAt(4), vkey)), 'receipt-wrong');
    assert.equal(codeOf(verifyReceipt(writeReceipt({ ...parsed, checkpoint: checkpointAt(8) }), leafAt(4), vkey)), 'receipt-wrong');
    assert.equal(codeOf(verifyReceipt(receiptOf(4, 7), leafAt(4), generateKey(origin))), 'note-not-signed');
  });

  const whole = receiptOf(4, 7);
  const malformed: Readonly<Record<string, string>> = {
    'nothing in it': '',
    'another first line': whole.replace('@v1', '@v2'),
    'no index': whole.replace('index 4\n', ''),
    'an index with a leading zero': whole.replace('index 4', 'index 04'),
    'a negative index': whole.replace('index 4', 'index -4'),
    'extra data that is not base64': whole.replace('index', 'extra ?\nindex'),
    'extra data after the index': whole.replace('index 4', 'index 4\nextra YQ=='),
    'a hash of 31 bytes': whole.replace('index 4', `index 4\n${Buffer.alloc(31).toString('base64')}`),
    'more hashes than any tree is high': whole.replace('index 4', `index 4${`\n${Buffer.alloc(32).toString('base64')}`.repeat(60)}`),
    'carriage returns': whole.replaceAll('\n', '\r\n'),
    'no blank line': whole.replaceAll('\n\n', '\n'),
  };
  for (const [what, receipt] of Object.entries(malformed)) {
    it(`is refused as malformed with ${what}`, () => assert.equal(codeOf(parseReceipt(receipt)), 'receipt-malformed'));
  }
});
