import type { Ref } from '../model/field.ts';
import type { Responsibility } from '../model/instruments.ts';
import type { Function } from '../model/structure.ts';
import type { Facts } from './facts.ts';
import { leadsOf, socialServices, withWholes } from './function-leads.ts';
import { isInForce } from './in-force.ts';
import { lineUpTo } from './lines.ts';
import { holdersOf, postsDesignated } from './offices.ts';

/** What lets an office move a function, the strongest first. */
export const LEVERS = [
  'manages', 'manages-the-manager', 'delegated-power', 'chair', 'seat', 'right-to-report', 'right-to-challenge', 'professional-lead',
] as const;
export type Lever = (typeof LEVERS)[number];

/** One lever on one function, with what gives it. */
export interface Hold {
  readonly lever: Lever;
  /** The posts from the office down to the one that leads the function; the office's alone where the lever is not a line. */
  readonly chain: readonly Ref<'posts'>[];
  /** The records that give it. */
  readonly records: readonly Ref[];
  /** The record that ties it to a person by name instead of to the post. */
  readonly informal?: Ref;
}

/** How an office reaches one function of social services. */
export interface Reach {
  readonly function: Ref<'functions'>;
  /** The names of the levers, each once, the strongest first. */
  readonly levers: readonly Lever[];
  /** The shortest line of posts to whoever leads it; the office's post alone where no line reaches it; empty where nothing does. */
  readonly chain: readonly Ref<'posts'>[];
  /** The records on which some of it rests and that name a person, not a post. */
  readonly informal: readonly Ref[];
  readonly gap: boolean;
  readonly holds: readonly Hold[];
  /** Who leads it, as far as the register says. */
  readonly leads: readonly Ref<'posts'>[];
}

const LEVER_OF: Readonly<Partial<Record<Responsibility, Lever>>> = {
  manages: 'manages',
  decides: 'delegated-power',
  accountable: 'delegated-power',
  chairs: 'chair',
  reports: 'right-to-report',
  challenges: 'right-to-challenge',
  advises: 'right-to-challenge',
  'leads-profession': 'professional-lead',
};

/** The levers from an office to every function of social services (those of group `corporate` are no part of them). */
export function reachOf(facts: Facts, office: string): readonly Reach[] {
  return facts.once(`reach of ${office}`, () => reachOfPosts(facts, postsDesignated(facts, office).map(({ ref }) => ref)));
}

/** The same from posts, whatever they are designated. */
export function reachOfPosts(facts: Facts, posts: readonly Ref<'posts'>[]): readonly Reach[] {
  const given = givenTo(facts, posts);
  return socialServices(facts).map((one) => reachOver(facts, one, posts, given));
}

function reachOver(facts: Facts, one: Function, posts: readonly Ref<'posts'>[], given: ReadonlyMap<Ref, readonly Hold[]>): Reach {
  const leads = leadsOf(facts, one);
  const wholes = withWholes(facts, one);
  const holds: Hold[] = [];
  for (const lead of leads) addLines(holds, facts, posts, lead, [one.ref, lead]);
  for (const whole of wholes) for (const { lead, record } of managersOf(facts, whole)) addLines(holds, facts, posts, lead, [record]);
  // So far they are lines, each with a chain of its own; what is given has the office's post alone.
  let shortest = holds[0]?.chain;
  for (const { chain } of holds) if (shortest === undefined || chain.length < shortest.length) shortest = chain;
  for (const whole of wholes) for (const hold of given.get(whole) ?? []) holds.push(hold);
  const levers = holds.map(({ lever }) => lever);
  return {
    function: one.ref,
    levers: LEVERS.filter((lever) => levers.includes(lever)),
    chain: shortest ?? holds[0]?.chain ?? [],
    informal: [...new Set(holds.flatMap(({ informal }) => informal ?? []))],
    gap: holds.length === 0,
    holds,
    leads,
  };
}

