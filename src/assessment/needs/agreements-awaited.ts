import type { CalendarDate } from '../../kernel/date.ts';
import type { Ref } from '../../model/field.ts';
import type { Instrument } from '../../model/instruments.ts';
import type { Facts } from '../../rules/facts.ts';
import { isInForce } from '../../rules/in-force.ts';
import { appointmentsTo } from '../../rules/offices.ts';
import { reason, type Reason } from '../../rules/outcome.ts';
import { partyAgreement } from '../../rules/party-agreement.ts';
import { waitsFor, type InOffice, type Need } from './need.ts';

const NEGOTIATED = { en: '{instrument} is being negotiated, and {party} is a party to it.', cy: 'Mae {instrument} yn cael ei negodi, ac mae {party} yn barti iddo.' };

/** A post whose present holder has not agreed an instrument as it now stands, with why. */
interface Unagreed {
  readonly instrument: Instrument;
  readonly party: Ref<'posts'>;
  readonly because: Reason;
  readonly since: CalendarDate | undefined;
}

/**
 * Agreements that wait for them, or where they keep the instruments for anybody; and under `review` those that wait for another
 * party of an instrument which they have agreed themselves, because its holder changed.
 */
export function agreementsAwaited(facts: Facts, office: InOffice): readonly Need[] {
  const isTheirs = waitsFor(facts, office);
  return facts.all('instruments').flatMap((instrument): readonly Need[] => {
    const isPartyTo = instrument.parties.some(isTheirs);
    if (instrument.state === 'negotiating') return instrument.parties.filter(isTheirs).map((party) => negotiated(instrument, party));
    if (!(isPartyTo || office.keeps.has('agreement')) || !isInForce(facts, instrument.ref)) return [];
    return unagreed(facts, instrument).flatMap((one): Need => {
      const own = isTheirs(one.party);
      return { is: own || office.keeps.has('agreement') ? 'agreement' : 'review', says: one.because, whose: one.party, since: one.since, does: own ? agree(one, office) : { act: 'open', ref: instrument.ref } };
    });
  });
}

function unagreed(facts: Facts, instrument: Instrument): readonly Unagreed[] {
  return instrument.parties.filter((party) => party.startsWith('posts/')).flatMap((party): readonly Unagreed[] => {
    const { verdict, because } = partyAgreement(facts, instrument, party);
    const [first] = because;
    if (verdict === 'met' || first === undefined) return [];
    const post = party as Ref<'posts'>;
    return [{ instrument, party: post, because: first, since: later(instrument.agreedOn, appointmentsTo(facts, post)[0]?.valid.from) }];
  });
}

const agree = ({ instrument, party }: Unagreed, { person }: InOffice): Need['does'] => ({ act: 'enter', kind: 'agreements', filled: { instrument: instrument.ref, version: instrument.version, party, signedBy: person } });

const negotiated = (instrument: Instrument, party: Ref): Need => ({
  is: 'agreement', says: reason(NEGOTIATED, { instrument: instrument.ref, party }, [instrument.ref]), whose: party, since: instrument.valid.from, does: { act: 'change', ref: instrument.ref },
});

const later = (a: CalendarDate | undefined, b: CalendarDate | undefined): CalendarDate | undefined => (a === undefined || (b !== undefined && b > a) ? b : a);
