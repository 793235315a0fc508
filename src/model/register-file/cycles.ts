import { quoted } from '../../kernel/fault.ts';
import { contains } from '../../kernel/period.ts';
import type { CalendarDate } from '../../kernel/date.ts';
import { kindNamed } from '../kinds.ts';
import type { FaultList } from './fault-list.ts';
import { groupedBy, type Held } from './held.ts';
import type { Telling } from './source.ts';

/** Lines are followed on every day on which one changes: so many records times days, and no more. */
const STEPS = 2_000_000;

/** A line that must not come back to where it began: whom a post reports to, what a unit is part of. */
export function checkCycles(held: readonly Held[], faults: FaultList): void {
  for (const [kind, records] of groupedBy(held, (record) => record.kind)) {
    const field = kindNamed(kind as Held['kind']).acyclic;
    if (field !== undefined) checkKind(records, field, faults);
  }
}

function checkKind(records: readonly Held[], field: string, faults: FaultList): void {
  const suspects = inLoops(records, field);
  const days = daysOfChange(suspects);
  const told = new Set<string>();
  if (suspects.length * days.length > STEPS) {
    const [first] = suspects;
    if (first !== undefined) faults.add(first.path, 'value', 'cycle', () => ({ sentence: `So many versions lead to each other by ${quoted(field)} that the lines cannot be followed. Take out the loops.` }));
    return;
  }
  for (const day of days) {
    for (const loop of loopsOn(day, suspects, field)) {
      const key = loop.map((record) => String(record.path[1])).toSorted().join();
      if (told.has(key)) continue;
      told.add(key);
      tellLoop(loop, field, faults);
    }
  }
}

/** Those whose line may come back: what is left when every id whose line ends is taken away, again and again, whatever its dates. */
function inLoops(records: readonly Held[], field: string): readonly Held[] {
  const leads = new Map<string, Set<string>>();
  for (const record of records) {
    const from = leads.get(refOf(record)) ?? new Set<string>();
    leads.set(refOf(record), from);
    const to = record.value[field];
    if (typeof to === 'string') from.add(to);
  }
  const led = new Map<string, string[]>();
  const left = new Map<string, number>();
  for (const [from, targets] of leads) {
    const known = [...targets].filter((to) => leads.has(to));
    left.set(from, known.length);
    for (const to of known) led.set(to, append(led.get(to), from));
  }
  const ended = [...left].filter(([, count]) => count === 0).map(([ref]) => ref);
  for (let ref = ended.pop(); ref !== undefined; ref = ended.pop()) {
    left.delete(ref);
    for (const from of led.get(ref) ?? []) {
      const count = (left.get(from) ?? 1) - 1;
      left.set(from, count);
      if (count === 0) ended.push(from);
    }
  }
  return left.size === 0 ? [] : records.filter((record) => left.has(refOf(record)));
}

const refIn = (value: unknown): string => (typeof value === 'string' ? value : '');

const refOf = ({ kind, id }: Held): string => `${kind}/${id}`;

function append<T>(list: T[] | undefined, item: T): T[] {
  if (list === undefined) return [item];
  list.push(item);
  return list;
}

/** Days on which the lines among these differ from the day before; the first stands for all days before it. */
function daysOfChange(records: readonly Held[]): readonly (CalendarDate | undefined)[] {
  return [undefined, ...new Set(records.map(({ valid }) => valid.from).filter((day) => day !== undefined))];
}

const holdsOn = (record: Held, day: CalendarDate | undefined): boolean => (day === undefined ? record.valid.from === undefined : contains(record.valid, day));

function* loopsOn(day: CalendarDate | undefined, records: readonly Held[], field: string): Generator<readonly Held[]> {
  const now = new Map(records.filter((record) => holdsOn(record, day)).map((record) => [refOf(record), record]));
  const seen = new Set<Held>();
  for (const start of now.values()) {
    const line: Held[] = [];
    const inLine = new Set<Held>();
    let here: Held | undefined = start;
    while (here !== undefined && !seen.has(here)) {
      seen.add(here);
      line.push(here);
      inLine.add(here);
      here = now.get(refIn(here.value[field]));
    }
    if (here !== undefined && inLine.has(here)) yield line.slice(line.indexOf(here));
  }
}

function tellLoop(loop: readonly Held[], field: string, faults: FaultList): void {
  const first = loop.reduce((a, b) => (Number(b.path[1]) < Number(a.path[1]) ? b : a));
  const at = loop.indexOf(first);
  const ids = [...loop.slice(at), ...loop.slice(0, at), first].map(({ id }) => id);
  const tell = (): Telling => {
    const shown = ids.length > 12 ? [...ids.slice(0, 6), '…', ...ids.slice(-5)] : ids;
    const chain = shown.map((id) => (id === '…' ? id : quoted(id))).join(' → ');
    const sentence = ids.length === 2 ? `${quoted(first.id)} is its own ${quoted(field)}.` : `${quoted(field)} leads from ${quoted(first.id)} back to itself: ${chain}.`;
    return { sentence: `${sentence} Change one of them.`, found: ids.join(' → ') };
  };
  faults.add([...first.path, field], 'value', 'cycle', tell);
}
