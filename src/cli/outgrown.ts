import { faultInWords } from '../kernel/fault.ts';
import type { RegisterContent } from '../model/register-header.ts';
import { outgrown } from '../register/outgrown.ts';
import type { Terminal } from './command.ts';

/** Says on standard error which records of a kept register are not as the schemas of today have them; they are read as they stand. */
export function tellOutgrown(content: RegisterContent, terminal: Terminal): void {
  const faults = outgrown(content);
  if (faults.length === 0) return;
  terminal.err(`An earlier version took what this one would not. It is read as it stands; a field that there is no more is in the history alone (\`--format history\`).\n`);
  for (const fault of faults) terminal.err(`${faultInWords(fault)}\n`);
}
