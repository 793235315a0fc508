import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { parse } from 'yaml';
import { openRegisterBytes } from '../../../src/assessment/open-register.ts';
import { faultInWords } from '../../../src/kernel/fault.ts';
import type { AnyRecord } from '../../../src/model/kind.ts';
import { recordsOf } from '../../../src/model/register-file/written.ts';
import type { RegisterContent } from '../../../src/model/register-header.ts';
import { AUTHORITY } from './authority.ts';

/** Every canary looks like this, whatever writes it and in whatever case. */
export const CANARY = /zq[ab](?:c[0-9a-z]{5}|i[0-9a-z]{12})(?![0-9a-z])/gi;

/** One authority of the matrix: a record of every kind, with a word in each id and each text that stands nowhere else. */
export interface Seed {
  readonly register: string;
  readonly content: RegisterContent;
  /** The canary that is the id of what the authority's text calls by this name. */
  readonly idOf: (name: string) => string;
  /** The name in the authority's text of each id. */
  readonly names: ReadonlyMap<string, string>;
  /** Every version of every record, by `kind/id`. */
  readonly records: ReadonlyMap<string, readonly AnyRecord[]>;
  /** Where each canary stands: the record and its field; `id` for the id itself, no record for what the register says of itself. */
  readonly places: ReadonlyMap<string, { readonly ref: string | undefined; readonly field: string }>;
}

/** @param register its id in addresses @param letter in every canary of this authority */
export async function seedOf(register: string, letter: 'a' | 'b'): Promise<Seed> {
  let texts = 0;
  const ids = new Map<string, string>();
  const idOf = (name: string): string => {
    // No two are so alike that a page would offer the one for the other.
    const known = ids.get(name) ?? `zq${letter}i${BigInt(`0x${createHash('sha256').update(`${letter} ${name}`).digest('hex').slice(0, 20)}`).toString(36).padStart(12, '0').slice(-12)}`;
    ids.set(name, known);
    return known;
  };
  const word = (): string => `zq${letter}c${(++texts * 104_729 + 1_679_616).toString(36).slice(-5)}`;
  const written = parse(AUTHORITY.replaceAll('REGISTER', register).replaceAll(/@([a-z0-9]+)/g, (_, name: string) => idOf(name)).replaceAll('§', word)) as Record<string, unknown>;
  for (const [kind, records] of Object.entries(written)) {
    if (kind !== 'register') for (const record of records as { note?: string }[]) record.note ??= word();
  }
  const opened = await openRegisterBytes(`${register}.json`, new TextEncoder().encode(JSON.stringify(written)));
  assert.ok(opened.ok, opened.ok ? '' : opened.faults.map(faultInWords).join('\n'));
  const { content } = opened.value;
  const places = new Map<string, { ref: string | undefined; field: string }>();
  for (const found of JSON.stringify(content.header).match(CANARY) ?? []) places.set(found, { ref: undefined, field: '' });
  const records = Map.groupBy(recordsOf(content).flatMap(([, all]) => all as readonly AnyRecord[]), ({ ref }) => ref as string);
  for (const [ref, versions] of records) {
    places.set(ref.slice(ref.indexOf('/') + 1), { ref, field: 'id' });
    for (const version of versions) {
      for (const [field, value] of Object.entries(version)) {
        for (const [place, told] of partsOf(field, value)) for (const found of (JSON.stringify(told) ?? '').match(CANARY) ?? []) if (found[3] === 'c') places.set(found, { ref, field: place });
      }
    }
  }
  return { register, content, idOf, names: new Map([...ids].map(([name, id]) => [id, name])), records, places };
}

/** What others than those of a meeting see of a private item of its agenda. */
const LEFT_OF_PRIVATE = ['number', 'privateBecause'];

/** Where the words of a field stand: what a private item says stands apart. */
function partsOf(field: string, value: unknown): readonly (readonly [string, unknown])[] {
  if (field !== 'items') return [[field, value]];
  return (value as readonly Readonly<Record<string, unknown>>[]).flatMap((item) => Object.entries(item).map(([key, inner]) => [item['private'] === true && !LEFT_OF_PRIVATE.includes(key) ? 'items, private' : 'items', inner] as const));
}
