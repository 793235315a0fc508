import { outcome, type Missing, type Reason, type Verdict, type Outcome } from './outcome.ts';

/** Of a number of cases, how many are so, how many are not, and of how many it is not recorded. */
export interface Tally {
  readonly yes: number;
  readonly no: number;
  readonly unknown: number;
}

/** `met` when enough are so, `not-known` when the unrecorded ones could make it enough, else `partly` or `not-met`. */
export function verdictOfShare({ yes, no, unknown }: Tally, atLeast: number): Verdict {
  const needed = (yes + no + unknown) * atLeast - 1e-9;
  if (yes >= needed) return 'met';
  if (yes + unknown >= needed) return 'not-known';
  return yes > 0 ? 'partly' : 'not-met';
}

export const share = (tally: Tally, atLeast: number, because: readonly Reason[], missing: readonly Missing[] = []): Outcome => {
  const verdict = verdictOfShare(tally, atLeast);
  return outcome(verdict, because, verdict === 'not-known' ? missing : []);
};

/** 0.75 as `75`. */
export const percent = (part: number): number => Math.round(part * 100);
