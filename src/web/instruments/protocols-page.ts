import { negotiationState } from '../../assessment/instruments/negotiation-state.ts';
import { renewalBegun, renewalReasons, type RenewalReason } from '../../assessment/instruments/renewal.ts';
import { draft } from '../../areas/instruments/acts/draft.ts';
import type { Instrument } from '../../model/instruments.ts';
import { isInForce } from '../../rules/in-force.ts';
import { mayActOn } from '../acting/act-form.ts';
import { entityPage } from '../entity/entity-page.ts';
import { capitalised, dateText, record, records } from '../entity/record-parts.ts';
import { joined, linked, quiet, tableOr, text, type Parts, type Section } from '../entity/section.ts';
import { nameOrder } from '../name-order.ts';
import type { Page } from '../page.ts';
import type { Reading } from '../reading.ts';
import { recordName } from '../record-name.ts';
import { seenFacts } from '../seen-facts.ts';
import { counted } from '../words/counted.ts';
import { negotiatingWords } from '../words/negotiating.ts';
import { inLanguage } from '../words/pairs.ts';
import { workWords } from '../words/work.ts';

/** Every instrument by what is to be done about it: due for renewal, being negotiated, drafted, in force, over. */
export function protocolsPage(reading: Reading): Page {
  const { language, seen, to } = reading;
  const t = inLanguage(negotiatingWords, language);
  const facts = seenFacts(reading);
  const order = nameOrder(language);
  const all = seen.all('instruments').toSorted((a, b) => order.compare(recordName(reading, a.ref).text, recordName(reading, b.ref).text));
  const inForce = all.filter(({ ref }) => isInForce(facts, ref));
  const due = inForce.map((instrument) => ({ instrument, reasons: renewalReasons(facts, instrument) })).filter(({ reasons }) => reasons.length > 0);
  const inState = (...states: readonly Instrument['state'][]): readonly Instrument[] => all.filter(({ ref, state }) => states.includes(state) && !inForce.some((one) => one.ref === ref));
  return entityPage(reading, {
    caption: inLanguage(workWords, language).work,
    heading: { text: t.protocols },
    summary: [due.length === 0 ? t.protocolsNoneDue : counted(t.protocolsSummary, due.length, language)],
    sections: [
      dueSection(reading, due),
      negotiatedSection(reading, inState('negotiating')),
      plainSection(reading, 'drafts', t.drafts, inState('draft'), t.draftsNone),
      plainSection(reading, 'in-force', t.inForce, inForce, t.inForceNone),
      plainSection(reading, 'over', t.over, inState('agreed', 'superseded', 'withdrawn'), t.overNone),
    ],
    links: mayActOn(reading, draft, undefined) ? [{ href: to.page('/protocols/new'), said: { text: t.draftNew } }] : [],
  });
}

function dueSection(reading: Reading, due: readonly { readonly instrument: Instrument; readonly reasons: readonly RenewalReason[] }[]): Section {
  const { language, speaker } = reading;
  const t = inLanguage(negotiatingWords, language);
  const facts = seenFacts(reading);
  const rows = due.map(({ instrument, reasons }): readonly Parts[] => {
    const begun = renewalBegun(facts, instrument);
    const since = reasons.flatMap((one) => (one.since === undefined ? [] : [one.since])).sort()[0];
    return [[record(reading, instrument.ref)], [text(reasons.map(({ says }) => speaker.say(says)).join(' '))], [since === undefined ? quiet('–') : dateText(reading, since)], [begun === undefined ? quiet(t.notBegun) : negotiateLink(reading, begun)]];
  });
  return { id: 'due', heading: t.due, lead: rows.length === 0 ? undefined : t.dueLead, body: tableOr([t.instrument, t.why, t.since, t.begun], rows, t.dueNone) };
}

function negotiatedSection(reading: Reading, negotiated: readonly Instrument[]): Section {
  const { language } = reading;
  const t = inLanguage(negotiatingWords, language);
  const facts = seenFacts(reading);
  const rows = negotiated.map((instrument): readonly Parts[] => {
    const { toAgree, unsettled } = negotiationState(facts, instrument);
    return [
      [negotiateLink(reading, instrument)],
      [text(instrument.version)],
      toAgree.length === 0 ? [quiet(t.toAgreeNone)] : records(reading, toAgree, ', '),
      unsettled.length === 0 ? [quiet(t.unsettledNone)] : joined(unsettled.map(({ by, provision, number, state }) => {
        const clause = (provision === undefined ? undefined : facts.get(provision)?.number) ?? number;
        return text(`${clause === undefined ? '' : `${t.ofClause.replace('{number}', clause)}, `}${recordName(reading, by).text} (${reading.speaker.value(state)})`);
      })),
    ];
  });
  return { id: 'negotiated', heading: t.negotiated, body: tableOr([t.instrument, t.version, t.toAgree, t.unsettled], rows, t.negotiatedNone) };
}

function plainSection(reading: Reading, id: string, heading: string, of: readonly Instrument[], none: string): Section {
  const { language, speaker } = reading;
  const t = inLanguage(negotiatingWords, language);
  const rows = of.map((instrument): readonly Parts[] => [
    [instrument.state === 'draft' ? negotiateLink(reading, instrument) : record(reading, instrument.ref)],
    [text(`${instrument.version}, ${speaker.value(instrument.state)}`)],
    instrument.parties.length === 0 ? [quiet('–')] : records(reading, instrument.parties, ', '),
    [instrument.agreedOn === undefined ? quiet('–') : dateText(reading, instrument.agreedOn)],
  ]);
  return { id, heading, body: tableOr([t.instrument, capitalised(t.version), t.parties, t.agreedOn], rows, none) };
}

const negotiateLink = (reading: Reading, { id, ref }: Instrument) => linked({ href: reading.to.page(`/instruments/${encodeURIComponent(id)}/negotiate`), said: recordName(reading, ref) });
