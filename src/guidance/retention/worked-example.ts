import { join } from 'node:path';
import { z } from 'zod';
import { parseDate, type CalendarDate } from '../../kernel/date.ts';
import type { Fault, Place } from '../../kernel/fault.ts';
import { yamlFilesIn } from '../load.ts';
import { shapeFaults } from '../shape-faults.ts';
import { readYamlFile } from '../yaml-file.ts';
import { RETENTION, type LoadedRules } from './load-rules.ts';

const day = z.string().refine((written) => parseDate(written) !== undefined, { error: 'a date that exists, written YYYY-MM-DD, is expected' }).transform((written) => written as CalendarDate);

const example = z.strictObject({
  name: z.string().min(1),
  rule: z.string().min(1),
  asAt: day,
  records: z.record(z.string(), z.array(z.record(z.string(), z.unknown()))),
  /** What the rule finds due: each record with the day since which, and what stays in its place. */
  due: z.record(z.string(), z.union([day, z.strictObject({ since: day, leaving: z.record(z.string(), z.unknown()) })])),
});

/** Records and a date, and what a rule must find due. */
export interface RetentionExample extends z.output<typeof example> {
  readonly place: Place;
}

/** The worked examples of the bundled rules, with the faults of those that cannot be read, and of rules that have none. */
export function readRetentionExamples({ rules, placeOf }: LoadedRules): { readonly examples: readonly RetentionExample[]; readonly faults: readonly Fault[] } {
  const [examples, faults]: [RetentionExample[], Fault[]] = [[], []];
  for (const file of yamlFilesIn(join(RETENTION, 'examples'))) {
    const yaml = readYamlFile(join(RETENTION, 'examples', file), `retention/examples/${file}`);
    const parsed = yaml.ok ? z.array(example).safeParse(yaml.value.value) : undefined;
    if (!yaml.ok) faults.push(...yaml.faults);
    else if (parsed?.success === false) faults.push(...shapeFaults(parsed.error, yaml.value, [], yaml.value.value));
    else for (const [index, one] of (parsed?.data ?? []).entries()) examples.push({ ...one, place: yaml.value.placeOf([index]) });
  }
  const ids = new Set(rules.map(({ id }) => id));
  for (const { rule, place } of examples) if (!ids.has(rule)) faults.push({ category: 'input', code: 'unknown-rule', sentence: `There is no rule \`${rule}\`.`, place });
  for (const rule of rules) {
    const own = examples.filter((one) => one.rule === rule.id);
    const [isDue, isNot] = [own.some(({ due }) => Object.keys(due).length > 0), own.some(({ due }) => Object.keys(due).length === 0)];
    if (!isNot || (!isDue && rule.keep !== 'permanent')) faults.push({ category: 'input', code: 'no-example', sentence: `\`${rule.id}\` needs a worked example on each side of its boundary.`, place: placeOf(rule, ['id']) });
  }
  return { examples, faults };
}
