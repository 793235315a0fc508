import type { Tables } from '../../database/tables.ts';
import type { Result } from '../../kernel/result.ts';
import { InvalidInput, Misuse, type Command } from '../command.ts';
import { EXIT } from '../exit-code.ts';
import { toldToStop } from '../listening.ts';
import { KEPT, parsed, PLACE_USAGE } from '../options.ts';
import { knowsPlace, mailFolderOf, namesPlace, placeOption } from '../place.ts';
import { servingPlace, type ServingPlace } from '../serving-place.ts';
import { servingSettings, type ServingSettings } from '../serving-settings.ts';

/** Starts the pages; handed in, because a command does not know the other surfaces. */
export type Serve = (asked: ServingSettings & {
  readonly files: readonly string[];
  readonly examples: boolean;
  readonly guidance: string | undefined;
  readonly kept: ServingPlace | undefined;
  readonly complain: (sentence: string) => void;
}) => Promise<Result<{ readonly url: string; readonly setUp: readonly SetUpLink[]; readonly close: () => Promise<void> }>>;

/** By which the first person comes to sign in: to the register that is named, or to one that is to begin. */
interface SetUpLink {
  readonly register: string | undefined;
  readonly url: string;
}

/** @param rooms what is kept beside the registers */
export const serveCommand = (serve: Serve, rooms: readonly Tables[]): Command => ({
  summary: 'Show registers as web pages, read-only.',
  usage: `answerable serve FILE... [--port N] [--host H] [--guidance PACK]
answerable serve --demo  [--port N] [--host H]
answerable serve --data DIR [--register ID] [--port N] [--host H] [--guidance PACK]
                 [--witness URL --witness-key VKEY] [--public-address URL] [--proxies N]
                 [--log json|none] [--log-level debug|info|warn|error]

  Prints the address of the pages and serves them until it is stopped (Ctrl-C).
  --demo serves the examples that come with Answerable.
  --data serves the registers that are kept in a folder, all of them or one, and is the
  folder's one server: while it runs nothing else writes there. /health tells how it is.
  A folder that is empty or not there is begun. While nobody can sign in, a link is printed
  by which somebody sets up a register and their account: it works once, for 24 hours, and
  each start makes a new one.
  --witness asks a witness every minute to cosign what is new.
  --proxies says how many proxies stand in front, so that each browser counts for itself.
  --public-address says where browsers find the pages behind a proxy, as in
  https://answerable.example.org: cookies then go over HTTPS alone. Passkeys, and the
  council's directory (ANSWERABLE_OIDC_ISSUER, ANSWERABLE_OIDC_CLIENT_ID and
  ANSWERABLE_OIDC_CLIENT_SECRET), need it; see docs/reference/signing-in.md.
  ${PLACE_USAGE}
  --log json writes a line for each request and happening to standard error, without
  anything personal; it is the default with --data.
  PORT, HOST, ANSWERABLE_LOG, ANSWERABLE_LOG_LEVEL and ANSWERABLE_PUBLIC_ADDRESS may be
  set in the environment.
  Without a port, 3000 is taken, or any free one where that is taken. The host is
  127.0.0.1: this machine only.`,
  async run(args, terminal) {
    const { values, positionals: files } = parsed(args, {
      ...KEPT, demo: { type: 'boolean' }, port: { type: 'string' }, host: { type: 'string' }, guidance: { type: 'string' }, log: { type: 'string' }, 'log-level': { type: 'string' }, witness: { type: 'string' }, 'witness-key': { type: 'string' }, 'public-address': { type: 'string' }, proxies: { type: 'string' },
    });
    const isKept = namesPlace(values) || (files.length === 0 && values.demo !== true && knowsPlace(values));
    if (isKept && (files.length > 0 || values.demo === true)) throw new Misuse('Registers that are kept are served alone: leave out FILE and `--demo`.');
    if (!isKept && values.register !== undefined) throw new Misuse('`--register` says which of the registers that are kept: name their place with `--data DIR` or `--database-url URL`.');
    if (!isKept && files.length === 0 && values.demo !== true) throw new Misuse('FILE is missing: name a register file, say `--demo` for the examples, or `--data DIR` for the registers kept in a folder.');
    if (!isKept && (values.witness !== undefined || values['witness-key'] !== undefined)) throw new Misuse('A witness is asked about registers that are kept: name their place with `--data DIR` or `--database-url URL`.');
    if (!isKept && values['public-address'] !== undefined) throw new Misuse('`--public-address` is for registers that are kept, where people sign in: name their place with `--data DIR` or `--database-url URL`.');
    const settings = servingSettings({ ...values, mailFolder: isKept ? mailFolderOf(placeOption(values)) : undefined }, terminal, isKept);
    const stopped = toldToStop();
    const kept = isKept ? await servingPlace(values, rooms) : undefined;
    const served = await serve({ ...settings, files, examples: values.demo === true, guidance: values.guidance, kept, complain: (sentence) => terminal.err(`${sentence}\n`) });
    if (!served.ok) {
      const misuse = served.faults.find(({ category }) => category === 'misuse');
      throw misuse === undefined ? new InvalidInput(served.faults) : new Misuse(misuse.sentence);
    }
    terminal.out(`${served.value.url}\n`);
    for (const link of served.value.setUp) terminal.out(inWords(link));
    await stopped;
    await served.value.close();
    return EXIT.done;
  },
});

const inWords = ({ register, url }: SetUpLink): string =>
  `${register === undefined ? 'Nothing is set up here yet. Set up your authority' : `Nobody can sign in to the register \`${register}\` yet. Set up its first account`} by this link, which works once, for 24 hours:\n${url}\n`;
