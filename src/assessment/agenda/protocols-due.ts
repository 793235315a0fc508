import { duration, plus } from '../../kernel/duration.ts';
import type { Ref } from '../../model/field.ts';
import type { Instrument } from '../../model/instruments.ts';
import type { Facts } from '../../rules/facts.ts';
import { isInForce } from '../../rules/in-force.ts';
import { reason, type Reason } from '../../rules/outcome.ts';
import { partyAgreement } from '../../rules/party-agreement.ts';
import { both, type Meeters, type Proposal } from './proposal.ts';

const says = {
  passed: { en: 'The review of {instrument} was due by {by}.', cy: 'Roedd adolygiad {instrument} i fod erbyn {by}.' },
  soon: { en: '{instrument} is to be reviewed by {by}.', cy: 'Mae {instrument} i’w adolygu erbyn {by}.' },
  negotiated: { en: '{instrument} is still being negotiated.', cy: 'Mae {instrument} yn dal i gael ei negodi.' },
};

/** A review is due for an agenda while there is time left for it. */
const AHEAD = duration('P3M');

/** What two or more of those who meet are party to, or what the series is held under, that a present holder has not agreed, is past its review or near it, or is not agreed yet. */
export function protocolsDue(facts: Facts, who: Meeters): readonly Proposal[] {
  const under = who.series === undefined ? undefined : facts.get(who.series)?.under;
  return facts.all('instruments').flatMap((instrument): readonly Proposal[] => {
    const parties = instrument.parties.filter((party) => party === who.body || who.posts.some((post) => post === party));
    if (parties.length < 2 && !parties.some((party) => party === who.body) && instrument.ref !== under) return [];
    const because = whyDue(facts, instrument, parties);
    return because.length === 0 ? [] : [{ key: instrument.ref, is: 'protocol', title: both(instrument.title), themes: facts.words.pack.themes.some(({ id }) => id === 'governance') ? ['governance'] : [], because, record: instrument.ref }];
  });
}

function whyDue(facts: Facts, instrument: Instrument, parties: readonly Ref[]): readonly Reason[] {
  const { ref, state, reviewBy } = instrument;
  if (state === 'negotiating') return [reason(says.negotiated, { instrument: ref }, [ref])];
  if (!isInForce(facts, ref)) return [];
  const lapsed = parties.map((party) => partyAgreement(facts, instrument, party)).filter(({ verdict }) => verdict === 'not-met').flatMap(({ because }) => because);
  const review = reviewBy === undefined || reviewBy > plus(facts.on, AHEAD) ? [] : [reason(reviewBy < facts.on ? says.passed : says.soon, { instrument: ref, by: reviewBy }, [ref])];
  return [...lapsed, ...review];
}
