import type { Run } from '../measure.ts';

/** Something that keeps one more entry or row, and says so when it is kept. */
export interface Appender {
  readonly name: string;
  /** @param writer which of several asks */
  append(writer?: number): unknown;
  close(): unknown;
}

/** How many acts each of several writers makes in one run. */
export const ACTS_EACH = 8;

/** Writers that each wait for an answer before they ask for more. */
export const writers = (count: number, appender: Appender): Run => ({
  name: appender.name,
  run: () =>
    Promise.all(
      Array.from({ length: count }, async (_, writer) => {
        for (let n = 0; n < ACTS_EACH; n += 1) await appender.append(writer);
      }),
    ),
});

export const alone = (appender: Appender): Run => ({ name: appender.name, run: () => appender.append() });
