import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { duration, durationInWords as inSentence } from '../../src/kernel/duration.ts';
import { counted } from '../../src/web/words/counted.ts';
import { durationInWords } from '../../src/web/words/duration.ts';
import { inLanguage } from '../../src/web/words/pairs.ts';
import { recordingWords } from '../../src/web/words/recording.ts';

describe('A number in words', () => {
  const said = (count: number, language: 'en' | 'cy'): string => counted(inLanguage(recordingWords, language).found, count, language);

  it('has one form for one and another for more in English', () => {
    assert.deepEqual([1, 2, 1200].map((count) => said(count, 'en')), ['One record found', '2 records found', '1,200 records found']);
  });

  it('has in Welsh the singular after a number, its first letter changed, or the plural after “o”', () => {
    assert.deepEqual([1, 2, 3, 4, 6].map((count) => said(count, 'cy')), ['Cafwyd hyd i un cofnod', 'Cafwyd hyd i 2 gofnod', 'Cafwyd hyd i 3 chofnod', 'Cafwyd hyd i 4 o gofnodion', 'Cafwyd hyd i 6 o gofnodion']);
  });

  it('fills the other places of the phrase too', () => {
    assert.equal(counted({ one: '{count} of {all}', other: '{count} out of {all}' }, 3, 'en', { all: 7 }), '3 out of 7');
  });

  it('has for years, months and days in Welsh the forms that follow a number', () => {
    assert.deepEqual(['P1Y6M', 'P2Y', 'P3Y', 'P5Y', 'P2M', 'P6M', 'P2D'].map((length) => durationInWords(duration(length), 'cy')), ['1 flwyddyn a 6 mis', '2 flynedd', '3 blynedd', '5 mlynedd', '2 fis', '6 mis', '2 ddiwrnod']);
    assert.deepEqual(['P1Y', 'P2Y', 'P5Y', 'P1M'].map((length) => inSentence(duration(length), 'cy')), ['blwyddyn', '2 flynedd', '5 mlynedd', 'mis']);
  });
});
