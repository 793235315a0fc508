import type { CalendarDate } from '../kernel/date.ts';
import type { Instant } from '../kernel/instant.ts';
import type { Language } from '../kernel/text.ts';
import type { Diagnosis } from '../assessment/diagnosis.ts';

/** Where the pages of one register are, in one language; every address carries the date and the knowledge that were asked for. */
export interface Addresses {
  readonly authority: (diagnosis?: Diagnosis) => string;
  readonly expectation: (id: string) => string;
  /** @param ref `kind/id` */
  readonly record: (ref: string) => string;
  /** The page that tells how a person, a post, a body or an instrument stands; of anything else its record. @param ref `kind/id` */
  readonly standing: (ref: string) => string;
  readonly accountability: (id: string) => string;
  readonly records: (kind?: string) => string;
  readonly newRecord: (kind: string) => string;
  readonly act: (ref: string, verb: 'change' | 'correct' | 'end') => string;
  /** A page of everyday work. @param path from after the register, as `/meetings/m1` */
  readonly page: (path: `/${string}`, query?: Readonly<Record<string, string | undefined>>) => string;
  readonly reach: () => string;
  readonly map: () => string;
  readonly matrix: () => string;
  readonly coverage: () => string;
  readonly timeline: () => string;
  readonly search: () => string;
  readonly whatIf: (post?: string) => string;
  /** How the register is kept; what can be downloaded from there says what it is and carries nothing else. */
  readonly kept: () => string;
  readonly checkpoint: () => string;
  readonly receipt: (entry?: number) => string;
}

/** The kinds that have a page of their own beside that of their record, and where. */
export const PLACES: Readonly<Record<string, string>> = { persons: 'people', posts: 'posts', bodies: 'bodies', instruments: 'instruments', meetings: 'meetings' };

/** @param asAt the date to carry; absent where it is the register's usual one. @param knownAt absent where all that is known now is shown */
export function addresses(language: Language, register: string, asAt: CalendarDate | undefined, knownAt?: Instant): Addresses {
  const root = `/${language}/${encodeURIComponent(register)}`;
  const to = (path: string, query: Readonly<Record<string, string | undefined>> = {}): string => {
    const pairs = Object.entries({ ...query, 'as-at': asAt, 'known-at': knownAt }).flatMap(([name, value]) => (value === undefined ? [] : [`${name}=${encodeURIComponent(value)}`]));
    return `${root}${path}${pairs.length === 0 ? '' : `?${pairs.join('&')}`}`;
  };
  return {
    authority: (diagnosis) => to('', { diagnosis }),
    expectation: (id) => to(`/expectations/${encodeURIComponent(id)}`),
    record: (ref) => to(`/records/${ref.split('/').map(encodeURIComponent).join('/')}`),
    standing: (ref) => {
      const [kind = '', id = ''] = ref.split('/');
      const place = PLACES[kind];
      return to(place === undefined ? `/records/${ref.split('/').map(encodeURIComponent).join('/')}` : `/${place}/${encodeURIComponent(id)}`);
    },
    accountability: (id) => to(`/accountabilities/${encodeURIComponent(id)}`),
    records: (kind) => to(`/records${kind === undefined ? '' : `/${kind}`}`),
    newRecord: (kind) => `${root}/records/${kind}/new-record`,
    act: (ref, verb) => to(`/records/${ref.split('/').map(encodeURIComponent).join('/')}/${verb}`),
    page: to,
    reach: () => to('/reach'),
    map: () => to('/map'),
    matrix: () => to('/responsibilities'),
    coverage: () => to('/coverage'),
    timeline: () => to('/timeline'),
    search: () => to('/search'),
    whatIf: (vacate) => to('/what-if', { vacate }),
    kept: () => `${root}/kept`,
    checkpoint: () => `${root}/kept/checkpoint`,
    receipt: (entry) => `${root}/kept/receipt${entry === undefined ? '' : `?entry=${entry}`}`,
  };
}

export const startAddress = (language: Language): string => `/${language}/`;
/** The id of the register to try things on, and its place in addresses. */
export const DEMONSTRATION = 'demonstration';
export const tryAddress = (language: Language): string => `/${language}/try-it`;
export const accessibilityAddress = (language: Language): string => `/${language}/accessibility`;

/** The same page in the other language: the same path and query under the other first segment. */
export const inOtherLanguage = (url: string, other: Language): string => url.replace(/^\/(en|cy)(?=\/|\?|$)/, `/${other}`);
