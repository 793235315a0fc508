import fc from 'fast-check';
import { overlaps, type Period } from '../../src/kernel/period.ts';
import { addDays, date } from '../../src/kernel/date.ts';
import { hasOwnFrom } from '../../src/model/kind.ts';
import { KIND_NAMES, kindNamed, type KindName } from '../../src/model/kinds.ts';
import type { RegisterContent, Vocabularies } from '../../src/model/register-header.ts';
import { kindsNamed } from '../../src/model/register-file/known-ids.ts';
import { shapeOf, type GroupShape, type Shape } from '../../src/model/register-file/shape.ts';
import { WORDS } from './whole-register.ts';

type Gen = fc.GeneratorValue;
type Record_ = Record<string, unknown>;

const CONTROL = /[\u0000-\u0008\u000b-\u001f\u007f]/;
const kept = (words: string): boolean => words.trim() !== '' && !CONTROL.test(words) && words.isWellFormed();

const TRICKY = [
  'yes', 'null', '~', 'true', '1.10', '007', '0x1F', '.inf', '1e3', '-', '- x', 'a: b', 'a #b', '#', "it's", '"', '\\', '[a]', '{a: b}', 'a, b; c', '; ', '*x', '&x', '!x', '%x', '@x', '`x`', '|', '>-', '---', '...',
  '2012-11-05', ' lead', 'trail ', 'two\nlines', 'two\n\nparagraphs\n', '\nstarts', '  indented\nlines', 'tab\there', '\ttab', 'a\n\tb', '__proto__', 'constructor', 'toString', '_x0041_', '=1+1', '+1', '\u2028', '\u0085x', '\ufeffx', '\ufffe', '\u{1f600}', 'é', 'ŷ', 'cy:', ':', '?', '? x', '<<', '<b>&amp;</b>', ']]>', '_x005F_',
];

const words = fc.oneof(fc.constantFrom(...TRICKY), fc.string({ unit: 'grapheme', maxLength: 20 }), fc.string({ unit: 'binary', maxLength: 12 }), fc.lorem({ maxCount: 30 })).filter(kept);
const code = words.map((written) => written.trim().slice(0, 100)).filter((written) => kept(written) && written === written.trim());
const id = fc.oneof(fc.constantFrom('director', 'a', '007', '2012', '1.10', 'null', 'true', 'constructor', 'ŷ-1', 'safeguarding'), fc.stringMatching(/^[a-z0-9][a-z0-9._-]{0,8}$/));
const day = fc.integer({ min: 0, max: 50_000 }).map((days) => addDays(date('1890-01-01'), days));

interface Slot {
  readonly kind: KindName;
  readonly id: string;
  readonly index: number;
}

/** Registers that a file can hold, with tricky words and ids, ids shared between kinds, and versions of one record. */
export const contents: fc.Arbitrary<RegisterContent> = fc.gen().map((g) => {
  const slots = KIND_NAMES.flatMap((kind) => slotsOf(g, kind));
  const records: Partial<Record<KindName, Record_[]>> = {};
  const held: { key: string; valid: Period }[] = [];
  for (const slot of slots) {
    for (const valid of versionsOf(g, slot)) {
      const fields = fieldsOf(g, shapeOf(slot.kind), slot, slots);
      if (fields === undefined) continue;
      if (slot.kind === 'appointments') {
        const key = `${String(fields['person'])} ${String(fields['post'])}`;
        if (held.some((other) => other.key === key && overlaps(other.valid, valid))) continue;
        held.push({ key, valid });
      }
      (records[slot.kind] ??= []).push({ ...fields, id: slot.id, ref: `${slot.kind}/${slot.id}`, valid });
    }
  }
  return { header: headerOf(g), records: whole(records) as unknown as RegisterContent['records'] };
});

function slotsOf(g: Gen, kind: KindName): readonly Slot[] {
  const ids = [...new Set(Array.from({ length: pick(g, 0, 0, 1, 2) }, () => g(() => id)))];
  return ids.map((one, index) => ({ kind, id: one, index }));
}

function versionsOf(g: Gen, { kind }: Slot): readonly Period[] {
  if (hasOwnFrom(kindNamed(kind)) || g(fc.boolean)) return [{}];
  const from = g(() => day);
  const until = addDays(from, g(fc.integer, { min: 1, max: 400 }));
  return pick<readonly Period[]>(g, [{ from }], [{ from, until }], [{ until }, { from: until }], [{ from, until }, { from: until }]);
}

function headerOf(g: Gen): RegisterContent['header'] {
  return {
    id: g(() => id),
    authority: { name: textOf(g), nation: pick<'wales' | 'scotland' | 'england'>(g, 'wales', 'scotland', 'england') },
    ...(g(fc.boolean) ? {} : { pack: g(() => words), asAt: g(() => day) }),
    completeFor: g(fc.subarray<KindName>, [...KIND_NAMES]),
    thresholds: g(fc.boolean) ? {} : { attendance: g(fc.integer, { min: 0, max: 100 }) / 100, 'look-back': 'P6M' },
  };
}

function pick<T>(g: Gen, ...choices: readonly T[]): T {
  const choice = choices[g(fc.nat, { max: choices.length - 1 })];
  if (choice === undefined) throw new RangeError('There is nothing to pick from.');
  return choice;
}

