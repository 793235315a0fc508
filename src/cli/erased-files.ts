import type { Result } from '../kernel/result.ts';
import { EvidenceFiles } from '../register/files/evidence-files.ts';
import { filesNoLongerNamed, namedFiles } from '../register/files/named-files.ts';
import type { KeptRegister } from '../register/kept-register.ts';
import type { Terminal } from './command.ts';
import { withFiles } from './file-places.ts';
import type { KeptOptions } from './place.ts';

/** Performs an erasure, and takes away the files of evidence that nothing names once it is done. Says of each what became of it. */
export async function erasing<T>(register: KeptRegister, options: KeptOptions & { readonly files?: string | undefined }, { env, err }: Terminal, perform: () => Promise<Result<T>>): Promise<Result<T>> {
  const before = namedFiles((await register.latest()).entries);
  const done = await perform();
  if (!done.ok) return done;
  const gone = filesNoLongerNamed(before, namedFiles((await register.latest()).entries));
  if (gone.length === 0) return done;
  try {
    await withFiles(options, env, async (places) => {
      const files = new EvidenceFiles(await places.forWriting(register.id));
      for (const digest of gone) if (await files.remove(digest)) err(`The file ${digest}, which nothing else names, is removed.\n`);
    });
  } catch (error) {
    err(`The records are erased, but not every file that they alone named is removed (${error instanceof Error ? error.message : String(error)}). \`answerable file remove DIGEST\` does so: ${gone.join(', ')}\n`);
  }
  return done;
}
