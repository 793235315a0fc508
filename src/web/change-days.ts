import type { CalendarDate } from '../kernel/date.ts';
import type { AnyRecord } from '../model/kind.ts';
import type { KindName } from '../model/kinds.ts';
import type { RegisterContent } from '../model/register-header.ts';

/** What the arrangements are made of: meetings, advice and reports happen within them. */
const ARRANGEMENTS: readonly KindName[] = ['units', 'posts', 'appointments', 'bodies', 'seats', 'functions', 'instruments', 'provisions', 'series'];

/** So many are one to three pixels of a slider each. */
const ENOUGH = 240;

const known = new WeakMap<RegisterContent, readonly CalendarDate[]>();

/** The days on which some arrangement began or ended, in order; the latest where there are very many. Read through once, when first asked. */
export function changeDays(content: RegisterContent): readonly CalendarDate[] {
  let days = known.get(content);
  if (days === undefined) {
    const versions = ARRANGEMENTS.flatMap((kind) => (content.records[kind] ?? []) as readonly AnyRecord[]);
    const all = new Set(versions.flatMap(({ valid: { from, until } }) => [from, until].filter((day) => day !== undefined)));
    known.set(content, (days = [...all].sort().slice(-ENOUGH)));
  }
  return days;
}
