import { quoted } from '../kernel/fault.ts';
import { Misuse } from './command.ts';

/** The port that was asked for; undefined where none was. @throws Misuse */
export function portOption(written: string | undefined): number | undefined {
  if (written === undefined) return undefined;
  const port = Number(written);
  if (/^\d{1,5}$/.test(written) && port <= 65_535) return port;
  throw new Misuse(`${quoted(written)} is not a port: \`--port\` and PORT take a number from 0 to 65535.`);
}

const SIGNALS = ['SIGTERM', 'SIGINT'] as const;

/** Settles at the first SIGTERM or SIGINT; a second one, of either, ends the process as it would any other. */
export const toldToStop = (): Promise<void> =>
  new Promise((resolve) => {
    const stop = (): void => {
      for (const signal of SIGNALS) process.removeListener(signal, stop);
      resolve();
    };
    for (const signal of SIGNALS) process.on(signal, stop);
  });
