import { join } from 'node:path';
import { z } from 'zod';
import { BUNDLED } from '../guidance/bundled.ts';
import { shapeFaults } from '../guidance/shape-faults.ts';
import { readYamlFile } from '../guidance/yaml-file.ts';
import type { CalendarDate } from '../kernel/date.ts';
import { faultInWords, type Fault } from '../kernel/fault.ts';
import { contains, overlaps } from '../kernel/period.ts';
import { ok, refused, type Result } from '../kernel/result.ts';
import type { Nation } from './nation.ts';
import { statutoryPeriod, type StatutoryPeriod } from './shapes.ts';

/** The periods that come with the product. */
export const PERIODS = join(BUNDLED, 'statutory-periods', 'periods.yaml');

/** Reads a file of periods whole. Answers every fault at once, each with file and line; of one id only one period holds on any day. */
export function loadPeriods(file: string = PERIODS): Result<readonly StatutoryPeriod[]> {
  const yaml = readYamlFile(file, 'statutory-periods/periods.yaml');
  if (!yaml.ok) return yaml;
  const parsed = z.array(statutoryPeriod).safeParse(yaml.value.value);
  if (!parsed.success) return refused(...shapeFaults(parsed.error, yaml.value, [], yaml.value.value));
  const faults = parsed.data.flatMap((period, index): readonly Fault[] => {
    const { placeOf } = yaml.value;
    const fault = (code: string, sentence: string, key: string): Fault => ({ category: 'input', code, sentence, place: placeOf([index, key]) });
    const earlier = parsed.data.slice(0, index).filter(({ id }) => id === period.id);
    return [
      ...(period.until !== undefined && period.until <= period.from ? [fault('backwards', '`until` is not after `from`.', 'until')] : []),
      ...(earlier.some((other) => overlaps(other, period)) ? [fault('two-in-force', `Another period \`${period.id}\` holds on the same days.`, 'from')] : []),
      ...(earlier.some((other) => other.nation !== period.nation || other.counts !== period.counts) ? [fault('another-meaning', `Another period \`${period.id}\` is of another nation or counts otherwise: it needs an id of its own.`, 'id')] : []),
    ];
  });
  return faults.length > 0 ? { ok: false, faults } : ok(parsed.data);
}

let bundled: readonly StatutoryPeriod[] | undefined;

/** The periods of a nation that hold on a day. @throws Error when the bundled file is not sound, which the tests rule out. */
export function periodsOf(nation: Nation, on: CalendarDate): readonly StatutoryPeriod[] {
  if (bundled === undefined) {
    const read = loadPeriods();
    if (!read.ok) throw new Error(read.faults.map(faultInWords).join('\n'));
    bundled = read.value;
  }
  return bundled.filter((period) => period.nation === nation && contains(period, on));
}

/** The period of that id which holds on a day (`wales-agenda`); undefined where none did. */
export const periodInForce = (nation: Nation, id: string, on: CalendarDate): StatutoryPeriod | undefined =>
  periodsOf(nation, on).find((period) => period.id === id);
