import { assess, type Assessment } from '../assessment/assess.ts';
import { readingLookBack, snapshotOf } from '../assessment/open-register.ts';
import { WarmAssessments } from '../assessment/warm-assessments.ts';
import type { CalendarDate } from '../kernel/date.ts';
import type { Instant } from '../kernel/instant.ts';
import { Lru } from './lru.ts';
import type { Standing } from './shelf.ts';

/**
 * Registers judged on dates. What is known now of a kept register is carried on from entry to entry; of the rest the few used last are
 * kept, since judging one anew costs many times what showing it does.
 */
export class Assessments {
  readonly #kept = new Lru<Assessment>(12);
  readonly #warm = new WarmAssessments();

  on(slug: string, standing: Standing, date: CalendarDate, knownAt: Instant | undefined): Assessment {
    const lookBack = readingLookBack(standing);
    if (standing.kept !== undefined && knownAt === undefined) return this.#warm.of(standing.kept.image.snapshot(date), standing.compiled, lookBack);
    const key = `${slug} ${standing.edition} ${date} ${knownAt ?? ''}`;
    let assessment = this.#kept.get(key);
    if (assessment === undefined) {
      assessment = assess(standing.kept?.image.snapshot(date, knownAt) ?? snapshotOf(standing, date), standing.compiled, lookBack);
      this.#kept.set(key, assessment);
    }
    return assessment;
  }
}
