import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { personalDataIn } from '../../../src/areas/advice/personal-data.ts';

describe('Words that plainly say who somebody is', () => {
  for (const [words, kind] of [
    ['Write to jane.doe@example.org', 'an email address'],
    ['NI AB 12 34 56 C', 'a National Insurance number'],
    ['Ring 07700 900123', 'a phone number'],
    ['Ring (01632) 960 001', 'a phone number'],
    ['Ring +44 1632 960001', 'a phone number'],
    ['CHI 0101121234', 'an NHS or CHI number'],
    ['NHS number 943 476 5919', 'an NHS or CHI number'],
    ['A child, DOB 1 March 2009', 'a date of birth'],
    ['A child born 12/03/2009', 'a date of birth'],
    ['Plentyn a ganwyd ar 12/03/2009', 'a date of birth'],
    ['Case no. 4471', 'a case number'],
    ['Referral P123456', 'a case number'],
    ['Achos 20117', 'a case number'],
    ['SWIFT/1234567', 'a case number'],
  ] as const) it(`are refused as ${kind}: ${words}`, () => assert.equal(personalDataIn(words)?.en, kind));

  for (const words of [
    'Secure accommodation authorisation, S.S.I. 2013/212 regulation 4', 'Review of a placement of 2 May 2014 at 16:30', 'Closing 12 of 40 places and saving £1,250,000', 'Caseloads of 25 to 30 in 2012/13',
    'Schools that were born of the merger', 'Paper 7.2 of 24 March 2010, paragraphs 3.1 to 3.22', 'A case in which two teams disagree', 'A reference to the inspection of 2010 to 2011',
  ]) it(`are let through where they say nobody: ${words}`, () => assert.equal(personalDataIn(words), undefined));
});
