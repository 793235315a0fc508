import type { CalendarDate } from '../kernel/date.ts';
import type { Language } from '../kernel/text.ts';
import type { Diagnosis } from '../assessment/diagnosis.ts';

/** Where the pages of one register are, in one language; every address carries the date that was asked for. */
export interface Addresses {
  readonly authority: (diagnosis?: Diagnosis) => string;
  readonly expectation: (id: string) => string;
  /** @param ref `kind/id` */
  readonly record: (ref: string) => string;
  readonly reach: () => string;
  readonly whatIf: (post?: string) => string;
}

/** @param asAt the date to carry; absent where it is the register's usual one */
export function addresses(language: Language, register: string, asAt: CalendarDate | undefined): Addresses {
  const root = `/${language}/${encodeURIComponent(register)}`;
  const to = (path: string, query: Readonly<Record<string, string | undefined>> = {}): string => {
    const pairs = Object.entries({ ...query, 'as-at': asAt }).flatMap(([name, value]) => (value === undefined ? [] : [`${name}=${encodeURIComponent(value)}`]));
    return `${root}${path}${pairs.length === 0 ? '' : `?${pairs.join('&')}`}`;
  };
  return {
    authority: (diagnosis) => to('', { diagnosis }),
    expectation: (id) => to(`/expectations/${encodeURIComponent(id)}`),
    record: (ref) => to(`/records/${ref.split('/').map(encodeURIComponent).join('/')}`),
    reach: () => to('/reach'),
    whatIf: (vacate) => to('/what-if', { vacate }),
  };
}

export const startAddress = (language: Language): string => `/${language}/`;
export const accessibilityAddress = (language: Language): string => `/${language}/accessibility`;

/** The same page in the other language: the same path and query under the other first segment. */
export const inOtherLanguage = (url: string, other: Language): string => url.replace(/^\/(en|cy)(?=\/|\?|$)/, `/${other}`);
