import { isOwn } from './own-kinds.ts';

interface Version {
  readonly from: string | undefined;
  readonly until: string | undefined;
  readonly body: string;
}

/** Works out the plain rows of current records from the entries, to hold them against those that are kept. */
export class CurrentCheck {
  readonly #records = new Map<string, { versions: readonly Version[]; entry: number; firstBody: number | undefined }>();

  lay(entry: number, change: { readonly kind: string; readonly id: string; readonly from: string | undefined; readonly until: string | undefined }, body: unknown): void {
    if (isOwn(change.kind)) return;
    const name = `${change.kind} ${change.id}`;
    const { from, until } = change;
    const left: Version[] = [];
    const said = this.#records.get(name);
    for (const one of said?.versions ?? []) {
      const before = { ...one, until: least(one.until, from) };
      const after = { ...one, from: most(one.from, until) };
      if (from !== undefined && isSome(before)) left.push(before);
      if (until !== undefined && isSome(after)) left.push(after);
    }
    if (typeof body === 'string') left.push({ from, until, body });
    this.#records.set(name, { versions: left.toSorted((a, b) => ((a.from ?? '') < (b.from ?? '') ? -1 : 1)), entry, firstBody: said?.firstBody ?? (typeof body === 'string' ? entry : undefined) });
  }

  /** The first entry of which a body of the record (`persons/ann`) is there. */
  firstBody(record: string): number | undefined {
    return this.#records.get(record.replace('/', ' '))?.firstBody;
  }

  /** The entry of the first record whose rows are not these, and why; the rows of a record stand in the order of its versions. */
  firstWrong(rows: Iterable<Readonly<Record<string, unknown>>>): { readonly entry: number; readonly why: string } | undefined {
    const found = new Map<string, number>();
    let stray: { readonly entry: number; readonly why: string } | undefined;
    for (const row of rows) {
      const [kind, id] = [String(row['kind']), String(row['id'])];
      const name = `${kind} ${id}`;
      const version = found.get(name) ?? 0;
      const [said, one] = [this.#records.get(name), this.#records.get(name)?.versions[version]];
      const isRight = one !== undefined && row['version'] === version && row['entry'] === said?.entry && row['body'] === one.body && row['valid_from'] === (one.from ?? null) && row['valid_until'] === (one.until ?? null);
      const why = `the row of ${kind}/${id} for readers is not what was entered`;
      // A row of a record that there is not may be that of one which is then missing.
      if (said === undefined) stray ??= { entry: 0, why };
      else if (!isRight) return { entry: said.entry, why };
      else found.set(name, version + 1);
    }
    for (const [name, { versions, entry }] of this.#records) {
      if (versions.length > (found.get(name) ?? 0)) return { entry, why: `a row of ${name.replace(' ', '/')} for readers is missing` };
    }
    return stray;
  }
}

const least = (a: string | undefined, b: string | undefined): string | undefined => (a === undefined ? b : b === undefined || a < b ? a : b);

const most = (a: string | undefined, b: string | undefined): string | undefined => (a === undefined ? b : b === undefined || a > b ? a : b);

const isSome = ({ from, until }: Version): boolean => from === undefined || until === undefined || from < until;
