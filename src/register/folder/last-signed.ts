import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { open, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { parseCheckpointText, type Checkpoint } from '../log/checkpoint.ts';
import { parseNote } from '../log/note.ts';
import { NotIntact } from '../not-intact.ts';
import { writeSecret } from './files.ts';

const ENDING = '.signed';

/** How long a record may be behind what was signed, in milliseconds: so long, many commits share one write. */
const BEHIND = 250;

const recordIn = (keys: string, register: string): string => join(keys, `${register}${ENDING}`);

/** The newest checkpoint that was recorded; undefined where none was. @throws NotIntact where the record cannot be read */
export function lastSigned(keys: string, register: string): Checkpoint | undefined {
  const path = recordIn(keys, register);
  return existsSync(path) ? checkpointIn(readFileSync(path, 'utf8'), path) : undefined;
}

/** The registers that have such a record there. */
export const registersWithRecord = (keys: string): readonly string[] =>
  (existsSync(keys) ? readdirSync(keys) : []).filter((file) => file.endsWith(ENDING)).map((file) => file.slice(0, -ENDING.length));

export function checkpointIn(note: string, from: string): Checkpoint {
  const parsed = parseNote(note);
  const checkpoint = parsed.ok ? parseCheckpointText(parsed.value.text) : parsed;
  if (checkpoint.ok) return checkpoint.value;
  throw new NotIntact(`${from}, the record of what was signed last, cannot be read. Put it back from a back-up of the folder; where you are sure that the database is the newest there is, take the record away.`);
}

/**
 * Records the newest checkpoint beside the signing key, so that an older copy of the database is recognised. A crash leaves a record
 * that is a moment behind, which is no harm; it is never ahead, because it is written only after the commit.
 */
export class SignedRecord {
  readonly #path: string;
  #newest: string | undefined;
  #written: string | undefined;
  #timer: NodeJS.Timeout | undefined;
  #writing: Promise<void> = Promise.resolve();

  constructor(keys: string, register: string) {
    this.#path = recordIn(keys, register);
  }

  kept(note: string): void {
    this.#newest = note;
    this.#timer ??= setTimeout(() => void this.flush(), BEHIND).unref();
  }

  /** Settles when the record is on the disk, or cannot be: the next commit then tries again. */
  flush(): Promise<void> {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#writing = this.#writing.then(() => this.#write()).catch(() => undefined);
    return this.#writing;
  }

  async #write(): Promise<void> {
    const note = this.#newest;
    if (note === undefined || note === this.#written) return;
    // Several processes may sign for the registers of one database with one folder of keys.
    const beside = `${this.#path}.${process.pid}.new`;
    const file = await open(beside, 'w', 0o600);
    try {
      await file.writeFile(note);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(beside, this.#path);
    this.#written = note;
  }
}

/** Records the checkpoint at once: for a register that is put back. */
export const recordSigned = (keys: string, register: string, note: string): void => writeSecret(recordIn(keys, register), note);
