import { assess, type Assessment } from '../assessment/assess.ts';
import { openContent, openRegister, readingDate, readingLookBack, type OpenRegister } from '../assessment/open-register.ts';
import type { Language } from '../kernel/text.ts';
import { Snapshot } from '../register/snapshot.ts';
import { Misuse } from './command.ts';
import { contentKnown, given, keptRegister } from './kept.ts';
import { dateOption, durationOption, instantOption, languageOption } from './options.ts';
import type { KeptOptions } from './place.ts';

interface ReadingOptions extends KeptOptions {
  readonly guidance?: string | undefined;
  readonly 'as-at'?: string | undefined;
  readonly 'known-at'?: string | undefined;
  readonly 'look-back'?: string | undefined;
  readonly lang?: string | undefined;
}

/** The register in the file or the data folder, judged as the options ask. @throws InvalidInput with every fault of the file. */
export async function assessed(file: string | undefined, options: ReadingOptions): Promise<{ readonly assessment: Assessment; readonly language: Language }> {
  const language = languageOption(options.lang);
  const [asAt, lookBack] = [dateOption(options['as-at'], 'as-at'), durationOption(options['look-back'], 'look-back')];
  const register = await opened(file, options);
  const snapshot = new Snapshot(register.content, readingDate(register, asAt), instantOption(options['known-at'], 'known-at'));
  return { assessment: assess(snapshot, register.compiled, readingLookBack(register, lookBack)), language };
}

/** The register in the file, or the kept one as known at the instant that the options name. */
export async function opened(file: string | undefined, options: ReadingOptions): Promise<OpenRegister> {
  const knownAt = instantOption(options['known-at'], 'known-at');
  if (file === undefined) return given(openContent(contentKnown(await keptRegister(options), knownAt), options.guidance));
  if (knownAt !== undefined || options.register !== undefined) throw new Misuse('`--known-at` and `--register` are for a register that is kept: name it with `--data DIR` or `--database-url URL`.');
  return given(await openRegister(file, options.guidance));
}
