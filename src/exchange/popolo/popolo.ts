import { canonicalJson } from '../../kernel/canonical-json.ts';
import { addDays, type CalendarDate } from '../../kernel/date.ts';
import { quoted } from '../../kernel/fault.ts';
import { isKindName, type KindName } from '../../model/kinds.ts';
import type { Gathering } from '../findings.ts';
import { foreignId } from '../foreign-id.ts';
import { dayOf, wordsOf } from './fields.ts';
import { CLASSES, type Fields, type Thing, type ThingClass } from './things.ts';

/** What the readers of the classes share while one document is read. */
export class Popolo {
  readonly gathering: Gathering;
  readonly today: CalendarDate;
  /** Our reference for each id of the document, once it was taken. */
  readonly refs = new Map<string, string>();
  readonly #isOurs: boolean;
  readonly #listed = new Map<string, Fields>();

  constructor(gathering: Gathering, today: CalendarDate, isOurs: boolean) {
    this.gathering = gathering;
    this.today = today;
    this.#isOurs = isOurs;
  }

  /** The reference that an id is already, where the register itself wrote the document. */
  ownRef(id: string): string | undefined {
    return this.#isOurs && isKindName(id.slice(0, id.indexOf('/'))) ? id : undefined;
  }

  foreign(name: ThingClass, ...source: readonly string[]): string {
    return foreignId(`popolo-${name}`, ...source);
  }

  /** Whether the id was given before; that is a fault where it then said something else. */
  isListedTwice(name: ThingClass, id: string, { fields, place }: Thing): boolean {
    const key = `${name} ${id}`;
    const before = this.#listed.get(key);
    if (before === undefined) {
      this.#listed.set(key, fields);
      return false;
    }
    const said = (one: Fields, field: string): string => canonicalJson(one[field] ?? null);
    const differs = Object.keys(fields).some((field) => field !== 'memberships' && Object.hasOwn(before, field) && said(fields, field) !== said(before, field));
    if (differs) this.gathering.fault('id-twice', `${quoted(id)} is the id of two ${CLASSES[name][0]} that differ.`, place, id);
    return true;
  }

  add({ kind, class: name, source, thing, name: called, fields }: { readonly kind: KindName; readonly class: ThingClass; readonly source: string; readonly thing: Thing; readonly name: string; readonly fields: Readonly<Record<string, unknown>> }): void {
    const own = this.ownRef(source);
    const ref = own?.startsWith(`${kind}/`) === true ? own : `${kind}/${this.foreign(name, source)}`;
    this.refs.set(source, ref);
    this.#listed.set(`${name} ${source}`, thing.fields);
    this.gathering.add({ kind, id: ref.slice(kind.length + 1), fields, period: 'said', place: thing.place, name: called }, `${name} ${source}`);
  }

  /** The period between two dates of a thing; the last day of Popolo is the last on which it held. */
  period({ fields, place }: Thing, first: string, last: string, name: string): { readonly from?: CalendarDate; readonly until?: CalendarDate } {
    const day = (field: string, isLast: boolean): CalendarDate | undefined => {
      const written = wordsOf(fields, field);
      if (written === undefined) return undefined;
      const found = dayOf(written, isLast);
      if (found === undefined) this.gathering.fault('bad-date', `${quoted(written)} is not a date that exists.`, { ...place, path: field }, written);
      else if (found.isPart) this.gathering.note('part-of-date', place, { name, word: written, date: found.on });
      return found?.on;
    };
    const [from, end] = [day(first, false), day(last, true)];
    if (from !== undefined && end !== undefined && end < from) {
      this.gathering.fault('period-reversed', `${quoted(name)} ends on ${end}, before it begins on ${from}.`, place, end);
      return {};
    }
    return { ...(from === undefined ? {} : { from }), ...(end === undefined ? {} : { until: addDays(end, 1) }) };
  }
}
