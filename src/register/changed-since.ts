import { quoted } from '../kernel/fault.ts';
import { refused, type Result } from '../kernel/result.ts';
import type { Image } from './image.ts';

/** The refusal where a record was changed after somebody relied on it. @param since what they did then */
export function changedSince(record: string, image: Image, since: string): Result<never> {
  const last = image.lastChanged(record);
  const entry = last === undefined ? undefined : image.entries[last];
  const what = entry === undefined ? `${quoted(record)} was never entered` : `${quoted(record)} was changed by entry ${entry.number} (${entry.act} by ${entry.actor.person}: ${entry.reason}) since ${since}`;
  return refused({ category: 'conflict', code: 'changed-since', sentence: `${what}. Look again, and decide again.`, found: record });
}
