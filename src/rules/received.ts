import type { CalendarDate } from '../kernel/date.ts';
import type { Ref } from '../model/field.ts';
import type { Communication } from '../model/instruments.ts';
import type { Entitlement } from '../model/scrutiny.ts';
import { isIn } from './due.ts';
import type { Facts, Window } from './facts.ts';
import type { Match } from './match.ts';
import { meetingsComplete } from './meetings-held.ts';

/** Something that came to the holder of an entitlement; whether it was the information meant may not be on record. */
export interface Delivery {
  readonly on: CalendarDate;
  readonly record: Ref;
  readonly isIt: true | undefined;
  readonly by: 'communications' | 'briefings' | 'meetings';
}

/** What came to the holder in the window: sent, told at a briefing, or put before a meeting of it. One a day counts. */
export function deliveriesOf(facts: Facts, entitlement: Entitlement, window: Window): readonly Delivery[] {
  const { holder, themes } = entitlement;
  const names: readonly Ref[] = holder.startsWith('posts/') ? [holder, ...facts.where('appointments', 'post', holder).map(({ person }) => person)] : [holder];
  const byDay = new Map<CalendarDate, Delivery>();
  const add = (on: CalendarDate, record: Ref, by: Delivery['by'], about: () => Match): void => {
    if (!isIn(window, on) || byDay.get(on)?.isIt === true) return;
    const isIt = about();
    if (isIt !== false && (isIt === true || !byDay.has(on))) byDay.set(on, { on, record, isIt, by });
  };
  const papers = new Map<Ref, Match>();
  const isPaperAbout = (paper: Communication['of']): Match => {
    if (!papers.has(paper)) papers.set(paper, isAbout(facts, paper, themes));
    return papers.get(paper);
  };
  for (const { ref, on, items } of meetingsOfHolder(facts, holder)) {
    add(on, ref, 'meetings', () => items.some((item) => shares(themes, item.themes) === true || (item.paper !== undefined && isPaperAbout(item.paper) === true)));
  }
  for (const name of names) {
    for (const { ref, on, themes: about } of facts.where('briefings', 'to', name)) add(on, ref, 'briefings', () => shares(themes, about));
    for (const { ref, of, on } of facts.where('communications', 'to', name)) add(on, ref, 'communications', () => isPaperAbout(of));
  }
  return [...byDay.values()].sort((a, b) => (a.on < b.on ? -1 : 1));
}

/** Themes that are not stated may be any; an entitlement without themes is met by whatever comes. */
const shares = (wanted: readonly string[], about: readonly string[]): Match =>
  wanted.length === 0 || about.some((theme) => wanted.includes(theme)) ? true : about.length === 0 ? undefined : false;

/** A report is about the themes of its sections, and by its type about performance or scrutiny. */
function isAbout(facts: Facts, ref: Communication['of'], themes: readonly string[]): Match {
  if (ref.startsWith('briefings/')) return shares(themes, facts.get(ref as Ref<'briefings'>)?.themes ?? []);
  if (!ref.startsWith('reports/')) return themes.length === 0;
  const report = facts.get(ref as Ref<'reports'>);
  if (report === undefined) return undefined;
  return themes.includes(report.type) ? true : shares(themes, report.sections.flatMap((section) => section.themes));
}

function meetingsOfHolder(facts: Facts, holder: Entitlement['holder']) {
  const own = holder.startsWith('bodies/') ? facts.where('meetings', 'body', holder) : [];
  return [...new Set([...own, ...seriesOfHolder(facts, holder).flatMap(({ ref }) => facts.where('meetings', 'series', ref))])].filter(({ held }) => held);
}

const seriesOfHolder = (facts: Facts, holder: Entitlement['holder']) => facts.where('series', holder.startsWith('bodies/') ? 'body' : 'between', holder);

/**
 * Whether something that is not on record did not come: the register has all of what it came by so far or, where nothing
 * came, everything that could have been sent and every meeting.
 */
export function deliveriesComplete(facts: Facts, { holder }: Entitlement, deliveries: readonly Delivery[]): boolean {
  const meetings = meetingsComplete(facts, seriesOfHolder(facts, holder));
  if (deliveries.length === 0) return facts.isComplete('communications') && meetings;
  return deliveries.every(({ by }) => (by === 'meetings' ? meetings : facts.isComplete(by)));
}
