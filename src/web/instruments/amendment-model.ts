import { stateFault, type AreaAct } from '../../acts/area-act.ts';
import { adopt, decline, settle, withdrawAmendment } from '../../areas/instruments/acts/decide-amendment.ts';
import { dispute } from '../../areas/instruments/acts/dispute.ts';
import { partiesOf, speaksFor } from '../../areas/instruments/parties.ts';
import { dateInWords } from '../../kernel/date.ts';
import type { Amendment, Instrument, Provision } from '../../model/instruments.ts';
import { mayActOn } from '../acting/act-form.ts';
import { capitalised } from '../entity/record-parts.ts';
import type { Link } from '../page.ts';
import type { Reading } from '../reading.ts';
import { recordLink, recordName } from '../record-name.ts';
import { said } from '../said-text.ts';
import { negotiatingWords } from '../words/negotiating.ts';
import { filled, inLanguage } from '../words/pairs.ts';
import { giftLines, textRedline } from './clause-model.ts';
import { amendmentPath } from './instrument-addresses.ts';

/** The colour of a state: its words say it too. */
const TAGS: Readonly<Record<Amendment['state'], string>> = { open: 'govuk-tag--blue', disputed: 'govuk-tag--red', adopted: 'govuk-tag--green', declined: 'govuk-tag--grey', withdrawn: 'govuk-tag--grey' };

/** What a party said, as the page of the negotiation shows it. @param provision the clause that it is about, as that reads now */
export function amendmentModel(reading: Reading, instrument: Instrument, amendment: Amendment, provision: Provision | undefined) {
  const { language, seen, speaker, to } = reading;
  const t = inLanguage(negotiatingWords, language);
  const { by, comment, gives, leavesOut, number, on, reason, ref, state, wording } = amendment;
  const isOpen = state === 'open' || state === 'disputed';
  const [challenge] = seen.where('advice', 'arisingFrom', ref);
  return {
    id: amendment.id, state, inWords: capitalised(speaker.value(state)), tag: TAGS[state],
    heading: provision !== undefined ? undefined : number !== undefined ? filled(t.newClause, { number }) : wording === undefined ? t.whole : filled(t.newClause, { number: '' }).trim(),
    kind: wording === undefined && gives === undefined && leavesOut !== true ? t.comment : t.proposal,
    by: recordLink(reading, by), on: dateInWords(on, language),
    comment: comment === undefined ? undefined : said(comment, language),
    leavesOut: leavesOut === true,
    // What was adopted is the text by now: there is nothing to set it against.
    change: wording === undefined ? undefined : isOpen && provision !== undefined ? textRedline(reading, provision.text, wording) : undefined,
    wording: wording === undefined || (isOpen && provision !== undefined) ? undefined : said(wording, language),
    gives: gives === undefined ? undefined : giftLines(reading, [], gives),
    reason: reason === undefined ? undefined : said(reason, language),
    challenge: challenge === undefined ? undefined : { href: to.record(challenge.ref), said: { text: filled(t.challenge, { to: recordName(reading, challenge.to).text, on: dateInWords(challenge.on, language) }) }, is: challenge.responses.length > 0 ? t.challengeAnswered : t.challengeOpen },
    doings: doingsOf(reading, instrument, amendment),
  };
}

function doingsOf(reading: Reading, instrument: Instrument, amendment: Amendment): readonly Link[] {
  const { access, language, seen, to } = reading;
  const t = inLanguage(negotiatingWords, language);
  const person = access?.standing.person;
  if (instrument.state !== 'negotiating' || person === undefined) return [];
  const may = (act: AreaAct): boolean => mayActOn(reading, act, amendment) && stateFault(act.row, 'amendments', amendment) === undefined;
  const isComment = amendment.wording === undefined && amendment.gives === undefined && amendment.leavesOut !== true;
  const isTheirs = speaksFor(seen, amendment.by, person) || !amendment.by.startsWith('posts/');
  const mayDispute = (amendment.state === 'open' || amendment.state === 'declined') && mayActOn(reading, dispute, instrument) && partiesOf(seen, instrument, person).length > 0;
  const link = (is: boolean, verb: Parameters<typeof amendmentPath>[1], text: string): readonly Link[] => (is ? [{ href: to.page(amendmentPath(amendment, verb)), said: { text } }] : []);
  return [
    ...link(may(adopt) && !isComment, 'adopt', t.doAdopt),
    ...link(may(decline), 'decline', isComment ? t.doAnswer : t.doDecline),
    ...link(may(settle), 'settle', t.doSettle),
    ...link(mayDispute, 'dispute', t.doDispute),
    ...link(may(withdrawAmendment) && isTheirs, 'withdraw', t.doWithdraw),
  ];
}
