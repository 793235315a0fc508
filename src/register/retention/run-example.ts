import { canonicalJson } from '../../kernel/canonical-json.ts';
import type { CalendarDate } from '../../kernel/date.ts';
import { readRegisterFile } from '../../model/register-file/read.ts';
import type { RetentionRule } from '../../model/retention-rule.ts';
import { Snapshot } from '../snapshot.ts';
import { dueOn } from './due.ts';

/** Records as people write them and a date, and what one rule must find due among them, since when, and what stays. */
export interface ExampleOfRule {
  readonly rule: string;
  readonly asAt: CalendarDate;
  readonly records: Readonly<Record<string, unknown>>;
  readonly due: Readonly<Record<string, CalendarDate | { readonly since: CalendarDate; readonly leaving: Readonly<Record<string, unknown>> }>>;
}

/** What comes out otherwise than the example says, with all rules in force; nothing where all is as it says. */
export async function runRetentionExample(example: ExampleOfRule, rules: readonly RetentionRule[]): Promise<readonly string[]> {
  const header = { id: 'worked-example', authority: { name: 'Worked Example Council', nation: 'wales' } };
  const register = await readRegisterFile({ name: 'example.json', bytes: new TextEncoder().encode(JSON.stringify({ register: header, ...example.records })) }, {});
  if (!register.ok) return register.faults.map(({ sentence, place }) => `${place?.path ?? ''} ${sentence}`);
  const found = dueOn(new Snapshot(register.value, example.asAt), rules, example.asAt).filter(({ rule }) => rule.id === example.rule);
  const wanted = Object.fromEntries(Object.entries(example.due).map(([record, one]) => [record, typeof one === 'string' ? { since: one } : one]));
  const is = Object.fromEntries(found.map(({ record, since, leaving }) => [record, leaving === undefined ? { since } : { since, leaving }]));
  return canonicalJson(wanted) === canonicalJson(is) ? [] : [`due is ${JSON.stringify(is)}, not ${JSON.stringify(wanted)}.`];
}
