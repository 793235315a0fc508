import { join } from 'node:path';
import { z } from 'zod';
import type { CalendarDate } from '../kernel/date.ts';
import { parseDate } from '../kernel/date.ts';
import { parseDuration, plus, type Duration } from '../kernel/duration.ts';
import type { Fault, Place } from '../kernel/fault.ts';
import { yamlFilesIn } from './load.ts';
import { shapeFaults } from './shape-faults.ts';
import { readYamlFile } from './yaml-file.ts';

const VERDICT = z.enum(['met', 'partly', 'not-met', 'not-known', 'does-not-apply']);
const day = z.string().refine((written) => parseDate(written) !== undefined, 'a date written YYYY-MM-DD') as unknown as z.ZodType<CalendarDate, string>;
const record = z.record(z.string(), z.unknown());
const records = z.record(z.string(), z.array(record));

const example = z.strictObject({
  name: z.string().min(1),
  expectation: z.string().min(1),
  asAt: day.optional(),
  completeFor: z.array(z.string()).optional(),
  /** Records (`seats/director-cmt`) or whole kinds (`meetings`) taken out of the base. */
  remove: z.array(z.string()).optional(),
  /** Whole records added, or put in the place of those with the same id. */
  put: records.optional(),
  then: z.strictObject({
    applies: z.boolean().optional(),
    paper: VERDICT.optional(),
    practice: VERDICT.optional(),
    resilient: VERDICT.optional(),
    /** Fragments of the English reasons. */
    because: z.array(z.string().min(1)).optional(),
    /** Records that the reasons must name. */
    records: z.array(z.string().min(1)).optional(),
  }),
});

const examplesFile = z.strictObject({
  base: z.strictObject({ asAt: day, completeFor: z.array(z.string()).default([]), records }),
  examples: z.array(example).min(1),
});

type RawRecords = Readonly<Record<string, readonly Readonly<Record<string, unknown>>[]>>;

/** Facts and a date, and the verdict with its reasons that must follow. */
export interface WorkedExample {
  readonly name: string;
  readonly expectation: string;
  readonly asAt: CalendarDate;
  readonly then: z.output<typeof example>['then'];
  /** The register in the shape of a register file. */
  readonly register: Readonly<Record<string, unknown>>;
  readonly place: Place;
}

/** The worked examples of a pack, and the faults of those that cannot be read. */
export function readWorkedExamples(folder: string, pack: { readonly id: string; readonly nation: string }): { readonly examples: readonly WorkedExample[]; readonly faults: readonly Fault[] } {
  const [examples, faults]: [WorkedExample[], Fault[]] = [[], []];
  for (const file of yamlFilesIn(join(folder, 'examples'))) {
    const yaml = readYamlFile(join(folder, 'examples', file), `${pack.id}/examples/${file}`);
    if (!yaml.ok) {
      faults.push(...yaml.faults);
      continue;
    }
    const parsed = examplesFile.safeParse(yaml.value.value);
    if (!parsed.success) {
      faults.push(...shapeFaults(parsed.error, yaml.value, [], yaml.value.value));
      continue;
    }
    const { base } = parsed.data;
    parsed.data.examples.forEach((one, index) => {
      const merged = laidOver(base.records, one.remove ?? [], one.put ?? {});
      const header = { id: 'worked-example', authority: { name: 'Worked Example Council', nation: pack.nation }, pack: pack.id, completeFor: one.completeFor ?? base.completeFor };
      examples.push({
        name: one.name,
        expectation: one.expectation,
        asAt: one.asAt ?? base.asAt,
        then: one.then,
        register: { register: header, ...merged },
        place: yaml.value.placeOf(['examples', index]),
      });
    });
  }
  return { examples, faults };
}

function laidOver(base: RawRecords, remove: readonly string[], put: RawRecords): RawRecords {
  const kinds = [...new Set([...Object.keys(base), ...Object.keys(put)])];
  return Object.fromEntries(
    kinds.map((kind) => {
      const added = (put[kind] ?? []).flatMap(repeated);
      const replaced = new Set(added.map(({ id }) => id));
      const kept = (remove.includes(kind) ? [] : (base[kind] ?? []).flatMap(repeated)).filter(
        ({ id }) => !remove.includes(`${kind}/${String(id)}`) && !replaced.has(id),
      );
      return [kind, [...kept, ...added]];
    }),
  );
}

const repeat = z.strictObject({ times: z.number().int().min(1).max(1000), every: z.string(), from: day });

/** `repeat: { times, every, from }` in a record makes that many, with ids `…-1` and on, and `on` a step apart. */
function repeated(written: Readonly<Record<string, unknown>>): readonly Readonly<Record<string, unknown>>[] {
  const { repeat: repeating, ...one } = written;
  const asked = repeat.safeParse(repeating);
  const every = asked.success ? parseDuration(asked.data.every) : undefined;
  if (!asked.success || every === undefined) return [written];
  const { times, from } = asked.data;
  return Array.from({ length: times }, (_, step) => ({ ...one, id: `${String(one['id'])}-${step + 1}`, on: stepped(from, every, step) }));
}

const stepped = (from: CalendarDate, every: Duration, step: number): CalendarDate => (step === 0 ? from : plus(from, every, step));
