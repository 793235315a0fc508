import { quoted } from '../kernel/fault.ts';
import { didYouMean, nearest } from '../kernel/nearest.ts';
import { ok, refused, type Result } from '../kernel/result.ts';
import type { Snapshot } from '../register/snapshot.ts';
import { assess, type Assessment } from './assess.ts';
import { openPack, packOf, readingLookBack } from './open-register.ts';

/** The register judged by the guidance that it names, over the usual look-back. Faults: those of the guidance. */
export function judgedByItsGuidance(snapshot: Snapshot): Result<Assessment> {
  const opened = openPack(packOf(snapshot.header));
  return opened.ok ? ok(assess(snapshot, opened.value, readingLookBack({ compiled: opened.value }))) : opened;
}

/** Faults: `no-such-expectation`, where the register’s guidance has none of this id. @param path the key of the input that named it */
export function checkExpectations(snapshot: Snapshot, ids: readonly string[], path: string): Result<undefined> {
  const opened = openPack(packOf(snapshot.header));
  if (!opened.ok) return opened;
  const known = opened.value.expectations.map(({ expectation }) => expectation.id);
  const faults = ids.flatMap((id, index) => {
    if (known.includes(id)) return [];
    const near = nearest(id, known);
    const place = { path: path.endsWith('s') ? `${path}[${index}]` : path };
    return [{ category: 'input' as const, code: 'no-such-expectation', sentence: `${quoted(id)} is no expectation of this register’s guidance.${didYouMean(id, known)}`, place, found: id, ...(near === undefined ? {} : { nearest: near }) }];
  });
  return faults.length === 0 ? ok(undefined) : refused(...faults);
}