/** Adds the lines of reporting from the posts down to a lead: direct management, or of the manager, or of the manager's manager. */
function addLines(lines: Hold[], facts: Facts, posts: readonly Ref<'posts'>[], lead: Ref<'posts'>, records: readonly Ref[]): void {
  for (const post of posts) {
    const line = lineUpTo(facts, lead, post);
    if (line === undefined) continue;
    const chain = line.toReversed();
    lines.push({ lever: chain.length <= 2 ? 'manages' : 'manages-the-manager', chain, records: [...records, ...chain.filter((ref) => !records.includes(ref))] });
  }
}

/** The posts to which a provision in force gives the management of the function. */
function managersOf(facts: Facts, one: Ref<'functions'>): readonly { readonly lead: Ref<'posts'>; readonly record: Ref }[] {
  const found: { lead: Ref<'posts'>; record: Ref }[] = [];
  for (const provisions of [facts.where('provisions', 'gives.over', one), facts.where('provisions', 'gives.over', idOf(one)), facts.where('provisions', 'functions', one)]) {
    for (const { ref, instrument, functions, gives } of provisions) {
      for (const { to, responsibility, over } of gives) {
        if (responsibility === 'manages' && to.startsWith('posts/') && isOver(over, functions, one) && isInForce(facts, instrument)) found.push({ lead: to as Ref<'posts'>, record: ref });
      }
    }
  }
  return found;
}

/** A gift is over what it names, or where it names nothing over the functions of its clause. */
const isOver = (over: string | undefined, functions: readonly Ref<'functions'>[], one: Ref<'functions'>): boolean =>
  over === undefined ? functions.includes(one) : over === one || over === idOf(one);

const idOf = (one: Ref<'functions'>): string => one.slice('functions/'.length);

/** What instruments in force and seats give to the posts, or to those who hold them by name, function by function. */
function givenTo(facts: Facts, posts: readonly Ref<'posts'>[]): ReadonlyMap<Ref, readonly Hold[]> {
  const holds = new Map<Ref, Hold[]>();
  const add = (one: Ref, hold: Hold): void => {
    const known = holds.get(one);
    if (known === undefined) holds.set(one, [hold]);
    else known.push(hold);
  };
  const inForce = new Map<Ref<'instruments'>, boolean>();
  const stands = (instrument: Ref<'instruments'>): boolean => {
    let answer = inForce.get(instrument);
    if (answer === undefined) inForce.set(instrument, (answer = isInForce(facts, instrument)));
    return answer;
  };
  for (const post of posts) {
    const people = new Set<Ref>(holdersOf(facts, post).map(({ person }) => person));
    for (const holder of [post, ...people]) {
      const bound = (record: Ref) => (holder === post ? {} : { informal: record });
      for (const { ref, instrument, gives, functions } of facts.where('provisions', 'gives.to', holder)) {
        if (!stands(instrument)) continue;
        for (const { to, responsibility, over, towards } of gives) {
          const lever = LEVER_OF[responsibility];
          // What a post manages by a provision is found as a line, with everyone else's.
          if (lever === undefined || to !== holder || (lever === 'manages' && holder === post)) continue;
          const hold = { lever, chain: [post], records: [ref], ...bound(ref) };
          for (const one of over === undefined ? functions : functionsNamed(facts, over)) add(one, hold);
          if (lever === 'chair' && towards?.startsWith('bodies/') === true) for (const one of remitOf(facts, towards as Ref<'bodies'>)) add(one, { ...hold, records: [ref, towards] });
        }
      }
      for (const { ref, body, role } of facts.where('seats', 'holder', holder)) {
        if (role === 'adviser' || role === 'in-attendance') continue;
        for (const one of remitOf(facts, body)) add(one, { lever: role === 'chair' ? 'chair' : 'seat', chain: [post], records: [ref, body], ...bound(ref) });
      }
    }
  }
  return holds;
}

const remitOf = (facts: Facts, body: Ref<'bodies'>): readonly Ref<'functions'>[] => (facts.get(body)?.remit ?? []).flatMap((subject) => functionsNamed(facts, subject));

/** The function of a reference, or of a word that is a theme of the guidance and the id of a function too (`child-protection`). */
function functionsNamed(facts: Facts, subject: string): readonly Ref<'functions'>[] {
  const one = facts.get(subject.startsWith('functions/') ? (subject as Ref<'functions'>) : `functions/${subject}`);
  return one === undefined ? [] : [one.ref];
}
