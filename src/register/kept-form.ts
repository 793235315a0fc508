import { randomBytes } from 'node:crypto';
import { canonicalJson } from '../kernel/canonical-json.ts';
import type { CalendarDate } from '../kernel/date.ts';
import type { AnyRecord } from '../model/kind.ts';
import { isKindName, type KindName } from '../model/kinds.ts';
import type { RegisterHeader } from '../model/register-header.ts';
import type { Change, Entry } from './entry.ts';
import { bodyDigest, leafBytes, SALT_BYTES } from './log/leaf.ts';
import { HEADER_KIND, isErased, type KeptBody, type KeptChange, type KeptEntry } from './store/store.ts';

/** The canonical JSON of a record's fields: what is kept of it beside its kind, id and period. */
export function bodyOf(record: AnyRecord): string {
  const { ref: _ref, id: _id, valid: _valid, ...fields } = record;
  return canonicalJson(plain(fields));
}

export const headerBody = (header: RegisterHeader): string => canonicalJson(plain(header));

/** Without fields that are there but undefined, which canonical JSON does not know. */
const plain = (value: object): unknown => JSON.parse(JSON.stringify(value));

export function keptChange({ kind, id, from, until, record }: Change): KeptChange {
  return { kind, id, from, until, put: record === undefined ? undefined : salted(bodyOf(record)) };
}

export const keptHeader = (header: RegisterHeader): KeptChange => ({ kind: HEADER_KIND, id: header.id, put: salted(headerBody(header)) });

function salted(body: string): KeptBody {
  const salt = randomBytes(SALT_BYTES);
  return { digest: bodyDigest(salt, body), salt, body };
}

/** The entry as the program reads it. @throws where a kind is none of ours: the register is from a newer version */
export function entryOf({ number, recordedAt, person, post, act, reason, changes }: Omit<KeptEntry, 'leafHash'>): Entry {
  const header = changes.find(({ kind }) => kind === HEADER_KIND)?.put;
  return {
    number,
    recordedAt,
    actor: { person, ...(post === undefined ? {} : { post }) },
    act,
    reason,
    ...(header === undefined || isErased(header) ? {} : { header: JSON.parse(header.body) as RegisterHeader }),
    changes: changes.filter(({ kind }) => kind !== HEADER_KIND).map(changeOf),
  };
}

function changeOf({ kind, id, from, until, put }: KeptChange): Change {
  if (!isKindName(kind)) throw new Error(`The register holds a record of the kind ${kind}, which this version of Answerable does not know.`);
  const period = { from: from as CalendarDate | undefined, until: until as CalendarDate | undefined };
  if (put === undefined) return { kind, id, ...period };
  return isErased(put) ? { kind, id, ...period, erasedBy: put.erasedBy } : { kind, id, ...period, record: recordIn(kind, id, period, put.body) };
}

const recordIn = (kind: KindName, id: string, valid: AnyRecord['valid'], body: string): AnyRecord => ({
  ref: `${kind}/${id}`,
  ...(JSON.parse(body) as object),
  id,
  valid,
});

/** The exact bytes of the entry's leaf. */
export function leafOf(entry: Omit<KeptEntry, 'leafHash'>): ReturnType<typeof leafBytes> {
  return leafBytes({
    number: entry.number,
    recordedAt: entry.recordedAt,
    actor: { person: entry.person, post: entry.post },
    act: entry.act,
    reason: entry.reason,
    idempotencyKey: entry.key,
    // The kind of the header is none of a record, but stands in the leaf like one.
    changes: entry.changes.map(({ kind, id, from, until, put }) => ({
      kind: kind as KindName, id, from: from as CalendarDate | undefined, until: until as CalendarDate | undefined, bodyDigest: put?.digest,
    })),
  });
}
