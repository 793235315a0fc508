import { rolesOf } from '../../access/roles.ts';
import type { Ref } from '../../model/field.ts';
import type { BodyType } from '../../model/structure.ts';
import type { Snapshot } from '../../register/snapshot.ts';

/** Bodies of councillors. */
export const THEIR_BODIES: readonly BodyType[] = ['council', 'cabinet', 'scrutiny-committee'];

/** Whether it is a councillor’s post, a body of councillors, or somebody who holds such a post or sits on such a body. */
export function isCouncillors(snapshot: Snapshot, ref: Ref): boolean {
  if (ref.startsWith('posts/')) return rolesOf(snapshot.get(ref as Ref<'posts'>)?.designations ?? []).includes('councillor');
  if (ref.startsWith('bodies/')) return THEIR_BODIES.some((type) => type === snapshot.get(ref as Ref<'bodies'>)?.type);
  return (
    snapshot.where('appointments', 'person', ref).some(({ post }) => isCouncillors(snapshot, post)) ||
    snapshot.where('seats', 'holder', ref).some(({ body, role }) => role !== 'adviser' && role !== 'in-attendance' && isCouncillors(snapshot, body))
  );
}
