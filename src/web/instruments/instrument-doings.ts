import { stateFault, type AreaAct } from '../../acts/area-act.ts';
import { agree } from '../../areas/instruments/acts/agree.ts';
import { comment, propose } from '../../areas/instruments/acts/amend.ts';
import { acknowledge, communicate } from '../../areas/instruments/acts/communicate.ts';
import { open } from '../../areas/instruments/acts/open.ts';
import { renew, withdraw } from '../../areas/instruments/acts/renew.ts';
import type { Communication, Instrument } from '../../model/instruments.ts';
import { mayActOn } from '../acting/act-form.ts';
import type { Link } from '../page.ts';
import { partnerLinksAddress } from '../partner/partner-addresses.ts';
import type { Reading } from '../reading.ts';
import { recordName } from '../record-name.ts';
import { negotiatingWords } from '../words/negotiating.ts';
import { inLanguage } from '../words/pairs.ts';
import { partyChoices } from './form-parts.ts';
import { instrumentPath, negotiatePath } from './instrument-addresses.ts';

/** Whether the reader may do it to the instrument in the state that it is in. */
export const mayNow = (reading: Reading, act: AreaAct, instrument: Instrument): boolean => mayActOn(reading, act, instrument) && stateFault(act.row, 'instruments', instrument) === undefined;

/** All that the reader may do to an instrument, each with the page where it is done. */
export function instrumentDoings(reading: Reading, instrument: Instrument): readonly Link[] {
  const { access, language, to } = reading;
  const t = inLanguage(negotiatingWords, language);
  const link = (is: boolean, rest: string, text: string): readonly Link[] => (is ? [{ href: to.page(instrumentPath(instrument, rest)), said: { text } }] : []);
  const may = (act: AreaAct): boolean => mayNow(reading, act, instrument);
  const isDraft = instrument.state === 'draft';
  const speaks = partyChoices(reading, instrument).length > 0;
  const isRenewed = reading.seen.where('instruments', 'supersedes', instrument.ref).some(({ state }) => state === 'draft' || state === 'negotiating' || state === 'agreed');
  return [
    ...link(may(open), '/open', t.doOpen),
    ...(isDraft && access?.mightKeep('provisions') === true ? [{ href: `${to.newRecord('provisions')}?instrument=${encodeURIComponent(instrument.ref)}`, said: { text: t.doAddClause } }] : []),
    ...link(may(agree) && speaks, '/agree', t.doAgree),
    ...link(may(propose) && speaks, '/propose', t.doNewClause),
    ...link(may(comment) && speaks, '/comment', t.doCommentWhole),
    ...link(may(communicate), '/communicate', t.doCommunicate),
    ...link(may(renew) && !isRenewed, '/renew', t.doRenew),
    ...link(may(withdraw), '/withdraw', t.doGiveUp),
  ];
}

/** The ways from the page of an instrument to its negotiation and its versions, and to what the reader may do. */
export function instrumentLinks(reading: Reading, instrument: Instrument): readonly Link[] {
  const { language, to } = reading;
  const t = inLanguage(negotiatingWords, language);
  return [
    { href: to.page(negotiatePath(instrument)), said: { text: t.negotiate } },
    { href: to.page(instrumentPath(instrument, '/versions')), said: { text: t.doCompare } },
    ...(instrument.state === 'agreed' ? instrumentDoings(reading, instrument) : []),
  ];
}

/** What waits to be acknowledged: by the reader, and by those without an account whom the reader may let do so by a link. */
export function acknowledgementLinks(reading: Reading, communications: readonly { readonly communication: Communication; readonly acknowledgements: readonly { readonly by: string }[] }[]): readonly Link[] {
  const { access, language, shelved, to } = reading;
  const t = inLanguage(negotiatingWords, language);
  return communications.flatMap(({ communication, acknowledgements }): readonly Link[] => {
    const { id, ref, to: told } = communication;
    const own = mayActOn(reading, acknowledge, communication) && !acknowledgements.some(({ by }) => by === access?.standing.person);
    const byLink = told.startsWith('organisations/') && acknowledgements.length === 0 && access?.mightKeep('acknowledgements') === true && access.mayKeep('communications', communication, communication);
    return [
      ...(own ? [{ href: to.page(`/communications/${encodeURIComponent(id)}/acknowledge`), said: { text: t.acknowledgeTitle } }] : []),
      ...(byLink ? [{ href: partnerLinksAddress(language, shelved.slug, ref), said: { text: `${t.acknowledgeByLink}: ${recordName(reading, told).text}` } }] : []),
    ];
  });
}
