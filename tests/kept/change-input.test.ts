import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { faultInWords } from '../../src/kernel/fault.ts';
import { readChanges } from '../../src/register/acts/change-input.ts';

describe('The input of a generic act', () => {
  const body = { body: 'cmt', holder: 'director', role: 'member' };

  it('names its kind in the plural or in the singular', () => {
    for (const kind of ['seats', 'seat']) {
      const read = readChanges({ kind, id: 's1', body }, 'needed');
      assert.deepEqual(read.ok && read.value.map((change) => change.kind), ['seats']);
    }
  });

  it('is refused for a kind that there is not, with the nearest', () => {
    const read = readChanges({ kind: 'seets', id: 's1', body }, 'needed');
    assert.match(read.ok ? '' : read.faults.map(faultInWords).join(), /`seets` is not a kind of record\. Did you mean `seats`\?/);
  });
});
