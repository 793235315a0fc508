import { join } from 'node:path';
import { MAIN } from '../parts/answerable.ts';
import type { Answering } from '../parts/answering.ts';
import { scratchFolder } from '../parts/scratch.ts';
import { smallFolder } from '../parts/small-folder.ts';
import { acknowledged, startWriter } from '../parts/writing.ts';

/** A piece of work on a disk, during which the power goes. */
export interface Work {
  /** What is going on, after "while". */
  readonly what: string;
  readonly times: { readonly full: number; readonly short: number };
  /** True where acts are recorded, which the other campaigns do in ways of their own. */
  readonly isActs?: boolean;
  /** Why this machine cannot do it. */
  readonly cannot?: () => string | undefined;
  /** Puts on the disk what the work begins with. `says` is where the work acknowledges. */
  readonly prepare: (root: string, says: string) => Promise<Prepared>;
}

export interface Prepared {
  /** The program and its words. */
  readonly words: readonly string[];
  /** What breaks the rule on a disk that was found after a crash, where so much had been said by then. */
  readonly breaches: (root: string, said: string, asked: Answering) => Promise<readonly string[]>;
}

/** The folder on the disk that is the data folder. */
export const DATA = 'data';

/** Work of a single command is recorded call by call; every moment of it is tried. */
export const EVERY_MOMENT = { full: 3_000, short: 16 } as const;

export const command = (...words: readonly string[]): readonly string[] => [process.execPath, MAIN, ...words];

/** Makes a folder with some acts in it, closed; the keys that were acknowledged. */
export async function writtenFolder(path: string): Promise<Map<string, number>> {
  const place = await smallFolder(path);
  const acks = join(scratchFolder(), 'acknowledged');
  const { ended, errors } = startWriter({ place, acks, first: 0, last: 20 });
  if ((await ended) !== 0) throw new Error(errors());
  return acknowledged(acks);
}
