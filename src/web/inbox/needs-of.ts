import { needsInOrder } from '../../assessment/needs/what-needs-you.ts';
import type { InOffice, Need } from '../../assessment/needs/need.ts';
import type { RegisterContent } from '../../model/register-header.ts';
import { keptBy } from '../home/sections.ts';
import type { Reading } from '../reading.ts';
import { seenFacts } from '../seen-facts.ts';

/** What was found of a register as somebody sees it, for as long as it stays as it is: another page of an inbox asks for the same. */
const found = new WeakMap<RegisterContent, Map<string, readonly Need[]>>();

/** For whom it is asked what waits: whoever reads, in the posts that they act in; undefined where that is nobody of the register. */
export function officeOf({ access }: Pick<Reading, 'access'>): InOffice | undefined {
  if (access?.standing.person === undefined) return undefined;
  const { person, posts, roles } = access.standing;
  return { person, posts: posts.map(({ ref }) => ref), keeps: keptBy(roles) };
}

/** All that waits for whoever reads, in order. */
export function needsOf(reading: Reading, office: InOffice): readonly Need[] {
  const { register: { content }, seen: { validOn, knownAt } } = reading;
  let known = found.get(content);
  if (known === undefined) found.set(content, (known = new Map<string, readonly Need[]>()));
  const key = [validOn, knownAt ?? '', office.person, ...office.posts].join(' ');
  let needs = known.get(key);
  if (needs === undefined) known.set(key, (needs = needsInOrder(seenFacts(reading), office)));
  return needs;
}
