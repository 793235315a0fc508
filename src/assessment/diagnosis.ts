import type { Verdict } from '../rules/outcome.ts';

/** How an expectation stands, in the terms of the inspection: see `GLOSSARY.md`. */
export const DIAGNOSES = ['secured', 'person-dependent', 'despite-the-arrangements', 'on-paper-only', 'exposed', 'not-known', 'does-not-apply'] as const;
export type Diagnosis = (typeof DIAGNOSES)[number];

/** A lens that an expectation does not have, or that does not apply, counts as met; `partly` counts as not met. */
export function diagnose(applies: boolean, paper: Verdict, practice: Verdict, resilient: Verdict): Diagnosis {
  if (!applies) return 'does-not-apply';
  if (paper === 'not-known' || practice === 'not-known') return 'not-known';
  const [onPaper, inPractice] = [stands(paper), stands(practice)];
  if (!onPaper) return inPractice ? 'despite-the-arrangements' : 'exposed';
  if (!inPractice) return 'on-paper-only';
  return stands(resilient) ? 'secured' : 'person-dependent';
}

const stands = (verdict: Verdict): boolean => verdict === 'met' || verdict === 'does-not-apply';
