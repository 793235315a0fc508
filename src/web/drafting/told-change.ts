import { entryTold } from '../../areas/entry-told.ts';
import type { AnyRecord } from '../../model/kind.ts';
import { isKindName, kindNamed } from '../../model/kinds.ts';
import type { Ref } from '../../model/field.ts';
import type { Change } from '../../register/entry.ts';
import { recordWords } from '../words/record.ts';
import type { Link } from '../page.ts';
import { fieldRows, type FieldRow, type FieldValue } from '../record-fields.ts';
import { recordLink, recordName, recordOf } from '../record-name.ts';
import { saidFault } from '../said-fault.ts';
import type { SaidText } from '../said-text.ts';
import { draftingWords } from '../words/drafting.ts';
import { filled, inLanguage } from '../words/pairs.ts';
import { tellable, viewed } from './draft-access.ts';
import type { DraftReading } from './draft-reading.ts';
import { refOf, type LaidChange } from './lay-draft.ts';

/** What a change does to one record. */
export interface ToldEffect {
  readonly record: Link;
  readonly does: string;
  readonly isNew: boolean;
  readonly fields: readonly { readonly label: string; readonly before: FieldValue; readonly after: FieldValue }[];
}

/** A change of a draft in words. */
export interface ToldChange {
  readonly number: number;
  readonly title: string;
  readonly effects: readonly ToldEffect[];
  readonly effectsHeading: string;
  /** What the register has changed under it. */
  readonly overtaken: readonly { readonly record: Link; readonly by: string }[];
  /** Why it cannot be made. */
  readonly faults: readonly SaidText[];
}

export function toldChange(dr: DraftReading, part: LaidChange): ToldChange {
  const { language } = dr.reading;
  const t = inLanguage(draftingWords, language);
  const effects = part.changes.map((change) => toldEffect(dr, part, change));
  return {
    number: part.change.number,
    title: titleOf(dr, part.change.asked),
    effects,
    effectsHeading: effects.length === 1 ? t.effectsOne : filled(t.effects, { count: effects.length }),
    overtaken: part.overtaken.map((ref) => ({ record: recordLink(dr.after, ref), by: overtakenBy(dr, ref) })),
    faults: tellable(part.faults, dr.sight, dr.laid, { text: t.notForYou, lang: language }).map((fault) => saidFault(fault, language)),
  };
}

/** What was asked for, in a line. */
export function titleOf({ after }: Pick<DraftReading, 'after'>, asked: LaidChange['change']['asked']): string {
  const t = inLanguage(draftingWords, after.language).titles;
  const name = (kind: string, id: string): string => recordName(after, id.startsWith(`${kind}/`) ? id : `${kind}/${id}`).text;
  switch (asked.type) {
    case 'vacate':
      return filled(t.vacate, { post: name('posts', asked.post) });
    case 'merge':
      return filled(t.merge, { post: name('posts', asked.post), into: name('posts', asked.into) });
    case 'move':
      return filled(t.move, { unit: name('units', asked.unit), under: name('units', asked.under) });
    case 'line':
      return filled(t.line, { post: name('posts', asked.post), under: name('posts', asked.under) });
    case 'adopt':
      return filled(t.adopt, { instrument: name('instruments', asked.instrument) });
    case 'new':
    case 'change':
    case 'end':
      return filled(t[asked.type], { kind: isKindName(asked.kind) ? kindNamed(asked.kind).label[after.language].toLowerCase() : asked.kind, name: name(asked.kind, asked.id) });
    default:
      return asked satisfies never;
  }
}

function toldEffect(dr: DraftReading, { over }: LaidChange, change: Change): ToldEffect {
  const t = inLanguage(draftingWords, dr.reading.language);
  const before = over.where(change.kind, 'id', change.id)[0] as AnyRecord | undefined;
  const does = change.record === undefined ? t.does.ends : before === undefined ? t.does.begins : t.does.changes;
  return { record: recordLink(dr.after, refOf(change)), does, isNew: before === undefined, fields: change.record === undefined ? [] : fieldsMoved(dr, before, change.record) };
}

/** The fields that read otherwise, as far as the reader may see them. */
function fieldsMoved({ after, sight }: DraftReading, before: AnyRecord | undefined, record: AnyRecord): ToldEffect['fields'] {
  const nothing: FieldValue = { is: 'text', said: { text: inLanguage(recordWords, after.language).none } };
  const [was, is] = [before === undefined ? [] : fieldRows(after, viewed(sight, before)), fieldRows(after, viewed(sight, record))];
  const valueIn = (rows: readonly FieldRow[], label: string): FieldValue => rows.find((row) => row.label === label)?.value ?? nothing;
  return [...new Set([...was, ...is].map(({ label }) => label))]
    .map((label) => ({ label, before: valueIn(was, label), after: valueIn(is, label) }))
    .filter((row) => JSON.stringify(row.before) !== JSON.stringify(row.after));
}

function overtakenBy({ access, after, image }: DraftReading, ref: Ref): string {
  const t = inLanguage(draftingWords, after.language);
  const last = image.lastChanged(ref);
  const entry = last === undefined ? undefined : image.entries[last];
  if (entry === undefined) return t.overtakenGone;
  const person = `persons/${entry.actor.person}`;
  return filled(t.overtakenBy, { number: entry.number, person: recordOf(after, person) === undefined ? entry.actor.person : recordName(after, person).text, reason: entryTold(entry, image, access).reason ?? '…' });
}
