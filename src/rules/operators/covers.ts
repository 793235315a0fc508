import { z } from 'zod';
import type { Ref } from '../../model/field.ts';
import type { Report } from '../../model/reporting.ts';
import { absent } from '../absence.ts';
import type { Facts } from '../facts.ts';
import { bodiesOf, meetingsComplete, meetingsHeld, seriesOf } from '../meetings-held.ts';
import { defineOperator } from '../operator.ts';
import { anyOf, met, missing, notKnown, notMet, partly, reason, type Outcome, type Value } from '../outcome.ts';

const says = {
  covered: { en: '{where}, {through}: {covered} covered.', cy: '{where}, {through}: {covered} wedi’u cwmpasu.' },
  left: { en: '{where}, {through}: {left} left out.', cy: '{where}, {through}: {left} wedi’u gadael allan.' },
  record: { en: 'Record {through} of {where}, with themes and functions.', cy: 'Cofnodwch {through} {where}, gyda themâu a swyddogaethau.' },
};

const THROUGH = {
  remit: { en: 'remit', cy: 'cylch gwaith' },
  items: { en: 'agenda items', cy: 'eitemau’r agenda' },
  programme: { en: 'programme', cy: 'rhaglen' },
  sections: { en: 'sections', cy: 'adrannau' },
} as const;
type Through = keyof typeof THROUGH;

/** Bodies, or the latest report of a type, together cover every function or every one of the themes. */
export const covers = defineOperator({
  name: 'covers',
  params: ({ bodyTypes, themes }) =>
    z
      .strictObject({
        bodies: bodyTypes.optional(),
        report: z.enum(['annual', 'performance', 'scrutiny', 'council']).optional(),
        subjects: z.union([z.literal('functions'), themes]),
        through: z.enum(['remit', 'items', 'programme', 'sections']),
      })
      .refine(({ bodies, report, through }) => (report === undefined ? bodies !== undefined && through !== 'sections' : bodies === undefined && through === 'sections'), '`bodies` with remit, items or programme, or `report` with sections'),
  evaluate({ bodies: types, report, subjects, through }, facts) {
    const wanted = subjects === 'functions' ? facts.all('functions').filter(({ group }) => group !== 'corporate').map(({ ref }) => ref) : subjects;
    if (wanted.length === 0) return absent(facts, 'functions', { en: 'the functions of social services', cy: 'swyddogaethau’r gwasanaethau cymdeithasol' });
    if (report !== undefined) {
      const latest = latestReport(facts, report);
      if (latest === undefined) return absent(facts, 'reports', { en: 'a report of the type {report}', cy: 'adroddiad o’r math {report}' }, { report });
      const words = latest.sections.flatMap((section) => [...section.themes, ...section.functions]);
      return coverage(facts, { wanted, words, where: latest.ref, through, records: [latest.ref], complete: latest.sections.length > 0 });
    }
    const bodies = bodiesOf(facts, types ?? []);
    if (bodies.length === 0) return absent(facts, 'bodies', { en: 'a body of the type {type}', cy: 'corff o’r math {type}' }, { type: anyOf(types ?? []) });
    const { words, records, complete } = wordsOf(facts, bodies, through);
    return coverage(facts, { wanted, words, where: bodies.slice(0, 6), through, records, complete });
  },
  explain: ({ bodies, report, subjects, through }) => ({
    says: { en: '{subjects} all in the {through} of {where}.', cy: '{subjects} oll yn {through} {where}.' },
    with: { subjects: subjects === 'functions' ? 'all-functions' : subjects, through: THROUGH[through], where: bodies ?? report ?? [] },
  }),
});

interface Words {
  readonly words: readonly string[];
  readonly records: readonly Ref[];
  readonly complete: boolean;
}

function wordsOf(facts: Facts, bodies: readonly Ref<'bodies'>[], through: Through): Words {
  if (through === 'remit') {
    const records = bodies.flatMap((ref) => facts.get(ref) ?? []);
    return { words: records.flatMap(({ remit }) => remit), records: bodies, complete: records.some(({ remit }) => remit.length > 0) || facts.isComplete('bodies') };
  }
  if (through === 'programme') {
    const { from, until } = facts.window;
    const items = bodies.flatMap((body) => facts.where('programme-items', 'body', body)).filter(({ due }) => due === undefined || (from <= due && due < until));
    return { words: items.flatMap(({ themes, functions }) => [...themes, ...functions]), records: items.slice(0, 10).map(({ ref }) => ref), complete: facts.isComplete('programme-items') };
  }
  const types = [...new Set(bodies.flatMap((ref) => facts.get(ref)?.type ?? []))];
  const meetings = meetingsHeld(facts, { of: types });
  const words = meetings.flatMap(({ items }) => items.flatMap(({ themes, functions }) => [...themes, ...functions]));
  return { words, records: meetings.slice(0, 10).map(({ ref }) => ref), complete: meetingsComplete(facts, seriesOf(facts, { of: types })) };
}

interface Coverage extends Words {
  readonly wanted: readonly string[];
  readonly where: Value;
  readonly through: Through;
}

/** A word that is nowhere is left out where what was looked through is complete, else not known. */
function coverage(facts: Facts, { wanted, words, where, through, records, complete }: Coverage): Outcome {
  const has = new Set(words);
  const covered = wanted.filter((word) => has.has(word) || has.has(word.replace(/^functions\//, '')) || isInGroupOf(facts, word, has));
  const left = wanted.filter((word) => !covered.includes(word));
  const filled = { where, through: THROUGH[through], covered, left };
  const covering = covered.length === 0 ? [] : [reason(says.covered, filled, records)];
  if (left.length === 0) return met(...covering);
  const leaving = reason(says.left, filled, records);
  if (!complete) return notKnown([leaving, ...covering], missing(says.record, filled, KIND[through]));
  return covered.length > 0 ? partly(leaving, ...covering) : notMet(leaving);
}

const KIND = { remit: 'bodies', items: 'meetings', programme: 'programme-items', sections: 'reports' } as const;

/** A function is covered with the one that it is part of. */
function isInGroupOf(facts: Facts, word: string, has: ReadonlySet<string>): boolean {
  if (!word.startsWith('functions/')) return false;
  const whole = facts.get(word as Ref<'functions'>)?.partOf;
  return whole !== undefined && has.has(whole);
}

function latestReport(facts: Facts, type: string): Report | undefined {
  const known = facts.where('reports', 'type', type).filter(({ period, publishedOn }) => (publishedOn ?? period?.until ?? facts.on) <= facts.on);
  return known.reduce<Report | undefined>((last, one) => (last === undefined || (one.period?.until ?? '') > (last.period?.until ?? '') ? one : last), undefined);
}
