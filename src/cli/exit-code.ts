/** What a command's exit code says; part of the outside contract. */
export const EXIT = {
  /** Done; for `assess`: every expectation that applies is secured. */
  done: 0,
  /** Done, and some expectations are not secured. */
  notSecured: 1,
  misused: 2,
  invalidInput: 3,
  ourFault: 4,
  /** A kept register is not what was acknowledged, or not what an older checkpoint says. */
  notIntact: 5,
} as const;

export type ExitCode = (typeof EXIT)[keyof typeof EXIT];
