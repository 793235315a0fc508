import type { Provision } from '../../model/instruments.ts';
import { words, type Language } from '../../kernel/text.ts';
import { redline, type RedlinePart } from './redline.ts';
import { inClauseOrder } from './clauses.ts';
import type { TextVersion } from './text-versions.ts';

/** One clause in two versions: as it reads in both, or in the one that has it. */
export interface ClauseCompared {
  readonly is: 'same' | 'changed' | 'added' | 'removed';
  readonly number: string;
  readonly parts: readonly RedlinePart[];
  /** Who has what by it, in the later version and where that differs in the earlier one. */
  readonly gives: { readonly before: Provision['gives']; readonly after: Provision['gives']; readonly isSame: boolean };
}

/** Clause by clause, how one version of an instrument became another; of a renewal, whose clauses are new records, by their numbers. */
export function compareVersions(before: Pick<TextVersion, 'clauses'>, after: Pick<TextVersion, 'clauses'>, language: Language): readonly ClauseCompared[] {
  const ids = new Set(after.clauses.map(({ id }) => id));
  const left = new Set(before.clauses);
  const compared = after.clauses.map((clause) => {
    const earlier = before.clauses.find(({ id }) => id === clause.id) ?? [...left].find(({ id, number }) => number === clause.number && !ids.has(id));
    if (earlier !== undefined) left.delete(earlier);
    return compareClause(earlier, clause, language);
  });
  return inClauseOrder([...compared, ...[...left].map((clause) => compareClause(clause, undefined, language))]);
}

function compareClause(before: Provision | undefined, after: Provision | undefined, language: Language): ClauseCompared {
  const textOf = (clause: Provision | undefined): string => (clause === undefined ? '' : words(clause.text, language));
  const [a, b] = [before?.gives ?? [], after?.gives ?? []];
  const isSame = JSON.stringify(a) === JSON.stringify(b);
  const parts = redline(textOf(before), textOf(after));
  return {
    is: before === undefined ? 'added' : after === undefined ? 'removed' : isSame && parts.every((part) => part.is === 'same') ? 'same' : 'changed',
    number: (after ?? before)?.number ?? '',
    parts,
    gives: { before: a, after: b, isSame },
  };
}
