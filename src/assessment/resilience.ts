import { contains } from '../kernel/period.ts';
import type { Ref } from '../model/field.ts';
import type { AnyRecord } from '../model/kind.ts';
import type { RecordOfKind } from '../model/kinds.ts';
import type { Bucket } from '../register/record-index.ts';
import type { Snapshot } from '../register/snapshot.ts';
import { Facts } from '../rules/facts.ts';
import type { Verdict } from '../rules/outcome.ts';
import type { Cell, TestedLens } from './cells.ts';
import { departure } from './departure.ts';

type Person = Ref<'persons'>;

/** A person without whom a lens would fall, and how far. */
export interface Reliance {
  readonly person: Person;
  /** The posts that they hold today. */
  readonly posts: readonly Ref<'posts'>[];
  readonly lens: TestedLens;
  readonly falls: Verdict;
}

/** On whom a cell rests, and what was read to find that beside what the cell itself read. */
export interface Resting {
  readonly on: readonly Reliance[];
  readonly reads: readonly Bucket[];
}

const ON_NOBODY: Resting = { on: [], reads: [] };

/** The facts as they would be without a person, worked out when first asked for. */
export class Departures {
  readonly #facts: Facts;
  readonly #without = new Map<Person, Facts>();

  constructor(facts: Facts) {
    this.#facts = facts;
  }

  without(person: Person): Facts {
    let without = this.#without.get(person);
    if (without === undefined) {
      const { snapshot, words, lookBack } = this.#facts;
      without = new Facts(snapshot.with(departure(snapshot, person)), words, lookBack, this.#facts);
      this.#without.set(person, without);
    }
    return without;
  }
}

/**
 * Everyone who holds a post is taken away in turn and the cell evaluated again. Only a cell that was met can fall, and only by
 * the departure of someone on whom something that it read depends: nobody else is tried.
 */
export function restingOf(cell: Cell, snapshot: Snapshot, departures: Departures): Resting {
  if (cell.outcome.verdict !== 'met') return ON_NOBODY;
  const on: Reliance[] = [];
  const reads: Bucket[] = [];
  for (const person of peopleRead(snapshot, cell.reads)) {
    const held = snapshot.bucket('now', 'appointments', 'person', person);
    reads.push(held);
    const posts = (snapshot.recordsIn(held) as readonly RecordOfKind<'appointments'>[]).map(({ post }) => post);
    if (posts.length === 0) continue;
    const without = departures.without(person);
    const { answer, reads: further } = without.noting(() => cell.compiled.whole[cell.lens](without), cell.reads);
    reads.push(...further);
    if (answer.verdict !== 'met' && answer.verdict !== 'does-not-apply') on.push({ person, posts, lens: cell.lens, falls: answer.verdict });
  }
  return { on, reads };
}

/** The people whose departure would change anything in these buckets, in the order of their ids. */
function peopleRead(snapshot: Snapshot, reads: readonly Bucket[]): readonly Person[] {
  const people = new Set<Person>();
  for (const bucket of reads) {
    const boundTo = BOUND_TO[bucket.kind];
    if (boundTo === undefined) continue;
    for (const record of snapshot.recordsIn(bucket)) {
      if (contains(record.valid, snapshot.validOn)) for (const ref of boundTo(record)) if (ref.startsWith('persons/')) people.add(ref as Person);
    }
  }
  return [...people].sort();
}

/** Whom a record names that a departure would end or change: see `departure`. */
const BOUND_TO: Readonly<Partial<Record<string, (record: AnyRecord) => readonly Ref[]>>> = {
  appointments: (record) => [(record as RecordOfKind<'appointments'>).person],
  seats: (record) => [(record as RecordOfKind<'seats'>).holder],
  provisions: (record) => (record as RecordOfKind<'provisions'>).gives.map(({ to }) => to),
};
