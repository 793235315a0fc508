import type { Language } from '../../kernel/text.ts';

/** The paths after the language that everybody may read where an authority publishes. */
export const PUBLISHED = '/:register/published';
export const PUBLISHED_RECORD = '/:register/published/:kind/:id';

/** @param ref `kind/id`; the list of all that is published where absent */
export const publishedAddress = (language: Language, register: string, ref?: string): string =>
  [`/${language}/${encodeURIComponent(register)}/published`, ...(ref === undefined ? [] : ref.split('/').map(encodeURIComponent))].join('/');
