import { z } from 'zod';
import { yamlIn } from '../../src/guidance/yaml-file.ts';
import { parseDate } from '../../src/kernel/date.ts';
import type { DocsFault, TrackedFile } from '../docs/tracked-files.ts';
import type { ProjectText } from './project-text.ts';
import { digestOf, projectTexts } from './texts.ts';

export const STATUS_FILE = 'translations/status.yaml';

export const STATUSES = ['not-translated', 'in-translation', 'machine-drafted', 'checked'] as const;
export type Status = (typeof STATUSES)[number];

const entry = z.strictObject({
  digest: z.string().regex(/^[0-9a-f]{16}$/),
  status: z.enum(['checked', 'in-translation']),
  by: z.string().trim().min(1),
  on: z.string().refine((written) => parseDate(written) !== undefined),
});
type Entry = z.output<typeof entry>;

/** What is said of texts by their digests, with what is wrong in the file. A faulty entry says nothing of any text. */
export function statusesSaid(files: readonly TrackedFile[]): { readonly said: ReadonlyMap<string, Entry>; readonly faults: readonly DocsFault[] } {
  const file = files.find((one) => one.file === STATUS_FILE);
  if (file === undefined) return { said: new Map(), faults: [] };
  const read = yamlIn(file.text, STATUS_FILE);
  if (!read.ok) return { said: new Map(), faults: read.faults.map(({ place, sentence }) => ({ file: STATUS_FILE, line: place?.line ?? 1, sentence })) };
  if (!Array.isArray(read.value.value)) return { said: new Map(), faults: [{ file: STATUS_FILE, line: 1, sentence: 'A list of texts is expected.' }] };
  const said = new Map<string, Entry>();
  const faults: DocsFault[] = [];
  const items: readonly unknown[] = read.value.value;
  items.forEach((item, index) => {
    const fault = (sentence: string): void => void faults.push({ file: STATUS_FILE, line: read.value.placeOf([index]).line ?? 1, sentence });
    const parsed = entry.safeParse(item);
    if (!parsed.success) fault('An entry has `digest` (16 figures and letters a to f), `status` (`checked` or `in-translation`), `by` and `on` (YYYY-MM-DD).');
    else if (said.has(parsed.data.digest)) fault(`The text ${parsed.data.digest} is named twice.`);
    else said.set(parsed.data.digest, parsed.data);
  });
  return { said, faults };
}

/** Where a text stands: what somebody said of exactly these words, else machine-drafted, or not translated. */
export function statusOf(text: ProjectText, said: ReadonlyMap<string, Entry>): Status {
  const named = said.get(digestOf(text))?.status;
  if (text.cy === undefined || text.cy === '') return named === 'in-translation' ? 'in-translation' : 'not-translated';
  return named ?? 'machine-drafted';
}

/** What is wrong in the list of statuses: an entry of no text any more, and a pack that calls its Welsh checked where a text of it is not. */
export function translationFaults(files: readonly TrackedFile[]): readonly DocsFault[] {
  if (!files.some(({ file }) => file === STATUS_FILE)) return [];
  const { said, faults } = statusesSaid(files);
  const texts = projectTexts(files);
  const digests = new Set(texts.map(digestOf));
  const gone = [...said.keys()].filter((digest) => !digests.has(digest));
  const lineOf = (digest: string): number => (files.find(({ file }) => file === STATUS_FILE)?.text.split('\n').findIndex((line) => line.includes(digest)) ?? 0) + 1;
  const claimed = files.filter(({ file, text }) => /^guidance\/[^/]+\/pack\.yaml$/.test(file) && /^welsh: checked$/m.test(text));
  return [
    ...faults,
    ...gone.map((digest) => ({ file: STATUS_FILE, line: lineOf(digest), sentence: `No text has the digest ${digest} any more: its words changed. Have the new ones checked, or take the entry out.` })),
    ...claimed.flatMap(({ file }) => {
      const open = texts.filter((text) => text.file.startsWith(file.replace('pack.yaml', '')) && statusOf(text, said) !== 'checked').length;
      return open === 0 ? [] : [{ file, line: 1, sentence: `The pack calls its Welsh checked, and ${open} of its texts are not: write \`welsh: machine-drafted\`.` }];
    }),
  ];
}
