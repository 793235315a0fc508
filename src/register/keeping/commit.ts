import { setTimeout as sleep } from 'node:timers/promises';
import type { Kept } from './catch-up.ts';
import { decideBatch } from './decide-batch.ts';
import type { InStep } from './in-step.ts';
import { overtaken } from './not-kept.ts';
import { OutOfStep } from '../store/store.ts';
import type { Waiting } from './waiting-acts.ts';

/** How often a batch is decided while others write in between, and the most it then waits to try again, in milliseconds. */
const TRIES = 20;
const LONGEST_WAIT = 50;

/**
 * Decides the acts on what is kept by now, keeps what they come to in one commit, and answers them; where one must be kept before
 * the next is decided, in several. @throws NotIntact, OutcomeUnknown, or what the store says
 */
export async function commit(waiting: readonly Waiting[], step: InStep, kept: Kept & { readonly shared: boolean }): Promise<void> {
  for (let left = waiting; left.length > 0; ) left = await commitFirst(left, step, kept);
}

/** Answers those that are still to be decided. */
async function commitFirst(waiting: readonly Waiting[], step: InStep, kept: Kept & { readonly shared: boolean }): Promise<readonly Waiting[]> {
  for (let tries = 1; ; tries += 1) {
    const { appended, read, answers, left } = decideBatch(waiting, await step.inMemory(), kept);
    try {
      if (appended !== undefined) await step.append(appended, read);
      // What is refused, or was done before, must be so by what others have acknowledged too.
      else if (kept.shared && !(await step.isCurrent())) throw new OutOfStep();
      for (const [answer, result] of answers) answer(result);
      return left;
    } catch (error) {
      if (!(error instanceof OutOfStep)) throw error;
      if (tries === TRIES) {
        for (const [answer] of answers) answer(overtaken(tries));
        return left;
      }
      if (tries > 1) await sleep(Math.random() * Math.min(2 ** tries, LONGEST_WAIT));
      await step.upToDate();
    }
  }
}
