import { parseDate, type CalendarDate } from '../../kernel/date.ts';
import { quoted, type Fault } from '../../kernel/fault.ts';
import { ok, type Result } from '../../kernel/result.ts';
import { hasOwnFrom, type AnyRecord } from '../../model/kind.ts';
import { isKindName, kindNamed, type KindName } from '../../model/kinds.ts';
import { readRecords } from '../../model/register-file/read-records.ts';
import type { Vocabularies } from '../../model/register-header.ts';
import type { Change } from '../entry.ts';
import type { Image } from '../image.ts';
import type { Proposed } from './act.ts';
import { checkTogether } from './check-together.ts';

/**
 * Turns what an act proposes into changes: every record by its kind's schema, every reference and word against the register, every
 * rule between records, with the sentences that a register file is answered with. All faults at once.
 */
export function checkChanges(proposed: readonly Proposed[], image: Image, vocabularies: Vocabularies): Result<readonly Change[]> {
  const faults = proposed.flatMap(ofItself);
  if (faults.length > 0) return { ok: false, faults };
  const puts = proposed.filter(({ fields }) => fields !== undefined);
  const read = readRecords(puts.map(written), image.knownIds, vocabularies);
  if (!read.ok) return read;
  const records = [...read.value];
  const changes = proposed.map(({ kind, id, from, until, fields }): Change => {
    if (fields === undefined) return { kind: kind as KindName, id, from: from as CalendarDate | undefined, until: until as CalendarDate | undefined };
    const record = records.shift() as AnyRecord;
    return { kind: kind as KindName, id, from: record.valid.from, until: record.valid.until, record };
  });
  const together = checkTogether(changes, image);
  return together.length > 0 ? { ok: false, faults: together } : ok(changes);
}

/** What is wrong with a change that the schema of a record does not see. */
function ofItself({ kind, id, from, until, fields }: Proposed): readonly Fault[] {
  const faults: Fault[] = [];
  const tell = (code: string, sentence: string): void => void faults.push({ category: 'input', code, sentence, place: { path: `${kind}/${id}` } });
  if (fields === undefined) {
    if (!isKindName(kind)) tell('unknown-kind', `${quoted(kind)} is not a kind of record.`);
    for (const day of [from, until]) if (day !== undefined && parseDate(day) === undefined) tell('wrong-date', `${quoted(day)} is not a date that exists, written YYYY-MM-DD.`);
    if (from !== undefined && until !== undefined && from >= until) tell('period-reversed', `\`until\` is ${quoted(until)}, not later than \`from\`, ${quoted(from)}. It is the first day after.`);
    return faults;
  }
  const own = fields['id'];
  if (own !== undefined && own !== id && !(typeof own === 'number' && String(own) === id)) tell('other-id', `The body has the id ${quoted(own)}, the change ${quoted(id)}. Leave it out of the body.`);
  for (const [name, day] of [['from', from], ['until', until]] as const) {
    if (day === undefined) continue;
    if (isKindName(kind) && hasOwnFrom(kindNamed(kind))) tell('no-period', `A record of ${quoted(kind)} tells of something that happened: it has no period, and its \`from\` stands in the body. Leave \`${name}\` out.`);
    else if (fields[name] !== undefined && fields[name] !== day) tell('two-periods', `\`${name}\` is ${quoted(day)} for the change and ${quoted(fields[name])} in the body. Keep one.`);
  }
  return faults;
}

const written = ({ kind, id, from, until, fields }: Proposed) => ({
  kind,
  fields: { id, ...fields, ...(from === undefined ? {} : { from }), ...(until === undefined ? {} : { until }) },
});
