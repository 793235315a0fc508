import { isCouncillors, THEIR_BODIES } from '../../areas/scrutiny/councillors.ts';
import type { Ref } from '../../model/field.ts';
import type { Reading } from '../reading.ts';

/** The bodies of councillors and the posts that they hold, on the date. */
export function askersIn({ seen }: Pick<Reading, 'seen'>): readonly (Ref<'bodies'> | Ref<'posts'>)[] {
  const bodies = seen.all('bodies').filter(({ type }) => THEIR_BODIES.includes(type)).toSorted((a, b) => THEIR_BODIES.indexOf(b.type) - THEIR_BODIES.indexOf(a.type));
  return [...bodies.map(({ ref }) => ref), ...seen.all('posts').map(({ ref }) => ref).filter((ref) => isCouncillors(seen, ref))];
}

/** As whom the reader asks: posts of theirs, bodies on which they sit, themself; every body for those who keep its papers. */
export function ownAskers(reading: Pick<Reading, 'seen' | 'access'>): readonly Ref[] {
  const { access, seen } = reading;
  const { person, posts = [], bodies = new Set<Ref>(), roles } = access?.standing ?? {};
  if (person === undefined) return [];
  const keeps = roles?.has('democratic-services') === true ? askersIn(reading).filter((ref) => ref.startsWith('bodies/')) : [];
  const own: readonly Ref[] = [...posts.map(({ ref }) => ref), ...bodies, person];
  return [...new Set([...own.filter((ref) => isCouncillors(seen, ref)), ...keeps])];
}
