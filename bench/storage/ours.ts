import type { KeptRegister } from '../../src/register/kept-register.ts';
import { DataFolder } from '../../src/register/folder/data-folder.ts';
import { begin, BEGUN, decisionRequest, done, REGISTER } from './acts.ts';
import type { Appender } from './appender.ts';

/** A data folder with the register that the benchmarks write to. */
export async function ourFolder(path: string): Promise<{ readonly folder: DataFolder; readonly register: KeptRegister }> {
  const opened = DataFolder.open(path, BEGUN, true);
  if (!opened.ok) throw new Error(opened.faults.map(({ sentence }) => sentence).join(' '));
  return { folder: opened.value, register: await opened.value.register(REGISTER) };
}

/** Acts through the only way in: checked against schema and register, decided, hashed, signed, kept with their current rows. */
export async function ours(name: string, register: KeptRegister, close: () => unknown): Promise<Appender> {
  await begin(register);
  let next = 0;
  return {
    name,
    append() {
      next += 1;
      return done(register, decisionRequest(next));
    },
    close,
  };
}
