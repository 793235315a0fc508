import { duration, plus } from '../../kernel/duration.ts';
import type { Facts } from '../../rules/facts.ts';
import { reason } from '../../rules/outcome.ts';
import { lastSigned, nextDue } from '../statement/statement-standing.ts';
import type { InOffice, Need } from './need.ts';

const DUE = { en: 'The yearly statement of {post} was last signed on {on}.', cy: 'Llofnodwyd datganiad blynyddol {post} ddiwethaf ar {on}.' };

/** So long before it is due one is told. */
const AHEAD = duration('P1M');

/** The next yearly statement, of whoever holds the post of the Head of Paid Service, once one was signed. */
export function statementDue(facts: Facts, { posts }: InOffice): readonly Need[] {
  const last = lastSigned(facts.snapshot);
  const post = posts.find((held) => facts.get(held)?.designations.includes('head-of-paid-service'));
  if (last === undefined || post === undefined || last.signedOn === undefined) return [];
  const by = nextDue(last);
  if (by === undefined || by > plus(facts.on, AHEAD)) return [];
  return [{ is: 'statement', says: reason(DUE, { post, on: last.signedOn }, [last.ref]), whose: post, by, does: { act: 'enter', kind: 'statements', filled: {} } }];
}
