import { comment, propose } from '../../areas/instruments/acts/amend.ts';
import { negotiationOf } from '../../areas/instruments/negotiation.ts';
import { speakersFor } from '../../areas/instruments/parties.ts';
import { negotiationState } from '../../assessment/instruments/negotiation-state.ts';
import { partyStandings } from '../../assessment/instruments/agreed-by.ts';
import { agreementTag } from '../entity/post-provided.ts';
import type { AreaAct } from '../../acts/area-act.ts';
import type { Instrument } from '../../model/instruments.ts';
import { because, capitalised, record } from '../entity/record-parts.ts';
import { quiet, tableOr, type Parts, type Section } from '../entity/section.ts';
import type { Page } from '../page.ts';
import { pageOfRegister, type Reading } from '../reading.ts';
import { recordLink, recordName } from '../record-name.ts';
import { said } from '../said-text.ts';
import { seenFacts } from '../seen-facts.ts';
import { counted } from '../words/counted.ts';
import { negotiatingWords } from '../words/negotiating.ts';
import { filled, inLanguage } from '../words/pairs.ts';
import { amendmentModel } from './amendment-model.ts';
import { giftLines } from './clause-model.ts';
import { partyChoices } from './form-parts.ts';
import { instrumentPath } from './instrument-addresses.ts';
import { instrumentDoings, mayNow } from './instrument-doings.ts';

/** An instrument clause by clause: what each says and gives, what the parties say of it, and what this reader may do. */
export function negotiatePage(reading: Reading, instrument: Instrument): Page {
  const { language, seen, speaker, to } = reading;
  const t = inLanguage(negotiatingWords, language);
  const { clauses, others } = negotiationOf(seen, instrument);
  const speaks = partyChoices(reading, instrument).length > 0;
  const may = (act: AreaAct): boolean => speaks && mayNow(reading, act, instrument);
  const path = (rest: string): string => to.page(instrumentPath(instrument, rest));
  const name = recordName(reading, instrument.ref);
  return pageOfRegister(reading, {
    view: 'negotiate.njk',
    title: `${t.negotiate}: ${name.text}`,
    current: 'work',
    model: {
      t, caption: t.negotiate, heading: name, instrument: recordLink(reading, instrument.ref),
      summary: summaryOf(reading, instrument),
      standing: standingSection(reading, instrument),
      doings: [...instrumentDoings(reading, instrument), { href: path('/versions'), said: { text: t.doCompare } }],
      clauses: clauses.map(({ provision, amendments }) => ({ ofClause: (rest: string) => path(`/clauses/${encodeURIComponent(provision.id)}${rest}`), provision, amendments })).map(({ ofClause, provision, amendments }) => ({
        id: `clause-${provision.id}`,
        heading: filled(t.clause, { number: provision.number }),
        href: to.record(provision.ref),
        text: said(provision.text, language),
        gives: giftLines(reading, provision.functions, provision.gives),
        amendments: amendments.map((one) => amendmentModel(reading, instrument, one, provision)),
        doings: [
          ...(may(comment) ? [{ href: ofClause('/comment'), said: { text: t.doComment } }] : []),
          ...(may(propose) ? [{ href: ofClause('/propose'), said: { text: t.doPropose } }, { href: ofClause('/leave-out'), said: { text: t.doLeaveOut } }] : []),
          ...(instrument.state === 'draft' && reading.access?.mayKeep('provisions', provision, provision) === true ? [{ href: to.act(provision.ref, 'correct'), said: { text: t.doChangeClause } }] : []),
        ].map((link) => ({ ...link, about: filled(t.clause, { number: provision.number }) })),
      })),
      others: others.map((one) => amendmentModel(reading, instrument, one, undefined)),
      state: capitalised(filled(t.versionState, { version: instrument.version, state: speaker.value(instrument.state) })),
    },
  });
}

function summaryOf(reading: Reading, instrument: Instrument): readonly string[] {
  const { language } = reading;
  const t = inLanguage(negotiatingWords, language);
  const { supersedes, parties, state } = instrument;
  if (state !== 'negotiating' && state !== 'draft') return [];
  const { toAgree, unsettled } = negotiationState(seenFacts(reading), instrument);
  return [
    ...(state === 'draft' || parties.length === 0 ? [] : [toAgree.length === 0 ? t.allAgreed : counted(t.stillCount, toAgree.length, language)]),
    ...(unsettled.length === 0 ? [] : [counted(t.unsettledCount, unsettled.length, language)]),
    ...(supersedes === undefined ? [] : [filled(t.replaces, { instrument: recordName(reading, supersedes).text })]),
  ];
}

function standingSection(reading: Reading, instrument: Instrument): Section {
  const t = inLanguage(negotiatingWords, reading.language);
  const rows = partyStandings(seenFacts(reading), instrument).map(({ agreement, party }): readonly Parts[] => {
    const speakers = speakersFor(reading.seen, party);
    return [[record(reading, party)], speakers.length === 0 ? [quiet(t.speaksNobody)] : speakers.map((one) => record(reading, one)), [agreementTag(reading, agreement)], because(reading, agreement)];
  });
  return { id: 'standing', heading: t.standing, body: tableOr([t.party, t.speaks, t.agreement, t.why], rows, '–') };
}
