import type { Fault } from '../kernel/fault.ts';
import type { Result } from '../kernel/result.ts';
import { DataFolder } from '../register/folder/data-folder.ts';
import { readRegister, type ReadRegister } from '../register/folder/read-folder.ts';
import { instantOf, type Instant } from '../kernel/instant.ts';
import type { RegisterContent } from '../model/register-header.ts';
import { InvalidInput, Misuse } from './command.ts';
import { exactly } from './options.ts';

interface KeptOptions {
  readonly data?: string | undefined;
  readonly register?: string | undefined;
}

/** The value, or the refusal as what the command line answers. */
export function given<T>(result: Result<T>): T {
  if (result.ok) return result.value;
  throw refusal(result.faults);
}

export function refusal(faults: readonly Fault[]): Misuse | InvalidInput {
  const [first] = faults;
  return first?.category === 'misuse' ? new Misuse(first.sentence) : new InvalidInput(faults);
}

export function folderOption({ data }: KeptOptions): string {
  if (data === undefined || data === '') throw new Misuse('Say with `--data DIR` where the register is kept.');
  return data;
}

/** The kept register that the options name, as it is now. */
export const keptRegister = async (options: KeptOptions): Promise<ReadRegister> => given(await readRegister(folderOption(options), options.register));

/** What the register says, as now known or as known at an instant. @throws InvalidInput where it had not begun then */
export function contentKnown({ id, image }: ReadRegister, knownAt: Instant | undefined): RegisterContent {
  const begun = image.entries[0]?.recordedAt;
  if (knownAt === undefined || begun === undefined || knownAt >= begun) return image.content(knownAt);
  throw new InvalidInput([{ category: 'not-found', code: 'nothing-known', sentence: `Nothing was known at ${knownAt}: the register \`${id}\` began at ${begun}.`, found: knownAt }]);
}

/** Opens the folder for writing, works, and lets go of it again. */
export async function writing<T>(options: KeptOptions, make: boolean, work: (folder: DataFolder) => Promise<T>): Promise<T> {
  const folder = given(DataFolder.open(folderOption(options), now(), make));
  try {
    return await work(folder);
  } finally {
    await folder.close();
  }
}

export const now = () => instantOf(Date.now());

/** The words that the command needs; FILE, the first of them, is left out where `--data` says which register. */
export function wordsAfterFile(positionals: readonly string[], { data }: KeptOptions, ...names: readonly string[]): readonly [file: string | undefined, ...rest: string[]] {
  if (data !== undefined) return [undefined, ...exactly(positionals, ...names)];
  const [file, ...rest] = exactly(positionals, 'FILE', ...names);
  return [file, ...rest];
}
