import assert from 'node:assert/strict';
import { globSync } from 'node:fs';
import path from 'node:path';
import { describe, it } from 'node:test';
import { trackedFiles } from '../../tools/docs/tracked-files.ts';
import { STATUS_FILE, statusesSaid, statusOf, translationFaults } from '../../tools/translations/status-file.ts';
import { digestOf, pairsInSource, projectTexts } from '../../tools/translations/texts.ts';

const SOURCE = { file: 'src/web/words/one.ts', text: "export const words = {\n  yes: { en: 'Yes', cy: 'Ydy' },\n  'long-one': {\n    en: 'It isn\\'t',\n    cy: `Nid yw’n`,\n  },\n};\n" };
const PACK = { file: 'guidance/land/pack.yaml', text: 'id: land\nwelsh: checked\ntitle: { en: Land, cy: Tir }\nchapters:\n  - id: first\n    name: { en: First }\n' };
const YES = digestOf({ en: 'Yes', cy: 'Ydy' });
const saying = (...entries: readonly string[]) => ({ file: STATUS_FILE, text: entries.map((entry) => `- { ${entry} }\n`).join('') || '[]\n' });
const checked = (digest: string): string => `digest: ${digest}, status: checked, by: Somebody, on: 2026-01-31`;

describe('The list of translations', () => {
  it('has every pair of literals with its place and the key before it', () => {
    assert.deepEqual(pairsInSource(SOURCE).map(({ line, name, en, cy }) => [line, name, en, cy]), [[2, 'yes', 'Yes', 'Ydy'], [3, 'long-one', 'It isn’t'.replace('’', "'"), 'Nid yw’n']]);
  });

  it('has the texts of a pack by their path, and one without Welsh as not translated', () => {
    const [title, first] = projectTexts([PACK]).filter(({ file }) => file === PACK.file);
    assert.deepEqual([title?.name, first?.name, first?.line], ['title', 'chapters/first/name', 6]);
    assert.ok(first);
    assert.equal(statusOf(first, new Map()), 'not-translated');
  });

  it('calls a text checked only for exactly the words that were checked, in both languages', () => {
    const { said } = statusesSaid([saying(checked(YES))]);
    const text = { file: 'x', name: 'y', en: 'Yes', cy: 'Ydy' };
    assert.equal(statusOf(text, said), 'checked');
    assert.equal(statusOf({ ...text, cy: 'Ie' }, said), 'machine-drafted');
    assert.equal(statusOf({ ...text, en: 'Yes.' }, said), 'machine-drafted');
  });

  it('refuses an entry of no text any more, one that is written wrongly, and one twice', () => {
    assert.deepEqual(translationFaults([SOURCE, saying(checked(YES))]), []);
    const faults = translationFaults([SOURCE, saying(checked(YES), checked(YES), checked('0123456789abcdef'), 'digest: short, status: checked')]);
    assert.deepEqual(faults.map(({ line }) => line), [2, 4, 3]);
    assert.match(faults.at(-1)?.sentence ?? '', /its words changed/);
  });

  it('refuses a pack that calls its Welsh checked where a text of it is not', () => {
    assert.match(translationFaults([PACK, saying()])[0]?.sentence ?? '', /2 of its texts are not/);
  });

  it('leaves out no words of the pages', async () => {
    const listed = new Set(projectTexts(trackedFiles(process.cwd())).map(digestOf));
    const unlisted: string[] = [];
    for (const file of globSync('src/web/words/*.ts')) {
      for (const [name, value] of Object.entries((await import(path.resolve(file))) as Readonly<Record<string, unknown>>)) walk(value, `${file} ${name}`);
    }
    assert.deepEqual(unlisted, []);

    function walk(value: unknown, at: string): void {
      if (typeof value !== 'object' || value === null) return;
      const { en, cy } = value as Readonly<Record<string, unknown>>;
      if (typeof en === 'string' && typeof cy === 'string' && /\p{L}/u.test(en)) {
        if (!listed.has(digestOf({ en, cy }))) unlisted.push(at);
      } else for (const [key, inner] of Object.entries(value)) walk(inner, `${at}.${key}`);
    }
  });
});
