import type { CalendarDate } from '../kernel/date.ts';
import { contains } from '../kernel/period.ts';
import type { Ref } from '../model/field.ts';
import type { AnyRecord } from '../model/kind.ts';
import type { KindName } from '../model/kinds.ts';
import type { Series } from '../model/meetings.ts';
import type { Facts } from './facts.ts';
import { someMatch, everyMatch, type Match } from './match.ts';
import type { FieldShape } from './field-shape.ts';
import { isOfOffice, wasEverOfOffice } from './of-office.ts';
import { isParty } from './parties.ts';
import { dayOf } from './record-date.ts';

/** Where a value stands: in a record of a kind that the register may or may not have whole. */
export class Standing {
  readonly facts: Facts;
  readonly complete: boolean;
  readonly #record: AnyRecord;
  readonly #kind: KindName;

  constructor(facts: Facts, record: AnyRecord, kind: KindName, complete = facts.isComplete(kind)) {
    this.facts = facts;
    this.complete = complete;
    this.#record = record;
    this.#kind = kind;
  }

  /** The day of that record; of one without any, the date itself. */
  get day(): CalendarDate {
    return dayOf(this.#record, this.#kind) ?? this.facts.on;
  }
}

/** A condition that has been read and checked: ready to be put to any number of values. */
export type Condition = (value: unknown, standing: Standing) => Match;

type Values = Readonly<Record<string, unknown>>;

/** What is not filled in is not so where the register has every record of the kind; elsewhere it is not known. */
const notFilled = (standing: Standing): Match => (standing.complete ? false : undefined);

/** The value of a field; of a list, only what had happened by the date (an answer given later is not there yet). */
function valueOf(record: Values, shape: FieldShape, { facts }: Standing): unknown {
  const value = shape.name in record ? record[shape.name] : (record['valid'] as Values | undefined)?.[shape.name];
  if (value === undefined && shape.name === 'body') return seriesOf(record, facts)?.body;
  if (!shape.list || shape.fields.get('on')?.isDate !== true || value === undefined) return value;
  return (value as readonly Values[]).filter(({ on }) => on === undefined || (on as string) <= facts.on);
}

/** A meeting that leaves out its body is of the body of its series; of a series between posts it is of none, which is no gap in the record. */
const seriesOf = (record: Values, facts: Facts) => (record['series'] === undefined ? undefined : (recordEver(facts, record['series'] as Ref, 'series') as Series | undefined));

const isOfNoBody = (record: Values, shape: FieldShape, facts: Facts): boolean =>
  shape.name === 'body' && record['body'] === undefined && (isBetweenPosts(record) || (seriesOf(record, facts)?.body === undefined && seriesOf(record, facts) !== undefined));

const isBetweenPosts = (record: Values): boolean => ((record['between'] as readonly unknown[] | undefined)?.length ?? 0) > 0;

/** Every field meets its condition. */
export const fieldsMeet = (conditions: readonly { readonly shape: FieldShape; readonly condition: Condition }[]): Condition => (record, standing) =>
  everyMatch(conditions, ({ shape, condition }) => !isOfNoBody(record as Values, shape, standing.facts) && condition(valueOf(record as Values, shape, standing), standing));

export const anyOf = (conditions: readonly Condition[]): Condition =>
  conditions.length === 1 ? (conditions[0] as Condition) : (value, standing) => someMatch(conditions, (condition) => condition(value, standing));

/** One item of the list meets the condition. An empty list has none that does. */
export const someItem = (condition: Condition): Condition => (value, standing) =>
  value === undefined ? notFilled(standing) : someMatch(value as readonly unknown[], (item) => condition(item, standing));

export const isFilled: Condition = (value, standing) => (value === undefined || (Array.isArray(value) && value.length === 0) ? notFilled(standing) : true);

export const equals = (wanted: unknown): Condition => (value, standing) => (value === undefined ? notFilled(standing) : value === wanted);

export const isOneOf = (wanted: readonly string[]): Condition => {
  const words = new Set(wanted);
  return (value, standing) => (value === undefined ? notFilled(standing) : words.has(value as string));
};

/** The list has every one of the words. */
export const hasAll = (wanted: (facts: Facts) => readonly string[]): Condition => (value, standing) => {
  if (value === undefined) return notFilled(standing);
  return wanted(standing.facts).every((word) => (value as readonly string[]).includes(word));
};

/** The reference is to a post of the office, a body of the type or one of the audience; a person by the posts held that day. */
export const isCalled = (word: string): Condition => {
  const asker = {};
  return (value, standing) => {
    if (value === undefined) return notFilled(standing);
    const { facts } = standing;
    const ref = value as Ref;
    const always = facts.once(ref, () => isParty(facts, ref, word) || (wasEverOfOffice(facts, ref, word) ? undefined : false), asker);
    return always ?? isOfOffice(facts, ref, word, standing.day);
  };
};

/** The reference is to the office, to one who held it that day, or to the deputy that an instrument in force names for it. */
export const isOfficeOrDeputy = (office: string): Condition => (value, standing) =>
  value === undefined ? notFilled(standing) : isOfOffice(standing.facts, value as Ref, office, standing.day, true);

/** What is asked of the record that a reference names, by the kind of that record. */
export type AskedByKind = ReadonlyMap<KindName, Condition>;

export const refersTo = (asked: AskedByKind): Condition => {
  const asker = {};
  return (value, standing) => {
    if (value === undefined) return notFilled(standing);
    const ref = value as Ref;
    const kind = ref.slice(0, ref.indexOf('/')) as KindName;
    const condition = asked.get(kind);
    // Hundreds of meetings name the same few bodies and series: each is asked about once.
    return condition === undefined ? isPersonIn(asked, kind, ref, standing) : standing.facts.once(ref, () => isRecordThat(condition, ref, kind, standing.facts), asker);
  };
};

function isRecordThat(condition: Condition, ref: Ref, kind: KindName, facts: Facts): Match {
  const record = recordEver(facts, ref, kind);
  return record === undefined ? undefined : condition(record, new Standing(facts, record, kind));
}

/** A person is also whatever the posts are that they held that day. */
function isPersonIn(asked: AskedByKind, kind: KindName, ref: Ref, standing: Standing): Match {
  const ofPosts = kind === 'persons' ? asked.get('posts') : undefined;
  if (ofPosts === undefined) return false;
  const { facts, day } = standing;
  const posts = facts.everWhere('appointments', 'person', ref).filter(({ valid }) => contains(valid, day)).flatMap(({ post }) => recordEver(facts, post, 'posts') ?? []);
  return someMatch(posts, (post) => ofPosts(post, new Standing(facts, post, 'posts')));
}

/** A record of the kind names this one in the field and meets the condition; what had happened by the date counts. */
export const isReferredToBy = (kind: KindName, field: string, condition: Condition): Condition => (record, { facts }) => {
  const referring = facts.where(kind, field, (record as AnyRecord).ref).filter((one) => (dayOf(one, kind) ?? facts.on) <= facts.on);
  const found = someMatch(referring, (one) => condition(one, new Standing(facts, one, kind)));
  return found === false && !facts.isComplete(kind) ? undefined : found;
};

/** The record as it is on the date, else its last version: what happened may name what has since ended. */
function recordEver(facts: Facts, ref: Ref, kind: KindName): AnyRecord | undefined {
  return facts.get(ref as Ref<KindName>) ?? facts.everWhere(kind, 'id', ref.slice(kind.length + 1)).at(-1);
}

