/** A server to attack: nobody's, with somebody signed in. */
export interface Target {
  /** Scheme, host and port. */
  readonly origin: string;
  /** The register whose pages are attacked, as an address names it. */
  readonly register: string;
  /** A fresh session each time: what an attack does may end one. */
  readonly signIn: () => Promise<{ readonly cookie: string; readonly csrf: string }>;
  readonly stop: () => Promise<void>;
}

/** What an attack came to. */
export interface Outcome {
  readonly version: string;
  /** In a sentence: how much was tried. */
  readonly said: string;
  /** Of medium severity or above. */
  readonly findings: readonly string[];
}

export interface Attack {
  readonly name: string;
  /** @param folder where its own report may be left */
  readonly run: (target: Target, folder: string) => Promise<Outcome | 'absent'>;
}
