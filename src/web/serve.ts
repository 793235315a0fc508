import { faultInWords, type Fault } from '../kernel/fault.ts';
import { dateInLondon, instantOf } from '../kernel/instant.ts';
import { ok, refused, type Result } from '../kernel/result.ts';
import { openRegister } from '../assessment/open-register.ts';
import { app } from './app.ts';
import { EXAMPLES, exampleRegisters } from './example-registers.ts';
import { listen } from './listen.ts';
import { alreadyOpen, shelve, type Unplaced } from './shelf.ts';

export interface Serving {
  readonly files: readonly string[];
  /** Whether the examples that come with the product are served too. */
  readonly examples: boolean;
  readonly guidance: string | undefined;
  readonly host: string;
  readonly port: number | undefined;
  readonly complain: (sentence: string) => void;
}

export interface Served {
  readonly url: string;
  /** Answers what was already asked, then ends. */
  readonly close: () => Promise<void>;
}

/** How long an answer that is under way may still take when the server is told to stop. */
const GRACE_MS = 5000;

/** Serves the registers of the files; every fault of every file at once where one cannot be read. */
export async function serve({ files, examples, guidance, host, port, complain }: Serving): Promise<Result<Served>> {
  const opened = await registersIn(files, guidance);
  if (!opened.ok) return opened;
  const tell = (file: string, faults: readonly Fault[]): void => faults.forEach((fault) => complain(`${file} is left out: ${faultInWords(fault)}`));
  const shelf = shelve([...opened.value, ...(examples ? await exampleRegisters(EXAMPLES, tell, guidance) : [])]);
  const server = app({
    shelf,
    today: () => dateInLondon(instantOf(Date.now())),
    onFault: (error) => complain(`This is a fault of ours: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`),
  });
  const listening = await listen(server, host, port);
  if (!listening.ok) return listening;
  const close = async (): Promise<void> => {
    const impatience = setTimeout(() => server.server.closeAllConnections(), GRACE_MS);
    await server.close();
    clearTimeout(impatience);
  };
  return ok({ url: listening.value, close });
}

async function registersIn(files: readonly string[], guidance: string | undefined): Promise<Result<readonly Unplaced[]>> {
  const registers: Unplaced[] = [];
  const faults: Fault[] = [];
  for (const file of files) {
    const opened = await openRegister(file, guidance);
    if (opened.ok) registers.push(alreadyOpen(opened.value));
    else faults.push(...opened.faults);
  }
  return faults.length > 0 ? refused(...faults) : ok(registers);
}
