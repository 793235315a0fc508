import { wholeTimes } from '../kernel/duration.ts';
import type { Ref } from '../model/field.ts';
import type { Meeting, Series } from '../model/meetings.ts';
import { beganOn } from '../rules/began.ts';
import type { Facts } from '../rules/facts.ts';
import { meetingsOfSeries } from '../rules/meetings-held.ts';
import { wasThere } from '../rules/presence.ts';

/** How a series of meetings went in the look-back. */
export interface SeriesHeld {
  readonly series: Series;
  /** How many its frequency asks for between the start of the look-back, or its own if that is later, and the date. */
  readonly due: number;
  readonly held: readonly Meeting[];
  /** Those that are on record as not held. */
  readonly notHeld: readonly Meeting[];
}

export function seriesHeld(facts: Facts, series: Series): SeriesHeld {
  const { from, until } = facts.window;
  const began = beganOn(facts, 'series', series);
  const meetings = meetingsOfSeries(facts, series.ref, facts.window);
  return {
    series,
    due: wholeTimes(series.frequency, began !== undefined && began > from ? began : from, until),
    held: meetings.filter(({ held }) => held),
    notHeld: meetings.filter(({ held }) => held === false),
  };
}

/** In how many of some meetings somebody was, was not, or is not said to have been. */
export interface Presence {
  readonly there: number;
  readonly missed: readonly Meeting[];
  readonly notSaid: number;
}

/** @param who posts and persons that are the same one for this: any of them being there is being there */
export function presenceAt(facts: Facts, meetings: readonly Meeting[], who: readonly Ref[]): Presence {
  const answers = meetings.map((meeting) => ({ meeting, there: wasThere(facts, meeting, who) }));
  return {
    there: answers.filter(({ there }) => there === true).length,
    missed: answers.filter(({ there }) => there === false).map(({ meeting }) => meeting),
    notSaid: answers.filter(({ there }) => there === undefined).length,
  };
}
