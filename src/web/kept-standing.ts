import type { Instant } from '../kernel/instant.ts';
import type { Image } from '../register/image.ts';
import type { Signed } from '../register/signed.ts';
import type { RegisterState } from '../register/keeping/read-only.ts';

/** What there is beside the content of a register that is kept. */
export interface KeptStanding {
  readonly image: Image;
  readonly state: RegisterState;
  /** When the first entry was recorded. */
  readonly begun: Instant;
  /** The newest signed checkpoint and what it is of. */
  readonly signed: () => Promise<Signed | undefined>;
}
