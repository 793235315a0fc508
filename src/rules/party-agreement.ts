import type { Ref } from '../model/field.ts';
import type { Agreement, Instrument } from '../model/instruments.ts';
import type { Facts } from './facts.ts';
import { agreementsToCurrent } from './in-force.ts';
import { appointmentsTo, heldOn } from './offices.ts';
import { met, missing, notKnown, notMet, reason, type Outcome } from './outcome.ts';

const says = {
  signed: { en: '{person} agreed version {version} of {instrument} for {party} on {on}.', cy: 'Cytunodd {person} ar fersiwn {version} o {instrument} dros {party} ar {on}.' },
  vacant: { en: '{party} is vacant; what was agreed for it on {on} stands until somebody takes it up.', cy: 'Mae {party} yn wag; mae’r hyn y cytunwyd arno drosti ar {on} yn sefyll nes i rywun ei chymryd.' },
  former: {
    en: '{holder} now holds {party}, and has not agreed {instrument}: {person} agreed it on {on}.',
    cy: '{holder} sydd bellach yn dal {party}, ac nid yw wedi cytuno ar {instrument}: {person} a gytunodd arno ar {on}.',
  },
  early: {
    en: '{person} agreed {instrument} on {on}, before holding {party}.',
    cy: 'Cytunodd {person} ar {instrument} ar {on}, cyn dal {party}.',
  },
  older: { en: 'Only an older version of {instrument} was agreed for {party}, not version {version}.', cy: 'Dim ond fersiwn hŷn o {instrument} y cytunwyd arni dros {party}, nid fersiwn {version}.' },
  unsigned: { en: 'Nobody has agreed version {version} of {instrument} for {party}.', cy: 'Nid oes neb wedi cytuno ar fersiwn {version} o {instrument} dros {party}.' },
  notSaid: { en: 'No agreement of {party} to {instrument} is recorded.', cy: 'Nid oes cofnod o gytundeb {party} i {instrument}.' },
  record: { en: 'Record who agreed {instrument} for {party}, and when.', cy: 'Cofnodwch pwy gytunodd ar {instrument} dros {party}, a phryd.' },
};

/**
 * Whether one party has agreed the version of the instrument that is current: a post, by whoever holds it now.
 * @param current the agreements to that version, where they are at hand
 */
export function partyAgreement(facts: Facts, instrument: Instrument, party: Ref, current = agreementsToCurrent(facts, instrument)): Outcome {
  const agreements = current.filter((agreement) => agreement.party === party);
  const filled = { instrument: instrument.ref, version: instrument.version, party };
  const latest = agreements.reduce<Agreement | undefined>((last, one) => (last === undefined || one.on > last.on ? one : last), undefined);
  if (latest === undefined) return notAgreed(facts, instrument, party);
  const said = (phrase: (typeof says)['signed'], agreement: Agreement, holder: Ref | '' = '') =>
    reason(phrase, { ...filled, person: agreement.signedBy, on: agreement.on, holder }, [instrument.ref, agreement.ref]);
  if (!party.startsWith('posts/')) return met(said(says.signed, latest));
  const appointments = appointmentsTo(facts, party as Ref<'posts'>);
  if (appointments.length === 0) return met(said(says.vacant, latest));
  const own = agreements.filter((agreement) => appointments.some(({ person }) => person === agreement.signedBy));
  const inOffice = own.find((agreement) => heldOn(facts, party as Ref<'posts'>, agreement.signedBy, agreement.on));
  if (inOffice !== undefined) return met(said(says.signed, inOffice));
  const [early] = own;
  return notMet(early === undefined ? said(says.former, latest, appointments[0]?.person) : said(says.early, early));
}

function notAgreed(facts: Facts, instrument: Instrument, party: Ref): Outcome {
  const filled = { instrument: instrument.ref, version: instrument.version, party };
  const older = facts.where('agreements', 'instrument', instrument.ref).filter((agreement) => agreement.party === party && agreement.on <= facts.on);
  if (older.length > 0) return notMet(reason(says.older, filled, [instrument.ref, ...older.map(({ ref }) => ref)]));
  return facts.isComplete('agreements')
    ? notMet(reason(says.unsigned, filled, [instrument.ref]))
    : notKnown([reason(says.notSaid, filled, [instrument.ref])], missing(says.record, filled, 'agreements'));
}
