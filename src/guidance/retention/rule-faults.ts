import { quoted, type Fault, type Place } from '../../kernel/fault.ts';
import { didYouMean } from '../../kernel/nearest.ts';
import type { KindName } from '../../model/kinds.ts';
import { KINDS, kindNamed } from '../../model/kinds.ts';
import { kindsNamed } from '../../model/register-file/known-ids.ts';
import { shapeOf, type Shape } from '../../model/register-file/shape.ts';
import type { Condition, RetentionRule } from '../../model/retention-rule.ts';
import type { Path } from '../yaml-file.ts';

type Tell = (code: string, sentence: string, path: Path) => void;

/** What is wrong with a rule that its own form does not show: fields and words that its kind does not have, parts that do not go together. */
export function ruleFaults(rule: RetentionRule, placeOf: (path: Path) => Place): readonly Fault[] {
  const faults: Fault[] = [];
  const tell: Tell = (code, sentence, path) => void faults.push({ category: 'input', code, sentence, place: placeOf(path) });
  for (const [way, condition] of Object.entries(rule.where ?? {})) {
    const shapes = shapesAt(rule.kind, way, ['where', way], tell);
    if (shapes.length > 0) checkCondition(condition, shapes, ['where', way], tell);
  }
  checkPeriod(rule, tell);
  checkLeave(rule, tell);
  if (rule.authority.basis !== 'own-choice' && rule.authority.source === undefined) {
    tell('no-source', `A rule on the basis of ${quoted(rule.authority.basis)} names its \`source\`; one without is the authority’s \`own-choice\`.`, ['authority']);
  }
  return faults;
}

/** The shapes that a way may lead to: several where a reference may name several kinds. None where it leads nowhere, which is told. */
function shapesAt(kind: KindName, way: string, path: Path, tell: Tell): readonly Shape[] {
  const [field = '', ...rest] = way.split('.');
  const fields = shapeOf(kind).fields;
  const found = fields.get(field);
  if (found === undefined || field === 'id') {
    tell('unknown-field', `${quoted(field)} is not a field of \`${kind}\` that a rule can ask for.${didYouMean(field, fields.keys())}`, path);
    return [];
  }
  const shape = found.is === 'list' ? found.item : found;
  if (rest.length === 0) return [shape];
  const kinds = shape.is === 'reference' ? kindsNamed(shape.meta.refs) : [];
  if (kinds.length === 0) tell('no-reference', `\`${field}\` of \`${kind}\` refers to no record: the way ends there.`, path);
  // Where several kinds may stand there, it is enough that one of them has the field.
  const leading = kinds.filter((next) => shapeOf(next).fields.has(rest[0] ?? ''));
  const [first] = kinds;
  if (leading.length === 0 && first !== undefined) return shapesAt(first, rest.join('.'), path, tell);
  return leading.flatMap((next) => shapesAt(next, rest.join('.'), path, leading.length === 1 ? tell : () => undefined));
}

function checkCondition(condition: Condition, shapes: readonly Shape[], path: Path, tell: Tell): void {
  if (typeof condition === 'object' && !Array.isArray(condition)) return;
  const choices = shapes.flatMap((shape) => (shape.is === 'choice' ? shape.choices : []));
  if (shapes.some(({ is }) => is !== 'choice')) return;
  for (const value of Array.isArray(condition) ? condition : [condition]) {
    if (!choices.includes(String(value))) tell('unknown-word', `${quoted(value)} is not one of ${choices.join(', ')}.${didYouMean(String(value), choices)}`, path);
  }
}

function checkPeriod({ kind, from, keep, leave }: RetentionRule, tell: Tell): void {
  if (keep === 'permanent') {
    if (from !== undefined) tell('permanent-from', 'What is kept for ever counts from no day: leave out `from`.', ['from']);
    if (leave !== undefined) tell('permanent-leave', 'What is kept for ever leaves nothing: leave out `leave`.', ['leave']);
    return;
  }
  if (from === undefined) tell('no-from', '`from` is missing: the day from which the period counts.', ['keep']);
  else if (from === 'end-of-last-post' && kind !== 'persons') tell('no-posts', 'Only persons have a last post: `end-of-last-post` goes with the kind `persons`.', ['from']);
  else if (typeof from === 'object') {
    const shapes = shapesAt(kind, from.date, ['from', 'date'], tell);
    if (shapes.length > 0 && !shapes.some(({ is }) => is === 'date')) tell('no-date', `${quoted(from.date)} is not a date.`, ['from', 'date']);
  }
}

function checkLeave({ kind, leave }: RetentionRule, tell: Tell): void {
  if (leave === undefined) return;
  const { fields } = shapeOf(kind);
  const schemas = KINDS[kind].schema.shape;
  const known = (field: string, path: Path): boolean => {
    if (fields.has(field) && field !== 'id') return true;
    tell('unknown-field', `${quoted(field)} is not a field of \`${kind}\` that can stay.${didYouMean(field, fields.keys())}`, path);
    return false;
  };
  for (const field of leave.only ?? []) known(field, ['leave', 'only']);
  for (const [field, value] of Object.entries(leave.put ?? {})) {
    const schema = known(field, ['leave', 'put', field]) ? (schemas[field] as { safeParse: (value: unknown) => { success: boolean } } | undefined) : undefined;
    if (schema?.safeParse(value).success === false) tell('wrong-value', `${quoted(value)} is not ${fields.get(field)?.meta.expected ?? 'what belongs there'}.`, ['leave', 'put', field]);
  }
  const staying = new Set([...(leave.only ?? []), ...Object.keys(leave.put ?? {})]);
  const missing = [...fields].filter(([field, { required }]) => required && field !== 'id' && !staying.has(field)).map(([field]) => field);
  if (missing.length > 0) tell('incomplete', `A record of \`${kindNamed(kind).plural}\` cannot be without ${missing.map(quoted).join(' and ')}: say under \`leave\` what stays there.`, ['leave']);
}
