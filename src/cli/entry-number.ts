import { quoted } from '../kernel/fault.ts';
import type { ReadRegister } from '../register/read-register.ts';
import type { KeptEntry } from '../register/store/store.ts';
import { InvalidInput, Misuse } from './command.ts';

/** The entry with the number that was typed. @throws Misuse, InvalidInput */
export function entryNumbered(written: string, { entries }: ReadRegister): KeptEntry {
  if (!/^(0|[1-9]\d{0,14})$/.test(written)) throw new Misuse(`${quoted(written)} is not the number of an entry: they are counted from 0.`);
  const entry = entries[Number(written)];
  if (entry === undefined) throw new InvalidInput([{ category: 'not-found', code: 'no-such-entry', sentence: `There is no entry ${written}: the last one is ${entries.length - 1}.`, found: written }]);
  return entry;
}
