import type { Instant } from '../../kernel/instant.ts';
import type { Result } from '../../kernel/result.ts';
import type { Actor } from '../entry.ts';
import type { Snapshot } from '../snapshot.ts';

/**
 * A change as an act proposes it, nothing of it checked: a record's fields as people write them in a register file, or no fields
 * where the act ends what was.
 */
export interface Proposed {
  readonly kind: string;
  readonly id: string;
  readonly from?: string | undefined;
  readonly until?: string | undefined;
  readonly fields?: Readonly<Record<string, unknown>> | undefined;
}

/** A named operation. It decides from what it is handed alone; schemas, references and dates of what it proposes are checked after it. */
export interface Act {
  readonly name: string;
  readonly decide: (snapshot: Snapshot, input: unknown, actor: Actor, now: Instant) => Result<readonly Proposed[]>;
}
