import type { Language } from '../../kernel/text.ts';

/** Where it is said that nothing is set up yet. */
export const closedAddress = (language: Language): string => `/${language}/set-up`;
/** @param secret of the link; @param page of the set-up, its first where absent */
export const setUpAddress = (language: Language, secret: string, page?: string): string => `${closedAddress(language)}/${secret}${page === undefined ? '' : `/${page}`}`;
export const doneAddress = (language: Language): string => `${closedAddress(language)}/done`;
