import type { Facts } from '../../rules/facts.ts';
import type { Judged } from '../assess.ts';
import { whatToDoFirst } from '../priorities.ts';
import type { InOffice } from './need.ts';

/** What the council itself is to see to falls to whoever leads it. */
const LEADS_THE_COUNCIL: readonly string[] = ['leader', 'provost', 'convener', 'chair-of-council'];

/** Expectations that somebody is to see to and that do not stand. */
export interface Borne {
  /** Not provided for, whether or not they are met in practice: the worst first. */
  readonly unprovided: readonly Judged[];
  /** Of which the register does not say enough to tell. */
  readonly unknown: readonly Judged[];
}

/** @param everyBearer true for whoever answers for all of them: the statutory officer */
export function expectationsBorne(facts: Facts, judged: readonly Judged[], { posts }: InOffice, everyBearer: boolean): Borne {
  const designations = new Set(posts.flatMap((post) => facts.get(post)?.designations ?? []));
  const isTheirs = (bearer: string): boolean => everyBearer || designations.has(bearer) || (bearer === 'council' && LEADS_THE_COUNCIL.some((one) => designations.has(one)));
  const theirs = whatToDoFirst(judged).filter(({ compiled }) => isTheirs(compiled.expectation.bearer));
  return {
    unprovided: theirs.filter(({ diagnosis }) => diagnosis === 'exposed' || diagnosis === 'despite-the-arrangements'),
    unknown: theirs.filter(({ diagnosis }) => diagnosis === 'not-known'),
  };
}
