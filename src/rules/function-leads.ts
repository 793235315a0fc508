import type { Ref } from '../model/field.ts';
import type { Function } from '../model/structure.ts';
import type { Facts } from './facts.ts';
import { headsOfUnit } from './unit-heads.ts';

/** More steps than any council has between a team and the whole: a chain of parents that goes on longer goes in a circle. */
const DEEPEST = 50;

/**
 * The posts that lead a function: the one named, else those at the head of its unit (or of the nearest unit above that
 * has any), else those that lead what it is part of. None where the register does not say.
 */
export function leadsOf(facts: Facts, { ledBy, unit, partOf }: Function, depth = 0): readonly Ref<'posts'>[] {
  if (ledBy !== undefined && facts.get(ledBy) !== undefined) return [ledBy];
  for (let at = unit, steps = 0; at !== undefined && steps < DEEPEST; at = facts.get(at)?.parent, steps += 1) {
    const heads = headsOfUnit(facts, at);
    if (heads.length > 0) return heads.map(({ ref }) => ref);
  }
  const whole = partOf === undefined || depth > DEEPEST ? undefined : facts.get(partOf);
  return whole === undefined ? [] : leadsOf(facts, whole, depth + 1);
}

/** The function itself, what it is part of, and so on to the top. */
export function withWholes(facts: Facts, one: Function): readonly Ref<'functions'>[] {
  const refs = [one.ref];
  for (let whole = one.partOf; whole !== undefined && refs.length < DEEPEST && !refs.includes(whole); whole = facts.get(whole)?.partOf) refs.push(whole);
  return refs;
}

/** The functions that make up the totality of social services: all but those of the council at large. */
export const socialServices = (facts: Facts): readonly Function[] => facts.all('functions').filter(({ group }) => group !== 'corporate');
