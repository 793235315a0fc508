import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { canonicalJson } from '../../src/kernel/canonical-json.ts';
import { faultInWords, quoted } from '../../src/kernel/fault.ts';
import { didYouMean, nearest } from '../../src/kernel/nearest.ts';

describe('Canonical JSON (RFC 8785)', () => {
  it('orders keys by their UTF-16 units and writes numbers as ECMAScript does', () => {
    assert.equal(canonicalJson({ b: 1e21, a: [true, null, '\u20ac'], '\u{1f600}': 1, '\ufb33': 2 }), '{"a":[true,null,"\u20ac"],"b":1e+21,"\u{1f600}":1,"\ufb33":2}');
  });

  it('is the same however the keys were put in, and reads back to the same value', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.oneof(fc.string(), fc.integer(), fc.boolean())), (value) => {
        const turned = Object.fromEntries(Object.entries(value).toReversed());
        assert.equal(canonicalJson(turned), canonicalJson(value));
        assert.deepEqual(JSON.parse(canonicalJson(value)), JSON.parse(JSON.stringify(value)));
      }),
    );
  });
});

describe('A fault', () => {
  it('is one line with its place, and what was found is safe to print', () => {
    const sentence = faultInWords({ category: 'input', code: 'x', sentence: 'No.', place: { file: 'a.yaml', line: 3, column: 5, path: 'posts.0.id' } });
    assert.equal(sentence, 'a.yaml:3:5, posts.0.id: No.');
    assert.equal(quoted('a\u001b[31m\nb'), '`a [31m b`');
    assert.equal(quoted('x'.repeat(100)).length, 62);
  });
});

describe('The nearest choice', () => {
  it('is found through a slip and not invented', () => {
    assert.equal(nearest('safegarding', ['safeguarding', 'workforce']), 'safeguarding');
    assert.equal(nearest('zzzzzzzz', ['safeguarding', 'workforce']), undefined);
    assert.equal(didYouMean('Chair', ['chair', 'member']), ' Did you mean `chair`?');
  });
});
