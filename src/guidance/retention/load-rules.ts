import { basename, join } from 'node:path';
import { z } from 'zod';
import type { Fault, Place } from '../../kernel/fault.ts';
import { ok, type Result } from '../../kernel/result.ts';
import { retentionRule, type RetentionRule } from '../../model/retention-rule.ts';
import { BUNDLED } from '../bundled.ts';
import { yamlFilesIn } from '../load.ts';
import { shapeFaults } from '../shape-faults.ts';
import { readYamlFile, type Path } from '../yaml-file.ts';
import { ruleFaults } from './rule-faults.ts';

/** Rules of retention with the places of their parts. */
export interface LoadedRules {
  readonly rules: readonly RetentionRule[];
  readonly placeOf: (rule: RetentionRule, path: Path) => Place;
}

/** The folder of the rules that come with the product. */
export const RETENTION = join(BUNDLED, 'retention');

/** The bundled rules, or those of one file in their place. Answers every fault at once, each with file and line. */
export function loadRules(file?: string): Result<LoadedRules> {
  const faults: Fault[] = [];
  const places = new Map<RetentionRule, (path: Path) => Place>();
  for (const path of file === undefined ? yamlFilesIn(RETENTION).map((name) => join(RETENTION, name)) : [file]) {
    const yaml = readYamlFile(path, file === undefined ? `retention/${basename(path)}` : basename(path));
    if (!yaml.ok) {
      faults.push(...yaml.faults);
      continue;
    }
    const list = z.array(z.unknown()).safeParse(yaml.value.value);
    if (!list.success) {
      faults.push({ category: 'input', code: 'wrong-type', sentence: 'A list of rules of retention is expected here.', place: yaml.value.placeOf([]) });
      continue;
    }
    for (const [index, entry] of list.data.entries()) {
      const rule = retentionRule.safeParse(entry);
      if (rule.success) places.set(rule.data, (at) => yaml.value.placeOf([index, ...at]));
      else faults.push(...shapeFaults(rule.error, yaml.value, [index], entry));
    }
  }
  const rules = [...places.keys()];
  const placeOf: LoadedRules['placeOf'] = (rule, path) => places.get(rule)?.(path) ?? {};
  for (const rule of rules) {
    if (rules.find(({ id }) => id === rule.id) !== rule) faults.push({ category: 'input', code: 'duplicate-id', sentence: `Another rule has the id \`${rule.id}\`.`, place: placeOf(rule, ['id']) });
    faults.push(...ruleFaults(rule, (path) => placeOf(rule, path)));
  }
  return faults.length > 0 ? { ok: false, faults } : ok({ rules, placeOf });
}
