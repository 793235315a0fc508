import type { Instant } from '../../kernel/instant.ts';
import type { Result } from '../../kernel/result.ts';
import type { Vocabularies } from '../../model/register-header.ts';
import type { Actor } from '../entry.ts';
import type { Image } from '../image.ts';
import type { Decided } from '../request.ts';
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

/**
 * A named operation. It decides from what it is handed alone; schemas, references and dates of what it proposes are checked after it.
 * It asks for the snapshot of today only where it reads the register.
 */
export interface Act {
  readonly name: string;
  readonly decide: (today: () => Snapshot, input: unknown, actor: Actor, now: Instant) => Result<readonly Proposed[]>;
}

/** A named operation on the register itself: it sees every entry, and checks by itself what it comes to. */
export interface RegisterAct {
  readonly name: string;
  readonly decideOn: (image: Image, input: unknown, asked: { readonly actor: Actor; readonly now: Instant; readonly words: Vocabularies }) => Result<Decided>;
}
