import { KIND_NAMES, type KindName } from '../../../src/model/kinds.ts';
import type { Random } from './random.ts';
import type { Authority, Route } from './site.ts';

/** An id like those of the seed, of a record that never was. */
export const NEVER = 'zqxi7k2m9w4t6r1q';
export const UNKNOWN = 'cwmm';

/** A route with its parameters filled in. */
export interface Filled {
  readonly path: string;
  /** What the address names, where it names a record: it need not be there. */
  readonly kind?: string;
  readonly id?: string;
  readonly verb?: string;
  /** What a form or page of the everyday work is about, by the address. */
  readonly about?: string;
}

/** A route of which nobody told the matrix what its addresses hold. */
export class Unfilled extends Error {}

const WORDS: Readonly<Record<string, readonly string[]>> = {
  expectation: ['access.corporate-management-team', 'leadership.one-to-one', 'no-such-expectation'],
  accountability: ['leadership', 'access', 'no-such-accountability'],
  secret: ['A'.repeat(43), 'f'.repeat(32), '..'],
  step: ['authority', 'guidance', 'account', 'no-such-step'],
  range: ['0', '1', '0-1', '7', 'x'],
  number: ['0', '1', '7', 'x'],
  what: ['vacate', 'merge', 'line', 'no-such-proposal'],
  does: ['change', 'end', 'erase'],
  webhook: ['0', 'no-such-webhook'],
};

/** Pages of one record that have an address of their own. */
const PAGES_OF: Readonly<Record<string, KindName>> = { meetings: 'meetings', people: 'persons', posts: 'posts', bodies: 'bodies', instruments: 'instruments', advice: 'advice', decisions: 'statutory-decisions' };

/** Forms about one record, by what stands before its id in the address. */
const FORMS_OF: Readonly<Record<string, KindName>> = { advice: 'advice', decisions: 'statutory-decisions', meetings: 'meetings', actions: 'actions', quick: 'series', reports: 'reports', statements: 'statements', statement: 'statements', questions: 'questions', barriers: 'barriers', instruments: 'instruments', clauses: 'provisions', amendments: 'amendments', communications: 'communications' };

/**
 * An address of the route. Parameters are known by their name; one that is not here fails the matrix, which then names the route.
 * @param register what the address calls the authority, whose records `named` has
 */
export function fill(route: Route, register: string, named: Authority, random: Random, wanted?: { readonly kind: KindName; readonly id: string }): Filled {
  const page = /^\/(?:en|cy)\/:register\/(\w+)\/:id$/.exec(route.url)?.[1];
  const pageOf = page === undefined ? undefined : PAGES_OF[page];
  const kind = wanted?.kind ?? pageOf ?? (random.chance(0.02) ? 'no-such-kind' : random.of(KIND_NAMES));
  const ids = [...named.seed.records.keys()].filter((ref) => ref.startsWith(`${kind}/`)).map((ref) => ref.slice(kind.length + 1));
  const id = wanted?.id ?? (ids.length === 0 || random.chance(0.15) ? NEVER : random.of(ids));
  const verb = random.of(['change', 'correct', 'end', 'change', 'correct', 'end', 'erase']);
  let before = '';
  let about: string | undefined;
  // A paper ends with its form.
  const path = route.url.replace(/\.:format$/, () => `.${random.of(['html', 'html', 'docx', 'pdf', 'odt'])}`).replaceAll(/\/(?::(\w+)(\([^)]*\))?|([^/]*))/g, (_, name: string | undefined, __: unknown, plain: string | undefined) => {
    if (name === undefined) {
      before = plain ?? '';
      return `/${plain ?? ''}`;
    }
    return `/${encodeURIComponent(valueOf(name))}`;
  });
  function valueOf(name: string): string {
    switch (name) {
      case 'register': return register;
      case 'kind': return kind;
      case 'verb': return verb;
      case 'draft': return random.of([...named.drafts, ...named.drafts, 'f'.repeat(16)]);
      case 'clause':
      case 'amendment':
      case 'id':
        if (before === 'expectations') return random.of(WORDS['expectation'] ?? []);
        if (before === 'accountabilities') return random.of(WORDS['accountability'] ?? []);
        if (pageOf !== undefined || route.url.includes(':kind')) return id;
        if (FORMS_OF[before] !== undefined) {
          const chosen = random.of([`${FORMS_OF[before] ?? ''}/${NEVER}`, ...[...named.seed.records.keys()].filter((ref) => ref.startsWith(`${FORMS_OF[before] ?? ''}/`))]);
          about ??= chosen;
          return chosen.slice(chosen.indexOf('/') + 1);
        }
    }
    const words = WORDS[name];
    if (words !== undefined) return random.of(words);
    throw new Unfilled(`${route.method} ${route.url}: nobody told the matrix what \`:${name}\` is there. Tell it in tests/access/matrix/fill.ts.`);
  }
  if (/[:*]/.test(path)) throw new Unfilled(`${route.method} ${route.url}: nobody told the matrix how to fill this address.`);
  const [isOfKind, isOfRecord] = [/:kind|\/acts\//.test(route.url), /:kind\/:id|\/acts\//.test(route.url)];
  return { path, ...(isOfKind || pageOf !== undefined ? { kind } : {}), ...(isOfRecord || pageOf !== undefined ? { id } : {}), ...(route.url.includes(':verb') ? { verb } : {}), ...(about === undefined ? {} : { about }) };
}

/** What may follow an address: searches for words that are hidden, other dates, what was known before a correction, and the forms' own names. */
export function queryFor(named: Authority, random: Random): string {
  const words = [...named.seed.places.keys()];
  const post = `${named.seed.idOf(random.of(['director', 'adults', 'chief', 'vacant']))}`;
  const ref = random.chance(0.8) ? random.of([...named.seed.records.keys()]) : `advice/${NEVER}`;
  const asked = random.of(['arisingFrom', 'arisingFrom', 'from', 'about', 'about.0', 'items.0.proposedBecause', 'proposedBecause', 'for', 'of', 'holder', 'needs', 'story', 'series', 'body', 'under', 'to', 'party', 'askedBy']);
  if (random.chance(0.3)) return `?${asked}=${ref}`;
  return random.of(['', '', '', '', `?q=${random.of(words)}`, `?q=${random.of(words).slice(0, 7)}`, '?as-at=2012-06-02', '?known-at=2012-07-01', '?as-at=2009-06-01&known-at=2012-07-01', '?known-at=2012-06-01T12:00:00Z', `?vacate=${post}`, `?vacate=${post}`, `?of=series/${named.seed.idOf('series')}`, '?entry=1', '?entry=9', '?saved=1', '?diagnosis=paper-only', '?variant=private', '?variant=private&in=both', '?all=1&earlier=1&done=1', '?q=%27%3Cscript%3E', '?as-at[]=1&q=__proto__']);
}
