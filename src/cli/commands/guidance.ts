import { faultInWords, type Fault } from '../../kernel/fault.ts';
import { runExample } from '../../assessment/run-example.ts';
import { bundledPackIds, packFolder } from '../../guidance/bundled.ts';
import { coverageFaults } from '../../guidance/coverage.ts';
import { loadPack } from '../../guidance/load.ts';
import { readWorkedExamples } from '../../guidance/worked-example.ts';
import { compileWhatIsSound } from '../../rules/compile.ts';
import { Misuse, type Command, type Terminal } from '../command.ts';
import { EXIT, type ExitCode } from '../exit-code.ts';

export const guidance: Command = {
  summary: 'Check guidance packs: words, tests and worked examples.',
  usage: `answerable guidance check [PACK-ID or FOLDER ...]

  Reads each pack whole (all that come with Answerable, unless some are named) and
  runs its worked examples. Every fault is printed with its file and line.
  Exit code 0 when there is none, 3 when there are some.`,
  async run([verb, ...packs], terminal) {
    if (verb !== 'check') throw new Misuse(`\`guidance ${verb ?? ''}\` is not a command. Did you mean \`guidance check\`?`);
    return check(packs.length > 0 ? packs : bundledPackIds(), terminal);
  },
};

async function check(packs: readonly string[], terminal: Terminal): Promise<ExitCode> {
  let faults = 0;
  for (const named of packs) {
    const { lines, found } = await checkPack(packFolder(named));
    faults += found.length;
    for (const fault of found) terminal.err(`${faultInWords(fault)}\n`);
    terminal.out(`${named}: ${lines}\n`);
  }
  return faults === 0 ? EXIT.done : EXIT.invalidInput;
}

async function checkPack(folder: string): Promise<{ readonly lines: string; readonly found: readonly Fault[] }> {
  const loaded = loadPack(folder);
  if (!loaded.ok) return { lines: `${loaded.faults.length} faults`, found: loaded.faults };
  const { compiled, faults: wrong } = compileWhatIsSound(loaded.value);
  const { pack } = compiled;
  const { examples, faults } = readWorkedExamples(folder, pack);
  const found: Fault[] = [...wrong, ...faults, ...coverageFaults(loaded.value, examples)];
  const sound = new Set(compiled.expectations.map(({ expectation }) => expectation.id));
  for (const example of examples) {
    const isKnown = pack.expectations.some(({ id }) => id === example.expectation);
    if (sound.has(example.expectation) || !isKnown) found.push(...(await runExample(example, compiled)));
  }
  return { lines: `${pack.expectations.length} expectations, ${examples.length} worked examples, ${found.length} faults`, found };
}
