import { canonicalJson } from '../../kernel/canonical-json.ts';
import type { BothLanguages, Text } from '../../kernel/text.ts';
import type { AnyRecord } from '../../model/kind.ts';
import type { KindName } from '../../model/kinds.ts';
import { inText, titleOf } from '../../model/labels.ts';
import { shapeOf } from '../../model/register-file/shape.ts';
import type { RegisterContent } from '../../model/register-header.ts';
import { reason } from '../../rules/outcome.ts';
import type { Happening } from './happening.ts';
import { namesIn } from './names-in.ts';
import { versionsOf } from './versions-of.ts';

const says = {
  renamed: { en: '{before} became {after}.', cy: 'Daeth {before} yn {after}.' },
  seat: { en: 'The seat of {holder} on {body} changed: {fields}.', cy: 'Newidiodd sedd {holder} ar {body}: {fields}.' },
  changed: { en: '{record} changed: {fields}.', cy: 'Newidiodd {record}: {fields}.' },
};

const KINDS: readonly KindName[] = ['posts', 'units', 'bodies', 'functions', 'seats', 'series'];

/** The days on which something of the structure went on as another: under another name, on another line, with another remit. */
export const restructures = (content: RegisterContent): readonly Happening[] =>
  KINDS.flatMap((kind) => versionsOf(content, kind).flatMap((versions) => versions.slice(1).flatMap((after, index) => changeBetween(kind, versions[index], after))));

function changeBetween(kind: KindName, before: AnyRecord | undefined, after: AnyRecord): readonly Happening[] {
  const day = after.valid.from;
  if (before === undefined || day === undefined || before.valid.until !== day) return [];
  const of = kind === 'series' ? 'meetings' : 'structure';
  const names = new Set([...namesIn(before), ...namesIn(after)]);
  const [was, is] = [titleOf(before), titleOf(after)];
  const fields = fieldsBetween(kind, before, after);
  if (was !== undefined && is !== undefined && canonicalJson([was]) !== canonicalJson([is])) {
    return [{ day, of, says: reason(says.renamed, { before: both(was), after: both(is) }, [after.ref]), record: after.ref, names }];
  }
  if (fields.length === 0) return [];
  const { holder, body } = after as unknown as Readonly<Record<string, string | undefined>>;
  const said = kind === 'seats' && holder !== undefined && body !== undefined ? reason(says.seat, { holder, body, fields }, [after.ref]) : reason(says.changed, { record: after.ref, fields }, [after.ref]);
  return [{ day, of, says: said, record: after.ref, names }];
}

const both = (text: Text): BothLanguages => (text.en === undefined ? { en: text.cy, cy: text.cy } : { en: text.en, cy: text.cy ?? text.en });

/** The labels of the fields that differ. */
function fieldsBetween(kind: KindName, before: AnyRecord, after: AnyRecord): readonly BothLanguages[] {
  const [was, is] = [before, after].map((record) => record as unknown as Readonly<Record<string, unknown>>);
  return [...shapeOf(kind).fields].filter(([name]) => !['id', 'from', 'until', 'note'].includes(name) && canonicalJson([was?.[name] ?? null]) !== canonicalJson([is?.[name] ?? null])).flatMap(([, { meta }]) => (meta.label === undefined ? [] : [inText(meta.label)]));
}
