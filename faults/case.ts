/** What one case did and found. */
export interface Found {
  /** How often the fault was made to happen. */
  readonly times: number;
  /** What was seen, in figures, for the table. */
  readonly seen: string;
  /** Each breach of the rule in a sentence; none where it held. */
  readonly breaches: readonly string[];
}

/** One fault, made to happen to a register that is really kept, and the rule held against what is left. */
export interface Case {
  /** What is done, as it stands in the table. */
  readonly what: string;
  /** Why this machine cannot do it; undefined where it can. */
  readonly cannot?: (() => string | undefined) | undefined;
  /** How often in the campaign, and in its short form in the test suite; 0 where the short form leaves it out. */
  readonly times: { readonly full: number; readonly short: number };
  readonly run: (times: number) => Promise<Found>;
}

export interface Campaign {
  readonly name: string;
  readonly title: string;
  readonly cases: readonly Case[];
}

/** Does something so many times, one after the other, and gathers what was broken. */
export async function repeated(times: number, once: (round: number) => Promise<readonly string[]>): Promise<readonly string[]> {
  const breaches: string[] = [];
  for (let round = 0; round < times; round += 1) breaches.push(...(await once(round)).map((breach) => `round ${round}: ${breach}`));
  return breaches;
}

export const count = (number: number): string => number.toLocaleString('en-GB');
