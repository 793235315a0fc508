import { subjectRef, type AreaAct } from '../acts/area-act.ts';
import type { Access } from '../access/access.ts';
import { quoted } from '../kernel/fault.ts';
import { refused, type Result } from '../kernel/result.ts';
import type { Ref } from '../model/field.ts';
import type { AnyRecord } from '../model/kind.ts';
import { kindNamed, type KindName } from '../model/kinds.ts';
import type { VocabularySource } from '../model/register-header.ts';
import type { Image } from '../register/image.ts';
import type { Decided, Request } from '../register/request.ts';
import { actRequest, type Asked } from '../register/requests.ts';
import { ACCESS_RULES } from './access-rules.ts';
import { accessThen } from './access-then.ts';
import { NOT_ALLOWED, veiled } from './as-seen.ts';
import { namedInInput } from './named-in-input.ts';

/**
 * An act of an area as somebody who sees part of the register and may do some acts: decided by what they may do when it is its turn.
 * A record that they may not see is told of as one that is not there.
 */
export function areaRequest(act: AreaAct, input: unknown, person: Ref<'persons'>, asked: Asked, words: VocabularySource): Request {
  const request = actRequest(act, input, asked, words);
  return {
    ...request,
    decide(image): Result<Decided> {
      const access = accessThen(image, person, asked.now);
      // Before all else: what is wrong with the rest of the input would tell what is hidden from what is not there.
      const unknown = unknownIn(act, input, access, image);
      if (unknown !== undefined) return unknown;
      if (!mayDo(act, subjectThen(act, input, image), access)) return NOT_ALLOWED;
      const decided = request.decide(image);
      if (decided.ok) return decided;
      // What is near to a record that is not there on the day may be hidden.
      const subject = subjectRef(act, input);
      if (subject !== undefined && mayBeHidden(subject, access) && decided.faults.some(({ code, place }) => code === 'no-such-record' && place?.path === subjectKey(act))) return notThere(subject, subjectKey(act));
      return { ok: false, faults: decided.faults.map((fault) => veiled(fault, access, image)) };
    },
  };
}

const subjectKey = ({ row: { on } }: AreaAct): string => (on === undefined ? '' : kindNamed(on).singular);

const notThere = (ref: string, path: string) => refused({ category: 'not-found', code: 'no-such-record', sentence: `${quoted(ref)} is not a record of the register.`, place: { path }, found: ref });

/**
 * The refusal of the first record named in the input of which the person may not know; and of one that is not there, of a kind of which
 * they may not know all: of both in the same words. What is not there of other kinds, the act says itself, with what is near.
 */
function unknownIn(act: AreaAct, input: unknown, access: Access, image: Image): Result<never> | undefined {
  const isSeen = (ref: Ref): boolean => image.versions(kindOf(ref), ref.slice(ref.indexOf('/') + 1)).some((version) => access.sees(version));
  const unknown = namedInInput(act, input).find(({ refs }) => !refs.some(isSeen) && refs.some((ref) => mayBeHidden(ref, access)));
  if (unknown === undefined) return undefined;
  const { path, refs: [ref, other], written } = unknown;
  return notThere(ref === undefined || other !== undefined ? written : ref, path);
}

/** Whether there may be records of the kind of which somebody of this standing may not know; of what all is public, `read` says nothing. */
function mayBeHidden(ref: Ref, access: Access): boolean {
  const { narrower, published, read } = ACCESS_RULES[kindOf(ref)];
  const readsAll = read.length === 0 ? published !== undefined : access.may(read.filter((one) => one !== 'concerned'));
  return narrower !== undefined || !readsAll;
}

const kindOf = (ref: Ref): KindName => ref.slice(0, ref.indexOf('/')) as KindName;

/** Whether the person may do the act to the record. @param subject undefined of an act that begins something, and of a record that is not there: the act says so itself */
export const mayDo = ({ row }: AreaAct, subject: AnyRecord | undefined, access: Access): boolean => access.may(row.who, subject);

function subjectThen(act: AreaAct, input: unknown, image: Image): AnyRecord | undefined {
  const ref = subjectRef(act, input);
  return ref === undefined || act.row.on === undefined ? undefined : image.versions(act.row.on, ref.slice(act.row.on.length + 1)).at(-1);
}
