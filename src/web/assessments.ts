import { assess, type Assessment } from '../assessment/assess.ts';
import { readingLookBack, snapshotOf, type OpenRegister } from '../assessment/open-register.ts';
import type { CalendarDate } from '../kernel/date.ts';
import { Lru } from './lru.ts';

/** Registers judged on dates; the few used last are kept, since judging one anew costs many times what showing it does. */
export class Assessments {
  readonly #kept = new Lru<Assessment>(12);

  on(slug: string, register: OpenRegister, date: CalendarDate): Assessment {
    const key = `${slug} ${date}`;
    let assessment = this.#kept.get(key);
    if (assessment === undefined) {
      assessment = assess(snapshotOf(register, date), register.compiled, readingLookBack(register));
      this.#kept.set(key, assessment);
    }
    return assessment;
  }
}
