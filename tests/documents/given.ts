import assert from 'node:assert/strict';
import { faultInWords } from '../../src/kernel/fault.ts';
import type { Result } from '../../src/kernel/result.ts';

/** What a writer gave; fails with its sentences where it refused. */
export function given<T>(result: Result<T>): T {
  assert.ok(result.ok, result.ok ? '' : result.faults.map(faultInWords).join('\n'));
  return result.value;
}

/** The sentences of a refusal; fails where nothing was refused. */
export function refusal(result: Result<unknown>): readonly string[] {
  assert.ok(!result.ok, 'It was not refused.');
  return result.faults.map(({ sentence }) => sentence);
}
