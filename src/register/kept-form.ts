import { randomFillSync } from 'node:crypto';
import { canonicalJson } from '../kernel/canonical-json.ts';
import type { CalendarDate } from '../kernel/date.ts';
import type { AnyRecord } from '../model/kind.ts';
import { isKindName, type KindName } from '../model/kinds.ts';
import type { RegisterHeader } from '../model/register-header.ts';
import type { Change, Entry } from './entry.ts';
import { bodyDigest, leafBytes, SALT_BYTES } from './log/leaf.ts';
import { erasureIn } from './erasure/erasure-said.ts';
import { NotIntact } from './not-intact.ts';
import { keySaidIn } from './rotation/key-said.ts';
import { ERASURE_KIND, HEADER_KIND, isErased, KEY_KIND, type KeptBody, type KeptChange, type KeptEntry } from './store/store.ts';

/** The canonical JSON of a record's fields: what is kept of it beside its kind, id and period. */
export function bodyOf(record: AnyRecord): string {
  const { ref: _ref, id: _id, valid: _valid, ...fields } = record;
  return canonicalJson(fields);
}

export const headerBody = (header: RegisterHeader): string => canonicalJson(header);

export function keptChange({ kind, id, from, until, record }: Change): KeptChange {
  return { kind, id, from, until, put: record === undefined ? undefined : salted(bodyOf(record)) };
}

export const keptHeader = (header: RegisterHeader): KeptChange => ({ kind: HEADER_KIND, id: header.id, put: salted(headerBody(header)) });

/** What the register says of itself beside its header: of an erasure, of its signing key. */
export interface OwnChange {
  readonly kind: typeof ERASURE_KIND | typeof KEY_KIND;
  readonly id: string;
  readonly body: object;
}

export const keptOwn = ({ kind, id, body }: OwnChange): KeptChange => ({ kind, id, put: salted(canonicalJson(body)) });

/** True for the kinds by which a register speaks of itself; their bodies are never erased. */
export const isOwnKind = (kind: string): boolean => kind === HEADER_KIND || kind === ERASURE_KIND || kind === KEY_KIND;

/** Random bytes for salts, many asked for at once: to ask for few takes as long. */
const random = new Uint8Array(SALT_BYTES * 128);
let used = random.length;

function salted(body: string): KeptBody {
  if (used === random.length) {
    randomFillSync(random);
    used = 0;
  }
  const salt = random.slice(used, (used += SALT_BYTES));
  return { digest: bodyDigest(salt, body), salt, body };
}

/** The entry as the program reads it. @throws where a kind is none of ours: the register is from a newer version */
export function entryOf({ number, recordedAt, person, post, act, reason, changes }: Omit<KeptEntry, 'leafHash'>): Entry {
  const own = changes.filter(({ kind }) => isOwnKind(kind));
  if (changes.some(({ kind }, position) => isOwnKind(kind) !== position < own.length)) throw new NotIntact(`Entry ${number} speaks of the register itself after it speaks of records.`);
  return {
    number,
    recordedAt,
    actor: { person, ...(post === undefined ? {} : { post }) },
    act,
    reason,
    ...(own.length === 0 ? {} : ownSaid(own, number)),
    changes: (own.length === 0 ? changes : changes.filter(({ kind }) => !isOwnKind(kind))).map(changeOf),
  };
}

type OwnSaid = Pick<Entry, 'header' | 'erasure' | 'signingKey'>;

/** @throws NotIntact where the register speaks of itself in no way that it knows */
function ownSaid(own: readonly KeptChange[], number: number): OwnSaid {
  const said: { -readonly [field in keyof OwnSaid]: OwnSaid[field] } = {};
  for (const { kind, id, put } of own) {
    if (put === undefined || isErased(put)) throw new NotIntact(`Entry ${number} says nothing where it should speak of the register itself (${kind}).`);
    if (kind === HEADER_KIND) said.header = JSON.parse(put.body) as RegisterHeader;
    else if (kind === ERASURE_KIND) said.erasure = erasureIn(id, put.body) ?? unreadable(number, kind);
    else said.signingKey = keySaidIn(id, put.body) ?? unreadable(number, kind);
  }
  if (Object.keys(said).length < own.length) throw new NotIntact(`Entry ${number} says twice what it says of the register itself.`);
  return said;
}

function unreadable(number: number, kind: string): never {
  throw new NotIntact(`What entry ${number} says (${kind}) is not in a form that this version of Answerable knows.`);
}

function changeOf({ kind, id, from, until, put }: KeptChange): Change {
  if (!isKindName(kind)) throw new Error(`The register holds a record of the kind ${kind}, which this version of Answerable does not know.`);
  const period = { from: from as CalendarDate | undefined, until: until as CalendarDate | undefined };
  if (put === undefined) return { kind, id, ...period };
  return isErased(put) ? { kind, id, ...period, erasedBy: put.erasedBy } : { kind, id, ...period, record: recordIn(kind, id, period, put.body) };
}

/** What was parsed is nobody else's yet: it becomes the record, which is cheaper than a copy. */
const recordIn = (kind: KindName, id: string, valid: AnyRecord['valid'], body: string): AnyRecord =>
  Object.assign(JSON.parse(body) as object, { ref: `${kind}/${id}` as const, id, valid }) as AnyRecord;

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
