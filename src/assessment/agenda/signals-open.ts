import type { Facts } from '../../rules/facts.ts';
import { reason } from '../../rules/outcome.ts';
import { unansweredSignals } from '../../rules/operators/signals-acted-on.ts';
import { isStatutoryMeeting } from './statutory-meeting.ts';
import { both, type Meeters, type Proposal } from './proposal.ts';

const says = { en: '{indicator} was worse than its target in the period to {to}; no corrective action is on record.', cy: 'Roedd {indicator} yn waeth na’i darged yn y cyfnod hyd at {to}; nid oes cam cywiro wedi’i gofnodi.' };

/** Each indicator whose last value was worse than its target, with no corrective action: those of the functions that somebody who meets leads, and all where the statutory officer meets. */
export function signalsOpen(facts: Facts, who: Meeters): readonly Proposal[] {
  const all = isStatutoryMeeting(facts, who);
  const latest = new Map(unansweredSignals(facts).map((signal) => [signal.indicator.ref, signal]));
  return [...latest.values()].flatMap(({ indicator, observation }): readonly Proposal[] => {
    const leader = indicator.function === undefined ? undefined : facts.get(indicator.function)?.ledBy;
    if (!all && !(leader !== undefined && who.posts.includes(leader))) return [];
    const themes = [...(indicator.theme === undefined ? [] : [indicator.theme]), ...(facts.words.pack.themes.some(({ id }) => id === 'performance') ? ['performance'] : [])];
    return [{ key: indicator.ref, is: 'signal', title: both(indicator.title), themes: [...new Set(themes)], because: [reason(says, { indicator: indicator.ref, to: observation.period.until }, [indicator.ref, observation.ref])], record: indicator.ref }];
  });
}
