import { readFileSync } from 'node:fs';
import { parseInstant, type Instant } from '../../kernel/instant.ts';
import { writeSecret } from '../../register/folder/files.ts';

/** When each job was last done, kept over restarts. */
export interface LastRuns {
  readonly read: () => ReadonlyMap<string, Instant>;
  readonly write: (runs: ReadonlyMap<string, Instant>) => void;
}

/** For a server that keeps nothing. */
export const FORGOTTEN: LastRuns = { read: () => new Map(), write: () => undefined };

/** Keeps them in a file; one that is missing or cannot be read counts as empty, so that everything is due. */
export const lastRunsIn = (path: string): LastRuns => ({
  read() {
    try {
      const read = JSON.parse(readFileSync(path, 'utf8')) as Readonly<Record<string, unknown>>;
      return new Map(Object.entries(read).flatMap(([name, at]) => {
        const instant = typeof at === 'string' ? parseInstant(at) : undefined;
        return instant === undefined ? [] : [[name, instant] as const];
      }));
    } catch {
      return new Map();
    }
  },
  write(runs) {
    writeSecret(path, `${JSON.stringify(Object.fromEntries(runs), null, 2)}\n`);
  },
});
