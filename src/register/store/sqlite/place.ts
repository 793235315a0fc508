/**
 * SQL for where an entry, or one of its changes, lies: registers one after the other in the order in which they began, in each the
 * entries by number, in each of those the changes by position. A leaf has no room for 4,096 changes. In SQL these operators bind alike.
 */
export const PLACE = (begun: string, entry: string, position = '0'): string => `(((${begun}) << 48) | ((${entry}) << 12) | (${position}))`;

/** SQL for the number of the register as places have it; a parameter is its id. */
export const BEGUN = '(SELECT begun FROM kept_registers WHERE register = ?1)';

/** SQL that finds the rows of a register from the entry ?2 on, up to the one before ?3. */
export const BETWEEN = `place >= ${PLACE(BEGUN, '?2')} AND place < ${PLACE(BEGUN, '?3')}`;

/** A number that no entry has: the largest that a place has room for. */
export const END = 2 ** 36 - 1;
