import { hash } from 'node:crypto';
import { join } from 'node:path';
import { databaseIn } from '../../src/register/folder/files.ts';
import { readRegister } from '../../src/register/folder/read-folder.ts';
import { signingKey } from '../../src/register/folder/signing-keys.ts';
import { leafOf } from '../../src/register/kept-form.ts';
import { verifierKey } from '../../src/register/log/note-key.ts';
import { verifyReceipt, writeReceipt } from '../../src/register/log/receipt.ts';
import { isErased } from '../../src/register/store/store.ts';
import { verifyDatabase } from '../../src/register/verify/verify-database.ts';
import { median, takeTurns } from '../measure.ts';
import { ms, ratio, type Report } from '../report.ts';
import { REGISTER } from './acts.ts';
import { manyEntries } from './many-entries.ts';
import { diskNote, place } from './place.ts';

/** DESIGN.md asks for 1,000,000; fewer where nobody asks for so many, for it takes minutes to make them. */
const ENTRIES = Number(process.env['BENCH_VERIFY_ENTRIES'] ?? 100_000);
const ROUNDS = 3;

/** A long register verified from its raw rows, beside the hashing that this cannot do without; and a receipt made and checked. */
export default async function verify(): Promise<Report> {
  const path = join(place(), 'data');
  await manyEntries(path, ENTRIES);
  const read = await readRegister(path, undefined);
  if (!read.ok) throw new Error('The register that was made cannot be read.');
  const { entries, tree, checkpoint, key } = read.value;
  const bytes = entries.map((entry) => {
    const leaf = leafOf(entry);
    if (!leaf.ok) throw new Error('An entry that is kept has a leaf.');
    const bodies = entry.changes.flatMap(({ put }) => (put === undefined || isErased(put) ? [] : [Buffer.concat([put.salt, Buffer.from(put.body)])]));
    return { leaf: Buffer.concat([Uint8Array.of(0), leaf.value]), bodies };
  });
  const verifier = verifierKey(signingKey(path, REGISTER));
  const [hashing, whole]: [number[], number[]] = [[], []];
  for (let round = 0; round < ROUNDS; round += 1) {
    hashing.push(took(() => hashingAlone(bytes)));
    whole.push(took(() => {
      const found = verifyDatabase(databaseIn(path), REGISTER, verifier);
      if (found.state !== 'intact' || found.root !== Buffer.from(tree.root()).toString('base64')) throw new Error(`The register is ${found.state}.`);
    }));
  }
  const times = median(whole) / median(hashing);
  const [leaf, index] = [bytes[ENTRIES >> 1]?.leaf.subarray(1) ?? new Uint8Array(), ENTRIES >> 1];
  const receipt = writeReceipt({ index, proof: tree.inclusionProof(index), checkpoint });
  const [made, checked] = await takeTurns([
    { name: 'made', run: () => writeReceipt({ index, proof: tree.inclusionProof(index), checkpoint }) },
    { name: 'checked', run: () => verifyReceipt(receipt, leaf, key).ok || failed() },
  ]);
  return {
    title: `${ENTRIES.toLocaleString('en-GB')} entries verified; a receipt`,
    goals: [{ goal: 'verify 1,000,000 entries within 3 times of the hashing alone', measured: `${ratio(times)} for ${ENTRIES.toLocaleString('en-GB')} entries (quickest ${ratio(Math.min(...whole) / Math.min(...hashing))})`, reached: ENTRIES >= 1_000_000 && times <= 3 }],
    tables: [
      {
        caption: 'Medians',
        head: ['', 'median', 'an entry'],
        rows: [
          ['the hashing alone: leaves, bodies with their salts, and the tree, all in memory', ms(median(hashing)), each(median(hashing))],
          ['`verify`: rows read and checked, leaves written anew, hashed, every checkpoint’s signature, rows for readers, the file’s own integrity', ms(median(whole)), each(median(whole))],
          ['a receipt made (the proof of an entry in the middle)', ms(made?.ms ?? Number.NaN), '–'],
          ['a receipt checked: path and signature', ms(checked?.ms ?? Number.NaN), '–'],
        ],
      },
    ],
    notes: [
      ENTRIES >= 1_000_000 ? 'All of the million were verified.' : `Fewer than the million of the goal, for it takes minutes to make them: \`BENCH_VERIFY_ENTRIES=1000000 npm run bench verify\`. Both sides grow with the number of entries.`,
      diskNote(path),
    ],
  };
}

/** The quickest way that Node has to one. */
const hashed = (bytes: Uint8Array): Buffer => Buffer.from(hash('sha256', bytes, 'binary'), 'binary');

/** The root, from bytes that lie ready in memory. */
function hashingAlone(entries: readonly { readonly leaf: Uint8Array; readonly bodies: readonly Uint8Array[] }[]): Buffer {
  let level = entries.map(({ leaf, bodies }) => {
    for (const body of bodies) hashed(body);
    return hashed(leaf);
  });
  while (level.length > 1) {
    const above: Buffer[] = [];
    for (let index = 0; index < level.length; index += 2) {
      const [left, right] = [level[index], level[index + 1]];
      if (left !== undefined) above.push(right === undefined ? left : hashed(Buffer.concat([Uint8Array.of(1), left, right])));
    }
    level = above;
  }
  return level[0] ?? hashed(new Uint8Array());
}

function took(work: () => unknown): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}

function failed(): never {
  throw new Error('The receipt is not accepted.');
}

const each = (whole: number): string => `${((whole * 1000) / ENTRIES).toFixed(1)} µs`;
