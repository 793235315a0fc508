import type { AnyRecord } from '../model/kind.ts';
import type { KindName } from '../model/kinds.ts';
import type { Facts } from './facts.ts';
import { fieldsOf } from './field-shape.ts';
import { Standing, type Condition } from './matching.ts';
import { isDated, wasDuring, type During } from './record-date.ts';

/** Records found, and those of which the register does not say enough to tell. */
export interface Found {
  readonly yes: readonly AnyRecord[];
  readonly unknown: readonly AnyRecord[];
}

type Where = Readonly<Record<string, unknown>>;

/** How the records of a selection are found without putting all that it asks to every record of the kind. */
export interface Plan {
  readonly kind: KindName;
  readonly during: During;
  /** A field that every record has and that is asked for words: its values find the records by index. */
  readonly index: { readonly field: string; readonly values: readonly string[] } | undefined;
  /** A field that names one record, and what is asked of that one: asked once for all the records that name the same. */
  readonly naming: { readonly field: string; readonly condition: Condition } | undefined;
  /** Whatever else is asked. */
  readonly rest: Condition;
}

/** The field to put in a plan's `index`. */
export function indexFor(where: Where, kind: KindName): Plan['index'] {
  for (const [field, wanted] of Object.entries(where)) {
    const shape = fieldsOf(kind).get(field);
    const values = [wanted].flat();
    if (shape?.holds === 'word' && shape.required && wanted !== 'present' && values.every((value) => typeof value === 'string')) return { field, values };
  }
  return undefined;
}

/** The field to put in a plan's `naming`. Who a person was depends on the day of each record, so a field that may name one will not do. */
export function namingFor(where: Where, kind: KindName): string | undefined {
  for (const [field, wanted] of Object.entries(where)) {
    const shape = fieldsOf(kind).get(field);
    const asksOfIt = typeof wanted === 'object' && wanted !== null && !Array.isArray(wanted) && !('officeOrDeputy' in wanted);
    if (asksOfIt && shape?.holds === 'reference' && !shape.list && !shape.refs.includes('persons')) return field;
  }
  return undefined;
}

/** Records that were at the time asked about, and those that do not say when they were. */
interface InTime {
  readonly sure: AnyRecord[];
  readonly undated: AnyRecord[];
}

/** Puts a plan to any number of registers. What tests have in common (the meetings of the look-back) is gathered once for all of them. */
export function finder(plan: Plan): (facts: Facts) => Found {
  const { kind, during, index, naming, rest } = plan;
  const key = `${kind} ${during} ${index === undefined ? '' : `${index.field} ${index.values.join()}`}`;
  const byName = `${key} by ${naming?.field ?? ''}`;
  return (facts) => {
    const found: { yes: AnyRecord[]; unknown: AnyRecord[] } = { yes: [], unknown: [] };
    if (naming === undefined) put(facts, plan, rest, facts.once(key, () => inTime(facts, plan)), true, found);
    else {
      for (const group of facts.once(byName, () => groupedBy(naming.field, facts.once(key, () => inTime(facts, plan))))) {
        const one = group.sure[0] ?? group.undated[0];
        const named = one === undefined ? false : naming.condition(one, new Standing(facts, one, kind));
        if (named !== false) put(facts, plan, rest, group, named === true, found);
      }
    }
    return isOfVersions(plan) ? onceEach(found) : found;
  };
}

function put(facts: Facts, { kind }: Plan, rest: Condition, { sure, undated }: InTime, isNamed: boolean, found: { yes: AnyRecord[]; unknown: AnyRecord[] }): void {
  const complete = facts.isComplete(kind);
  for (const record of sure) {
    const meets = rest(record, new Standing(facts, record, kind, complete));
    if (meets !== false) (meets === true && isNamed ? found.yes : found.unknown).push(record);
  }
  for (const record of undated) if (rest(record, new Standing(facts, record, kind, complete)) !== false) found.unknown.push(record);
}

/** What has no date of its own is there for as long as it is valid: to look back is to look at versions that have ended. */
const isOfVersions = ({ kind, during }: Plan): boolean => during !== 'now' && !isDated(kind);

function candidates(facts: Facts, plan: Plan): readonly AnyRecord[] {
  const { kind, index } = plan;
  const past = isOfVersions(plan);
  if (index === undefined) return past ? facts.allEver(kind) : facts.all(kind);
  const read = (value: string): readonly AnyRecord[] => (past ? facts.everWhere(kind, index.field, value) : facts.where(kind, index.field, value));
  const [only = '', ...more] = index.values;
  return more.length === 0 ? read(only) : [...new Set(index.values.flatMap(read))];
}

function inTime(facts: Facts, plan: Plan): InTime {
  const answer: InTime = { sure: [], undated: [] };
  for (const record of candidates(facts, plan)) {
    const was = wasDuring(record, plan.kind, plan.during, facts);
    if (was !== false) (was === true ? answer.sure : answer.undated).push(record);
  }
  return answer;
}

/** Records that name the same one in the field. A meeting that leaves out its body is of the body of its series, which stands for it. */
function groupedBy(field: string, { sure, undated }: InTime): readonly InTime[] {
  const groups = new Map<unknown, InTime>();
  const groupOf = (record: AnyRecord): InTime => {
    const fields = record as unknown as Where;
    const value = fields[field] ?? (field === 'body' ? fields['series'] : undefined);
    let group = groups.get(value);
    if (group === undefined) groups.set(value, (group = { sure: [], undated: [] }));
    return group;
  };
  for (const record of sure) groupOf(record).sure.push(record);
  for (const record of undated) groupOf(record).undated.push(record);
  return [...groups.values()];
}

/** Of several versions of a record the latest counts: an action that was in progress and is now complete is complete. */
function onceEach({ yes, unknown }: Found): Found {
  const [sure, open] = [new Map<string, AnyRecord>(), new Map<string, AnyRecord>()];
  for (const record of yes) {
    const known = sure.get(record.id);
    if (known === undefined || (record.valid.from ?? '') > (known.valid.from ?? '')) sure.set(record.id, record);
  }
  for (const record of unknown) if (!sure.has(record.id)) open.set(record.id, record);
  return { yes: [...sure.values()], unknown: [...open.values()] };
}