const textOf = (g: Gen) => (g(fc.boolean) ? { en: g(() => words) } : g(fc.boolean) ? { cy: g(() => words) } : { en: g(() => words), cy: g(() => words) });

/** Fields that satisfy the shape; undefined where a required reference has nothing to name. */
function fieldsOf(g: Gen, shape: GroupShape, slot: Slot, slots: readonly Slot[]): Record_ | undefined {
  const fields: Record_ = {};
  for (const [key, field] of shape.fields) {
    if (shape === shapeOf(slot.kind) && (key === 'id' || ((key === 'from' || key === 'until') && !hasOwnFrom(kindNamed(slot.kind))))) continue;
    if (!field.required && g(fc.boolean)) {
      if (field.absent !== undefined) fields[key] = Array.isArray(field.absent) ? [] : field.absent;
      continue;
    }
    const value = valueOf(g, field, slot, slots);
    if (value !== undefined) fields[key] = value;
    else if (field.required) return undefined;
    else if (field.absent !== undefined) fields[key] = field.absent;
  }
  if (typeof fields['from'] === 'string' && shape.fields.get('until')?.is === 'date' && 'until' in fields) fields['until'] = addDays(date(fields['from']), 30);
  if (slot.kind === 'series' && shape === shapeOf('series') && fields['body'] === undefined) {
    const posts = slots.filter(({ kind }) => kind === 'posts').map((post) => `posts/${post.id}`);
    if (posts.length < 2) return undefined;
    fields['between'] = posts.slice(0, 2);
  } else if ('between' in fields) fields['between'] = [];
  return fields;
}

function valueOf(g: Gen, shape: Shape, slot: Slot, slots: readonly Slot[]): unknown {
  if (shape.nullable && g(fc.boolean)) return null;
  // A time of day is words of one form.
  if (shape.meta.expected?.includes('HH:MM') === true && shape.is === 'words') return pick<string>(g, '09:30', '14:00', '00:05');
  switch (shape.is) {
    case 'group':
      return fieldsOf(g, shape, slot, slots);
    case 'list': {
      const items = Array.from({ length: g(fc.nat, { max: 3 }) }, () => valueOf(g, shape.item, slot, slots));
      const there = items.filter((item) => item !== undefined);
      // What has a sheet of its own cannot be there and empty in a workbook, as docs/reference/register-file.md says.
      return there.length === 0 && !shape.required && shape.item.is === 'group' ? undefined : there;
    }
    case 'text':
      return textOf(g);
    case 'code':
      return g(() => code);
    case 'date':
      return g(() => day);
    case 'instant':
      return pick<string>(g, '2014-05-02T15:30:00.000Z', '2026-10-25T00:30:00.000Z', '1999-12-31T23:59:59.999Z');
    case 'duration':
      return pick<string>(g, 'P1M', 'P1Y', 'P2W');
    case 'flag':
      return g(fc.boolean);
    case 'amount':
      return g(fc.double, { noNaN: true, noDefaultInfinity: true }) + 0;
    case 'choice':
      return pick<string>(g, ...shape.choices);
    case 'agenda': {
      const on = g(() => day);
      return pick<unknown>(g, { issued: false }, { issued: true }, { issued: true, on });
    }
    case 'reference':
      return referenceOf(g, shape, slot, slots);
    default:
      return shape.meta.values === undefined ? g(() => words) : pick<string>(g, ...Object.keys(shape.meta.values), 'something-quite-different');
  }
}

function referenceOf(g: Gen, { meta }: Shape, slot: Slot, slots: readonly Slot[]): string | undefined {
  const lists: Vocabularies = WORDS;
  const vocabulary = (meta.vocabulary ?? []).flatMap((name) => [...(lists[name] ?? [])]);
  const kinds = kindsNamed(meta.refs);
  // A kind's own references lead to earlier records only, so that no line comes back.
  const refs = slots.filter(({ kind, index }) => kinds.includes(kind) && (kind !== slot.kind || index < slot.index)).map((other) => `${other.kind}/${other.id}`);
  const choices = [...vocabulary, ...refs];
  return choices.length === 0 ? undefined : pick<string>(g, ...choices);
}

/** Without records that lead to one that could not be made, again and again. */
function whole(records: Partial<Record<KindName, Record_[]>>): Partial<Record<KindName, Record_[]>> {
  for (;;) {
    const refs = new Set(Object.values(records).flatMap((list) => list.map((record) => String(record['ref']))));
    let dropped = false;
    for (const kind of KIND_NAMES) {
      const list = records[kind];
      if (list === undefined) continue;
      const left = list.filter((record) => leadsOn(shapeOf(kind), record, refs));
      dropped ||= left.length < list.length;
      if (left.length === 0) delete records[kind];
      else records[kind] = left;
    }
    if (!dropped) return records;
  }
}

function leadsOn(shape: Shape, value: unknown, refs: ReadonlySet<string>): boolean {
  if (value === undefined || value === null) return true;
  if (shape.is === 'reference') return typeof value === 'string' && (!value.includes('/') || refs.has(value));
  if (shape.is === 'list') return (value as unknown[]).every((item) => leadsOn(shape.item, item, refs));
  if (shape.is === 'group') return [...shape.fields].every(([key, field]) => leadsOn(field, (value as Record_)[key], refs));
  return true;
}
