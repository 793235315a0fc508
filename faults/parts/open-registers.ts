import { instantOf } from '../../src/kernel/instant.ts';
import type { Result } from '../../src/kernel/result.ts';
import { DatabaseRegisters } from '../../src/register/database/database-registers.ts';
import { DataFolder } from '../../src/register/folder/data-folder.ts';
import type { Registers } from '../../src/register/registers.ts';

/** Opens a data folder, or a database with a folder of signing keys. @throws with the refusal */
export async function openRegisters(place: string, keys: string | undefined): Promise<Registers> {
  const opened: Result<Registers> = keys === undefined ? DataFolder.open(place, instantOf(Date.now()), false) : await DatabaseRegisters.open({ url: place, keys });
  if (!opened.ok) throw new Error(opened.faults.map(({ sentence }) => sentence).join(' '));
  return opened.value;
}
