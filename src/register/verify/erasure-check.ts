/** What was erased, and by which rules, or else by what authority. */
export interface Erasures {
  readonly bodies: number;
  readonly rules: readonly string[];
}

interface Gone {
  readonly record: string;
  readonly by: number;
}

interface Said {
  readonly says?: unknown;
  readonly records?: unknown;
  readonly rule?: unknown;
  readonly authority?: unknown;
  readonly erased?: unknown;
}

/** What is wrong, and the entry that it is laid to. */
export interface ErasureFault {
  readonly entry: number;
  readonly why: string;
}

/** Holds what is gone against what entries say was erased: each must account for the other, body by body. */
export class ErasureCheck {
  readonly #gone = new Map<string, Gone>();
  readonly #proposals = new Map<number, { readonly person: string; readonly records: readonly unknown[] }>();
  readonly #rules = new Set<string>();
  #bodies = 0;

  /** Told of a body that is not there, with the entry that is said to have erased it. */
  gone(entry: number, position: number, record: string, by: unknown): ErasureFault | undefined {
    if (typeof by !== 'number' || by <= entry) return { entry, why: `the body of its change ${position} is gone, and no later entry is said to have erased it` };
    this.#gone.set(`${entry} ${position}`, { record, by });
    return undefined;
  }

  /**
   * Told of what an entry says of an erasure, with the person who says it.
   *
   * @param remains the first entry before it of which a body of the record is still there
   * @returns what is wrong with it
   */
  said(entry: number, id: string, person: string, body: string, remains: (record: string) => number | undefined): ErasureFault | undefined {
    const said = JSON.parse(body) as Said;
    if (said.says === 'proposed') {
      this.#proposals.set(entry, { person, records: listIn(said.records) });
      return undefined;
    }
    // A proposal is carried out once, or withdrawn.
    const proposal = this.#proposals.get(Number(id));
    this.#proposals.delete(Number(id));
    if (said.says !== 'carried-out') return undefined;
    if (proposal === undefined) return { entry, why: 'it erases what no open proposal of an entry before it names' };
    if (isSamePerson(proposal.person, person)) return { entry, why: 'it erases what the same person proposed to erase' };
    this.#rules.add(String(said.rule ?? said.authority));
    for (const one of listIn(said.erased)) {
      const { record, bodies } = one as { readonly record?: unknown; readonly bodies?: unknown };
      if (!proposal.records.includes(record)) return { entry, why: `it erases ${String(record)}, which nobody proposed to erase` };
      for (const place of listIn(bodies)) {
        const fault = this.#account(entry, String(record), place);
        if (fault !== undefined) return fault;
      }
      const left = remains(String(record));
      if (left !== undefined) return { entry: left, why: `what it said of ${String(record)}, which entry ${entry} erased, is still there` };
    }
    return undefined;
  }

  #account(entry: number, record: string, place: unknown): ErasureFault | undefined {
    const [of = Number.NaN, position] = listIn(place).map(Number);
    const key = `${of} ${position}`;
    const gone = this.#gone.get(key);
    if (gone === undefined || gone.by !== entry || gone.record !== record) return { entry: Number.isSafeInteger(of) ? of : entry, why: `entry ${entry} erased what it said of ${record}, and that is not what is marked as gone` };
    this.#gone.delete(key);
    this.#bodies += 1;
    return undefined;
  }

  /** The first entry of which a body is gone and that no entry says it erased. */
  unaccounted(): ErasureFault | undefined {
    const [first] = this.#gone;
    if (first === undefined) return undefined;
    const [place, { record, by }] = first;
    return { entry: Number(place.split(' ')[0]), why: `what it said of ${record} is gone, and entry ${by} does not say that it erased it` };
  }

  get erasures(): Erasures | undefined {
    return this.#bodies === 0 ? undefined : { bodies: this.#bodies, rules: [...this.#rules] };
  }
}

const listIn = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

/** Capitals, blanks and forms of letters aside. */
export const isSamePerson = (one: string, other: string): boolean => plain(one) === plain(other);

const plain = (person: string): string => person.normalize('NFKC').trim().replace(/\s+/g, ' ').toLowerCase();
