import { createHash } from 'node:crypto';
import type { Access } from '../../access/access.ts';
import { wordsFor } from '../../assessment/open-register.ts';
import type { Draft } from '../../drafts/draft.ts';
import { canonicalJson } from '../../kernel/canonical-json.ts';
import type { Fault } from '../../kernel/fault.ts';
import { ok, refused, type Result } from '../../kernel/result.ts';
import type { Ref } from '../../model/field.ts';
import { Writing } from '../../model/register-file/written.ts';
import type { Proposed } from '../../register/acts/act.ts';
import { checkChanges } from '../../register/acts/check-changes.ts';
import type { Actor, Change } from '../../register/entry.ts';
import type { Image } from '../../register/image.ts';
import { bodyOf } from '../../register/kept-form.ts';
import type { Request } from '../../register/request.ts';
import type { Instant } from '../../kernel/instant.ts';
import { notTheirs } from './draft-access.ts';
import { layDraft, refOf } from './lay-draft.ts';

export const ADOPT = 'draft.adopt';

/** What adopting a draft comes to on the register as it is, for somebody. */
export interface Adoption {
  readonly changes: readonly Change[];
  /** Records that are not theirs to keep. */
  readonly notTheirs: readonly Ref[];
  /** Of how many changes the register changed something, or that cannot be made. */
  readonly toSettle: number;
  /** What is wrong with the changes together, by the checks of recording. */
  readonly faults: readonly Fault[];
  /** The same for the same changes to the same state of the same records. */
  readonly digest: string;
}

export function adoptionOf(image: Image, draft: Draft, access: Access): Adoption {
  const laid = layDraft(image, draft);
  const proposed = laid.changes.map((change) => asProposed(image, change));
  const checked = checkChanges(proposed, image, wordsFor(image.header));
  const said = laid.changes.map((change) => [refOf(change), change.from ?? null, change.until ?? null, change.record === undefined ? null : bodyOf(change.record), image.lastChanged(refOf(change)) ?? null]);
  return {
    changes: checked.ok ? checked.value : [],
    notTheirs: laid.parts.flatMap((part) => notTheirs(image, part, access)),
    toSettle: laid.parts.filter((part) => part.overtaken.length > 0 || part.faults.length > 0).length,
    faults: checked.ok ? [] : checked.faults,
    digest: createHash('sha256').update(canonicalJson(said)).digest('hex'),
  };
}

export const mayBeAdopted = ({ changes, notTheirs: others, toSettle, faults }: Adoption): boolean => changes.length > 0 && others.length === 0 && toSettle === 0 && faults.length === 0;

/** As an act proposes it, so that it is checked like any other. */
function asProposed({ header }: Image, { kind, id, from, until, record }: Change): Proposed {
  return { kind, id, from, until, ...(record === undefined ? {} : { fields: new Writing({ header, records: {} }).record(kind, { ...record, valid: { from, until } }) }) };
}

/** Everything that is asked of a register by adopting: one act, all of it or none. */
export interface Adopting {
  readonly draft: Draft;
  readonly access: Access;
  readonly actor: Actor;
  readonly reason: string;
  readonly now: Instant;
  /** The digest of what was shown to whoever adopts. */
  readonly shown: string;
}

/** Refused as `changed-since` where it would by now come to anything else. The key is the draft's: it is adopted once, however often it is asked. */
export const adoptRequest = ({ draft, access, actor, reason, now, shown }: Adopting): Request => ({
  act: ADOPT, actor, reason, now, key: draft.adoptionKey,
  decide(image): Result<{ readonly changes: readonly Change[] }> {
    const adoption = adoptionOf(image, draft, access);
    if (adoption.notTheirs.length > 0) return refused({ category: 'forbidden', code: 'not-allowed', sentence: 'This is not yours to enter.' });
    if (adoption.digest !== shown || adoption.toSettle > 0) return refused({ category: 'conflict', code: 'changed-since', sentence: 'The register changed under the draft.' });
    if (adoption.faults.length > 0) return { ok: false, faults: adoption.faults };
    return adoption.changes.length === 0 ? refused({ category: 'conflict', code: 'no-change', sentence: 'The draft has no change.' }) : ok({ changes: adoption.changes });
  },
});
