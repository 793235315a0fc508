import type { Language } from '../../kernel/text.ts';

/** Where somebody who is signed in shows again who they are. @param next where they go on @param refused the code of what went wrong there */
export function confirmAddress(language: Language, next: string | undefined, refused?: string): string {
  const query = new URLSearchParams({ ...(next === undefined ? {} : { next }), ...(refused === undefined ? {} : { refused }) });
  return `/${language}/account/confirm?${query.toString()}`;
}
