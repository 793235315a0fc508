import type { Role } from '../../../src/access/roles.ts';
import type { Allowed, KindRule } from '../../../src/access/table.ts';
import { ACCESS_RULES } from '../../../src/areas/access-rules.ts';
import type { AnyRecord } from '../../../src/model/kind.ts';
import type { KindName } from '../../../src/model/kinds.ts';
import { CONFIDENTIAL, PUBLIC_KINDS, PUBLISHED, type Somebody } from './people.ts';
import type { Seed } from './seed.ts';

const kindOf = (ref: string): KindName => ref.slice(0, ref.indexOf('/')) as KindName;

/**
 * Who may know and keep what, worked out apart from the program: the areas' tables are read as lists of names, what people hold and
 * what is published or confidential is said by hand.
 */
export class Oracle {
  readonly #seed: Seed;
  readonly #public: ReadonlySet<string>;
  readonly #confidential: ReadonlySet<string>;

  constructor(seed: Seed) {
    const named = (refs: readonly string[]): ReadonlySet<string> => new Set(refs.map((ref) => `${kindOf(ref)}/${seed.idOf(ref.slice(ref.indexOf('/') + 1))}`));
    this.#seed = seed;
    this.#public = named(PUBLISHED);
    this.#confidential = named(CONFIDENTIAL);
  }

  sees(who: Somebody, ref: string): boolean {
    return this.#seed.records.get(ref)?.some((record) => this.#seesRecord(who, record)) === true;
  }

  /** @param record as it is or as it would be: what it names decides, not what is known of it */
  keeps(who: Somebody, record: AnyRecord): boolean {
    return this.#isAmong(who, ruleOf(record.ref).keep, record);
  }

  /** Every canary of the authority that somebody may meet. */
  wordsFor(who: Somebody): ReadonlySet<string> {
    return new Set([...this.#seed.places].filter(([, { ref, field }]) => ref === undefined || this.#seesField(who, ref, field)).map(([word]) => word));
  }

  /** Whether the table of an act lets somebody do it: by a role or, of a record, as one whom it concerns. */
  mayAct(who: Somebody, allowed: readonly Allowed[], record: AnyRecord | undefined): boolean {
    return record === undefined ? allowed.some((one) => who.roles.includes(one as Role) || (one === 'concerned' && who.roles.includes('insider'))) : this.#isAmong(who, allowed, record);
  }

  #seesField(who: Somebody, ref: string, field: string): boolean {
    return (this.#seed.records.get(ref) ?? []).some((record) => {
      if (!this.#seesRecord(who, record)) return false;
      if (field === 'id') return true;
      // An item is seen without what it names, whatever that is; a private one by those of the meeting alone.
      const [list = '', isPrivate] = field.split(', ');
      const parts = ruleOf(ref).parts?.[list];
      if (parts !== undefined) return isPrivate === undefined || this.#isAmong(who, parts.read, record);
      const guard = ruleOf(ref).guarded?.[field];
      return (guard === undefined || this.#isAmong(who, guard, record)) && this.#namedIn((record as unknown as Record<string, unknown>)[field]).every((named) => this.sees(who, named));
    });
  }

  #seesRecord(who: Somebody, record: AnyRecord): boolean {
    const { ref } = record;
    if (this.#public.has(ref) || (PUBLIC_KINDS as readonly string[]).includes(kindOf(ref))) return true;
    const rule = ruleOf(ref);
    return this.#isAmong(who, this.#confidential.has(ref) ? ['concerned'] : rule.read, record);
  }

  #isAmong(who: Somebody, allowed: readonly Allowed[], record: AnyRecord): boolean {
    const own = new Set([`persons/${this.#seed.idOf(who.person)}`, ...who.holds.map((held) => `${kindOf(held)}/${this.#seed.idOf(held.slice(held.indexOf('/') + 1))}`)]);
    const isConcerned = (): boolean => (ruleOf(record.ref).concerns ?? []).some((path) => wordsAt(record, path).some((word) => own.has(word)));
    return allowed.some((one) => (one === 'concerned' ? isConcerned() : who.roles.includes(one as Role)));
  }

  /** Every record that a value names, however deep. */
  #namedIn(value: unknown): readonly string[] {
    if (typeof value === 'string') return this.#seed.records.has(value) ? [value] : [];
    return typeof value === 'object' && value !== null ? Object.values(value).flatMap((inner) => this.#namedIn(inner)) : [];
  }
}

const ruleOf = (ref: string): KindRule => ACCESS_RULES[kindOf(ref)];

/** The words at a path such as `lessons.for`, through lists. */
function wordsAt(value: unknown, path: string): readonly string[] {
  let found: readonly unknown[] = [value];
  for (const step of path.split('.')) found = found.flatMap((one) => [(one as Record<string, unknown> | undefined)?.[step]].flat(2));
  return found.flat(2).filter((one) => typeof one === 'string');
}
