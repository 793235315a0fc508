import { quoted } from '../kernel/fault.ts';
import { didYouMean } from '../kernel/nearest.ts';
import { Misuse, type Terminal } from './command.ts';
import { mailSettings, remindingSettings, type RemindingSettings } from './mail-settings.ts';
import type { MailSettings } from '../mail/open-mailer.ts';
import { portOption } from './listening.ts';
import { directorySettings, publicAddress, type DirectorySettings } from './public-address.ts';

const ON_OR_OFF = ['on', 'off'] as const;
const FORMS = ['json', 'none'] as const;
const LEVELS = ['debug', 'info', 'warn', 'error'] as const;

/** Where the server listens, what it logs and how people sign in, from the options and, where they are silent, the environment. */
export interface ServingSettings {
  readonly host: string;
  readonly port: number | undefined;
  /** Where browsers find the pages, where that is not where it listens. */
  readonly publicAddress: URL | undefined;
  readonly directory: DirectorySettings | undefined;
  /** Whether everybody may read what an authority has published, without signing in; undefined where nobody said. */
  readonly publishes: boolean | undefined;
  /** Whether webhooks may be on this machine, over plain HTTP: for trying them out. */
  readonly webhooksToLoopback: boolean;
  /** Where e-mail goes and when people are reminded by it; undefined where nothing is kept. */
  readonly mail: { readonly settings: MailSettings; readonly reminding: RemindingSettings } | undefined;
  /** How many proxies stand in front, whose word is taken for where a request comes from. */
  readonly proxies: number;
  readonly log: { readonly form: (typeof FORMS)[number]; readonly level: (typeof LEVELS)[number]; readonly write: (line: string) => void };
}

type ServingOptions = Options & { readonly mailFolder?: string | undefined };

type Options = Readonly<Partial<Record<'host' | 'port' | 'log' | 'log-level' | 'public-address' | 'proxies', string | undefined>>>;

/** @param isKept registers that are kept are logged unless told otherwise */
export function servingSettings({ mailFolder, ...options }: ServingOptions, { env, err }: Terminal, isKept: boolean): ServingSettings {
  const asked = (option: keyof Options, variable: string): string | undefined => options[option] ?? (env[variable] || undefined);
  // Only where something is kept do people sign in.
  const at = isKept ? publicAddress(asked('public-address', 'ANSWERABLE_PUBLIC_ADDRESS')) : undefined;
  return {
    publicAddress: at,
    publishes: env['ANSWERABLE_PUBLIC_PAGES'] ? oneOf(ON_OR_OFF, env['ANSWERABLE_PUBLIC_PAGES'], 'off', 'ANSWERABLE_PUBLIC_PAGES takes') === 'on' : undefined,
    webhooksToLoopback: oneOf(ON_OR_OFF, env['ANSWERABLE_WEBHOOKS_TO_LOOPBACK'] || undefined, 'off', 'ANSWERABLE_WEBHOOKS_TO_LOOPBACK takes') === 'on',
    mail: isKept ? { settings: mailSettings(env, mailFolder ?? 'mail'), reminding: remindingSettings(env) } : undefined,
    proxies: proxiesOption(asked('proxies', 'ANSWERABLE_PROXIES')),
    directory: isKept ? directorySettings(env, at) : undefined,
    host: asked('host', 'HOST') ?? '127.0.0.1',
    port: portOption(asked('port', 'PORT')),
    log: {
      form: oneOf(FORMS, asked('log', 'ANSWERABLE_LOG'), isKept ? 'json' : 'none', '`--log` and ANSWERABLE_LOG take'),
      level: oneOf(LEVELS, asked('log-level', 'ANSWERABLE_LOG_LEVEL'), 'info', '`--log-level` and ANSWERABLE_LOG_LEVEL take'),
      write: err,
    },
  };
}

function proxiesOption(written: string | undefined): number {
  if (written === undefined) return 0;
  if (/^\d$/.test(written)) return Number(written);
  throw new Misuse(`${quoted(written)} is not a number of proxies: \`--proxies\` and ANSWERABLE_PROXIES take how many stand in front of the server, 0 to 9.`);
}

function oneOf<T extends string>(choices: readonly T[], written: string | undefined, usual: T, take: string): T {
  if (written === undefined) return usual;
  const found = choices.find((one) => one === written);
  if (found === undefined) throw new Misuse(`${quoted(written)} is not one of them: ${take} ${choices.map((one) => `\`${one}\``).join(', ')}.${didYouMean(written, choices)}`);
  return found;
}
