import { faultInWords } from '../kernel/fault.ts';
import { didYouMean } from '../kernel/nearest.ts';
import { NewerVersion } from '../register/newer-version.ts';
import { NotIntact } from '../register/not-intact.ts';
import { StoreFault } from '../register/store/store-fault.ts';
import { COMPOSED } from '../compose.ts';
import { InvalidInput, Misuse, type Command, type Terminal } from './command.ts';
import { actCommand } from './commands/act.ts';
import { assessCommand } from './commands/assess.ts';
import { backupCommand } from './commands/backup.ts';
import { checkpoint } from './commands/checkpoint.ts';
import { diff } from './commands/diff.ts';
import { explain } from './commands/explain.ts';
import { exportCommand } from './commands/export.ts';
import { fileCommand } from './commands/file.ts';
import { guidance } from './commands/guidance.ts';
import { history } from './commands/history.ts';
import { importCommand } from './commands/import.ts';
import { leaf } from './commands/leaf.ts';
import { paperCommand } from './commands/paper.ts';
import { reach } from './commands/reach.ts';
import { receipt } from './commands/receipt.ts';
import { restoreCommand } from './commands/restore.ts';
import { retention } from './commands/retention.ts';
import { rotateKeyCommand } from './commands/rotate-key.ts';
import { schema } from './commands/schema.ts';
import { settingsCommand } from './commands/settings.ts';
import { verify } from './commands/verify.ts';
import { vkey } from './commands/vkey.ts';
import { whatIf } from './commands/what-if.ts';
import { witness } from './commands/witness.ts';
import { EXIT, type ExitCode } from './exit-code.ts';
import { takeSettings } from './settings-file.ts';

/** The settings that a file gave; known once the environment was completed from it. */
let ofFile: readonly string[] = [];

const COMMANDS: readonly Command[] = [
  assessCommand, explain, reach, whatIf, paperCommand, guidance, importCommand, actCommand, exportCommand, history, diff,
  checkpoint, vkey, receipt, leaf, verify, witness, backupCommand, restoreCommand, retention, rotateKeyCommand, fileCommand, schema, settingsCommand(() => ofFile), ...COMPOSED,
];

async function run([name, ...args]: readonly string[], terminal: Terminal): Promise<ExitCode> {
  const command = COMMANDS.find((one) => one.name === name);
  if (command === undefined) {
    const wantsHelp = name === undefined || name === 'help' || name === '--help' || name === '-h';
    if (wantsHelp) terminal.out(overview());
    else terminal.err(`\`${name}\` is not a command.${didYouMean(name, COMMANDS.map((one) => one.name))} \`answerable --help\` lists them.\n`);
    return wantsHelp && name !== undefined ? EXIT.done : EXIT.misused;
  }
  if (args.includes('--help') || args.includes('-h')) {
    terminal.out(`${command.usage}\n`);
    return EXIT.done;
  }
  try {
    ofFile = takeSettings(process.env);
    return await command.run(args, terminal);
  } catch (error) {
    if (error instanceof Misuse) {
      terminal.err(`${error.message}\n\n${command.usage}\n`);
      return EXIT.misused;
    }
    if (error instanceof InvalidInput) {
      for (const fault of error.faults) terminal.err(`${faultInWords(fault)}\n`);
      return EXIT.invalidInput;
    }
    if (error instanceof NewerVersion) {
      terminal.err(`${error.message}\n`);
      return EXIT.invalidInput;
    }
    if (error instanceof NotIntact) {
      terminal.err(`${error.message}\n`);
      return EXIT.notIntact;
    }
    if (error instanceof StoreFault) {
      terminal.err(`What keeps the register fails: ${error.message}.\n`);
      return EXIT.ourFault;
    }
    throw error;
  }
}

const overview = (): string =>
  `answerable COMMAND [...]\n\n${COMMANDS.map(({ name, summary }) => `  ${name.padEnd(10)} ${summary}`).join('\n')}\n\nanswerable COMMAND --help tells more.\n`;

const terminal: Terminal = {
  out: (text) => void process.stdout.write(text),
  err: (text) => void process.stderr.write(text),
  colour: process.stdout.isTTY && process.env['NO_COLOR'] === undefined,
  columns: Math.min(process.stdout.columns ?? 80, 100),
  env: process.env,
};

// A reader that has seen enough (`| head`) is no fault.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
});

// Set and not exited with: what is still being written to a pipe must reach its reader.
process.exitCode = await run(process.argv.slice(2), terminal).catch((error: unknown) => {
  const told = error instanceof Error ? (process.env['ANSWERABLE_DEBUG'] === undefined ? error.message : (error.stack ?? error.message)) : String(error);
  terminal.err(`This is a fault of ours, not of what you gave: ${told}\nWith ANSWERABLE_DEBUG=1 in the environment it tells where.\n`);
  return EXIT.ourFault;
});
