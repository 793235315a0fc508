import { z } from 'zod';
import type { Ref } from '../../model/field.ts';
import { bodyOf, meetingsWithPaper } from '../audiences.ts';
import { noneInForce } from '../every-instrument.ts';
import { all } from '../compose-tests.ts';
import { absent } from '../absence.ts';
import type { Facts } from '../facts.ts';
import { instrumentsInForce } from '../in-force.ts';
import { firstRefs } from '../naming.ts';
import { defineOperator } from '../operator.ts';
import { met, missing, notKnown, notMet, reason, type Outcome } from '../outcome.ts';
import { isParty } from '../parties.ts';
import { reportTypes, reportTypeWords } from '../report-types.ts';

const says = {
  told: { en: '{things} reached {audience} ({to}) on {on}.', cy: 'Cyrhaeddodd {things} {audience} ({to}) ar {on}.' },
  acknowledged: { en: '{person} acknowledged on {on} what was sent to {audience}.', cy: 'Cydnabu {person} ar {on} yr hyn a anfonwyd at {audience}.' },
  notAcknowledged: { en: 'Nobody of {audience} ({to}) has acknowledged it.', cy: 'Nid oes neb o blith {audience} ({to}) wedi’i gydnabod.' },
  notSaid: { en: 'Nobody of {audience} ({to}) is on record as having acknowledged it.', cy: 'Nid oes cofnod bod neb o blith {audience} ({to}) wedi’i gydnabod.' },
  record: { en: 'Record who of {audience} has acknowledged it, and when.', cy: 'Cofnodwch pwy o blith {audience} sydd wedi’i gydnabod, a phryd.' },
  sent: { en: 'a communication of {things} to {audience}', cy: 'cyfathrebu {things} i {audience}' },
  report: { en: 'a report of the type {types}', cy: 'adroddiad o’r math {types}' },
  briefing: { en: 'a briefing on {themes} since {from}', cy: 'sesiwn friffio ar {themes} ers {from}' },
  asked: { en: 'It has been communicated to {to}.', cy: 'Fe’i cyfathrebwyd i {to}.' },
  askedBoth: { en: 'It has been communicated to {to}, and acknowledged.', cy: 'Fe’i cyfathrebwyd i {to}, ac fe’i cydnabuwyd.' },
};

/** Each audience has been sent one of these instruments in force, reports or briefings, and has acknowledged it where that is asked. */
export const communicated = defineOperator({
  name: 'communicated',
  params: ({ instrumentTypes, party, themes, oneOrMore }) =>
    z
      .strictObject({
        instruments: z.strictObject({ types: instrumentTypes, parties: z.array(party).optional(), about: themes.optional() }).optional(),
        reports: oneOrMore(reportTypes).optional(),
        briefings: themes.optional(),
        to: oneOrMore(party),
        acknowledged: z.boolean().default(false),
      })
      .refine(({ instruments, reports, briefings }) => instruments !== undefined || reports !== undefined || briefings !== undefined, 'say what is communicated: `instruments`, `reports` or `briefings`'),
  evaluate({ to: audiences, acknowledged, ...asked }, facts) {
    const things = thingsTold(facts, asked);
    if (things.length === 0) return nothingToTell(facts, asked);
    const tellings = things.flatMap((thing) => tellingsOf(facts, thing));
    return all(audiences.map((audience) => () => reached(facts, audience, things, tellings, acknowledged)))(facts);
  },
  explain: ({ to, acknowledged }) => ({ says: acknowledged ? says.askedBoth : says.asked, with: { to } }),
});

interface Asked {
  readonly instruments?: Parameters<typeof instrumentsInForce>[1] | undefined;
  readonly reports?: readonly string[] | undefined;
  readonly briefings?: readonly string[] | undefined;
}

type Thing = Ref<'instruments'> | Ref<'reports'> | Ref<'briefings'>;

/** One record that something was put before somebody, with the acknowledgements of it. */
interface Telling {
  readonly thing: Thing;
  readonly to: Ref;
  readonly on: string;
  readonly record: Ref;
  readonly communication?: Ref<'communications'>;
}

