import { digestOf } from './recompute.ts';

type Row = Readonly<Record<string, unknown>>;

/** A change of key that this register made: the entry that says so, and the keys before and after it. */
export interface Handover {
  readonly entry: number;
  readonly from: string;
  readonly to: string;
  /** The entry that proposed it. */
  readonly proposal: number;
}

/** What is wrong with what an entry says of a key. */
export interface KeyFault {
  readonly entry: number;
  readonly why: string;
}

/**
 * Which key signed when, worked out from the newest key backwards: before an entry whose `to` is the key in force, its `from` was.
 * What other entries say of keys is of the folder from which a history was taken over.
 */
export class KeyChain {
  readonly handovers: readonly Handover[];
  readonly fault: KeyFault | undefined;
  readonly #newest: string;

  /** @param rows what entries say of keys, in order: entry, id, digest, salt, body */
  constructor(rows: readonly Row[], newest: string) {
    this.#newest = newest;
    const handovers: Handover[] = [];
    let key = newest;
    let fault: KeyFault | undefined;
    for (const row of rows.toReversed()) {
      const entry = Number(row['entry']);
      fault = faultIn(row) ?? fault;
      const { from, to, proposal } = fieldsIn(row['body']);
      if (to !== key || typeof from !== 'string') continue;
      if (row['id'] !== to.split('+')[1]) fault = { entry, why: 'it names another key than the one that it hands over to' };
      handovers.unshift({ entry, from, to, proposal: Number(proposal) });
      key = from;
    }
    this.handovers = handovers;
    this.fault = fault;
  }

  /** The keys that must each have signed a checkpoint of that many entries: one, or both where one hands over to the next. */
  keysAt(size: number): readonly string[] {
    const next = this.handovers.find(({ entry }) => size <= entry + 1);
    if (next === undefined) return [this.#newest];
    return size === next.entry + 1 ? [next.from, next.to] : [next.from];
  }
}

/** Told before anything else: on keys depends what every checkpoint is worth. */
function faultIn({ entry, digest, salt, body }: Row): KeyFault | undefined {
  const isWhole = salt instanceof Uint8Array && typeof body === 'string' && digestOf(salt, body) === digest;
  return isWhole ? undefined : { entry: Number(entry), why: 'what it says of a signing key is not what was entered' };
}

function fieldsIn(body: unknown): Readonly<Record<string, unknown>> {
  try {
    return (JSON.parse(String(body)) as Readonly<Record<string, unknown>> | null) ?? {};
  } catch {
    return {};
  }
}
