import { join } from 'node:path';
import { z } from 'zod';
import { BUNDLED } from '../guidance/bundled.ts';
import type { CalendarDate } from '../kernel/date.ts';
import { faultInWords, type Fault } from '../kernel/fault.ts';
import { contains, overlaps } from '../kernel/period.ts';
import { ok, type Result } from '../kernel/result.ts';
import { clockLength } from './clock-length.ts';
import { loadList } from './load-list.ts';
import type { Nation } from './nation.ts';
import { statutoryPeriod } from './shapes.ts';

/** The decisions that come with the product. */
export const RESERVED_DECISIONS = join(BUNDLED, 'reserved-decisions', 'scotland.yaml');

const { id, nation, what, from, until, authority, checkedOn } = statutoryPeriod.shape;

/** A decision that law puts on one officer by name. Of its time exactly one is said: hours that pass, working days, or that the law names none. */
const reservedDecision = z
  .strictObject({
    id, nation, what, from, until, authority, checkedOn,
    /** What its time runs from, in the middle of a sentence: "receiving the request for a review". */
    runsFrom: what,
    within: z.string().refine((written) => clockLength(written).ok, { error: 'a time such as PT72H or P7D is expected' }).optional(),
    workingDays: z.int().min(1).max(366).optional(),
    noTime: z.literal(true).optional(),
  })
  .refine(({ within, workingDays, noTime }) => [within, workingDays, noTime].filter((time) => time !== undefined).length === 1, { error: 'one of `within`, `workingDays` and `noTime` is expected', path: ['within'] });

export type ReservedDecision = z.output<typeof reservedDecision>;

/** Reads the file whole. Answers every fault at once, each with file and line; of one id only one holds on any day. */
export function loadReservedDecisions(file: string = RESERVED_DECISIONS): Result<readonly ReservedDecision[]> {
  const read = loadList(file, 'reserved-decisions/scotland.yaml', reservedDecision);
  if (!read.ok) return read;
  const { items, yaml } = read.value;
  const faults = items.flatMap((decision, index): readonly Fault[] => {
    const fault = (code: string, sentence: string, key: string): Fault => ({ category: 'input', code, sentence, place: yaml.placeOf([index, key]) });
    const twice = items.slice(0, index).some((other) => other.id === decision.id && other.nation === decision.nation && overlaps(other, decision));
    return [
      ...(decision.until !== undefined && decision.until <= decision.from ? [fault('backwards', '`until` is not after `from`.', 'until')] : []),
      ...(twice ? [fault('two-in-force', `Another decision \`${decision.id}\` holds on the same days.`, 'from')] : []),
    ];
  });
  return faults.length > 0 ? { ok: false, faults } : ok(items);
}

let bundled: readonly ReservedDecision[] | undefined;

/** The decisions reserved in a nation by what holds on a day. @throws Error when the bundled file is not sound, which the tests rule out. */
export function reservedDecisions(of: Nation, on: CalendarDate): readonly ReservedDecision[] {
  if (bundled === undefined) {
    const read = loadReservedDecisions();
    if (!read.ok) throw new Error(read.faults.map(faultInWords).join('\n'));
    bundled = read.value;
  }
  return bundled.filter((decision) => decision.nation === of && contains(decision, on));
}

/** The decision of that id which is reserved on a day; undefined where none is. */
export const reservedDecisionOn = (of: Nation, wanted: string, on: CalendarDate): ReservedDecision | undefined => reservedDecisions(of, on).find((decision) => decision.id === wanted);
