import type { Access } from '../../access/access.ts';
import { entryTold, type EntryTold } from '../../areas/entry-told.ts';
import { quoted } from '../../kernel/fault.ts';
import type { Fault } from '../../kernel/fault.ts';
import { decide } from '../../register/decide.ts';
import { isOwnKind } from '../../register/kept-form.ts';
import type { Image } from '../../register/image.ts';
import type { KeptRegister } from '../../register/kept-register.ts';
import { misasked, type Performed, type Request } from '../../register/request.ts';
import type { Answered } from '../http/operation.ts';
import type { Changed } from '../http/problem.ts';
import { isSeen } from '../read/entry-answer.ts';
import { refsGiven } from './refs-given.ts';

/** Says what would come of it: refused where the act would be. Nothing is recorded, and the key stays unused. */
export async function dryRun(register: KeptRegister, request: Request, access: Access): Promise<Answered> {
  const image = await register.latest();
  const wrong = misasked(request);
  if (wrong?.ok === false) return wrong;
  const { key: _, ...fresh } = request;
  const decided = decide(fresh, image);
  if (!decided.ok) return { ok: false, faults: decided.faults.map((fault) => toldFault(fault, image, access)) };
  const { entries } = decided.value;
  const changes = entries.flatMap((entry) => entry.changes.filter(({ kind }) => !isOwnKind(kind)).map(({ kind, id, from, until, put }) => ({ record: `${kind}/${id}`, ...(from === undefined ? {} : { from }), ...(until === undefined ? {} : { until }), isEnd: put === undefined })));
  return { ok: true, value: { status: 200, json: { dryRun: true, entries: entries.length, changes } } };
}

/** Performs the act, and answers only once it is durable. @param input what was sent, to tell another act with the same key from the same act */
export async function performed(register: KeptRegister, request: Request, input: unknown, access: Access): Promise<Answered> {
  const done = await register.perform(request);
  const image = await register.latest();
  if (!done.ok) return { ok: false, faults: done.faults.map((fault) => toldFault(fault, image, access)), changed: changedBetween(done.faults, image, access) };
  if (done.value.again && !isSameAct(done.value, request, input, image)) {
    return { ok: false, faults: [{ category: 'conflict', code: 'key-reused', sentence: `This \`Idempotency-Key\` was used for another act, by entry ${done.value.number}. Nothing was recorded: choose another key.`, place: { path: 'Idempotency-Key' } }] };
  }
  const { number, last, recordedAt, again } = done.value;
  const purged = request.act === 'erasure.carry-out' ? { purged: await register.purged() } : {};
  return { ok: true, value: { status: again ? 200 : 201, json: { entry: number, last, recordedAt, again, ...purged }, headers: { location: `/api/v1/registers/${register.id}/entries/${number}` } } };
}

const withReason = ({ act, reason = '' }: EntryTold) => ({ act, reason });

/** What came between, without why where that is not all theirs to know. */
function toldFault(fault: Fault, image: Image, access: Access): Fault {
  const entry = fault.code === 'changed-since' && fault.found !== undefined ? image.entries[image.lastChanged(fault.found) ?? -1] : undefined;
  if (entry === undefined || entryTold(entry, image, access).reason !== undefined) return fault;
  return { ...fault, sentence: `${quoted(fault.found ?? '')} was changed by entry ${entry.number} since you read it. Look again, and decide again.` };
}

/** What others did to the records on which the act was refused; of those that the caller may see. */
function changedBetween(faults: readonly Fault[], image: Image, access: Access): readonly Changed[] {
  return faults.flatMap(({ code, found }) => {
    const version = code === 'changed-since' && found !== undefined && isSeen(found, image, access) ? image.lastChanged(found) : undefined;
    const entry = version === undefined ? undefined : image.entries[version];
    return entry === undefined || found === undefined ? [] : [{ record: found, version: entry.number, by: entry.actor.person, recordedAt: entry.recordedAt, ...withReason(entryTold(entry, image, access)) }];
  });
}

/** Whether what the key made is what is asked for again: the act, its reason, and the records that it names. */
function isSameAct({ number, last }: Performed, { act, reason, actor }: Request, input: unknown, image: Image): boolean {
  const entries = image.entries.slice(number, last + 1);
  const [first] = entries;
  if (first === undefined || first.act !== act || first.reason !== reason || first.actor.post !== actor.post) return false;
  const changes = (input as { readonly changes?: readonly unknown[] } | undefined)?.changes;
  if (changes === undefined) return true;
  const made = new Set(entries.flatMap((entry) => entry.changes.map(({ kind, id }) => `${kind}/${id}`)));
  const asked = new Set(refsGiven(changes));
  return made.symmetricDifference(asked).size === 0;
}
