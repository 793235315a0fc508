import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Database } from '../database/database.ts';
import type { Tables } from '../database/tables.ts';
import type { Result } from '../kernel/result.ts';
import { testFolder } from '../register/folder/self-test.ts';
import type { Registers } from '../register/registers.ts';
import { chosen, openPlace } from './kept.ts';
import { placeOption, type KeptOptions, type Place } from './place.ts';
import { openSideDatabase } from './side-database.ts';
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
  /** What is kept beside the registers; closed with them. */
  readonly database: Database;
}

/** Opens what the options name to be served: a folder as its one server, a database beside others. @param rooms what is kept beside the registers */
export async function servingPlace(options: KeptOptions & WitnessOptions, rooms: readonly Tables[]): Promise<ServingPlace> {
  const place = placeOption(options);
  const registers = await openPlace(place, 'folder' in place && isVacant(place.folder));
  try {
    const only = options.register === undefined ? undefined : await chosen(registers, options);
    const folder = 'folder' in place ? place.folder : place.database.keys;
    return { registers, only, selfTest: () => tested(place), folder, jobsFile: join(folder, 'jobs.json'), jobs: witnessJobs(options, registers), database: await openSideDatabase(place, rooms) };
  } catch (error) {
    await registers.close();
    throw error;
  }
}

/** Whether registers may begin in the folder: it is not there, or nothing is in it but what every volume has. What is somebody else's is left alone. */
const isVacant = (folder: string): boolean => !existsSync(folder) || readdirSync(folder).every((name) => name.startsWith('.') || name === 'lost+found');

async function tested(place: Place): Promise<Result<undefined>> {
  if ('folder' in place) return testFolder(place.folder);
  const { testDatabase } = await import('../register/database/self-test.ts');
  return testDatabase(place.database.url);
}
