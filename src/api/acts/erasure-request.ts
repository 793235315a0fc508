import { ACT_RULES } from '../../areas/act-rules.ts';
import { wordsFor } from '../../assessment/open-register.ts';
import { loadRules } from '../../guidance/retention/load-rules.ts';
import { refused, type Result } from '../../kernel/result.ts';
import type { Ref } from '../../model/field.ts';
import type { RegisterAct } from '../../register/acts/act.ts';
import { erasureActs } from '../../register/erasure/erasure-acts.ts';
import { readProposal, readProposalNumber } from '../../register/erasure/erasure-input.ts';
import { named } from '../../register/erasure/named.ts';
import { namedFiles } from '../../register/files/named-files.ts';
import type { Image } from '../../register/image.ts';
import type { Decided, Request } from '../../register/request.ts';
import { actRequest, type Asked } from '../../register/requests.ts';
import { accessThen } from '../../areas/access-then.ts';
import { NOT_ALLOWED, veiled } from '../../areas/as-seen.ts';

/** @throws Error where the rules of retention that come with the product cannot be read */
export function erasureActNamed(name: string): RegisterAct {
  const rules = loadRules();
  if (!rules.ok) throw new Error('The rules of retention cannot be read.');
  const act = erasureActs(rules.value.rules).find((one) => one.name === name);
  if (act === undefined) throw new RangeError(`${name} erases nothing.`);
  return act;
}

/** An act of erasure, by somebody whom the table allows it and who may keep every record that would go. */
export function erasureRequest(act: RegisterAct, input: unknown, person: Ref<'persons'>, asked: Asked): Request {
  return {
    ...actRequest(act, input, asked, wordsFor),
    decide(image): Result<Decided> {
      const access = accessThen(image, person, asked.now);
      if (!(ACT_RULES[act.name] ?? []).some((role) => access.standing.roles.has(role))) return NOT_ALLOWED;
      const records = recordsOf(act, input, image);
      if (!records.ok) return records;
      const mayKeep = records.value.every((ref) => {
        const { kind, id } = named(ref);
        return image.versions(kind, id).every((version) => access.mayKeep(kind, version, undefined));
      });
      if (!mayKeep) return NOT_ALLOWED;
      if (act.name === 'erasure.carry-out' && namesFilesAlone(records.value, image)) return HAS_FILES;
      const decided = actRequest(act, input, asked, wordsFor).decide(image);
      return decided.ok ? decided : { ok: false, faults: decided.faults.map((fault) => veiled(fault, access, image)) };
    },
  };
}

/** The records that are proposed, or that the entry named by its number proposed. */
function recordsOf(act: RegisterAct, input: unknown, { entries }: Image): Result<readonly string[]> {
  if (act.name === 'erasure.propose') {
    const read = readProposal(input);
    return read.ok ? { ok: true, value: read.value.records } : read;
  }
  const number = readProposalNumber(input);
  if (!number.ok) return number;
  const said = entries[number.value]?.erasure;
  return { ok: true, value: said?.says === 'proposed' ? said.records : [] };
}

function namesFilesAlone(records: readonly string[], { entries }: Image): boolean {
  return [...namedFiles(entries).by.values()].some((by) => by.every((ref) => records.includes(ref)));
}

const HAS_FILES = refused({
  category: 'conflict', code: 'names-files',
  sentence: 'These records name files of evidence that nothing else names, and the files must go with them: carry this out with `answerable act`, which removes both.',
});
