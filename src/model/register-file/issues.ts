import type { z } from 'zod';
import { quoted } from '../../kernel/fault.ts';
import type { FaultList } from './fault-list.ts';
import { emptyWords, missingField, tooLong, unknownField, wrongValue } from './sentences.ts';
import { shapeAt, type GroupShape } from './shape.ts';
import type { Path } from './source.ts';

/** Which value the schema judged, for the sentences. */
export interface Judged {
  readonly shape: GroupShape;
  readonly value: unknown;
  readonly path: Path;
  /** As people call it, in quotes: `posts/director`, `register`. */
  readonly name: string;
  /** What its fields are fields of: `posts`, `register`. */
  readonly of: string;
}

type Issue = z.core.$ZodIssue;

/** For `safeParse`: our sentences are made from the issues, so the schema need not word its own. */
export const SILENT = { error: () => '' };

/** Tells in our sentences what a schema found wrong. */
export function addIssues(issues: readonly Issue[], judged: Judged, faults: FaultList): void {
  for (const issue of issues) addIssue(issue, issue.path as Path, judged, faults);
}

function addIssue(issue: Issue, inside: Path, judged: Judged, faults: FaultList): void {
  const path = [...judged.path, ...inside];
  const shape = shapeAt(judged.shape, inside);
  if (issue.code === 'unrecognized_keys') {
    const fields = shape?.is === 'group' ? [...shape.fields.keys()] : shape?.is === 'agenda' ? ['issuedOn', 'issued'] : ['en', 'cy'];
    const of = inside.length === 0 ? judged.of : fieldName(inside);
    for (const key of issue.keys) faults.add([...path, key], 'key', 'unknown-field', () => unknownField(key, of, fields));
    return;
  }
  const value = valueAt(judged.value, inside);
  if (issue.code === 'invalid_union') {
    // The branch that got further than the type of the value is the one that was meant.
    const [branch] = issue.errors.filter((errors) => errors.some((error) => error.path.length > 0 || error.code !== 'invalid_type'));
    for (const error of branch ?? []) addIssue(error, [...inside, ...(error.path as Path)], judged, faults);
    if (branch !== undefined) return;
  }
  if (value === undefined) {
    const owner = inside.length > 1 ? `${quoted(fieldPath(inside.slice(0, -1)))} of ${judged.name}` : judged.name;
    faults.add(path, 'value', 'field-missing', () => missingField(fieldName(inside), owner, shape));
  } else if (value === '') faults.add(path, 'value', 'empty-words', () => emptyWords(fieldName(inside)));
  else if (issue.code === 'too_big' && (typeof value === 'string' || Array.isArray(value))) {
    const limit = Number(issue.maximum);
    faults.add(path, 'value', 'too-long', () => tooLong(fieldName(inside), limit, typeof value === 'string' ? 'characters' : 'items'));
  } else if (shape?.is === 'text' && isGroup(value)) {
    faults.add(path, 'value', 'field-missing', () => missingField('en', quoted(fieldName(inside)), undefined));
  } else {
    const { code, tell } = wrongValue(fieldName(inside), value, shape ?? shapeAt(judged.shape, inside.slice(0, -1)), inside);
    faults.add(path, 'value', code, tell);
  }
}

const isGroup = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null && !Array.isArray(value);

function valueAt(value: unknown, path: Path): unknown {
  let here: unknown = value;
  for (const step of path) {
    if (typeof here !== 'object' || here === null || !Object.hasOwn(here, step)) return undefined;
    here = (here as Readonly<Record<string | number, unknown>>)[step];
  }
  return here;
}

/** The last key with a name: an item of a list goes by the name of the list. */
const fieldName = (path: Path): string => String(path.findLast((step) => typeof step === 'string') ?? 'this');

const fieldPath = (path: Path): string => path.reduce<string>((words, step) => words + (typeof step === 'number' ? `[${step}]` : words === '' ? step : `.${step}`), '');
