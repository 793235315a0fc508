import type { Ask, Download, Page } from './page.ts';

/** What an address answers. */
export interface Answer {
  /** Another one whenever the page would be another: a page that was made for the same address and edition is sent again. */
  readonly edition: string;
  readonly page: () => Page | Download;
}

export type Route = (ask: Ask) => Promise<Answer>;
