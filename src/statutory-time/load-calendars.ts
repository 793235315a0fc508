import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { BUNDLED } from '../guidance/bundled.ts';
import { shapeFaults } from '../guidance/shape-faults.ts';
import { readYamlFile } from '../guidance/yaml-file.ts';
import { faultInWords, type Fault } from '../kernel/fault.ts';
import { ok, type Result } from '../kernel/result.ts';
import { calendarFaults } from './calendar-faults.ts';
import type { Calendar } from './calendar.ts';
import { NATIONS, type Nation } from './nation.ts';
import { calendarFile, type CalendarFile } from './shapes.ts';

export type Calendars = Readonly<Record<Nation, Calendar>>;

/** The folder of the bank holidays that come with the product. */
export const BANK_HOLIDAYS = join(BUNDLED, 'bank-holidays');

/** Reads every file of a folder whole. Answers every fault at once, each with file and line; each nation stands in exactly one file. */
export function loadCalendars(folder: string = BANK_HOLIDAYS): Result<Calendars> {
  const faults: Fault[] = [];
  const found = new Map<Nation, Calendar>();
  for (const name of readdirSync(folder).filter((each) => each.endsWith('.yaml')).sort()) {
    const yaml = readYamlFile(join(folder, name), `bank-holidays/${name}`);
    const parsed = yaml.ok ? calendarFile.safeParse(yaml.value.value) : undefined;
    if (!yaml.ok) faults.push(...yaml.faults);
    else if (parsed?.success === false) faults.push(...shapeFaults(parsed.error, yaml.value, [], yaml.value.value));
    else if (parsed?.success === true) {
      faults.push(...calendarFaults(parsed.data, yaml.value));
      const calendar = calendarIn(parsed.data);
      parsed.data.nations.forEach((nation, index) => {
        if (found.has(nation)) faults.push({ category: 'input', code: 'nation-twice', sentence: `The bank holidays of \`${nation}\` stand in another file too.`, place: yaml.value.placeOf(['nations', index]) });
        found.set(nation, calendar);
      });
    }
  }
  const [wales, england, scotland] = NATIONS.map((nation) => found.get(nation));
  if (faults.length === 0 && wales !== undefined && england !== undefined && scotland !== undefined) return ok({ wales, england, scotland });
  const missing = faults.length > 0 ? [] : NATIONS.filter((nation) => !found.has(nation));
  return { ok: false, faults: [...faults, ...missing.map((nation): Fault => ({ category: 'input', code: 'nation-missing', sentence: `No file has the bank holidays of \`${nation}\`.`, place: { file: 'bank-holidays' } }))] };
}

function calendarIn({ from, until, checkedOn, authorities, holidays, days }: CalendarFile): Calendar {
  const dated = days.flatMap(({ on, holiday, by, as }) => {
    const [name, authority] = [holidays.find(({ id }) => id === holiday), authorities.find(({ id }) => id === by)];
    return name === undefined || authority === undefined ? [] : [[on, { on, name: { en: name.en, cy: name.cy }, as, by: authority }] as const];
  });
  return { from, until, checkedOn, holidays: new Map(dated) };
}

let bundled: Calendars | undefined;

/** The bank holidays of a nation that come with the product, read once. @throws Error when they are not sound, which the tests rule out. */
export function calendarOf(nation: Nation): Calendar {
  if (bundled === undefined) {
    const read = loadCalendars();
    if (!read.ok) throw new Error(read.faults.map(faultInWords).join('\n'));
    bundled = read.value;
  }
  return bundled[nation];
}
