import { Access } from '../../access/access.ts';
import { PUBLIC } from '../../access/standing.ts';
import { ACCESS_RULES } from '../../areas/access-rules.ts';
import { Snapshot } from '../../register/snapshot.ts';
import { Speaker } from '../../rules/say.ts';
import type { Ask } from '../page.ts';
import { readingOf, type Library, type Reading } from '../reading.ts';
import type { Shelved, Standing } from '../shelf.ts';
import { publishedAddress } from './published-addresses.ts';

/** The register as anybody may see it: today, what is published, with every link staying among the published pages. */
export function publishedReading(ask: Ask, shelved: Shelved, standing: Standing, library: Library): Reading {
  const whole = readingOf({ ...ask, visitor: undefined, query: new URLSearchParams() }, shelved, standing, library);
  const { date } = whole.asAt;
  const now = standing.kept?.image.snapshot(date) ?? new Snapshot(standing.content, date);
  const access = new Access(ACCESS_RULES, now, PUBLIC);
  const content = access.content(standing.content);
  const seen = new Snapshot(content, date);
  const record = (ref: string): string => publishedAddress(ask.language, shelved.slug, ref);
  return {
    ...whole,
    register: { content, compiled: standing.compiled },
    seen,
    access,
    speaker: new Speaker(seen, whole.assessment.facts.words, ask.language),
    to: { ...whole.to, record, standing: record },
  };
}
