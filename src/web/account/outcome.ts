import type { Page } from '../page.ts';

/** What a form that was posted comes to: a page, or another address to go on at; perhaps with another secret for the browser. */
export type Outcome =
  | { readonly page: Page; readonly session?: undefined }
  | { readonly to: string; readonly session?: { readonly secret: string | undefined } };

/** An address within these pages to go on at, and nothing that leads elsewhere. */
export const safeNext = (asked: string | null | undefined, usual: string): string => (asked !== null && asked !== undefined && /^\/(en|cy)(\/[^/\\\s][^\\\s]*)?\/?$/.test(asked) ? asked : usual);
