import { Engine, type Almanac } from 'json-rules-engine';
import type { RegisterContent } from '../../src/model/register-header.ts';
import { TWELVE, type Contender } from './contender.ts';
import { handIndex, type HandIndex } from './hand-written.ts';
import { AS_AT, WINDOW } from './register.ts';

/** The condition of each of the dozen, over facts that JSON conditions can compare: counts and flags, derived by hand below. */
const CONDITIONS: Readonly<Record<(typeof TWELVE)[number], { readonly fact: string; readonly operator: string; readonly value: unknown }>> = {
  held: { fact: 'directorHolders', operator: 'greaterThanInclusive', value: 1 },
  'reports-directly': { fact: 'directorReportsToHead', operator: 'equal', value: true },
  seat: { fact: 'directorRoleOnTeam', operator: 'in', value: ['member', 'chair'] },
  series: { fact: 'seriesBetween', operator: 'equal', value: true },
  'meetings-held': { fact: 'oneToOnesHeld', operator: 'greaterThanInclusive', value: 10 },
  'meetings-recorded': { fact: 'oneToOnesKept', operator: 'greaterThanInclusive', value: 0.9 },
  'theme-discussed': { fact: 'scrutinyOnSafeguarding', operator: 'greaterThanInclusive', value: 4 },
  'framework-agreed': { fact: 'partiesWithoutAgreement', operator: 'equal', value: 0 },
  'reviews-in-date': { fact: 'reviewsPassed', operator: 'equal', value: 0 },
  'functions-reached': { fact: 'functionsReached', operator: 'greaterThanInclusive', value: 8 },
  'board-seat': { fact: 'boardSeats', operator: 'greaterThanInclusive', value: 1 },
  attendance: { fact: 'attendanceAtTeam', operator: 'greaterThanInclusive', value: 0.75 },
};

/** json-rules-engine: it compares facts and joins nothing, so that what it compares is derived by hand-written functions. */
export function jsonRules(content: RegisterContent): Contender {
  const index = handIndex(content);
  const engine = new Engine([], { allowUndefinedFacts: true });
  for (const [name, condition] of Object.entries(CONDITIONS)) engine.addRule({ name, conditions: { all: [condition] }, event: { type: name } });
  const director = index.designated.get('director-of-social-services')?.[0]?.post;
  const chief = index.designated.get('head-of-paid-service')?.[0]?.post;
  const derive = (name: string, work: (gone: string | undefined) => unknown) =>
    engine.addFact(name, async (_params: unknown, almanac: Almanac) => work((await almanac.factValue<string | undefined>('gone')) ?? undefined));
  derive('directorHolders', (gone) => index.holders.get(director?.ref ?? '')?.filter(({ person }) => person !== gone).length ?? 0);
  derive('directorReportsToHead', () => director !== undefined && director.reportsTo === chief?.ref);
  derive('directorRoleOnTeam', () => index.seats.get(teamOf(index))?.find(({ holder }) => holder === director?.ref)?.role ?? 'none');
  derive('seriesBetween', () => oneToOne(index) !== undefined);
  derive('oneToOnesHeld', () => inYear(index, oneToOne(index)?.ref).length);
  derive('oneToOnesKept', () => part(inYear(index, oneToOne(index)?.ref), ({ agenda, record }) => agenda?.issued === true && (record === 'notes' || record === 'minutes')));
  derive('scrutinyOnSafeguarding', () => ofBodies(index, 'scrutiny-committee').filter(({ items }) => items.some(({ themes }) => themes.includes('safeguarding'))).length);
  derive('partiesWithoutAgreement', (gone) => {
    const holds = (post: string, person?: string) => index.holders.get(post)?.some((one) => one.person !== gone && (person === undefined || one.person === person)) ?? false;
    const frameworks = [...index.inForce.values()].filter(({ type }) => type === 'framework');
    return frameworks.flatMap(({ ref, version, parties }) => parties.filter((party) => !(index.agreements.get(ref) ?? []).some((one) => one.party === party && one.version === version && one.on <= AS_AT && (!holds(party) || holds(party, one.signedBy))))).length;
  });
  derive('reviewsPassed', () => [...index.inForce.values()].filter(({ reviewBy }) => reviewBy === undefined || reviewBy < AS_AT).length);
  derive('functionsReached', () => index.functions.filter(({ ref, ledBy }) => {
    let at: string | undefined = ledBy;
    while (at !== undefined && at !== director?.ref) at = index.posts.get(at)?.reportsTo;
    return at !== undefined || (index.provisions.get(ref) ?? []).some(({ provision, gift }) => gift.to === director?.ref && (gift.responsibility === 'accountable' || gift.responsibility === 'decides') && index.inForce.has(provision.instrument));
  }).length);
  derive('boardSeats', () => (index.bodies.get('children-safeguarding-board') ?? []).flatMap(({ ref }) => index.seats.get(ref) ?? []).filter(({ holder, role }) => ['chair', 'vice-chair', 'member'].includes(role) && (holder === director?.ref || index.posts.get(holder)?.reportsTo === director?.ref)).length);
  derive('attendanceAtTeam', () => part(ofBodies(index, 'corporate-management-team'), ({ attended }) => attended?.includes(director?.ref as never) === true));

  const ask = async (gone?: string): Promise<readonly boolean[]> => {
    const { events } = await engine.run(gone === undefined ? {} : { gone });
    const met = new Set(events.map(({ type }) => type));
    return TWELVE.map((name) => met.has(name));
  };
  return {
    name: 'json-rules-engine, derived facts by hand',
    ask,
    async askWithout(people) {
      const answers = [];
      for (const person of people) answers.push(await ask(person));
      return answers;
    },
  };
}

type Meeting = NonNullable<ReturnType<HandIndex['meetings']['get']>>[number];

const teamOf = ({ bodies }: HandIndex): string => bodies.get('corporate-management-team')?.[0]?.ref ?? '';

const inYear = ({ meetings }: HandIndex, series: string | undefined): readonly Meeting[] =>
  series === undefined ? [] : (meetings.get(series) ?? []).filter(({ held, on }) => held && WINDOW.from <= on && on < WINDOW.until);

const ofBodies = (index: HandIndex, type: string): readonly Meeting[] =>
  (index.bodies.get(type) ?? []).flatMap(({ ref }) => index.seriesOfBody.get(ref) ?? []).flatMap(({ ref }) => inYear(index, ref));

function oneToOne({ designated, series }: HandIndex) {
  const [director, chief] = ['director-of-social-services', 'head-of-paid-service'].map((word) => designated.get(word)?.[0]?.post.ref);
  return series.find(({ between }) => between.includes(director as never) && between.includes(chief as never));
}

const part = (meetings: readonly Meeting[], is: (meeting: Meeting) => boolean): number => (meetings.length === 0 ? 0 : meetings.filter(is).length / meetings.length);
