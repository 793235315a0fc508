import type { Access } from '../../access/access.ts';
import { wordsFor } from '../../assessment/open-register.ts';
import { didYouMean } from '../../kernel/nearest.ts';
import { quoted } from '../../kernel/fault.ts';
import { overlaps, type Period } from '../../kernel/period.ts';
import { refused, type Result } from '../../kernel/result.ts';
import type { Ref } from '../../model/field.ts';
import type { AnyRecord } from '../../model/kind.ts';
import type { Act } from '../../register/acts/act.ts';
import { readChanges, type ChangeInput } from '../../register/acts/change-input.ts';
import type { Image } from '../../register/image.ts';
import type { Decided, Request } from '../../register/request.ts';
import { actRequest, type Asked } from '../../register/requests.ts';
import { accessThen } from '../../areas/access-then.ts';
import { asSeen, NOT_ALLOWED, veiled } from '../../areas/as-seen.ts';

type Fields = Readonly<Record<string, unknown>>;

/**
 * `record.put`, `record.end` or `record.correct` as somebody who may see and keep only part of the register: what they may not see of a
 * record stays as it is, and nothing that they are told tells of it. Decided by what they may do when it is the act’s turn.
 */
export function recordRequest(act: Act, input: unknown, person: Ref<'persons'>, asked: Asked): Request {
  return {
    ...actRequest(act, input, asked, wordsFor),
    decide(image): Result<Decided> {
      const read = readChanges(input, act.name === 'record.end' ? 'none' : 'needed');
      if (!read.ok) return read;
      const access = accessThen(image, person, asked.now);
      const given = read.value.flatMap(({ kind, id, from, until, body }) => (body === undefined ? [] : [{ kind, fields: { id, ...body, ...(from === undefined ? {} : { from }), ...(until === undefined ? {} : { until }) } }]));
      const wrong = asSeen(given, () => access.content(image.content()), access, image, wordsFor(image.header));
      const whole = read.value.map((change) => completed(act, change, image, access));
      const faults = whole.flatMap((one) => (one.ok ? [] : one.faults));
      if (faults.length > 0) return { ok: false, faults };
      if (wrong !== undefined) return wrong;
      const changes = whole.flatMap((one) => (one.ok ? [one.value] : []));
      const decided = actRequest(act, { changes }, asked, wordsFor).decide(image);
      return decided.ok ? decided : { ok: false, faults: decided.faults.map((fault) => veiled(fault, access, image)) };
    },
  };
}

/** The change with what its sender may not see, or why it is not theirs to make. */
function completed(act: Act, change: ChangeInput, image: Image, access: Access): Result<ChangeInput> {
  const { kind, id, body } = change;
  const versions = image.versions(kind, id);
  if (act.name !== 'record.put' && !versions.some((version) => access.sees(version))) return noSuchRecord(change, image, access);
  if (!versions.every((version) => access.sees(version))) return NOT_ALLOWED;
  const touched = touchedBy(act, change, versions);
  const hiding = touched.map((version) => ({ version, fields: [...access.fieldsHidden(version)] }));
  const says = body ?? {};
  if (hiding.some(({ fields }) => fields.some((field) => says[field] !== undefined))) return NOT_ALLOWED;
  const kept = hiding.map(({ version, fields }): Fields => Object.fromEntries(fields.map((field): [string, unknown] => [field, (version as unknown as Fields)[field]]).filter(([, value]) => value !== undefined)));
  // What is hidden from them differs over the time that they would say one thing of: it cannot stay as it is.
  if (body !== undefined && new Set(kept.map((fields) => JSON.stringify(fields))).size > 1) return NOT_ALLOWED;
  const whole = body === undefined ? undefined : { ...body, ...kept[0] };
  const after = whole === undefined ? undefined : ({ ...whole, ref: `${kind}/${id}`, id, valid: {} } as unknown as AnyRecord);
  if (!access.mayKeep(kind, undefined, after) && versions.length === 0) return NOT_ALLOWED;
  if (!touched.every((version) => access.mayKeep(kind, version, after))) return NOT_ALLOWED;
  return { ok: true, value: { ...change, ...(whole === undefined ? {} : { body: whole }) } };
}

/** The versions that give way in whole or in part; the last one where none does, since the record goes on from it. */
function touchedBy(act: Act, { from, until }: ChangeInput, versions: readonly AnyRecord[]): readonly AnyRecord[] {
  if (act.name === 'record.correct') return versions;
  const period = { from, until } as Period;
  const touched = versions.filter(({ valid }) => overlaps(valid, period));
  return touched.length > 0 ? touched : versions.slice(-1);
}

function noSuchRecord({ kind, id }: ChangeInput, image: Image, access: Access): Result<never> {
  const seen = [...image.ids(kind)].filter((one) => image.versions(kind, one).some((version) => access.sees(version)));
  return refused({ category: 'not-found', code: 'no-such-record', sentence: `${quoted(`${kind}/${id}`)} is not a record of the register.${didYouMean(id, seen)}`, found: `${kind}/${id}` });
}

