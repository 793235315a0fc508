import type { Result } from '../kernel/result.ts';
import type { OpenRegister } from '../assessment/open-register.ts';
import type { RegisterHeader } from '../model/register-header.ts';

/** A register that can be read on the pages; opened when first asked for, once. */
export interface Shelved {
  /** Its place in addresses: the register's id, with a number where two have the same. */
  readonly slug: string;
  readonly header: RegisterHeader;
  /** A case shows one condition and little else; it stands after the authorities. */
  readonly isCase: boolean;
  readonly open: () => Promise<Result<OpenRegister>>;
}

/** The registers that are shown, in the order of the start page. */
export type Shelf = readonly Shelved[];

/** A register before it has a place. */
export type Unplaced = Omit<Shelved, 'slug'>;

/** First segments of an address that are pages of ours. */
const TAKEN = ['accessibility'];

export function shelve(registers: readonly Unplaced[]): Shelf {
  const taken = new Set(TAKEN);
  return registers.map((register) => {
    const slug = freeSlug(register.header.id, taken);
    taken.add(slug);
    return { ...register, slug };
  });
}

function freeSlug(id: string, taken: ReadonlySet<string>): string {
  for (let number = 1; ; number += 1) {
    const slug = number === 1 ? id : `${id}-${number}`;
    if (!taken.has(slug)) return slug;
  }
}

/** A register that is open already. */
export const alreadyOpen = (register: OpenRegister): Unplaced => ({
  header: register.content.header,
  isCase: false,
  open: () => Promise.resolve({ ok: true, value: register }),
});
