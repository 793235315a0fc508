import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Result } from '../kernel/result.ts';
import { testFolder } from '../register/folder/self-test.ts';
import { accountsIn } from '../register/folder/files.ts';
import type { Registers } from '../register/registers.ts';
import { chosen, openPlace } from './kept.ts';
import { placeOption, type KeptOptions, type Place } from './place.ts';
import { witnessJobs, type ServingJob, type WitnessOptions } from './witness-job.ts';

/** Registers that are kept, and what running a server over them takes. Whoever serves them closes them. */
export interface ServingPlace {
  readonly registers: Registers;
  /** The one register to show; all of them where absent. */
  readonly only: string | undefined;
  /** Whether what is written there is kept safely: settings, and a real write. */
  readonly selfTest: () => Promise<Result<undefined>>;
  /** The folder whose disk is watched. */
  readonly folder: string;
  /** The file that remembers when each job was last done. */
  readonly jobsFile: string;
  readonly jobs: readonly ServingJob[];
  /** The file of accounts, where somebody was invited. */
  readonly accounts: string | undefined;
}

/** Opens what the options name to be served: a folder as its one server, a database beside others. */
export async function servingPlace(options: KeptOptions & WitnessOptions): Promise<ServingPlace> {
  const place = placeOption(options);
  const registers = await openPlace(place, false);
  try {
    const only = options.register === undefined ? undefined : await chosen(registers, options);
    const folder = 'folder' in place ? place.folder : place.database.keys;
    return { registers, only, selfTest: () => tested(place), folder, jobsFile: join(folder, 'jobs.json'), jobs: witnessJobs(options, registers), accounts: existsSync(accountsIn(folder)) ? accountsIn(folder) : undefined };
  } catch (error) {
    await registers.close();
    throw error;
  }
}

async function tested(place: Place): Promise<Result<undefined>> {
  if ('folder' in place) return testFolder(place.folder);
  const { testDatabase } = await import('../register/database/self-test.ts');
  return testDatabase(place.database.url);
}
