import { quoted } from '../../kernel/fault.ts';
import type { Result } from '../../kernel/result.ts';
import { InvalidInput, Misuse, type Command } from '../command.ts';
import { EXIT } from '../exit-code.ts';
import { parsed } from '../options.ts';

/** Starts the pages; handed in, because a command does not know the other surfaces. */
export type Serve = (asked: {
  readonly files: readonly string[];
  readonly examples: boolean;
  readonly guidance: string | undefined;
  readonly host: string;
  readonly port: number | undefined;
  readonly complain: (sentence: string) => void;
}) => Promise<Result<{ readonly url: string; readonly close: () => Promise<void> }>>;

export const serveCommand = (serve: Serve): Command => ({
  name: 'serve',
  summary: 'Show registers as web pages, read-only.',
  usage: `answerable serve FILE... [--port N] [--host H] [--guidance PACK]
answerable serve --demo  [--port N] [--host H]

  Prints the address of the pages and serves them until it is stopped (Ctrl-C).
  --demo serves the examples that come with Answerable.
  PORT and HOST may be set in the environment. Without a port, 3000 is taken, or
  any free one where that is taken. The host is 127.0.0.1: this machine only.`,
  async run(args, terminal) {
    const { values, positionals: files } = parsed(args, { demo: { type: 'boolean' }, port: { type: 'string' }, host: { type: 'string' }, guidance: { type: 'string' } });
    if (files.length === 0 && values.demo !== true) throw new Misuse('FILE is missing: name a register file, or say `--demo` for the examples.');
    const stopped = toldToStop();
    const served = await serve({
      files,
      examples: values.demo === true,
      guidance: values.guidance,
      host: values.host ?? (terminal.env['HOST'] || '127.0.0.1'),
      port: portOption(values.port ?? (terminal.env['PORT'] || undefined)),
      complain: (sentence) => terminal.err(`${sentence}\n`),
    });
    if (!served.ok) {
      const misuse = served.faults.find(({ category }) => category === 'misuse');
      throw misuse === undefined ? new InvalidInput(served.faults) : new Misuse(misuse.sentence);
    }
    terminal.out(`${served.value.url}\n`);
    await stopped;
    await served.value.close();
    return EXIT.done;
  },
});

function portOption(written: string | undefined): number | undefined {
  if (written === undefined) return undefined;
  const port = Number(written);
  if (/^\d{1,5}$/.test(written) && port <= 65_535) return port;
  throw new Misuse(`${quoted(written)} is not a port: \`--port\` and PORT take a number from 0 to 65535.`);
}

/** Settles at the first SIGTERM or SIGINT; a second one ends the process as it would any other. */
const toldToStop = (): Promise<void> =>
  new Promise((resolve) => {
    for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => resolve());
  });
