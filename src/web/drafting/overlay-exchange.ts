import { stringify } from 'yaml';
import { overlayIn } from '../../assessment/overlay-file.ts';
import type { Asked } from '../../drafts/draft.ts';
import { yamlIn } from '../../guidance/yaml-file.ts';
import { ok, refused, type Result } from '../../kernel/result.ts';
import { hasOwnFrom } from '../../model/kind.ts';
import { isKindName, kindNamed, type KindName } from '../../model/kinds.ts';
import { Writing } from '../../model/register-file/written.ts';
import { draftingWords } from '../words/drafting.ts';
import { inLanguage } from '../words/pairs.ts';
import { viewed } from './draft-access.ts';
import { askedOf, recordIn, type DraftedRecord } from './draft-record.ts';
import type { DraftReading } from './draft-reading.ts';

/** The draft as an overlay file for `answerable what-if --overlay`: what its reader may see of it. A change that cannot be made is left out. */
export function overlayText(dr: DraftReading): string {
  const { draft, shown, sight, reading } = dr;
  const file: Record<string, unknown[]> = {};
  const add = (key: string, value: unknown): void => void (file[key] ??= []).push(value);
  const writing = new Writing({ header: reading.register.content.header, records: {} });
  for (const { change: { asked }, changes } of shown) {
    switch (asked.type) {
      case 'vacate':
        add('vacate', asked.post);
        break;
      case 'adopt':
        add('adopt', asked.instrument);
        break;
      case 'merge':
        add('merge', { post: asked.post, into: asked.into });
        break;
      case 'move':
        add('move', { unit: asked.unit, under: asked.under });
        break;
      case 'line':
        add('line', { post: asked.post, under: asked.under });
        break;
      case 'end':
        add('end', `${asked.kind}/${asked.id}`);
        break;
      case 'new':
      case 'change':
        for (const { kind, from, until, record } of changes) if (record !== undefined) add(kind, writing.record(kind, { ...viewed(sight, record), valid: { from, until } }));
        break;
      default:
        asked satisfies never;
    }
  }
  return stringify({ title: draft.name, ...file }, { version: '1.2', lineWidth: 0 });
}

/** What an overlay file asks of a draft: every fault at once, or all of it. Records are those that the reader may know. */
export function overlayAsked(dr: DraftReading, name: string, bytes: Uint8Array): Result<readonly Asked[]> {
  const yaml = yamlIn(new TextDecoder().decode(bytes), name);
  if (!yaml.ok) return yaml;
  const overlay = overlayIn(yaml.value);
  if (!overlay.ok) return overlay;
  const { proposals, end, put } = overlay.value;
  const t = inLanguage(draftingWords, dr.reading.language);
  const unknown = [...proposals.flatMap(namedBy), ...end.map((ref) => ref.split('/') as [string, string])].filter(([kind, id]) => !isKindName(kind) || recordIn(dr, kind, id) === undefined);
  const records = put.flatMap(([kind, all]) => all.map((record) => drafted(kind, record)));
  const asked = records.length === 0 ? ok<readonly Asked[]>([]) : askedOf(dr, records);
  const faults = [
    ...unknown.map(([kind, id]) => ({ category: 'input' as const, code: 'no-such-record', sentence: t.uploadUnknown.replace('{record}', `${kind}/${id}`), lang: dr.reading.language })),
    ...(asked.ok ? [] : asked.faults),
  ];
  if (faults.length > 0 || !asked.ok) return refused(...faults);
  const all: readonly Asked[] = [...proposals, ...end.map((ref): Asked => ({ type: 'end', kind: ref.split('/')[0] as KindName, id: ref.slice(ref.indexOf('/') + 1) })), ...asked.value];
  return all.length === 0 ? refused({ category: 'input', code: 'no-change', sentence: t.uploadNothing, lang: dr.reading.language }) : ok(all);
}

/** Everything holds from the date of the draft: what the file says of a record's period is left out. */
function drafted(kind: KindName, record: { readonly id: string | number } & Readonly<Record<string, unknown>>): DraftedRecord {
  const fields = Object.entries(record).filter(([name]) => name !== 'id' && (hasOwnFrom(kindNamed(kind)) || (name !== 'from' && name !== 'until')));
  return { kind, id: String(record.id), fields: Object.fromEntries(fields) };
}

/** The records that a proposal names, each as its kind and id. */
function namedBy(proposal: Exclude<Asked, { readonly kind: string }>): readonly [string, string][] {
  const bare = (kind: string, id: string): [string, string] => [kind, id.startsWith(`${kind}/`) ? id.slice(kind.length + 1) : id];
  switch (proposal.type) {
    case 'vacate':
      return [bare('posts', proposal.post)];
    case 'merge':
      return [bare('posts', proposal.post), bare('posts', proposal.into)];
    case 'move':
      return [bare('units', proposal.unit), bare('units', proposal.under)];
    case 'line':
      return [bare('posts', proposal.post), bare('posts', proposal.under)];
    case 'adopt':
      return [bare('instruments', proposal.instrument)];
    default:
      return proposal satisfies never;
  }
}
