import type { CalendarDate } from '../../kernel/date.ts';
import type { Duration } from '../../kernel/duration.ts';
import type { Instant } from '../../kernel/instant.ts';
import type { Language } from '../../kernel/text.ts';

/** A calendar that others subscribe to or take in once. */
export interface Calendar {
  readonly name: string;
  readonly language: Language;
  readonly events: readonly CalendarEvent[];
}

/** What is in the diary: once, or again and again. */
export interface CalendarEvent {
  /** The same for ever, whatever else changes: a calendar that has it already updates what it has. */
  readonly uid: string;
  /** Raised by one with every change that people must know of; from 0. */
  readonly sequence: number;
  /** When the event was last changed. */
  readonly changed: Instant;
  readonly status: 'confirmed' | 'tentative' | 'cancelled';
  readonly summary: string;
  readonly description?: string;
  readonly location?: string;
  /** The page to go back to. */
  readonly url?: string;
  readonly when: When;
  readonly repeats?: Repeats;
  /** The place in the series that this event stands in for: the series has the same `uid`. */
  readonly insteadOf?: When;
}

/** A whole day, or an hour of it. */
export type When = WholeDay | Hour;

export interface WholeDay {
  readonly on: CalendarDate;
}

/** From a time of the clock in London for so many minutes. */
export interface Hour {
  readonly on: CalendarDate;
  readonly at: ClockTime;
  readonly minutes: number;
}

/** `09:30`: what the clock in London shows. */
export type ClockTime = `${number}:${number}`;

export interface Repeats {
  readonly every: Duration;
  /** The last day on which it may fall; without one it goes on. */
  readonly until?: CalendarDate;
  /** Days of the series on which it does not take place. */
  readonly except?: readonly CalendarDate[];
}
