import { isInForce } from '../../access/standing.ts';
import type { Advice } from '../../model/advice.ts';
import type { Ref } from '../../model/field.ts';
import type { Provision, Responsibility } from '../../model/instruments.ts';
import type { Snapshot } from '../../register/snapshot.ts';

/** One step of the line along which what was not accepted goes on, with the provision that names it; by the usual line where none does. */
export interface Step {
  readonly to: Ref<'posts'> | Ref<'bodies'>;
  readonly provision?: Ref<'provisions'>;
  readonly instrument?: Ref<'instruments'>;
}

/** In a procedure these say that a matter comes to whoever has the responsibility … */
const COMES_TO: readonly Responsibility[] = ['decides', 'accountable', 'chairs'];
/** … and these, that it is brought to whom they are held towards. */
const BROUGHT_TO: readonly Responsibility[] = ['challenges', 'reports', 'advises'];

/**
 * The line for what a post raises: what the procedures in force for resolving conflicts say, in the order of their provisions, then whoever of the Head of
 * Paid Service, the monitoring officer and the council they leave out. Nobody twice, and not whoever raises it.
 */
export function escalationLine(snapshot: Snapshot, from: Ref): readonly Step[] {
  const steps = [...procedureSteps(snapshot), ...usualSteps(snapshot)];
  return steps.filter((step, index) => step.to !== from && steps.findIndex(({ to }) => to === step.to) === index);
}

function procedureSteps(snapshot: Snapshot): readonly Step[] {
  const procedures = snapshot.where('instruments', 'type', 'conflict-resolution-procedure').filter(({ ref }) => isInForce(snapshot, ref));
  return procedures.flatMap((procedure) => inOrder(snapshot.where('provisions', 'instrument', procedure.ref)).flatMap((provision) => stepsOf(provision)));
}

const inOrder = (provisions: readonly Provision[]): readonly Provision[] => provisions.toSorted((a, b) => a.number.localeCompare(b.number, 'en', { numeric: true }));

function stepsOf({ ref: provision, instrument, gives }: Provision): readonly Step[] {
  return gives.flatMap(({ to, responsibility, towards }): readonly Step[] => {
    const reached = COMES_TO.includes(responsibility) ? to : BROUGHT_TO.includes(responsibility) ? towards : undefined;
    return reached === undefined || reached.startsWith('persons/') ? [] : [{ to: reached as Step['to'], provision, instrument }];
  });
}

const usualSteps = (snapshot: Snapshot): readonly Step[] => [
  ...['head-of-paid-service', 'monitoring-officer'].flatMap((office) => snapshot.where('posts', 'designations', office)),
  ...snapshot.where('bodies', 'type', 'council'),
].map(({ ref }) => ({ to: ref }));

/** All that came of one thing raised, from its first record to its last. */
export function chainOf(snapshot: Snapshot, one: Advice): readonly Advice[] {
  const before: Advice[] = [];
  for (let earlier = snapshot.where('advice', 'escalatedTo', one.ref)[0]; earlier !== undefined && !before.includes(earlier); earlier = snapshot.where('advice', 'escalatedTo', earlier.ref)[0]) before.unshift(earlier);
  const chain = [...before, one];
  for (let next = one.escalatedTo; next !== undefined; ) {
    const later = snapshot.get(next);
    if (later === undefined || chain.includes(later)) break;
    chain.push(later);
    next = later.escalatedTo;
  }
  return chain;
}

/** What is left of the line after those who had it: past the furthest of them on the line, all of it where none of them is on it. */
export function stepsLeft(snapshot: Snapshot, one: Advice): readonly Step[] {
  const line = escalationLine(snapshot, one.from);
  const had = new Set<Ref>(chainOf(snapshot, one).map(({ to }) => to));
  const furthest = line.findLastIndex(({ to }) => had.has(to));
  return line.slice(furthest + 1);
}
