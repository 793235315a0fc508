import { wordsFor } from '../../assessment/open-register.ts';
import type { Access } from '../../access/access.ts';
import type { Findings, Format } from '../../exchange/findings.ts';
import { foreignPlan, type ForeignPlan } from '../../exchange/plan/foreign-plan.ts';
import { rememberedMapping, type Mapping } from '../../exchange/plan/mapping.ts';
import { readForeign } from '../../exchange/read-foreign.ts';
import { addDays, parseDate, type CalendarDate } from '../../kernel/date.ts';
import { ok, refused, type Result } from '../../kernel/result.ts';
import type { AnyRecord } from '../../model/kind.ts';
import type { Image } from '../../register/image.ts';
import type { Choices, Upload } from './uploads.ts';

/** Less than the command line reads: while one file is read nobody else is answered. */
const LIMITS_HERE = { bytes: 5 * 1024 * 1024, parts: 200_000, records: 5_000, steps: 4_000 };

/** The names of the controls with which it is chosen how a file is taken in. */
export const CHOOSE = { choose: 'choose', of: 'of', first: 'first', last: 'last', only: 'only', leaveOut: 'leave-out', map: 'map.', theirs: 'theirs.' } as const;

/** What was chosen, as far as it can be: only these names are kept of a form. */
export const choicesIn = (typed: ReadonlyMap<string, string>): Choices =>
  new Map([...typed].filter(([name]) => ['of', 'only', 'leave-out'].includes(name) || /^(first|last)\.(day|month|year)$/.test(name) || name.startsWith(CHOOSE.map) || name.startsWith(CHOOSE.theirs)).slice(0, 2_000).map(([name, value]) => [name.slice(0, 200), value.slice(0, 300)]));

/** First and last day that were chosen; undefined where none was, a refusal where they are none. */
export function windowIn(choices: Choices): Result<readonly [CalendarDate, CalendarDate] | undefined> {
  const written = (name: string): string => [choices.get(`${name}.year`) ?? '', choices.get(`${name}.month`) ?? '', choices.get(`${name}.day`) ?? ''].map((part) => part.trim().padStart(2, '0')).join('-');
  const [first, last] = [written(CHOOSE.first), written(CHOOSE.last)];
  if (first === '00-00-00' && last === '00-00-00') return ok(undefined);
  const [from, until] = [parseDate(first), parseDate(last)];
  const isWindow = from !== undefined && until !== undefined && from <= until && until <= addDays(from, 3_700);
  return isWindow ? ok([from, until]) : refused({ category: 'input', code: 'wrong-window', sentence: 'Give two days that exist, the first before the last.' });
}

/** Reads a file of another system as it was chosen. @param of `undefined` for a calendar of which nobody said what it is of */
export function readForeignUpload(format: Format, upload: Upload, choices: Choices, today: CalendarDate, register: string): Result<Findings> {
  const between = windowIn(choices);
  if (!between.ok) return between;
  return readForeign(format, upload, { today, register, of: choices.get(CHOOSE.of) || undefined, between: between.value, only: choices.get(CHOOSE.only)?.trim() || undefined }, LIMITS_HERE);
}

/** What is mapped: as it was when records of the file were entered before, unless it was chosen otherwise; nothing that is hidden. */
export function mappingOf({ records }: Findings, choices: Choices, image: Image, isSeen: (ref: string) => boolean): Mapping {
  const mapping = new Map([...rememberedMapping(records, image)].filter(([, ref]) => isSeen(ref)));
  for (const [name, ref] of choices) {
    if (!name.startsWith(CHOOSE.map)) continue;
    const id = name.slice(CHOOSE.map.length);
    if (ref === '') mapping.delete(id);
    else if (isSeen(ref)) mapping.set(id, ref);
  }
  return mapping;
}

/** What the file would change, as far as whoever sent it may know. */
export function planUpload(findings: Findings, choices: Choices, image: Image, access: Access, isSeen: (ref: string) => boolean): Result<ForeignPlan> {
  return foreignPlan(findings, image, {
    mapping: mappingOf(findings, choices, image, isSeen),
    theirs: new Set([...choices].flatMap(([name, value]) => (name.startsWith(CHOOSE.theirs) && value !== '' ? [name.slice(CHOOSE.theirs.length)] : []))),
    leaveOutFaulty: choices.get(CHOOSE.leaveOut) === 'yes',
    words: wordsFor(image.header),
    seen: (version) => (access.sees(version) ? withoutHidden(version, access) : undefined),
  });
}

function withoutHidden(version: AnyRecord, access: Access): AnyRecord {
  const hidden = access.fieldsHidden(version);
  return Object.fromEntries(Object.entries(version).filter(([field]) => !hidden.has(field))) as unknown as AnyRecord;
}
