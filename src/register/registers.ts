import type { KeptRegister } from './kept-register.ts';

/** Where registers are kept, open for writing: a data folder, or a database that other processes may share. */
export interface Registers {
  /** Where they are kept, for people: the folder, or the database without its password. */
  readonly place: string;
  /** The ids of the registers that have an entry. */
  registers(): Promise<readonly string[]>;
  /**
   * The register, loaded when first asked for; one that has no entry yet begins with its first. There is one object for each, which stays
   * good for as long as the place is open: its memory may be let go of while nobody uses it, and `latest` loads it again.
   *
   * @throws NotIntact where what is kept is not what was acknowledged
   */
  register(id: string): Promise<KeptRegister>;
  /** Lets what was asked for finish, then lets go of the place. */
  close(): Promise<void>;
}
