import type { Series } from '../model/meetings.ts';
import { absent, noSuchPost } from './absence.ts';
import type { Facts } from './facts.ts';
import { bodiesOf, type MeetingsOf } from './meetings-held.ts';
import { postsDesignated } from './offices.ts';
import { anyOf, reason, type Outcome } from './outcome.ts';

/**
 * No series of such meetings is on record. There can be none where the register has every post and nobody holds one of
 * the offices, or every body and there is none of the types; otherwise it is for the series to say.
 */
export function noSuchSeries(facts: Facts, which: MeetingsOf): Outcome {
  const impossible = noneToMeet(facts, which);
  if (impossible !== undefined) return impossible;
  const ended = endedSeries(facts, which).slice(0, 3).map(({ ref, valid }) => reason(says.ended, { series: ref, on: valid.until ?? facts.on }, [ref]));
  const none = absent(facts, 'series', ended.length === 0 ? says.any : says.another, { who: which.between ?? which.of ?? [] });
  return { ...none, because: [...ended, ...none.because] };
}

const says = {
  any: { en: 'a series of meetings of {who}', cy: 'cyfres o gyfarfodydd {who}' },
  another: { en: 'another series of meetings of {who}', cy: 'cyfres arall o gyfarfodydd {who}' },
  ended: { en: '{series} ended on {on}.', cy: 'Daeth {series} i ben ar {on}.' },
};

/** The series of such meetings that there were. */
function endedSeries(facts: Facts, { between, of }: MeetingsOf): readonly Series[] {
  const [first = '', ...others] = between ?? [];
  const were = of !== undefined
    ? bodiesOf(facts, of).flatMap((body) => facts.everWhere('series', 'body', body))
    : postsDesignated(facts, first).flatMap(({ ref: post }) =>
        facts.everWhere('series', 'between', post).filter((series) => others.every((office) => postsDesignated(facts, office).some(({ ref }) => ref !== post && series.between.includes(ref)))),
      );
  return were.filter(({ valid }) => valid.until !== undefined && valid.until <= facts.on);
}

/** What makes such meetings impossible: an office without a post or a type without a body, where the register has them all. */
export function noneToMeet(facts: Facts, { between, of }: MeetingsOf): Outcome | undefined {
  const nobody = between?.find((office) => postsDesignated(facts, office).length === 0);
  if (nobody !== undefined && facts.isComplete('posts')) return noSuchPost(facts, nobody);
  if (of !== undefined && facts.isComplete('bodies') && bodiesOf(facts, of).length === 0) {
    return absent(facts, 'bodies', { en: 'a body of the type {type}', cy: 'corff o’r math {type}' }, { type: anyOf(of) });
  }
  return undefined;
}
