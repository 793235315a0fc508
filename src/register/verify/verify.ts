import { CurrentCheck } from './current-check.ts';
import { ErasureCheck, isSamePerson, type Erasures } from './erasure-check.ts';
import { Corrupt, fieldsOf, type Fields } from './entry-fields.ts';
import { KeyChain } from './key-chain.ts';
import { NoteCheck } from './note-check.ts';
import { isOwn, OWN } from './own-kinds.ts';
import type { RawEntry, RawRows } from './raw-rows.ts';
import { leafHashOf, leafText, RunningRoot } from './recompute.ts';
import { Inconsistent, SinceCheck } from './since-check.ts';

/** What the register is found to be. Corrupt names the first entry that is not what was acknowledged; intact, what was erased by rule, if anything was. */
export type Verification =
  | { readonly state: 'intact'; readonly entries: number; readonly root: string; readonly erasures?: Erasures }
  | { readonly state: 'corrupt'; readonly entry: number; readonly why: string }
  | { readonly state: 'inconsistent'; readonly why: string };

/**
 * Works everything out again from the raw rows: digests of bodies, leaves, root, signatures, order, what was erased, which key signed
 * when, and the plain rows of current records. What witnesses signed is not vouched for here: it is by their keys.
 *
 * @param verifierKey the newest key
 * @param since an older checkpoint, signed, which the register must still begin with
 */
export function verifyRegister(rows: RawRows, verifierKey: string, since?: string): Verification {
  const work = new Work(rows, verifierKey, since);
  try {
    const found = work.run();
    const stray = rows.strays();
    if (stray > 0) throw new Corrupt(0, `${stray} rows belong to no entry`);
    const other = rows.otherwiseShown();
    if (other > 0) throw new Corrupt(0, `${other} rows are shown to readers otherwise than they were entered`);
    const damage = rows.damage();
    if (damage !== undefined) throw new Corrupt(0, `the database file is damaged: ${damage}`);
    return { state: 'intact', ...found };
  } catch (error) {
    if (error instanceof Inconsistent) return { state: 'inconsistent', why: error.message };
    if (error instanceof Corrupt) return { state: 'corrupt', entry: error.entry, why: error.message };
    return { state: 'corrupt', entry: work.reached, why: `its rows cannot be read: ${error instanceof Error ? error.message : String(error)}` };
  }
}

/** One pass over the entries. */
class Work {
  readonly #rows: RawRows;
  readonly #since: SinceCheck;
  readonly #running = new RunningRoot();
  readonly #current = new CurrentCheck();
  readonly #erasures = new ErasureCheck();
  readonly #chain: KeyChain;
  readonly #keys = new Set<string>();
  readonly #keyProposals = new Map<number, string>();
  reached = 0;

  constructor(rows: RawRows, verifierKey: string, since: string | undefined) {
    this.#rows = rows;
    this.#chain = new KeyChain(rows.keys(), verifierKey);
    this.#since = new SinceCheck(since, this.#chain);
  }

  run(): { entries: number; root: string; erasures?: Erasures } {
    const { fault } = this.#chain;
    if (fault !== undefined) throw new Corrupt(fault.entry, fault.why);
    const notes = new NoteCheck(this.#rows.checkpoints(), this.#chain);
    notes.check(this.#running);
    this.#since.check(this.#running);
    let previous = '';
    for (const raw of this.#rows.entries()) {
      const number = this.#running.size;
      this.reached = number;
      const fields = fieldsOf(raw, this.#rows.register, number, previous);
      const leaf = leafHashOf(leafText(fields));
      const kept = raw.entry.at(-1);
      if (!(kept instanceof Uint8Array) || !leaf.equals(kept)) throw new Corrupt(number, 'it is not what its leaf was made of');
      if (this.#keys.has(fields.key)) throw new Corrupt(number, 'an entry before it has its idempotency key: it was recorded twice');
      this.#keys.add(fields.key);
      this.#lay(fields, raw);
      previous = fields.recordedAt;
      this.#running.add(leaf);
      this.reached = this.#running.size;
      notes.check(this.#running);
      this.#since.check(this.#running);
    }
    notes.end(this.#running.size);
    this.#since.end(this.#running.size);
    this.#noneOf(this.#erasures.unaccounted() ?? this.#current.firstWrong(this.#rows.current(), (one, other) => this.#rows.saySame(one, other)));
    const { erasures } = this.#erasures;
    return { entries: this.#running.size, root: this.#running.root().toString('base64'), ...(erasures === undefined ? {} : { erasures }) };
  }

  #lay({ number, person, changes, bodies }: Fields, { tombstones }: RawEntry): void {
    let isOfRecords = false;
    for (const [position, change] of changes.entries()) {
      const body = bodies[position];
      if (tombstones.has(position)) this.#noneOf(this.#erasures.gone(number, position, `${change.kind}/${change.id}`, tombstones.get(position)));
      if (isOwn(change.kind)) {
        if (isOfRecords || body === undefined) throw new Corrupt(number, 'what it says of the register itself is not as it can be');
        if (change.kind === OWN.erasure) this.#noneOf(this.#erasures.said(number, change.id, person, body, (record) => this.#current.firstBody(record)));
        if (change.kind === OWN.key) this.#noneOf(this.#keyFault(number, person));
      } else isOfRecords = true;
      this.#current.lay({ entry: number, position }, change, body !== undefined);
    }
  }

  /** A change of key of this register takes two people, like an erasure. */
  #keyFault(number: number, person: string): { readonly entry: number; readonly why: string } | undefined {
    const handover = this.#chain.handovers.find(({ entry }) => entry === number);
    const proposer = handover === undefined ? undefined : this.#keyProposals.get(handover.proposal);
    this.#keyProposals.set(number, person);
    if (handover === undefined) return undefined;
    if (proposer === undefined) return { entry: number, why: 'it changes the signing key, and no entry before it proposed to' };
    return isSamePerson(proposer, person) ? { entry: number, why: 'it changes the signing key, as the same person proposed' } : undefined;
  }

  #noneOf(fault: { readonly entry: number; readonly why: string } | undefined): void {
    if (fault !== undefined) throw new Corrupt(fault.entry, fault.why);
  }
}
