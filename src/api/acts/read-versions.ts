import type { Access } from '../../access/access.ts';
import { quoted, type Fault } from '../../kernel/fault.ts';
import { isKindName } from '../../model/kinds.ts';
import type { Image } from '../../register/image.ts';
import type { Answered } from '../http/operation.ts';
import { isSeen } from '../read/entry-answer.ts';

type Refused = Extract<Answered, { ok: false }>;

/**
 * The versions that the caller says they read: in the body for several records, in a header for one. Undefined where nothing is said of any.
 * @param refs the records that the act names
 */
export function readOf(given: Readonly<Record<string, number | null>> | undefined, headers: Readonly<Record<string, string | undefined>>, refs: readonly string[], image: Image, access: Access): { readonly ok: true; readonly value: ReadonlyMap<string, number | undefined> | undefined } | Refused {
  const read = new Map<string, number | undefined>();
  for (const [ref, version] of Object.entries(given ?? {})) {
    const kind = ref.slice(0, Math.max(0, ref.indexOf('/')));
    if (!isKindName(kind)) return misused('wrong-record', `${quoted(ref)} is not a record written KIND/ID, such as \`persons/ann\`.`, `read.${ref}`);
    // What one may not know of is not there; whether it changed is not told.
    if (version !== null && !isSeen(ref, image, access)) return noSuchRecord(ref, `read.${ref}`);
    read.set(ref, version ?? undefined);
  }
  const [match, noneMatch] = [headers['if-match'], headers['if-none-match']];
  if (match === undefined && noneMatch === undefined) return { ok: true, value: read.size === 0 ? undefined : read };
  const [ref, other] = [...new Set(refs)];
  const name = match === undefined ? 'If-None-Match' : 'If-Match';
  if (ref === undefined || other !== undefined) return misused('match-of-several', `\`${name}\` speaks of one record: say with \`read\` which version of each you read.`, name);
  if (noneMatch !== undefined && noneMatch !== '*') return misused('wrong-match', '`If-None-Match` takes `*` here: the record is not there yet.', name);
  const isKnown = isSeen(ref, image, access);
  // Of what is there and not to be known of, the act says that it is not there, or not theirs; that it is there is not told.
  if (noneMatch !== undefined) return { ok: true, value: isKnown || image.lastChanged(ref) === undefined ? new Map([...read, [ref, undefined]]) : read };
  if (match === '*') return { ok: true, value: read.size === 0 ? undefined : read };
  const version = /^"(\d{1,15})"$/.exec(match ?? '')?.[1];
  if (version === undefined) return misused('wrong-match', '`If-Match` takes the ETag that came with the record, in its quotes, or `*`.', name);
  if (!isKnown) return noSuchRecord(ref, name);
  return { ok: true, value: new Map([...read, [ref, Number(version)]]) };
}

const noSuchRecord = (ref: string, path: string): Refused => ({ ok: false, faults: [{ category: 'not-found', code: 'no-such-record', sentence: `${quoted(ref)} is not a record of the register.`, place: { path }, found: ref }] });

const misused = (code: string, sentence: string, path: string): Refused => ({ ok: false, status: 400, faults: [{ category: 'input', code, sentence, place: { path } } satisfies Fault] });
