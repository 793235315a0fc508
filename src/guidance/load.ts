import { existsSync, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { canonicalJson } from '../kernel/canonical-json.ts';
import { sha256Hex } from '../kernel/digest.ts';
import { quoted, type Fault, type Place } from '../kernel/fault.ts';
import { didYouMean } from '../kernel/nearest.ts';
import { ok, type Result } from '../kernel/result.ts';
import { expectationEntry, packFile, type Expectation, type Pack, type PackFile } from './pack.ts';
import { shapeFaults } from './shape-faults.ts';
import { readYamlFile, type Path, type YamlFile } from './yaml-file.ts';

/** A pack with the places of its parts, for whoever finds a fault in them later. */
export interface LoadedPack {
  readonly pack: Pack;
  /** Where a part of an expectation is written: `['onPaper', 'seat', 'on']`. */
  readonly placeOf: (expectation: Expectation, path: Path) => Place;
}

/** Reads the pack in a folder whole. Answers every fault at once, each with file and line. */
export function loadPack(folder: string): Result<LoadedPack> {
  const faults: Fault[] = [];
  const name = basename(folder);
  const read = <T>(file: Result<T>): T | undefined => (file.ok ? file.value : (faults.push(...file.faults), undefined));

  const main = read(readYamlFile(join(folder, 'pack.yaml'), `${name}/pack.yaml`));
  const parsed = main === undefined ? undefined : packFile.safeParse(main.value);
  if (main !== undefined && parsed?.success === false) faults.push(...shapeFaults(parsed.error, main, [], main.value));
  if (parsed?.success === true && main !== undefined && parsed.data.id !== name) {
    faults.push({ category: 'input', code: 'pack-id', sentence: `The id ${quoted(parsed.data.id)} is not the name of its folder, \`${name}\`.`, place: main.placeOf(['id']) });
  }

  const places = new Map<Expectation, { readonly yaml: YamlFile; readonly index: number }>();
  for (const file of yamlFilesIn(join(folder, 'expectations'))) {
    const yaml = read(readYamlFile(join(folder, 'expectations', file), `${name}/expectations/${file}`));
    if (yaml === undefined) continue;
    if (!Array.isArray(yaml.value)) {
      faults.push({ category: 'input', code: 'wrong-type', sentence: 'A list of expectations is expected here.', place: yaml.placeOf([]) });
      continue;
    }
    yaml.value.forEach((entry: unknown, index) => {
      const expectation = expectationEntry.safeParse(entry);
      if (expectation.success) places.set(expectation.data, { yaml, index });
      else faults.push(...shapeFaults(expectation.error, yaml, [index], entry));
    });
  }

  const placeOf = (expectation: Expectation, path: Path): Place => {
    const at = places.get(expectation);
    return at === undefined ? {} : at.yaml.placeOf([at.index, ...path]);
  };
  const expectations = [...places.keys()];
  if (parsed?.success === true) faults.push(...wordFaults(parsed.data, expectations, placeOf));
  if (faults.length > 0 || parsed?.success !== true) return { ok: false, faults };
  const content = { ...parsed.data, expectations };
  return ok({ pack: { ...content, digest: `sha256:${sha256Hex(canonicalJson(content))}` }, placeOf });
}

export const yamlFilesIn = (folder: string): readonly string[] =>
  existsSync(folder) ? readdirSync(folder).filter((file) => file.endsWith('.yaml')).sort() : [];

/** Words that an expectation uses and the pack does not define; ids used twice. */
function wordFaults(pack: PackFile, expectations: readonly Expectation[], placeOf: LoadedPack['placeOf']): readonly Fault[] {
  const faults: Fault[] = [];
  const known = (word: string, words: readonly string[], what: string, place: Place): void => {
    if (words.includes(word)) return;
    faults.push({ category: 'input', code: 'unknown-word', sentence: `${quoted(word)} is not ${what} of this pack.${didYouMean(word, words)}`, place, found: word });
  };
  const ids = (list: readonly { readonly id: string }[]): readonly string[] => list.map(({ id }) => id);
  const seen = new Set<string>();
  for (const expectation of expectations) {
    const place = (path: Path): Place => placeOf(expectation, path);
    if (seen.has(expectation.id)) faults.push({ category: 'input', code: 'duplicate-id', sentence: `Another expectation has the id ${quoted(expectation.id)}.`, place: place(['id']) });
    seen.add(expectation.id);
    known(expectation.chapter, ids(pack.chapters), 'a chapter', place(['chapter']));
    expectation.serves.forEach((word, index) => known(word, ids(pack.accountabilities), 'an accountability', place(['serves', index])));
    known(expectation.bearer, [...ids(pack.designations), 'council'], 'a designation (nor `council`)', place(['bearer']));
    expectation.cites.forEach(({ document }, index) => known(document, ids(pack.documents), 'a document', place(['cites', index, 'document'])));
  }
  return faults;
}
