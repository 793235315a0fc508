import type { Performed } from '../../register/request.ts';

/** Where one goes on after an act, with the number of its entry for the banner. */
export const doneAt = (address: string) => ({ number }: Performed): string => `${address}${address.includes('?') ? '&' : '?'}saved=${number}`;
