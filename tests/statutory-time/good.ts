import assert from 'node:assert/strict';
import { faultInWords } from '../../src/kernel/fault.ts';
import { parseInstant, type Instant } from '../../src/kernel/instant.ts';
import type { Result } from '../../src/kernel/result.ts';

/** The value, or a failed test that says what was refused. */
export const good = <T>(result: Result<T>): T => (result.ok ? result.value : assert.fail(result.faults.map(faultInWords).join('\n')));

/** The sentences of a refusal. */
export const refusal = (result: Result<unknown>): string => (result.ok ? assert.fail('It was not refused.') : result.faults.map(faultInWords).join('\n'));

export const at = (text: string): Instant => parseInstant(text) ?? assert.fail(`\`${text}\` is no instant.`);
