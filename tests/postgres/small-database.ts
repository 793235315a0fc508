import { join } from 'node:path';
import { DatabaseRegisters } from '../../src/register/database/database-registers.ts';
import type { KeptRegister } from '../../src/register/kept-register.ts';
import { importRequest } from '../../src/register/requests.ts';
import { SMALL } from '../assessment/small-register.ts';
import { asked, contentOf, good, temporaryFolder } from '../kept/folder.ts';
import { newDatabase } from './databases.ts';
import type { Postgres } from './start-postgres.ts';

export interface SmallDatabase {
  readonly url: string;
  readonly keys: string;
  readonly registers: DatabaseRegisters;
  readonly register: KeptRegister;
}

/** A database of its own with the small register in entry 0. */
export async function smallDatabase(server: Postgres): Promise<SmallDatabase> {
  const [url, keys] = [await newDatabase(server), join(temporaryFolder(), 'keys')];
  const registers = good(await DatabaseRegisters.open({ url, keys }));
  const register = await registers.register('small');
  good(await register.perform(importRequest(await contentOf(SMALL), asked())));
  return { url, keys, registers, register };
}
