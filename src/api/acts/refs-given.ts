import { kindCalled } from '../../model/kinds.ts';

/** The records that changes name, as far as they name one: `kind/id`, whether the kind was written in the singular or the plural. */
export function refsGiven(changes: readonly unknown[]): readonly string[] {
  return changes.flatMap((change) => {
    const { kind: word, id } = (typeof change === 'object' && change !== null ? change : {}) as { readonly kind?: unknown; readonly id?: unknown };
    const kind = typeof word === 'string' ? kindCalled(word) : undefined;
    return kind !== undefined && (typeof id === 'string' || typeof id === 'number') ? [`${kind}/${id}`] : [];
  });
}
