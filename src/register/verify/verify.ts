import { parseInstant } from '../../kernel/instant.ts';
import { CurrentCheck } from './current-check.ts';
import type { RawEntry, RawRows } from './raw-rows.ts';
import { digestOf, leafHashOf, leafText, RunningRoot, type LeafFields } from './recompute.ts';
import { signedCheckpoint, type Signed } from './signed-checkpoint.ts';

/** What the register is found to be. Corrupt names the first entry that is not what was acknowledged. */
export type Verification =
  | { readonly state: 'intact'; readonly entries: number; readonly root: string }
  | { readonly state: 'corrupt'; readonly entry: number; readonly why: string }
  | { readonly state: 'inconsistent'; readonly why: string };

/** A fault found on the way. */
class Corrupt extends Error {
  readonly entry: number;

  constructor(entry: number, why: string) {
    super(why);
    this.entry = entry;
  }
}

/**
 * Works everything out again from the raw rows: digests of bodies, leaves, root, signatures, order, and the plain rows of current records.
 * @param since an older checkpoint, which the register must still begin with
 */
export function verifyRegister(rows: RawRows, verifierKey: string, since?: Signed): Verification {
  let reached = 0;
  try {
    const { entries, root } = entriesRight(rows, verifierKey, (number) => (reached = number), since);
    const stray = rows.strays();
    if (stray > 0) throw new Corrupt(0, `${stray} rows belong to no entry`);
    const damage = rows.damage();
    if (damage !== undefined) throw new Corrupt(0, `the database file is damaged: ${damage}`);
    return { state: 'intact', entries, root };
  } catch (error) {
    if (error instanceof Inconsistent) return { state: 'inconsistent', why: error.message };
    if (error instanceof Corrupt) return { state: 'corrupt', entry: error.entry, why: error.message };
    return { state: 'corrupt', entry: reached, why: `its rows cannot be read: ${error instanceof Error ? error.message : String(error)}` };
  }
}

class Inconsistent extends Error {}

function entriesRight(rows: RawRows, verifierKey: string, reach: (number: number) => void, since: Signed | undefined): { entries: number; root: string } {
  const running = new RunningRoot();
  const current = new CurrentCheck();
  const notes = rows.checkpoints().map((row) => ({ size: Number(row['size']), note: String(row['note']) }));
  const faults: Corrupt[] = [];
  let nextNote = 0;
  let previous = '';
  /** How many entries the last right checkpoint vouches for: a wrong one casts doubt on those after it. */
  let vouched = 0;
  const checkNotes = (): void => {
    for (let note = notes[nextNote]; note?.size === running.size; note = notes[(nextNote += 1)]) {
      const why = noteFault(note.note, running, verifierKey);
      if (why === undefined) vouched = running.size;
      else faults.push(new Corrupt(vouched, why));
    }
    if (since?.size === running.size && since.root !== running.root().toString('base64')) {
      throw new Inconsistent(`The register does not begin with the ${since.size} entries of that checkpoint: it was rewritten.`);
    }
  };
  checkNotes();
  for (const raw of rows.entries()) {
    const number = running.size;
    reach(number);
    const fields = fieldsOf(raw, number, previous);
    const leaf = leafHashOf(leafText(fields));
    if (!(raw.entry['leaf_hash'] instanceof Uint8Array) || !leaf.equals(raw.entry['leaf_hash'])) throw new Corrupt(number, 'it is not what its leaf was made of');
    for (const [position, change] of fields.changes.entries()) current.lay(number, change, raw.bodies.get(position)?.['body']);
    previous = fields.recordedAt;
    running.add(leaf);
    reach(running.size);
    checkNotes();
    const [first] = faults;
    if (first !== undefined) throw first;
  }
  const last = notes.at(-1);
  const isEmpty = last === undefined && running.size === 0;
  if (!isEmpty && (last === undefined || last.size > running.size)) throw new Corrupt(running.size, `${last === undefined ? 'no checkpoint is' : `${last.size} entries are`} there, and ${running.size} entries`);
  if (nextNote < notes.length) throw new Corrupt(vouched, 'a checkpoint over it is out of place');
  if (last !== undefined && last.size < running.size) throw new Corrupt(last.size, 'no signed checkpoint vouches for it');
  if (since !== undefined && since.size > running.size) throw new Inconsistent(`That checkpoint is of ${since.size} entries and the register has ${running.size}: it is older than the checkpoint, or was cut.`);
  const wrong = current.firstWrong(rows.current());
  if (wrong !== undefined) throw new Corrupt(wrong.entry, wrong.why);
  return { entries: running.size, root: running.root().toString('base64') };
}

function noteFault(note: string, running: RunningRoot, verifierKey: string): string | undefined {
  const signed = signedCheckpoint(note, verifierKey);
  if (typeof signed === 'string') return `the checkpoint over it is not valid: ${signed}`;
  return signed.size === running.size && signed.root === running.root().toString('base64') ? undefined : 'it is not what was signed';
}

/** The fields of the leaf, as the rows have them. @throws Corrupt */
function fieldsOf({ entry, changes, bodies }: RawEntry, number: number, previous: string): LeafFields {
  const wrong = (why: string): never => {
    throw new Corrupt(number, why);
  };
  const text = (value: unknown, what: string): string => (typeof value === 'string' ? value : wrong(`its ${what} is not text`));
  const optional = (value: unknown, what: string): string | undefined => (value === null ? undefined : text(value, what));
  if (entry['number'] !== number) wrong('it is missing');
  const recordedAt = text(entry['recorded_at'], 'time');
  if (parseInstant(recordedAt) !== recordedAt) wrong('its time is not one');
  if (recordedAt < previous) wrong('its time is before that of the entry before it');
  const listed = changes.map((change, position) => {
    if (change['position'] !== position) wrong(`its change ${position} is missing`);
    const digest = optional(change['digest'], 'digest');
    const body = bodies.get(position);
    if (digest === undefined && body !== undefined) wrong(`its change ${position} has a body that it did not make`);
    if (digest !== undefined) {
      if (body === undefined) return wrong(`the body of its change ${position} is missing`);
      const salt = body['salt'];
      if (!(salt instanceof Uint8Array) || salt.length !== 32 || digestOf(salt, text(body['body'], 'body')) !== digest) wrong(`the body of its change ${position} is not what was entered`);
    }
    return { kind: text(change['kind'], 'kind'), id: text(change['id'], 'id'), from: optional(change['valid_from'], 'period'), until: optional(change['valid_until'], 'period'), digest };
  });
  if ([...bodies.keys()].some((position) => position >= changes.length || position < 0)) wrong('it has a body of no change');
  return { number, recordedAt, person: text(entry['person'], 'actor'), post: optional(entry['post'], 'post'), act: text(entry['act'], 'act'), reason: text(entry['reason'], 'reason'), key: text(entry['idempotency_key'], 'key'), changes: listed };
}
