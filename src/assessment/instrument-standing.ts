import type { Ref } from '../model/field.ts';
import type { Acknowledgement, Communication, Instrument, Provision } from '../model/instruments.ts';
import type { Series } from '../model/meetings.ts';
import type { Change } from '../register/entry.ts';
import type { Snapshot } from '../register/snapshot.ts';
import type { Facts } from '../rules/facts.ts';
import { isInForce, provisionsOf } from '../rules/in-force.ts';
import { partyStandings, type PartyStanding } from './instruments/agreed-by.ts';
import { renewalBegun, renewalReasons, type RenewalReason } from './instruments/renewal.ts';

/** An instrument as it stands on a date: who has agreed it, what it provides, what came before and after, who was told. */
export interface InstrumentStanding {
  readonly inForce: boolean;
  readonly parties: readonly PartyStanding[];
  /** Why it has fallen due for renewal; none where it has not. */
  readonly renewal: readonly RenewalReason[];
  /** What is to take its place, where that is drafted or negotiated. */
  readonly renewedBy: Instrument | undefined;
  readonly provisions: readonly Provision[];
  /** What it supersedes, and so on to the first, the newest first; itself left out. */
  readonly before: readonly Ref<'instruments'>[];
  /** What supersedes it, in whatever state. */
  readonly after: readonly Instrument[];
  /** Whether the day by which it was to be reviewed is past. */
  readonly reviewOverdue: boolean;
  readonly communications: readonly { readonly communication: Communication; readonly acknowledgements: readonly Acknowledgement[] }[];
  /** Series of meetings that are held under it. */
  readonly series: readonly Series[];
}

/** More than any instrument has predecessors: a chain that goes on longer goes in a circle. */
const LONGEST = 50;

export function instrumentStanding(facts: Facts, instrument: Instrument): InstrumentStanding {
  const { ref, reviewBy } = instrument;
  const before: Ref<'instruments'>[] = [];
  for (let at = instrument.supersedes; at !== undefined && before.length < LONGEST; at = latestOf(facts, at)?.supersedes) before.push(at);
  return {
    inForce: isInForce(facts, ref),
    parties: partyStandings(facts, instrument),
    renewal: renewalReasons(facts, instrument),
    renewedBy: renewalBegun(facts, instrument),
    provisions: provisionsOf(facts, instrument),
    before,
    after: facts.where('instruments', 'supersedes', ref),
    reviewOverdue: reviewBy !== undefined && reviewBy < facts.on,
    communications: facts
      .where('communications', 'of', ref)
      .filter(({ on }) => on <= facts.on)
      .map((communication) => ({ communication, acknowledgements: facts.where('acknowledgements', 'of', communication.ref).filter(({ on }) => on <= facts.on) }))
      .sort((a, b) => (a.communication.on < b.communication.on ? 1 : -1)),
    series: facts.where('series', 'under', ref),
  };
}

const latestOf = (facts: Facts, ref: Ref<'instruments'>): Instrument | undefined => facts.get(ref) ?? facts.everWhere('instruments', 'id', ref.slice('instruments/'.length)).at(-1);

/** That an instrument is no more from the date of the snapshot: what it provides is then in force no longer. */
export const withoutInstrument = (snapshot: Snapshot, ref: Ref<'instruments'>): readonly Change[] =>
  snapshot.get(ref) === undefined ? [] : [{ kind: 'instruments', id: ref.slice('instruments/'.length), from: snapshot.validOn }];
