import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { columns, parts } from '../../src/documents/shown.ts';

const EN = { text: 'Yes' };
const CY = { text: 'Ie' };

describe('Words in the languages of a paper', () => {
  it('are in the language asked for, without a mark', () => {
    assert.deepEqual(parts({ en: 'Yes', cy: 'Ie' }, { in: 'cy' }), [{ lang: 'cy', runs: [CY] }]);
  });

  it('are in the other one where there is no other, with the mark in the language that is missing', () => {
    assert.deepEqual(parts({ en: 'Yes' }, { in: 'cy' }), [{ lang: 'en', runs: [EN], mark: { lang: 'cy', text: 'Yn Saesneg yn unig' } }]);
    assert.deepEqual(parts({ cy: 'Ie' }, { in: 'en' }), [{ lang: 'cy', runs: [CY], mark: { lang: 'en', text: 'Only in Welsh' } }]);
    assert.deepEqual(parts({ en: 'Yes', cy: ' ' }, { in: 'cy' }), parts({ en: 'Yes' }, { in: 'cy' }));
  });

  it('are in both one after the other, the first first, and once with a mark where one is missing', () => {
    assert.deepEqual(parts({ en: 'Yes', cy: 'Ie' }, { both: 'one-after-other', first: 'cy' }), [{ lang: 'cy', runs: [CY] }, { lang: 'en', runs: [EN] }]);
    assert.deepEqual(parts({ en: 'Yes' }, { both: 'one-after-other', first: 'cy' }), [{ lang: 'en', runs: [EN], mark: { lang: 'cy', text: 'Yn Saesneg yn unig' } }]);
  });

  it('leave a marked place in their column where one is missing', () => {
    assert.deepEqual(columns({ en: 'Yes' }, { both: 'side-by-side', first: 'cy' }), [{ lang: 'cy', runs: [], mark: { lang: 'cy', text: 'Yn Saesneg yn unig' } }, { lang: 'en', runs: [EN] }]);
  });

  it('are said once and in no language where they are the same in both', () => {
    assert.deepEqual(columns({ same: 'Yes' }, { both: 'side-by-side', first: 'cy' }), [{ lang: undefined, runs: [EN] }]);
  });
});
