import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Campaign } from '../../faults/case.ts';

/** The campaign with few repetitions, so that a fault is seen on the day it comes; `npm run faults` runs it whole. */
export function shortForm({ title, cases }: Campaign): void {
  describe(title, () => {
    for (const { what, cannot, times, run } of cases) {
      if (times.short === 0) continue;
      it(`keeps the rule: ${what}`, async (test) => {
        const why = cannot?.();
        if (why !== undefined) return test.skip(why);
        const { breaches } = await run(times.short);
        assert.deepEqual(breaches, []);
      });
    }
  });
}
