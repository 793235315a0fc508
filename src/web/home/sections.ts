import type { Role } from '../../access/roles.ts';
import { NEED_KINDS, type NeedKind } from '../../assessment/needs/need.ts';

/** The parts of what needs somebody. */
export type Section = NeedKind | 'questions' | 'exposure' | 'unknown';

interface Order {
  readonly of: Role;
  readonly first: readonly Section[];
}

/** What each sees first, by the first of these that they are; the rest follows in the usual order. */
const ORDERS: readonly Order[] = [
  { of: 'councillor', first: ['questions', 'question', 'answer', 'agreement', 'meeting', 'report'] },
  { of: 'statutory-officer', first: ['exposure', 'answer', 'agreement', 'review', 'meeting', 'action'] },
  { of: 'democratic-services', first: ['meeting', 'agreement', 'review', 'answer'] },
  { of: 'inspector', first: ['questions', 'exposure'] },
];

const USUAL: readonly Section[] = [...NEED_KINDS.filter((kind) => kind !== 'review' && kind !== 'acknowledgement'), 'exposure', 'review', 'unknown', 'acknowledgement'];

export function sectionsFor(roles: ReadonlySet<Role>): readonly Section[] {
  const first = ORDERS.find(({ of }) => roles.has(of))?.first ?? [];
  return [...new Set([...first, ...USUAL])];
}

/** Those who keep the record of something see what of it waits for anybody. */
const KEEPERS: Readonly<Partial<Record<Role, readonly NeedKind[]>>> = {
  'democratic-services': ['meeting', 'agreement', 'review', 'report', 'request', 'entitlement', 'briefing'],
  workforce: ['request'],
  performance: ['request'],
};

export const keptBy = (roles: ReadonlySet<Role>): ReadonlySet<NeedKind> => new Set([...roles].flatMap((role) => KEEPERS[role] ?? []));

/** Those who answer for all that the guidance asks, whoever is to see to it. */
export const answersForAll = (roles: ReadonlySet<Role>): boolean => roles.has('statutory-officer') || roles.has('inspector');
