interface Version {
  readonly from: string | undefined;
  readonly until: string | undefined;
  readonly body: string;
}

const HEADER = 'register';

/** Works out the plain rows of current records from the entries, to hold them against those that are kept. */
export class CurrentCheck {
  readonly #records = new Map<string, { versions: readonly Version[]; entry: number }>();

  lay(entry: number, change: { readonly kind: string; readonly id: string; readonly from: string | undefined; readonly until: string | undefined }, body: unknown): void {
    if (change.kind === HEADER) return;
    const name = `${change.kind} ${change.id}`;
    const { from, until } = change;
    const left: Version[] = [];
    for (const one of this.#records.get(name)?.versions ?? []) {
      const before = { ...one, until: least(one.until, from) };
      const after = { ...one, from: most(one.from, until) };
      if (from !== undefined && isSome(before)) left.push(before);
      if (until !== undefined && isSome(after)) left.push(after);
    }
    if (typeof body === 'string') left.push({ from, until, body });
    this.#records.set(name, { versions: left.toSorted((a, b) => ((a.from ?? '') < (b.from ?? '') ? -1 : 1)), entry });
  }

  /** The entry of the first record whose rows are not these, and why. */
  firstWrong(rows: Iterable<Readonly<Record<string, unknown>>>): { readonly entry: number; readonly why: string } | undefined {
    const wanted = new Map<string, Version & { readonly entry: number }>([...this.#records].flatMap(([name, { versions, entry }]) => versions.map((one, index) => [`${name} ${index}`, { ...one, entry }] as const)));
    for (const row of rows) {
      const [kind, id] = [String(row['kind']), String(row['id'])];
      const place = `${kind} ${id} ${String(row['version'])}`;
      const one = wanted.get(place);
      const isRight = one !== undefined && row['entry'] === one.entry && row['body'] === one.body && row['valid_from'] === (one.from ?? null) && row['valid_until'] === (one.until ?? null);
      if (!isRight) return { entry: this.#records.get(`${kind} ${id}`)?.entry ?? 0, why: `the row of ${kind}/${id} for readers is not what was entered` };
      wanted.delete(place);
    }
    const [missing] = wanted;
    return missing === undefined ? undefined : { entry: missing[1].entry, why: `a row of ${missing[0].split(' ').slice(0, 2).join('/')} for readers is missing` };
  }
}

const least = (a: string | undefined, b: string | undefined): string | undefined => (a === undefined ? b : b === undefined || a < b ? a : b);

const most = (a: string | undefined, b: string | undefined): string | undefined => (a === undefined ? b : b === undefined || a > b ? a : b);

const isSome = ({ from, until }: Version): boolean => from === undefined || until === undefined || from < until;
