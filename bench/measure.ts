/** Something to time: what it returns is kept, so that no engine leaves the work out. */
export interface Run {
  readonly name: string;
  readonly run: () => unknown;
}

export interface Timing {
  readonly name: string;
  /** Milliseconds of one run: the median of the rounds. */
  readonly ms: number;
  /** The quickest round. */
  readonly best: number;
}

/** The last thing that any run returned. */
export let kept: unknown;

/**
 * Times runs side by side: each warms up, then they take turns, round after round, so that a slow moment of the machine
 * strikes all of them. A round is as many runs as fit in `roundMs`, one at least.
 */
export async function takeTurns(runs: readonly Run[], { rounds = 9, roundMs = 60, warmMs = 300 } = {}): Promise<readonly Timing[]> {
  const times: number[] = [];
  for (const each of runs) {
    const until = performance.now() + warmMs;
    let count = 0;
    const start = performance.now();
    do {
      await once(each);
      count += 1;
    } while (performance.now() < until);
    times.push(Math.max(1, Math.round((roundMs * count) / (performance.now() - start))));
  }
  const measured = runs.map((): number[] => []);
  for (let round = 0; round < rounds; round += 1) {
    for (const [index, each] of runs.entries()) measured[index]?.push(await average(each, times[index] ?? 1));
  }
  return runs.map(({ name }, index) => ({ name, ms: median(measured[index] ?? []), best: Math.min(...(measured[index] ?? [])) }));
}

async function once(each: Run): Promise<void> {
  const answer = each.run();
  kept = answer instanceof Promise ? await answer : answer;
}

async function average(each: Run, count: number): Promise<number> {
  const start = performance.now();
  for (let index = 0; index < count; index += 1) {
    const answer = each.run();
    // Awaiting what is no promise would cost the quick ones more than what they do.
    kept = answer instanceof Promise ? await answer : answer;
  }
  return (performance.now() - start) / count;
}

export const median = (numbers: readonly number[]): number => [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? Number.NaN;

/** Bytes of live objects, after a full collection where Node was started with `--expose-gc`. */
export function heapUsed(): number {
  globalThis.gc?.();
  globalThis.gc?.();
  return process.memoryUsage().heapUsed;
}
