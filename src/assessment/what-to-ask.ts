import type { CalendarDate } from '../kernel/date.ts';
import type { Ref } from '../model/field.ts';
import type { Question } from '../model/scrutiny.ts';
import type { Facts } from '../rules/facts.ts';
import type { Assessment, Judged } from './assess.ts';
import { committeeOf, remitOf, remitThemes, subjectsOf, type Remit } from './remit.ts';
import { whatToDoFirst } from './priorities.ts';
import { themeCoverage } from './theme-coverage.ts';

/** How a question stands with whoever might ask it: never asked, waiting, answered and not said whether that will do, not satisfied, satisfied. */
export const ASKED = ['never', 'waiting', 'answered', 'not-satisfied', 'satisfied'] as const;
export type Asked = (typeof ASKED)[number];

/** One question that a real gap asks for. */
export interface ToAsk {
  readonly judged: Judged;
  /** What of the remit it is about; empty where it is for every body of councillors. */
  readonly about: readonly string[];
  readonly asked: Asked;
  /** The last that was asked about it. */
  readonly last: Question | undefined;
}

/** A theme of the remit that no meeting on record looked at in a year. */
export interface ThemeLeftOut {
  readonly theme: string;
  readonly last: { readonly meeting: Ref<'meetings'>; readonly on: CalendarDate } | undefined;
}

export interface WhatToAsk {
  readonly asker: Ref;
  readonly remit: Remit;
  /** What weighs most first. */
  readonly questions: readonly ToAsk[];
  readonly leftOut: readonly ThemeLeftOut[];
}

const FORCE = ['must', 'should', 'may'];
/** What has been asked and waits, or satisfied, comes after what has not. */
const LATER: readonly Asked[] = ['waiting', 'satisfied'];

/**
 * What a body of councillors, or the holder of a councillor’s post, would ask: the expectations that are not secured and lie in the remit,
 * or are for every one of them. What nobody asked yet comes first; then what must be so before what should, and the worst first.
 * @param seen what was asked and discussed, as far as the reader may know of it; the verdicts rest on all
 */
export function whatToAsk(assessment: Assessment, seen: Facts, asker: Ref<'bodies'> | Ref<'posts'>): WhatToAsk {
  const remit = remitOf(seen, asker);
  const found = whatToDoFirst(assessment.judged).flatMap((judged): readonly ToAsk[] => {
    const about = subjectsOf(seen, judged, remit);
    return about === undefined ? [] : [{ judged, about, ...askedBefore(seen, judged) }];
  });
  const questions = found.toSorted((a, b) => Number(LATER.includes(a.asked)) - Number(LATER.includes(b.asked)) || force(a) - force(b));
  return { asker, remit, questions, leftOut: leftOutOf(seen, committeeOf(seen, asker) ?? asker, remit) };
}

const force = ({ judged }: ToAsk): number => FORCE.indexOf(judged.compiled.expectation.force);

function askedBefore(facts: Facts, { compiled: { expectation } }: Judged): Pick<ToAsk, 'asked' | 'last'> {
  const { ask, id } = expectation;
  const theirs = facts.all('questions').filter(({ expectation: drawnFrom, text, on }) => on <= facts.on && (drawnFrom === id || (text.en !== undefined && text.en === ask.en) || (text.cy !== undefined && text.cy === ask.cy)));
  const last = theirs.reduce<Question | undefined>((latest, one) => (latest === undefined || one.on >= latest.on ? one : latest), undefined);
  return { asked: last === undefined ? 'never' : askedOf(last, facts.on), last };
}

/** How a question stands by a day. */
export function askedOf({ answers, satisfied }: Question, by: CalendarDate): Asked {
  const given = answers.filter(({ kind, on }) => kind !== 'awaiting' && on <= by);
  if (given.length === 0) return 'waiting';
  return satisfied === undefined ? 'answered' : satisfied ? 'satisfied' : 'not-satisfied';
}

/** So many months back is a year with the month of the date. */
const A_YEAR = 13;

function leftOutOf(facts: Facts, asker: Ref, remit: Remit): readonly ThemeLeftOut[] {
  const themes = remitThemes(facts, remit);
  const meetings = facts.all('meetings').filter(({ held, on }) => held && on <= facts.on);
  const isTheirs = ({ body, series }: (typeof meetings)[number]): boolean => {
    const of = series === undefined ? undefined : facts.get(series);
    return body === asker || of?.body === asker || of?.between.some((post) => post === asker) === true;
  };
  const theirs = meetings.filter(isTheirs);
  // Of those of whom no meeting is on record it cannot be said what they left out.
  if (theirs.length === 0) return [];
  const covered = themeCoverage(facts, themes, A_YEAR).of.filter(({ of }) => of === asker || (of.startsWith('series/') && facts.get(of as Ref<'series'>)?.between.some((post) => post === asker) === true));
  return themes.flatMap((theme): readonly ThemeLeftOut[] => {
    if (covered.some(({ rows }) => rows.some((row) => row.theme === theme && row.items > 0))) return [];
    const last = theirs.findLast(({ items }) => items.some((item) => item.themes.includes(theme)));
    return [{ theme, last: last === undefined ? undefined : { meeting: last.ref, on: last.on } }];
  });
}
