import { subjectRef, type AreaAct } from '../acts/area-act.ts';
import type { Access } from '../access/access.ts';
import { quoted } from '../kernel/fault.ts';
import { refused, type Result } from '../kernel/result.ts';
import type { Ref } from '../model/field.ts';
import type { AnyRecord } from '../model/kind.ts';
import type { VocabularySource } from '../model/register-header.ts';
import type { Image } from '../register/image.ts';
import type { Decided, Request } from '../register/request.ts';
import { actRequest, type Asked } from '../register/requests.ts';
import { accessThen } from './access-then.ts';
import { isHidden, NOT_ALLOWED, veiled } from './as-seen.ts';

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
      const hidden = hiddenIn(input, access, image, subjectRef(act, input));
      if (hidden !== undefined) return refused({ category: 'not-found', code: 'no-such-record', sentence: `${quoted(hidden)} is not a record of the register.`, found: hidden });
      if (!mayDo(act, subjectThen(act, input, image), access)) return NOT_ALLOWED;
      const decided = request.decide(image);
      return decided.ok ? decided : { ok: false, faults: decided.faults.map((fault) => veiled(fault, access, image)) };
    },
  };
}

/** Whether the person may do the act to the record. @param subject undefined of an act that begins something, and of a record that is not there: the act says so itself */
export const mayDo = ({ row }: AreaAct, subject: AnyRecord | undefined, access: Access): boolean => access.may(row.who, subject);

function subjectThen(act: AreaAct, input: unknown, image: Image): AnyRecord | undefined {
  const ref = subjectRef(act, input);
  return ref === undefined || act.row.on === undefined ? undefined : image.versions(act.row.on, ref.slice(act.row.on.length + 1)).at(-1);
}

/** The first record named in what was sent that the person may not know of. */
function hiddenIn(given: unknown, access: Access, image: Image, subject?: string): string | undefined {
  if (subject !== undefined && isHidden(subject, access, image)) return subject;
  if (typeof given === 'string') return isHidden(given, access, image) ? given : undefined;
  if (typeof given !== 'object' || given === null) return undefined;
  for (const inner of Object.values(given)) {
    const found = hiddenIn(inner, access, image);
    if (found !== undefined) return found;
  }
  return undefined;
}
