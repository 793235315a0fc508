import { quoted } from '../../kernel/fault.ts';
import { nearest } from '../../kernel/nearest.ts';
import type { FieldMeta } from '../field.ts';
import { isKindName, KIND_NAMES, type KindName } from '../kinds.ts';
import type { Vocabularies } from '../register-header.ts';
import { kindsNamed, type KnownIds } from './known-ids.ts';
import { choiceOf } from './sentences.ts';
import type { Shape } from './shape.ts';
import type { Path, Telling } from './source.ts';

type Container = Record<string | number, unknown>;

/** What a written reference means: the reference with its kind (or a bare word of the guidance), or what is wrong. */
export type Meaning = { readonly is: string } | { readonly wrong: string; readonly tell: () => Telling };

/** Calls `visit` for every string in a field of references or of the guidance's words, wherever it nests. Forgives values that do not fit. */
export function eachReference(shape: Shape, container: Container, key: string | number, path: Path, visit: (container: Container, key: string | number, meta: FieldMeta, path: Path) => void): void {
  if (!holdsReferences(shape)) return;
  const value = container[key];
  if (shape.is === 'reference') {
    if (typeof value === 'string') visit(container, key, shape.meta, [...path, key]);
  } else if (typeof value !== 'object' || value === null) return;
  else if (shape.is === 'list') {
    if (!Array.isArray(value)) return;
    const here = [...path, key];
    for (let index = 0; index < value.length; index += 1) eachReference(shape.item, value as unknown as Container, index, here, visit);
  } else if (shape.is === 'group') {
    const here = [...path, key];
    for (const [name, field] of shape.fields) if (Object.hasOwn(value, name)) eachReference(field, value as Container, name, here, visit);
  }
}

const holding = new WeakMap<Shape, boolean>();

function holdsReferences(shape: Shape): boolean {
  let holds = holding.get(shape);
  if (holds === undefined) {
    holds = shape.is === 'reference' || (shape.is === 'list' && holdsReferences(shape.item)) || (shape.is === 'group' && [...shape.fields.values()].some(holdsReferences));
    holding.set(shape, holds);
  }
  return holds;
}

/** Resolves what a field of this meta holds: a word of the guidance first, then an id, bare or with its kind. */
export function meaningOf(written: string, meta: FieldMeta, ids: KnownIds, vocabularies: Vocabularies): Meaning {
  const lists = (meta.vocabulary ?? []).map((name) => vocabularies[name]);
  if (lists.some((list) => list?.has(written))) return { is: written };
  const kinds = kindsNamed(meta.refs);
  const slash = written.indexOf('/');
  const unchecked = lists.includes(undefined) && lists.length > 0;
  if (slash !== -1 && (kinds.length > 0 || !unchecked)) return withKind(written, slash, kinds, meta, ids);
  const found = ids.kindsWith(written, kinds);
  const [only] = found;
  if (only !== undefined && found.length === 1) return { is: `${only}/${written}` };
  if (found.length > 1) return { wrong: 'ambiguous-reference', tell: () => ambiguous(written, found) };
  if (unchecked) return { is: written };
  return meta.vocabulary === undefined
    ? { wrong: 'dangling-reference', tell: () => dangling(written, kinds, ids) }
    : { wrong: 'unknown-word', tell: () => unknownWord(written, meta, lists, kinds, ids) };
}

function withKind(written: string, slash: number, kinds: readonly KindName[], meta: FieldMeta, ids: KnownIds): Meaning {
  const kind = written.slice(0, slash);
  const id = written.slice(slash + 1);
  if (isKindName(kind) && kinds.includes(kind)) return ids.has(kind, id) ? { is: written } : { wrong: 'dangling-reference', tell: () => danglingWithKind(kind, id, ids) };
  if (isKindName(kind)) return { wrong: 'reference-of-wrong-kind', tell: () => wrongKind(written, kind, kinds, meta) };
  return { wrong: 'dangling-reference', tell: () => unknownKind(written, kind, id, kinds) };
}

const inQuotes = (words: Iterable<string>, last: string): string => {
  const all = [...words].map((word) => quoted(word));
  return all.length < 2 ? all.join('') : `${all.slice(0, -1).join(', ')} ${last} ${all.at(-1)}`;
};

function ambiguous(written: string, found: readonly KindName[]): Telling {
  const forms = found.map((kind) => `${kind}/${written}`);
  return { sentence: `${quoted(written)} is an id in ${inQuotes(found, 'and')}. Write ${inQuotes(forms, 'or')}.`, found: written, expected: forms.join(' or '), ...(forms[0] === undefined ? {} : { nearest: forms[0] }) };
}

function dangling(written: string, kinds: readonly KindName[], ids: KnownIds): Telling {
  const among = kinds.length === KIND_NAMES.length ? 'any record' : `any of ${inQuotes(kinds, 'or')}`;
  const near = ids.nearestTo(written, kinds, false);
  const advice = near === undefined ? '' : ` Did you mean ${quoted(near)}?`;
  return { sentence: `${quoted(written)} is not the id of ${among}.${advice}`, found: written, expected: `the id of ${among}`.replaceAll('`', ''), ...(near === undefined ? {} : { nearest: near }) };
}

function danglingWithKind(kind: KindName, id: string, ids: KnownIds): Telling {
  const near = ids.nearestTo(id, [kind], false);
  const advice = near === undefined ? '' : ` Did you mean ${quoted(`${kind}/${near}`)}?`;
  return { sentence: `${quoted(`${kind}/${id}`)} is not in this file: ${quoted(id)} is not the id of any of ${quoted(kind)}.${advice}`, found: `${kind}/${id}`, ...(near === undefined ? {} : { nearest: `${kind}/${near}` }) };
}

function wrongKind(written: string, kind: KindName, kinds: readonly KindName[], meta: FieldMeta): Telling {
  const expected = meta.expected ?? `the id of one of ${kinds.join(', ')}`;
  return { sentence: `${quoted(written)} names one of ${quoted(kind)}, which this field cannot hold. It holds ${expected}.`, found: written, expected };
}

function unknownKind(written: string, kind: string, id: string, kinds: readonly KindName[]): Telling {
  const near = nearest(kind, kinds.length > 0 ? kinds : KIND_NAMES);
  const advice = near === undefined ? '' : ` Did you mean ${quoted(`${near}/${id}`)}?`;
  return { sentence: `${quoted(kind)} in ${quoted(written)} is not a kind of record.${advice}`, found: written, ...(near === undefined ? {} : { nearest: `${near}/${id}` }) };
}

function unknownWord(written: string, meta: FieldMeta, lists: readonly (ReadonlySet<string> | undefined)[], kinds: readonly KindName[], ids: KnownIds): Telling {
  const words = lists.flatMap((list) => [...(list ?? [])]);
  const nearId = kinds.length === 0 ? undefined : ids.nearestTo(written, kinds, false);
  const { advice, ...near } = choiceOf(written, nearId === undefined ? words : [...words, nearId]);
  const orId = kinds.length === 0 ? '' : `, nor the id of any of ${inQuotes(kinds, 'or')}`;
  return { sentence: `${quoted(written)} is not one of the guidance's ${(meta.vocabulary ?? []).join(' or ')}${orId}.${advice}`, found: written, expected: meta.expected ?? 'a word of the guidance', ...near };
}
