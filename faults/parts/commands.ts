/** A process that runs the product's own commands one after the other: a line of JSON with the words in, a line with the outcome out. */
import { createInterface } from 'node:readline';
import { actCommand } from '../../src/cli/commands/act.ts';
import { checkpoint } from '../../src/cli/commands/checkpoint.ts';
import { exportCommand } from '../../src/cli/commands/export.ts';
import { fileCommand } from '../../src/cli/commands/file.ts';
import { importCommand } from '../../src/cli/commands/import.ts';
import { restoreCommand } from '../../src/cli/commands/restore.ts';
import { vkey } from '../../src/cli/commands/vkey.ts';
import { verify } from '../../src/cli/commands/verify.ts';
import { InvalidInput, type Command } from '../../src/cli/command.ts';
import { faultInWords } from '../../src/kernel/fault.ts';
import type { Ran } from './answerable.ts';

const COMMANDS: Readonly<Record<string, Command>> = { verify, checkpoint, act: actCommand, export: exportCommand, file: fileCommand, import: importCommand, restore: restoreCommand, vkey };

for await (const line of createInterface({ input: process.stdin })) process.stdout.write(`${JSON.stringify(await outcome(JSON.parse(line) as string[]))}\n`);

async function outcome([name, ...words]: readonly string[]): Promise<Ran> {
  const said = { out: '', err: '' };
  const terminal = { out: (text: string) => void (said.out += text), err: (text: string) => void (said.err += text), colour: false, columns: 80, env: {} };
  try {
    const command = COMMANDS[name ?? ''];
    return { code: (await command?.run(words, terminal)) ?? null, ...said };
  } catch (error) {
    const why = error instanceof InvalidInput ? error.faults.map(faultInWords).join('\n') : error instanceof Error ? `${error.message} (${error.stack?.split('\n')[1]?.trim() ?? ''})` : String(error);
    return { code: -1, out: said.out, err: `${said.err}${why}` };
  }
}