/** What there is to communicate: instruments that are in force, reports whatever their date, briefings held in the look-back. */
function thingsTold(facts: Facts, { instruments, reports, briefings }: Asked): readonly Thing[] {
  return [
    ...(instruments === undefined ? [] : instrumentsInForce(facts, instruments).map(({ ref }) => ref)),
    ...(reports ?? []).flatMap((type) => facts.where('reports', 'type', type).map(({ ref }) => ref)),
    ...new Set((briefings ?? []).flatMap((theme) => facts.where('briefings', 'themes', theme).filter(({ on }) => inLookBack(facts, on)).map(({ ref }) => ref))),
  ];
}

const inLookBack = (facts: Facts, day: string): boolean => facts.window.from <= day && day < facts.window.until;

function nothingToTell(facts: Facts, { instruments, reports, briefings }: Asked): Outcome {
  if (instruments !== undefined) return noneInForce(facts, instruments);
  if (reports !== undefined) return absent(facts, 'reports', says.report, { types: reportTypeWords(reports) });
  return absent(facts, 'briefings', says.briefing, { themes: briefings ?? [], from: facts.window.from });
}

/** Where a thing was sent or put; of an instrument at any time up to the date, of a report or briefing in the look-back. */
function tellingsOf(facts: Facts, thing: Thing): readonly Telling[] {
  const counts = (on: string): boolean => (thing.startsWith('instruments/') ? on <= facts.on : inLookBack(facts, on));
  const sent = facts.where('communications', 'of', thing).filter(({ on }) => counts(on)).map(({ to, on, ref }): Telling => ({ thing, to, on, record: ref, communication: ref }));
  if (thing.startsWith('reports/')) {
    const tabled = meetingsWithPaper(facts, thing as Ref<'reports'>).filter(({ on }) => counts(on));
    return [...sent, ...tabled.flatMap((meeting): Telling | readonly [] => withBody(thing, bodyOf(facts, meeting), meeting))];
  }
  const briefing = thing.startsWith('briefings/') ? facts.get(thing as Ref<'briefings'>) : undefined;
  return [...sent, ...(briefing?.to ?? []).map((to): Telling => ({ thing, to, on: briefing?.on ?? '', record: thing }))];
}

const withBody = (thing: Thing, body: Ref<'bodies'> | undefined, { on, ref }: { readonly on: string; readonly ref: Ref }): Telling | readonly [] =>
  body === undefined ? [] : { thing, to: body, on, record: ref };

function reached(facts: Facts, audience: string, things: readonly Thing[], tellings: readonly Telling[], acknowledged: boolean): Outcome {
  // The same few bodies and posts are told of everything: each is asked about once.
  const ofAudience = new Map<Ref, boolean>();
  const theirs = tellings.filter(({ to }) => {
    let is = ofAudience.get(to);
    if (is === undefined) ofAudience.set(to, (is = isParty(facts, to, audience)));
    return is;
  });
  const [first] = theirs;
  if (first === undefined) return absent(facts, 'communications', says.sent, { things: things.slice(0, 10), audience });
  const told = reason(says.told, { things: first.thing, audience, to: first.to, on: first.on }, [first.record, first.thing]);
  if (!acknowledged) return met(told);
  for (const { communication } of theirs) {
    const acknowledgement = communication === undefined ? undefined : facts.where('acknowledgements', 'of', communication).find(({ on }) => on <= facts.on);
    if (acknowledgement !== undefined) {
      return met(told, reason(says.acknowledged, { person: acknowledgement.by, audience, on: acknowledgement.on }, [acknowledgement.ref]));
    }
  }
  const records = firstRefs(theirs.map(({ record }) => ({ ref: record })));
  const filled = { audience, to: [...new Set(theirs.map(({ to }) => to))].slice(0, 10) };
  return facts.isComplete('acknowledgements')
    ? notMet(reason(says.notAcknowledged, filled, records))
    : notKnown([reason(says.notSaid, filled, records)], missing(says.record, filled, 'acknowledgements'));
}
