import { faultInWords } from '../kernel/fault.ts';
import { didYouMean } from '../kernel/nearest.ts';
import { NewerVersion } from '../register/newer-version.ts';
import { NotIntact } from '../register/not-intact.ts';
import { StoreFault } from '../register/store/store-fault.ts';
import { COMPOSED } from '../compose.ts';
import { InvalidInput, Misuse, type Commands, type Terminal } from './command.ts';
import { EXIT, type ExitCode } from './exit-code.ts';
import { takeSettings } from './settings-file.ts';

/** The settings that a file gave; known once the environment was completed from it. */
let ofFile: readonly string[] = [];

/** Every command by its name, each loaded only when it is asked for. */
const COMMANDS: Commands = {
  assess: async () => (await import('./commands/assess.ts')).assessCommand,
  explain: async () => (await import('./commands/explain.ts')).explain,
  reach: async () => (await import('./commands/reach.ts')).reach,
  'what-if': async () => (await import('./commands/what-if.ts')).whatIf,
  paper: async () => (await import('./commands/paper.ts')).paperCommand,
  guidance: async () => (await import('./commands/guidance.ts')).guidance,
  import: async () => (await import('./commands/import.ts')).importCommand,
  act: async () => (await import('./commands/act.ts')).actCommand,
  export: async () => (await import('./commands/export.ts')).exportCommand,
  history: async () => (await import('./commands/history.ts')).history,
  diff: async () => (await import('./commands/diff.ts')).diff,
  checkpoint: async () => (await import('./commands/checkpoint.ts')).checkpoint,
  vkey: async () => (await import('./commands/vkey.ts')).vkey,
  receipt: async () => (await import('./commands/receipt.ts')).receipt,
  leaf: async () => (await import('./commands/leaf.ts')).leaf,
  verify: async () => (await import('./commands/verify.ts')).verify,
  witness: async () => (await import('./commands/witness.ts')).witness,
  backup: async () => (await import('./commands/backup.ts')).backupCommand,
  restore: async () => (await import('./commands/restore.ts')).restoreCommand,
  retention: async () => (await import('./commands/retention.ts')).retention,
  'rotate-key': async () => (await import('./commands/rotate-key.ts')).rotateKeyCommand,
  file: async () => (await import('./commands/file.ts')).fileCommand,
  schema: async () => (await import('./commands/schema.ts')).schema,
  settings: async () => (await import('./commands/settings.ts')).settingsCommand(() => ofFile),
  ...COMPOSED,
};

async function run([name, ...args]: readonly string[], terminal: Terminal): Promise<ExitCode> {
  const command = name !== undefined && Object.hasOwn(COMMANDS, name) ? await COMMANDS[name]?.() : undefined;
  if (command === undefined) {
    const wantsHelp = name === undefined || name === 'help' || name === '--help' || name === '-h';
    if (wantsHelp) terminal.out(await overview());
    else terminal.err(`\`${name}\` is not a command.${didYouMean(name, Object.keys(COMMANDS))} \`answerable --help\` lists them.\n`);
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

async function overview(): Promise<string> {
  const lines = await Promise.all(Object.entries(COMMANDS).map(async ([name, load]) => `  ${name.padEnd(10)} ${(await load()).summary}`));
  return `answerable COMMAND [...]\n\n${lines.join('\n')}\n\nanswerable COMMAND --help tells more.\n`;
}

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
