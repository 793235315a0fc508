import { sha256Hex } from '../../src/kernel/digest.ts';
import { yamlIn, type YamlFile } from '../../src/guidance/yaml-file.ts';
import type { TrackedFile } from '../docs/tracked-files.ts';
import { modelTexts } from './model-texts.ts';
import type { ProjectText } from './project-text.ts';

/** A short digest of the exact words of both languages: other words have another. */
export const digestOf = ({ en, cy = '' }: Pick<ProjectText, 'en' | 'cy'>): string => sha256Hex(`${en}\0${cy}`).slice(0, 16);

/** Every text of the project in two languages: pairs in the source, the labels of the model, the guidance packs. */
export const projectTexts = (files: readonly TrackedFile[]): readonly ProjectText[] => [
  ...files.filter(({ file }) => file.startsWith('src/') && file.endsWith('.ts')).flatMap(pairsInSource),
  ...modelTexts(),
  ...files.filter(({ file }) => /^guidance\/[^/]+\/(?!examples\/).*\.yaml$/.test(file)).flatMap(textsInPack),
];

const LITERAL = /'(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*"|`(?:[^`\\$]|\\.|\$(?!\{))*`/.source;
const PAIR = new RegExp(`\\{\\s*en:\\s*(${LITERAL}),\\s*cy:\\s*(${LITERAL})`, 'g');

/** Pairs of literals, `{ en: '…', cy: '…' }`, with the key or the constant before them. */
export function pairsInSource({ file, text }: TrackedFile): readonly ProjectText[] {
  return [...text.matchAll(PAIR)].flatMap((match): ProjectText[] => {
    const [en, cy] = [wordsOf(match[1] ?? ''), wordsOf(match[2] ?? '')];
    // A pair without a letter, or of the tags of the languages, is nothing to translate.
    if (!/\p{L}/u.test(en) || en === 'en-GB') return [];
    const before = text.slice(0, match.index);
    const name = /(?:'([^']+)'|([\w$]+))(?:: [\w<>[\], ']+)?\s*[:=]\s*$/.exec(before.slice(-200));
    return [{ file, line: before.split('\n').length, name: name?.[1] ?? name?.[2] ?? '', en, cy }];
  });
}

/** What a literal of source says; the escapes that this project writes are those of JSON, and of its own quotes. */
const wordsOf = (literal: string): string => literal.slice(1, -1).replace(/\\u([0-9a-f]{4})/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16))).replace(/\\n/g, '\n').replace(/\\(.)/g, '$1');

/** Every group of `en` with or without `cy` in a file of a pack. */
function textsInPack({ file, text }: TrackedFile): readonly ProjectText[] {
  const read = yamlIn(text, file);
  return read.ok ? textsWithin(read.value, read.value.value, []) : [];
}

function textsWithin(yaml: YamlFile, value: unknown, path: readonly (string | number)[]): readonly ProjectText[] {
  if (typeof value !== 'object' || value === null) return [];
  const { en, cy } = value as Readonly<Record<string, unknown>>;
  if (typeof en !== 'string' && typeof cy !== 'string') return Object.entries(value).flatMap(([key, inner]) => textsWithin(yaml, inner, [...path, Array.isArray(value) ? Number(key) : key]));
  const { line } = yaml.placeOf(path);
  return [{ file: yaml.file, ...(line === undefined ? {} : { line }), name: named(yaml.value, path), en: typeof en === 'string' ? en : '', ...(typeof cy === 'string' ? { cy } : {}) }];
}

/** The path with the id of an item in place of its number. */
function named(value: unknown, path: readonly (string | number)[]): string {
  let here = value;
  return path.map((step) => {
    here = (here as Readonly<Record<string | number, unknown>>)[step];
    const id = typeof step === 'number' && typeof here === 'object' && here !== null ? (here as { readonly id?: unknown }).id : undefined;
    return String(typeof id === 'string' ? id : step);
  }).join('/');
}
