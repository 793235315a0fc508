import { quoted } from '../../kernel/fault.ts';
import type { Limits } from './limits.ts';
import { Unreadable, type Source, type Spot, type SpotFault, type Spots } from './source.ts';

interface Growing extends Spots {
  readonly keys: string[];
  readonly keyAt: Spot[];
  readonly valueAt: Spot[];
  written?: Map<string | number, string>;
}

/** Builds the values of a file with their spots; names keys given twice; stops at the limit of values. */
export class Tree {
  readonly spots: Map<object, Growing> = new Map();
  readonly faults: SpotFault[] = [];
  readonly #limits: Limits;
  #values = 0;

  constructor(limits: Limits) {
    this.#limits = limits;
  }

  map(): Record<string, unknown> {
    const map = {};
    this.spots.set(map, { keys: [], keyAt: [], valueAt: [] });
    return map;
  }

  list(): unknown[] {
    const list: unknown[] = [];
    this.spots.set(list, { keys: [], keyAt: [], valueAt: [] });
    return list;
  }

  /** @param written the number as it stands in the file, where the value is one */
  put(map: Record<string, unknown>, key: string, keyAt: Spot, value: unknown, valueAt: Spot, written?: string): void {
    this.count(1, valueAt);
    if (Object.hasOwn(map, key)) {
      this.faults.push({ spot: keyAt, code: 'duplicate-key', tell: () => ({ sentence: `${quoted(key)} is given twice here. Keep one of them.`, found: key }) });
      if (this.faults.length >= this.#limits.keys) throw new Unreadable(...this.faults);
      return;
    }
    const spots = this.spots.get(map);
    if (spots !== undefined && spots.keys.length >= this.#limits.keys) throw tooMany(keyAt, this.#limits.keys, 'keys in one group');
    spots?.keys.push(key);
    spots?.keyAt.push(keyAt);
    spots?.valueAt.push(valueAt);
    // Assigning `__proto__` would set the prototype instead of a key.
    if (key === '__proto__') Object.defineProperty(map, key, { value, enumerable: true, configurable: true, writable: true });
    else map[key] = value;
    if (typeof value === 'number') this.#keepWritten(spots, key, value, written);
  }

  push(list: unknown[], value: unknown, valueAt: Spot, written?: string): void {
    this.count(1, valueAt);
    const spots = this.spots.get(list);
    spots?.valueAt.push(valueAt);
    if (typeof value === 'number') this.#keepWritten(spots, list.length, value, written);
    list.push(value);
  }

  /** Counts values that are used again, beside those put and pushed. */
  count(values: number, at: Spot): void {
    this.#values += values;
    if (this.#values > this.#limits.values) throw tooMany(at, this.#limits.values, 'values');
  }

  done(value: unknown): Source {
    return { value, spots: this.spots, faults: this.faults };
  }

  #keepWritten(spots: Growing | undefined, key: string | number, value: number, written: string | undefined): void {
    if (spots === undefined || written === undefined || written === String(value)) return;
    spots.written ??= new Map();
    spots.written.set(key, written);
  }
}

/** The refusal of a file with more of something than is read. */
export function tooMany(spot: Spot, limit: number, what: string): Unreadable {
  return new Unreadable({
    spot,
    code: 'too-much',
    tell: () => ({ sentence: `The file holds more than ${limit.toLocaleString('en-GB')} ${what}, the most that is read. Split it.`, expected: `at most ${limit} ${what}` }),
  });
}

/** The refusal of a file whose top is no group of keys. */
export const notARegister = (spot: Spot): Unreadable =>
  new Unreadable({ spot, code: 'not-a-register', tell: () => ({ sentence: 'The file is not a register: its top must be keys such as `register:` and `posts:`.', expected: 'a group of keys' }) });

/** The refusal of lists and groups inside each other beyond any register. */
export const tooDeep = (spot: Spot, limit: number): Unreadable =>
  new Unreadable({
    spot,
    code: 'too-deep',
    tell: () => ({ sentence: `Lists and groups stand more than ${limit} deep inside each other here. No register needs that.`, expected: `at most ${limit} levels` }),
  });
