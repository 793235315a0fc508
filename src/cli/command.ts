import type { Fault } from '../kernel/fault.ts';
import type { ExitCode } from './exit-code.ts';

/** What a command is given beside its words: where to write, and what it may know of the outside. */
export interface Terminal {
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
  readonly colour: boolean;
  readonly columns: number;
  readonly env: Readonly<Record<string, string | undefined>>;
}

export interface Command {
  /** One line, and the lines of `--help`. */
  readonly summary: string;
  readonly usage: string;
  readonly run: (args: readonly string[], terminal: Terminal) => Promise<ExitCode>;
}

/** Commands by their names, each loaded when it is asked for. */
export type Commands = Readonly<Record<string, () => Promise<Command>>>;

/** Thrown for words that the command does not understand; the sentence is for the person who typed them. */
export class Misuse extends Error {}

/** Thrown when the input given is refused; every fault is printed. */
export class InvalidInput extends Error {
  readonly faults: readonly Fault[];

  constructor(faults: readonly Fault[]) {
    super('The input is invalid.');
    this.faults = faults;
  }
}
