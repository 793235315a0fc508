import type { Ref } from '../model/field.ts';
import type { Responsibility } from '../model/instruments.ts';
import type { Facts } from '../rules/facts.ts';
import { socialServices } from '../rules/function-leads.ts';
import { isInForce } from '../rules/in-force.ts';
import { reachOf, type Reach } from '../rules/levers.ts';
import type { Assessment } from './assess.ts';
import type { Judged } from './judge.ts';
import { responsibilityMatrix } from './responsibility-matrix.ts';

/** One accountability of the guidance: how what serves it stands, who has it, and what it can be exercised over. */
export interface AccountabilityStanding {
  /** The expectations that serve it: those that serve it first before those that also do. */
  readonly judged: readonly Judged[];
  /** Who has what responsibility over it, by provisions in force. */
  readonly given: readonly { readonly to: Ref; readonly responsibilities: readonly Responsibility[]; readonly provisions: readonly Ref<'provisions'>[] }[];
  /** Those among them who are accountable: there should be exactly one. */
  readonly accountable: readonly Ref[];
  /** The functions that provisions in force tie to it; undefined where none names any, and it is over all of them. */
  readonly named: readonly Ref<'functions'>[] | undefined;
  /** How the statutory officer reaches the functions that it is over. */
  readonly reach: readonly Reach[];
}

/** @param facts of what may be told of; the verdicts rest on all */
export function accountabilityStanding({ judged, compiled }: Assessment, facts: Facts, id: string): AccountabilityStanding {
  const serving = judged.filter((one) => one.compiled.expectation.serves.includes(id));
  const isFirst = (one: Judged): boolean => one.compiled.expectation.serves[0] === id;
  const [row] = responsibilityMatrix(facts, [id]).rows;
  const named = functionsNamedFor(facts, id);
  const reach = reachOf(facts, compiled.pack.statutoryOfficer);
  return {
    judged: [...serving.filter(isFirst), ...serving.filter((one) => !isFirst(one))],
    given: [...(row?.cells ?? [])].map(([to, all]) => ({
      to,
      responsibilities: [...new Set(all.map(({ responsibility }) => responsibility))],
      provisions: [...new Set(all.map(({ provision }) => provision))],
    })),
    accountable: row?.accountable ?? [],
    named: named.size === 0 ? undefined : [...named],
    reach: named.size === 0 ? reach : reach.filter((one) => named.has(one.function)),
  };
}

function functionsNamedFor(facts: Facts, id: string): ReadonlySet<Ref<'functions'>> {
  const known = new Set(socialServices(facts).map(({ ref }) => ref));
  const about = facts.where('provisions', 'gives.over', id).filter(({ instrument }) => isInForce(facts, instrument));
  return new Set(about.flatMap(({ functions }) => functions).filter((ref) => known.has(ref)));
}
