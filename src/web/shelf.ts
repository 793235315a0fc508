import type { Result } from '../kernel/result.ts';
import type { OpenRegister } from '../assessment/open-register.ts';
import type { RegisterHeader } from '../model/register-header.ts';
import type { KeptStanding } from './kept-standing.ts';

/** A register as it is while one request is answered. */
export interface Standing extends OpenRegister {
  /** Another one whenever the pages made of the register may be others. */
  readonly edition: string;
  /** Of a register that is kept; absent of one that was read from a file. */
  readonly kept?: KeptStanding;
}

/** What the start page says of a register. */
export interface Glance {
  /** Undefined where the register cannot be read. */
  readonly header: RegisterHeader | undefined;
  readonly edition: string;
  readonly isReadOnly: boolean;
}

/** A register that can be read on the pages. */
export interface Shelved {
  /** Its place in addresses: the register's id, with a number where two have the same. */
  readonly slug: string;
  readonly id: string;
  /** A case shows one condition and little else; it stands after the authorities. */
  readonly isCase: boolean;
  /** True of one that the start page does not list. */
  readonly isUnlisted?: boolean;
  readonly glance: () => Promise<Glance>;
  /** A file is read when first asked for, once; what is kept is as it is at that moment. */
  readonly open: () => Promise<Result<Standing>>;
}

/** The registers that are shown, in the order of the start page. */
export interface Shelf {
  readonly all: () => Promise<readonly Shelved[]>;
}

/** A register before it has a place. */
export type Unplaced = Omit<Shelved, 'slug'>;

/** First segments of an address that are pages of ours. */
const TAKEN = ['accessibility', 'try-it', 'account', 'join', 'sign-in', 'sign-out', 'set-up', 'link', 'answer', 'confirm-mail'];

export function placed(registers: readonly Unplaced[]): readonly Shelved[] {
  const taken = new Set(TAKEN);
  return registers.map((register) => {
    const slug = freeSlug(register.id, taken);
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

/** A shelf of registers that stay the same. */
export function shelve(registers: readonly Unplaced[]): Shelf {
  const shelved = placed(registers);
  return { all: () => Promise.resolve(shelved) };
}

/** A register of a file, of which the header is known and the rest is read when asked for. */
export function fromFile(header: RegisterHeader, isCase: boolean, open: () => Promise<Result<OpenRegister>>): Unplaced {
  const glance = Promise.resolve({ header, edition: '', isReadOnly: false });
  const standing = async (): Promise<Result<Standing>> => {
    const opened = await open();
    return opened.ok ? { ok: true, value: { ...opened.value, edition: '' } } : opened;
  };
  return { id: header.id, isCase, glance: () => glance, open: standing };
}

/** A register that is open already. */
export const alreadyOpen = (register: OpenRegister): Unplaced => fromFile(register.content.header, false, () => Promise.resolve({ ok: true, value: register }));
