import { chmodSync, cpSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { keysIn } from '../../src/register/folder/files.ts';
import { temporaryFolder } from '../kept/folder.ts';

const RELEASED = fileURLToPath(new URL('released/', import.meta.url));

/** What a released version left behind, written by its own command line (`write-released.ts`). */
export interface Released {
  /** The version of its tables. */
  readonly version: number;
  /** The text of a file of it: `checkpoint`, `vkey`, `register.yaml`. */
  text(name: string): string;
  path(name: string): string;
  /** Its data folder, in a copy that may be written to. */
  folder(): string;
}

/** Every version of the tables that a release had, oldest first. */
export const released: readonly Released[] = readdirSync(RELEASED)
  .filter((name) => name.startsWith('version-'))
  .map((name): Released => {
    const path = (file: string): string => join(RELEASED, name, file);
    return {
      version: Number(name.slice('version-'.length)),
      path,
      text: (file) => readFileSync(path(file), 'utf8'),
      folder() {
        const copy = join(temporaryFolder(), 'data');
        cpSync(path('data'), copy, { recursive: true });
        // What a checkout does not keep: the keys are their owner's alone.
        for (const key of readdirSync(keysIn(copy))) chmodSync(join(keysIn(copy), key), 0o600);
        return copy;
      },
    };
  })
  .sort((a, b) => a.version - b.version);
