import type { Ref } from '../model/field.ts';
import type { Facts } from '../rules/facts.ts';
import { leadsOf, socialServices } from '../rules/function-leads.ts';
import { isInForce } from '../rules/in-force.ts';
import { holdersOf } from '../rules/offices.ts';

export type TieKind = 'line' | 'seat' | 'delegation' | 'leads' | 'professional-lead';

/** That one post, body or function is tied to another, and the record that says so. */
export interface Tie {
  readonly kind: TieKind;
  /** Who manages, leads or sends somebody; for a line the upper post. */
  readonly from: Ref;
  readonly to: Ref;
  readonly record: Ref;
}

export type MapGap = 'vacant' | 'deputised' | 'no-line' | 'no-lead';

export interface MapNode {
  readonly ref: Ref<'posts'> | Ref<'bodies'> | Ref<'functions'>;
  /** What is missing here, by the record of the date. */
  readonly gaps: readonly MapGap[];
}

/** The posts, bodies and functions of social services with what ties them together. */
export interface ArrangementMap {
  readonly nodes: readonly MapNode[];
  readonly ties: readonly Tie[];
}

/** Of the provisions, those that give power over a function, and those that lead a profession in it. */
const TIE_OF = { manages: 'delegation', decides: 'delegation', accountable: 'delegation', 'leads-profession': 'professional-lead' } as const;

/** Ties by the record of the date: lines, seats that posts hold, who leads a function, and what provisions in force give over one. */
export function arrangementMap(facts: Facts): ArrangementMap {
  const posts = facts.all('posts');
  const functions = socialServices(facts);
  const ties: Tie[] = [
    ...posts.flatMap(({ ref, reportsTo }): Tie[] => (reportsTo === undefined ? [] : [{ kind: 'line', from: reportsTo, to: ref, record: ref }])),
    ...facts.all('seats').flatMap(({ ref, body, holder }): Tie[] => (holder.startsWith('posts/') ? [{ kind: 'seat', from: holder, to: body, record: ref }] : [])),
    ...functions.flatMap((one) => leadsOf(facts, one).map((lead): Tie => ({ kind: 'leads', from: lead, to: one.ref, record: one.ref }))),
    ...facts.all('provisions').flatMap((provision): Tie[] => {
      if (!isInForce(facts, provision.instrument)) return [];
      return provision.gives.flatMap(({ to, responsibility, over }): Tie[] => {
        const kind = (TIE_OF as Readonly<Partial<Record<string, TieKind>>>)[responsibility];
        const overs = (over === undefined ? provision.functions : [over]).filter((one): one is Ref<'functions'> => one.startsWith('functions/'));
        return kind === undefined || to.startsWith('persons/') ? [] : overs.map((one) => ({ kind, from: to, to: one, record: provision.ref }));
      });
    }),
  ];
  const tied = new Set(ties.flatMap(({ from, to }) => [from, to]));
  const nodes: MapNode[] = [
    ...posts.map(({ ref }): MapNode => ({ ref, gaps: postGaps(facts, ref, tied) })),
    ...facts.all('bodies').filter(({ ref }) => tied.has(ref)).map(({ ref }): MapNode => ({ ref, gaps: [] })),
    ...functions.map(({ ref }): MapNode => ({ ref, gaps: ties.some(({ to }) => to === ref) ? [] : ['no-lead'] })),
  ];
  const known = new Set<Ref>(nodes.map(({ ref }) => ref));
  return { nodes, ties: ties.filter(({ from, to }) => known.has(from) && known.has(to)) };
}

function postGaps(facts: Facts, ref: Ref<'posts'>, tied: ReadonlySet<Ref>): readonly MapGap[] {
  const holders = holdersOf(facts, ref);
  const held: readonly MapGap[] = holders.length > 0 ? (holders.some(({ deputising }) => deputising === undefined) ? [] : ['deputised']) : ['vacant'];
  return tied.has(ref) ? held : [...held, 'no-line'];
}
