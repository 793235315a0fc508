import { z } from 'zod';
import { areaAct } from '../../../acts/area-act.ts';
import { called } from '../../../acts/called.ts';
import { changed } from '../../../acts/changed.ts';
import { freeId } from '../../../acts/free-id.ts';
import { refuse } from '../../../acts/refuse.ts';
import { refTo } from '../../../acts/written-ref.ts';
import { stillToAgree } from '../../../assessment/instruments/agreed-by.ts';
import { quoted } from '../../../kernel/fault.ts';
import { ok } from '../../../kernel/result.ts';
import { code, ref } from '../../../model/field.ts';
import { unsettled } from '../negotiation.ts';
import { isKeeper, partyNamed, personOf, speakersFor, whoSpeaks } from '../parties.ts';
import { INSTRUMENT_ACTS } from '../transitions.ts';
import { instrumentInput } from './open.ts';

/**
 * Agrees, for one party, the exact version that was read. Whoever speaks for the party today does so themselves; for an organisation,
 * which nobody in the register speaks for, those who keep the instruments write down who signed. The last to agree makes it agreed.
 */
export const agree = areaAct({
  name: 'protocol.agree',
  says: { en: 'Agree an instrument for a party', cy: 'Cytuno ar offeryn dros barti' },
  row: INSTRUMENT_ACTS['protocol.agree'],
  input: z.strictObject({
    ...instrumentInput,
    party: ref(['posts', 'bodies', 'organisations'], 'For (party)', 'Dros (parti)'),
    version: code('Version that was read', 'Y fersiwn a ddarllenwyd'),
    signedBy: ref(['persons'], 'Who signed (of an organisation)', 'Pwy lofnododd (dros sefydliad)').optional(),
  }),
  decide({ subject, input, actor, snapshot, today }) {
    const named = partyNamed(snapshot, subject, input.party);
    if (!named.ok) return named;
    const party = named.value;
    const [name, ofParty] = [called(snapshot, subject.ref), called(snapshot, party)];
    if (input.version !== subject.version) return refuse('conflict', 'other-version', `${name} is now version ${subject.version}, not ${input.version}. Read it again before you agree to it.`, { path: 'version', found: subject.version });
    const waiting = unsettled(snapshot, subject);
    if (waiting.length > 0) return refuse('conflict', 'amendments-unsettled', `${waiting.map(({ says }) => says).join(' ')} Have ${waiting.length === 1 ? 'it' : 'them'} adopted, declined, settled or withdrawn first.`, { found: String(waiting.length) });
    const person = personOf(snapshot, actor);
    const given = input.signedBy === undefined ? undefined : refTo('persons', input.signedBy);
    if (given !== undefined && snapshot.get(given) === undefined) return refuse('not-found', 'no-such-record', `${quoted(input.signedBy)} is not a person of the register on this day.`, { path: 'signedBy', found: String(input.signedBy) });
    const isOrganisation = party.startsWith('organisations/');
    if (!isOrganisation && person !== undefined && given !== undefined && given !== person) return refuse('forbidden', 'signs-for-themselves', `Whoever speaks for ${ofParty} agrees themselves: ${called(snapshot, given)} signs in, or answers by a link.`, { path: 'signedBy', found: ofParty });
    if (isOrganisation && person !== undefined && !isKeeper(snapshot, person)) return refuse('forbidden', 'not-their-party', whoSpeaks(snapshot, party), { path: 'party', found: ofParty });
    const signedBy = isOrganisation ? given : (person ?? given);
    if (signedBy === undefined) return refuse('input', 'no-signatory', `Say who signed for ${ofParty}, as a person of the register.`, { path: 'signedBy', found: ofParty });
    if (!isOrganisation && !speakersFor(snapshot, party).includes(signedBy)) return refuse('forbidden', 'not-their-party', whoSpeaks(snapshot, party), { path: 'party', found: ofParty });
    const before = snapshot.where('agreements', 'instrument', subject.ref).find((one) => one.party === party && one.version === subject.version && one.signedBy === signedBy);
    if (before !== undefined) return refuse('conflict', 'agreed-already', `${called(snapshot, signedBy)} agreed version ${subject.version} for ${ofParty} on ${before.on} already.`, { found: ofParty });
    const agreement = { kind: 'agreements', id: freeId(snapshot, 'agreements', `${subject.id.slice(0, 60)}-${party.slice(party.indexOf('/') + 1).slice(0, 30)}`), fields: { instrument: subject.ref, version: subject.version, party, signedBy, on: today } };
    const isLast = subject.state === 'negotiating' && stillToAgree(snapshot, subject).every((one) => one === party);
    if (!isLast) return ok([agreement]);
    const old = subject.supersedes === undefined ? undefined : snapshot.get(subject.supersedes);
    return ok([
      agreement,
      changed(subject, today, { state: 'agreed', agreedOn: today }),
      ...(old === undefined || old.state !== 'agreed' ? [] : [changed(old, today, { state: 'superseded' })]),
    ]);
  },
});
