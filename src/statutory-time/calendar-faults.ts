import { addDays, type CalendarDate } from '../kernel/date.ts';
import { quoted, type Fault } from '../kernel/fault.ts';
import { didYouMean } from '../kernel/nearest.ts';
import type { Path, YamlFile } from '../guidance/yaml-file.ts';
import { weekendName } from './calendar.ts';
import type { CalendarFile } from './shapes.ts';

/** What is wrong with a file of bank holidays that its form alone does not show. */
export function calendarFaults(file: CalendarFile, { placeOf }: Pick<YamlFile, 'placeOf'>): readonly Fault[] {
  const faults: Fault[] = [];
  const tell = (code: string, sentence: string, path: Path): void => void faults.push({ category: 'input', code, sentence, place: placeOf(path) });
  const known = (id: string, ids: readonly string[], what: string, path: Path): void => {
    if (!ids.includes(id)) tell('unknown-id', `${quoted(id)} is not one of the \`${what}\` of this file.${didYouMean(id, ids)}`, path);
  };

  if (file.from >= file.until || !file.from.endsWith('-01-01') || !file.until.endsWith('-01-01')) {
    tell('not-whole-years', 'What is known is whole years: `from` and `until` are each a 1 January, the second later.', ['until']);
  }
  for (const what of ['authorities', 'holidays'] as const) {
    const ids = file[what].map(({ id }) => id);
    ids.forEach((id, index) => void (ids.indexOf(id) !== index && tell('duplicate-id', `Another of the \`${what}\` has the id ${quoted(id)}.`, [what, index, 'id'])));
  }

  let before: CalendarDate | undefined;
  for (const [index, { on, holiday, by }] of file.days.entries()) {
    const at = (key: string): Path => ['days', index, key];
    known(holiday, file.holidays.map(({ id }) => id), 'holidays', at('holiday'));
    known(by, file.authorities.map(({ id }) => id), 'authorities', at('by'));
    const weekend = weekendName(on);
    if (weekend !== undefined) tell('on-a-weekend', `${quoted(on)} is a ${weekend.en}: list the substitute day in its place.`, at('on'));
    if (on < file.from || on >= file.until) tell('outside-known-years', `${quoted(on)} is not in the years from ${file.from} until ${file.until}.`, at('on'));
    if (before !== undefined && on <= before) tell('out-of-order', `${quoted(on)} does not come after ${quoted(before)}: each day stands once, in order.`, at('on'));
    before = on;
  }
  for (let year = Number(file.from.slice(0, 4)); `${year}-01-01` < file.until; year += 1) {
    if (!file.days.some(({ on }) => on.startsWith(`${year}-`))) tell('empty-year', `${year} has no bank holiday here: the file knows until ${addDays(file.until, -1)}.`, ['until']);
  }
  return faults;
}
