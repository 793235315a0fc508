import { isOwn } from './own-kinds.ts';
import type { Said } from './raw-rows.ts';

interface Version {
  readonly from: string | undefined;
  readonly until: string | undefined;
  /** Where it was said. */
  readonly said: Said;
}

interface Known {
  readonly versions: readonly Version[];
  readonly entry: number;
  readonly firstBody: number | undefined;
}

/** Works out the plain rows of current records from the entries, to hold them against those that are kept. */
export class CurrentCheck {
  readonly #records = new Map<string, Known>();

  /** @param isThere whether the change has a body, and it is there */
  lay(said: Said, change: { readonly kind: string; readonly id: string; readonly from: string | undefined; readonly until: string | undefined }, isThere: boolean): void {
    if (isOwn(change.kind)) return;
    const name = `${change.kind} ${change.id}`;
    const { from, until } = change;
    const { entry } = said;
    const known = this.#records.get(name);
    const left: Version[] = [];
    for (const one of known?.versions ?? []) {
      const before = { ...one, until: least(one.until, from) };
      const after = { ...one, from: most(one.from, until) };
      if (from !== undefined && isSome(before)) left.push(before);
      if (until !== undefined && isSome(after)) left.push(after);
    }
    if (isThere) left.push({ from, until, said });
    if (left.length > 1) left.sort((a, b) => ((a.from ?? '') < (b.from ?? '') ? -1 : 1));
    this.#records.set(name, { versions: left, entry, firstBody: known?.firstBody ?? (isThere ? entry : undefined) });
  }

  /** The first entry of which a body of the record (`persons/ann`) is there. */
  firstBody(record: string): number | undefined {
    return this.#records.get(record.replace('/', ' '))?.firstBody;
  }

  /**
   * The entry of the first record whose rows are not these, and why; the rows of a record stand in the order of its versions.
   *
   * @param saySame whether two changes said the same of one record: where it was said again, a row may name either
   */
  firstWrong(rows: Iterable<readonly unknown[]>, saySame: (one: Said, other: Said) => boolean): { readonly entry: number; readonly why: string } | undefined {
    const found = new Map<string, number>();
    let stray: { readonly entry: number; readonly why: string } | undefined;
    for (const row of rows) {
      const [kind, id, ordinal, from, until, entry] = row as readonly [string, string, ...unknown[]];
      const name = `${kind} ${id}`;
      const version = found.get(name) ?? 0;
      const known = this.#records.get(name);
      const one = known?.versions[version];
      const isRight = one !== undefined && ordinal === version && entry === known?.entry && from === (one.from ?? null) && until === (one.until ?? null) && isSaid(row, one.said, saySame);
      const why = `the row of ${kind}/${id} for readers is not what was entered`;
      // A row of a record that there is not may be that of one which is then missing.
      if (known === undefined) stray ??= { entry: 0, why };
      else if (!isRight) return { entry: known.entry, why };
      else found.set(name, version + 1);
    }
    for (const [name, { versions, entry }] of this.#records) {
      if (versions.length > (found.get(name) ?? 0)) return { entry, why: `a row of ${name.replace(' ', '/')} for readers is missing` };
    }
    return stray;
  }
}

function isSaid([, , , , , , isHere, entry, position]: readonly unknown[], said: Said, saySame: (one: Said, other: Said) => boolean): boolean {
  if (isHere !== 1 || typeof entry !== 'number' || typeof position !== 'number') return false;
  return (entry === said.entry && position === said.position) || saySame(said, { entry, position });
}

const least = (a: string | undefined, b: string | undefined): string | undefined => (a === undefined ? b : b === undefined || a < b ? a : b);

const most = (a: string | undefined, b: string | undefined): string | undefined => (a === undefined ? b : b === undefined || a > b ? a : b);

const isSome = ({ from, until }: Version): boolean => from === undefined || until === undefined || from < until;
