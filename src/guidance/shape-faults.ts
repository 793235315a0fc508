import type { z } from 'zod';
import { quoted, type Fault } from '../kernel/fault.ts';
import { didYouMean, nearest } from '../kernel/nearest.ts';
import type { Path, YamlFile } from './yaml-file.ts';

/** What a zod schema found wrong, each with its place in the file and one sentence. `base` is where the value sits. */
export function shapeFaults(error: z.ZodError, yaml: Pick<YamlFile, 'placeOf'>, base: Path, value: unknown): readonly Fault[] {
  return error.issues.flatMap((issue) => faultsOf(issue as z.core.$ZodIssue, yaml, base, value));
}

function faultsOf(issue: z.core.$ZodIssue, yaml: Pick<YamlFile, 'placeOf'>, base: Path, value: unknown): readonly Fault[] {
  const path = [...base, ...(issue.path as Path)];
  const found = (issue.path as Path).reduce<unknown>((at, key) => (at as Readonly<Record<string | number, unknown>> | undefined)?.[key], value);
  const fault = (code: string, sentence: string, extra: Partial<Fault> = {}): Fault => ({ category: 'input', code, sentence, place: yaml.placeOf(path), ...extra });
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((key) => ({ ...fault('unknown-key', `\`${key}\` is not expected here.`), place: yaml.placeOf([...path, key]), found: key }));
    case 'invalid_value': {
      const choices = issue.values.map(String);
      const near = typeof found === 'string' ? nearest(found, choices) : undefined;
      const expected = choices.length > 12 ? `one of ${choices.length} words` : `one of ${choices.join(', ')}`;
      return [fault('unknown-word', `${quoted(found)} is not ${expected}.${typeof found === 'string' ? didYouMean(found, choices) : ''}`, { expected, ...(near === undefined ? {} : { nearest: near }) })];
    }
    case 'invalid_union': {
      // The branch that came furthest is the one that was meant.
      const branches = issue.errors.filter((branch) => branch.length > 0);
      const meant = branches.toSorted((a, b) => depth(b) - depth(a) || a.length - b.length)[0];
      return meant === undefined ? [fault('wrong-shape', `${quoted(found)} is not what is expected here.`)] : meant.flatMap((inner) => faultsOf({ ...inner, path: [...issue.path, ...inner.path] } as z.core.$ZodIssue, yaml, base, value));
    }
    case 'invalid_type':
      return [found === undefined ? fault('missing', `\`${path.at(-1) ?? ''}\` is missing: ${issue.expected} is expected.`) : fault('wrong-type', `${quoted(found)} is not of the kind expected here: ${issue.expected}.`)];
    default:
      return [fault('wrong-value', `${quoted(found)} is not accepted here: ${issue.message}.`)];
  }
}

const depth = (branch: readonly z.core.$ZodIssue[]): number => Math.max(...branch.map(({ path }) => path.length));
