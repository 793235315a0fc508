import { readFileSync } from 'node:fs';
import { LineCounter, isNode, parseDocument, type Document } from 'yaml';
import type { Fault, Place } from '../kernel/fault.ts';
import { ok, refused, type Result } from '../kernel/result.ts';

export type Path = readonly (string | number)[];

/** A YAML file of a pack: what it says, and where it says each part. */
export interface YamlFile {
  readonly file: string;
  readonly value: unknown;
  readonly placeOf: (path: Path) => Place;
}

/** @param shownAs how the file is named in faults. */
export function readYamlFile(path: string, shownAs: string): Result<YamlFile> {
  let source: string;
  try {
    source = readFileSync(path, 'utf8');
  } catch {
    return refused({ category: 'input', code: 'file-unreadable', sentence: 'This file cannot be read.', place: { file: shownAs } });
  }
  return yamlIn(source, shownAs);
}

/** The same for what was read already. */
export function yamlIn(source: string, shownAs: string): Result<YamlFile> {
  const lines = new LineCounter();
  const document = parseDocument(source, { lineCounter: lines, strict: true, uniqueKeys: true });
  if (document.errors.length > 0) {
    return refused(...document.errors.map((error): Fault => {
      const { line, col } = lines.linePos(error.pos[0]);
      return { category: 'input', code: 'yaml-syntax', sentence: `This is not well-formed YAML: ${error.message.split('\n')[0] ?? ''}`, place: { file: shownAs, line, column: col } };
    }));
  }
  return ok({ file: shownAs, value: document.toJS({ maxAliasCount: 100 }) as unknown, placeOf: (at) => placeIn(document, lines, shownAs, at) });
}

/** The place of a path, or of the nearest part above it that is written down. */
function placeIn(document: Document, lines: LineCounter, file: string, path: Path): Place {
  for (let length = path.length; length >= 0; length -= 1) {
    const node = length === 0 ? document.contents : document.getIn(path.slice(0, length), true);
    if (isNode(node) && node.range) {
      const { line, col } = lines.linePos(node.range[0]);
      return { file, line, column: col, path: path.join('.') };
    }
  }
  return { file, path: path.join('.') };
}
