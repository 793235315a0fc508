import type { Fault } from '../kernel/fault.ts';
import { instantOf, type Instant } from '../kernel/instant.ts';
import type { Result } from '../kernel/result.ts';
import type { RegisterContent } from '../model/register-header.ts';
import { chooseRegister } from '../register/choose-register.ts';
import { DataFolder } from '../register/folder/data-folder.ts';
import { readRegister, registersIn } from '../register/folder/read-folder.ts';
import type { ReadRegister } from '../register/read-register.ts';
import type { Registers } from '../register/registers.ts';
import { InvalidInput, Misuse } from './command.ts';
import { exactly } from './options.ts';
import { knowsPlace, namesPlace, placeOption, type KeptOptions, type Place } from './place.ts';

/** The value, or the refusal as what the command line answers. */
export function given<T>(result: Result<T>): T {
  if (result.ok) return result.value;
  throw refusal(result.faults);
}

export function refusal(faults: readonly Fault[]): Misuse | InvalidInput {
  const [first] = faults;
  return first?.category === 'misuse' ? new Misuse(first.sentence) : new InvalidInput(faults);
}

/** What keeps registers in a database is loaded only where one is. */
const database = () => Promise.all([import('../register/database/read-database.ts'), import('../register/database/database-registers.ts')]).then(([reading, writing]) => ({ ...reading, ...writing }));

/** The kept register that the options name, as it is now. */
export const keptRegister = async (options: KeptOptions): Promise<ReadRegister> => given(await registerAt(placeOption(options), options.register));

export async function registerAt(place: Place, asked: string | undefined): Promise<Result<ReadRegister>> {
  return 'folder' in place ? readRegister(place.folder, asked) : (await database()).readRegisterInDatabase(place.database, asked);
}

/** The ids of the registers that are kept there. */
export async function registersAt(place: Place): Promise<Result<readonly string[]>> {
  return 'folder' in place ? registersIn(place.folder) : (await database()).registersInDatabase(place.database.url);
}

/** What the register says, as now known or as known at an instant. @throws InvalidInput where it had not begun then */
export function contentKnown({ id, image }: ReadRegister, knownAt: Instant | undefined): RegisterContent {
  const begun = image.entries[0]?.recordedAt;
  if (knownAt === undefined || begun === undefined || knownAt >= begun) return image.content(knownAt);
  throw new InvalidInput([{ category: 'not-found', code: 'nothing-known', sentence: `Nothing was known at ${knownAt}: the register \`${id}\` began at ${begun}.`, found: knownAt }]);
}

/** Opens the place for writing; whoever does lets go of it. @param make whether a data folder that is not there is made */
export const openPlace = async (place: Place, make: boolean): Promise<Registers> =>
  given<Registers>('folder' in place ? DataFolder.open(place.folder, now(), make) : await (await database()).DatabaseRegisters.open(place.database));

/** Opens the place for writing, works, and lets go of it again. @param make whether a data folder that is not there is made */
export async function keeping<T>(options: KeptOptions, make: boolean, work: (registers: Registers) => Promise<T>): Promise<T> {
  const registers = await openPlace(placeOption(options), make);
  try {
    return await work(registers);
  } finally {
    await registers.close();
  }
}

/** The register that the options name among those that are kept, or the only one. @throws InvalidInput, Misuse */
export const chosen = async (registers: Registers, options: KeptOptions): Promise<string> =>
  given(chooseRegister(await registers.registers(), options.register, 'folder' in placeOption(options) ? 'folder' : 'database'));

export const now = () => instantOf(Date.now());

/** The words that the command needs; FILE, the first of them, is left out where the options or the environment say which register. */
export function wordsAfterFile(positionals: readonly string[], options: KeptOptions, ...names: readonly string[]): readonly [file: string | undefined, ...rest: string[]] {
  const isKept = namesPlace(options) || (knowsPlace(options) && positionals.length === names.length);
  if (isKept) return [undefined, ...exactly(positionals, ...names)];
  const [file, ...rest] = exactly(positionals, 'FILE', ...names);
  return [file, ...rest];
}
