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

/** What a person may see and do as the first so many entries have it. */
interface Reached {
  readonly size: number;
  readonly access: Access;
}

/** What each person may see of each register, kept for as long as neither they nor it changes. */
export class Sights {
  readonly #kept = new Lru<Sight>(64);
  readonly #reached = new Lru<Reached>(64);

  /** @param content the register as known at the moment that is read; @param today on which it depends what the person may see */
  of(slug: string, standing: Standing, content: RegisterContent, person: Ref<'persons'>, today: CalendarDate, knownAt: Instant | undefined): Sight {
    const key = [slug, standing.edition, person, today, knownAt].join(' ');
    let sight = this.#kept.get(key);
    if (sight === undefined) {
      const access = this.#accessOf(slug, standing, person, today);
      sight = { access, content: access.content(content) };
      this.#kept.set(key, sight);
    }
    return sight;
  }

  /** Carried on from what was reached before where the register only grew since. */
  #accessOf(slug: string, { kept, content }: Standing, person: Ref<'persons'>, today: CalendarDate): Access {
    const now = kept?.image.snapshot(today) ?? new Snapshot(content, today);
    const standing = standingOf(now, person);
    if (kept === undefined) return new Access(ACCESS_RULES, now, standing);
    const key = [slug, person, today].join(' ');
    const { entries } = kept.image;
    const before = this.#reached.get(key);
    const since = before === undefined ? [] : entries.slice(before.size).flatMap(({ changes }) => changes);
    const access = before === undefined ? new Access(ACCESS_RULES, now, standing) : before.access.after(new Set(since.map(({ kind, id }): Ref => `${kind}/${id}`)), now, standing);
    this.#reached.set(key, { size: entries.length, access });
    return access;
  }
}
