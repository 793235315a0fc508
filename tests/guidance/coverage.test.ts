import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { sha256Hex } from '../../src/kernel/digest.ts';
import { packFolder } from '../../src/guidance/bundled.ts';
import { loadPack } from '../../src/guidance/load.ts';

const SEEDS = fileURLToPath(new URL('../../../shared/seeds/', import.meta.url));
const skip = existsSync(SEEDS) ? false : 'the guidance documents themselves are not beside this checkout';

/** The numbers of the numbered paragraphs of a document, in the chapters asked for: `2.6`. */
function numbered(document: string, chapters: readonly number[]): readonly string[] {
  const text = readFileSync(`${SEEDS}${document}.txt`, 'utf8');
  const found = [...text.matchAll(/^\s*(?:-\s+)?(?:\*\*)?(\d{1,2}\.\d{1,2}(?:\.\d{1,2})?)\.?(?:\*\*)?\s/gm)].map(([, number = '']) => number);
  return [...new Set(found)].filter((number) => chapters.includes(Number(number.split('.')[0])));
}

const order = (number: string): number => {
  const [chapter = 0, paragraph = 0, part = 0] = number.split('.').map(Number);
  return chapter * 10_000 + paragraph * 100 + part;
};

function packOf(id: string) {
  const loaded = loadPack(packFolder(id));
  assert.ok(loaded.ok, `${id} does not load`);
  return loaded.value.pack;
}

const CASES = [
  { pack: 'wales-2009', document: '004_8aa6f2467cff58ba', chapters: [2, 3, 4, 5, 6], from: '2.6', to: '6.5' },
  { pack: 'scotland-2008', document: '000_ef0b4b03d4223fc2', chapters: [2, 3, 4, 5, 6], from: '2.3', to: '6.3' },
];

for (const { pack: id, document, chapters, from, to } of CASES) {
  describe(`The pack ${id}`, () => {
    it(`cites, or lists as not encoded, every numbered paragraph from ${from} to ${to}`, { skip }, () => {
      const pack = packOf(id);
      const cited = pack.expectations.flatMap(({ cites }) => cites).filter((one) => one.document === document).map(({ paragraph }) => paragraph);
      const listed = pack.coverage.notEncoded.flatMap(({ paragraphs }) => paragraphs);
      const covered = new Set([...cited, ...listed].map((paragraph) => /^[\d.]*\d/.exec(paragraph)?.[0] ?? paragraph));
      const wanted = numbered(document, chapters).filter((number) => order(from) <= order(number) && order(number) <= order(to));
      assert.ok(wanted.length > 25, 'the document was not split into its paragraphs');
      assert.deepEqual(wanted.filter((number) => !covered.has(number)), []);
    });

    it('cites no paragraph that the document does not have, and knows the document by its digest', { skip }, () => {
      const pack = packOf(id);
      const known = new Set(numbered(document, [1, ...chapters, 7, 8, 9, 10, 11]));
      const cited = pack.expectations.flatMap(({ cites }) => cites).filter((one) => one.document === document).map(({ paragraph }) => /^[\d.]*\d/.exec(paragraph)?.[0] ?? paragraph);
      assert.deepEqual(cited.filter((number) => !known.has(number)), []);
      const described = pack.documents.find((one) => one.id === document);
      assert.equal(described?.digest, `sha256:${sha256Hex(readFileSync(`${SEEDS}${document}.txt`))}`);
    });
  });
}
