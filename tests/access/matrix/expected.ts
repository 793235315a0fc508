import type { AnyRecord } from '../../../src/model/kind.ts';
import { isKindName } from '../../../src/model/kinds.ts';
import { ACCESS_RULES } from '../../../src/areas/access-rules.ts';
import { NEVER, type Filled } from './fill.ts';
import type { Oracle } from './oracle.ts';
import type { Route, Sender } from './site.ts';

/** What a request about a record of one's own authority must come to. `may` is what is left to the form itself: shown, or sent back for want of a reason. */
export type Expected = 'unknown' | 'refused' | 'may' | undefined;

/** @returns undefined where the route is about no record, or says in its own way what it refuses */
export function expected(oracle: Oracle, { who }: Sender, route: Route, { about, kind, id, verb }: Filled, versions: readonly AnyRecord[] | undefined): Expected {
  if (route.url.includes('/drafts/')) return undefined;
  // What somebody may do with what they see, the act itself decides: here only that nobody hears of what they may not know.
  if (about !== undefined) return about.endsWith(`/${NEVER}`) || !oracle.sees(who, about) ? 'unknown' : undefined;
  if (kind === undefined || (id === undefined && !route.url.endsWith('/new-record'))) return undefined;
  if (!isKindName(kind)) return 'unknown';
  if (id === undefined) {
    const might = ACCESS_RULES[kind].keep.some((one) => who.roles.includes(one === 'concerned' ? 'insider' : one));
    if (!might || route.method === 'GET') return might ? 'may' : 'refused';
    // The form is filled in with the first record of the kind there is: it may be in the name of somebody else.
    return versions?.[0] !== undefined && oracle.keeps(who, versions[0]) ? 'may' : 'refused';
  }
  if (route.url.includes('/acts/')) {
    const isErasure = route.url.includes('erasure');
    const may = !isErasure && id !== NEVER && oracle.sees(who, `${kind}/${id}`) && versions?.[0] !== undefined && oracle.keeps(who, versions[0]);
    return may || (isErasure && ERASE.some((role) => who.roles.includes(role))) ? 'may' : 'refused';
  }
  const isSeen = id !== NEVER && oracle.sees(who, `${kind}/${id}`);
  // Which records a partner may be asked about is for their own tests: here only that nobody hears of one that they may not know.
  if (/\/links(\/withdraw)?$/.test(route.url)) return isSeen ? undefined : 'unknown';
  if (!isSeen) return 'unknown';
  if (verb === undefined) return 'may';
  if (!['change', 'correct', 'end'].includes(verb)) return 'unknown';
  return versions?.[0] !== undefined && oracle.keeps(who, versions[0]) ? 'may' : 'refused';
}

/** Who may ask for an erasure at all, by hand. */
const ERASE = ['monitoring-officer', 'statutory-officer', 'head-of-paid-service'] as const;

/** Addresses that answer anybody; all others answer only those who are signed in. */
export const OPEN = /^(\/health(\/live)?|\/assets\/[^/]+|\/|\/(en|cy)\/accessibility|\/(en|cy)\/sign-in(\/code|\/passkey|\/passkey\/options)?|\/(en|cy)\/join\/:secret|\/(en|cy)\/link\/:secret|\/(en|cy)\/set-up(\/done|\/:secret(\/:step)?)?|\/api\/v1\/openapi\.json)$/;
