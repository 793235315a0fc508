import { Access } from '../access/access.ts';
import { standingOf } from '../access/standing.ts';
import { ACCESS_RULES } from '../areas/access-rules.ts';
import type { CalendarDate } from '../kernel/date.ts';
import type { Instant } from '../kernel/instant.ts';
import type { Ref } from '../model/field.ts';
import type { RegisterContent } from '../model/register-header.ts';
import { Snapshot } from '../register/snapshot.ts';
import { Lru } from './lru.ts';
import type { Standing } from './shelf.ts';

/** A register as one person may see it. */
export interface Sight {
  readonly access: Access;
  readonly content: RegisterContent;
}

/** What each person may see of each register, kept for as long as neither they nor it changes. */
export class Sights {
  readonly #kept = new Lru<Sight>(64);

  /** @param content the register as known at the moment that is read; @param today on which it depends what the person may see */
  of(slug: string, standing: Standing, content: RegisterContent, person: Ref<'persons'>, today: CalendarDate, knownAt: Instant | undefined): Sight {
    const key = [slug, standing.edition, person, today, knownAt].join(' ');
    let sight = this.#kept.get(key);
    if (sight === undefined) {
      const now = standing.kept?.image.snapshot(today) ?? new Snapshot(standing.content, today);
      const access = new Access(ACCESS_RULES, now, standingOf(now, person));
      sight = { access, content: access.content(content) };
      this.#kept.set(key, sight);
    }
    return sight;
  }
}
