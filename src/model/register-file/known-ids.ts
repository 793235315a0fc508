import { nearest } from '../../kernel/nearest.ts';
import { KIND_NAMES, type KindName } from '../kinds.ts';

/** Beyond this many ids only those that begin alike are compared for the nearest. */
const COMPARED = 2_000;

/** The ids of a file by kind, those of records with faults included: a fault elsewhere in a record should not make references to it wrong. */
export class KnownIds {
  readonly #byKind: Map<KindName, Set<string>> = new Map();
  readonly #nearest: Map<string, string | undefined> = new Map();
  readonly #choices: Map<string, readonly string[]> = new Map();
  readonly #besides: KnownIds | undefined;

  /** @param besides ids that are known too, and stay untouched by what is added here */
  constructor(besides?: KnownIds) {
    this.#besides = besides;
  }

  add(kind: KindName, id: string): void {
    const ids = this.#byKind.get(kind);
    if (ids === undefined) this.#byKind.set(kind, new Set([id]));
    else ids.add(id);
  }

  has(kind: KindName, id: string): boolean {
    return (this.#byKind.get(kind)?.has(id) ?? false) || (this.#besides?.has(kind, id) ?? false);
  }

  /** Those of the kinds in which the id stands. */
  kindsWith(id: string, kinds: readonly KindName[]): readonly KindName[] {
    return kinds.filter((kind) => this.has(kind, id));
  }

  /** The id of these kinds that was most likely meant; with its kind where `withKind`. */
  nearestTo(found: string, kinds: readonly KindName[], withKind: boolean): string | undefined {
    const key = `${withKind}|${kinds.join()}|${found}`;
    if (!this.#nearest.has(key)) this.#nearest.set(key, nearest(found, this.#candidates(found, kinds, withKind)));
    return this.#nearest.get(key);
  }

  #idsOf(kind: KindName): Iterable<string> {
    const own = this.#byKind.get(kind) ?? [];
    return this.#besides === undefined ? own : [...own, ...this.#besides.#idsOf(kind)];
  }

  #candidates(found: string, kinds: readonly KindName[], withKind: boolean): readonly string[] {
    const key = `${withKind}|${kinds.join()}`;
    const all = this.#choices.get(key) ?? kinds.flatMap((kind) => [...this.#idsOf(kind)].map((id) => (withKind ? `${kind}/${id}` : id)));
    this.#choices.set(key, all);
    if (all.length <= COMPARED) return all;
    const start = found.slice(0, withKind ? found.indexOf('/') + 2 : 1).toLowerCase();
    return all.filter((id) => Math.abs(id.length - found.length) <= 2 && id.toLowerCase().startsWith(start)).slice(0, COMPARED);
  }
}

/** The kinds that a reference may name. */
export const kindsNamed = (refs: readonly string[] | 'any' | undefined): readonly KindName[] =>
  refs === undefined ? [] : refs === 'any' ? KIND_NAMES : (refs as readonly KindName[]);
