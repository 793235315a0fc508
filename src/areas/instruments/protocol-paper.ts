import type { InstrumentStanding } from '../../assessment/instrument-standing.ts';
import type { Name, Names } from '../../assessment/names.ts';
import type { Block, Document, Showing, Wording } from '../../documents/document.ts';
import { mainLanguage } from '../../documents/shown.ts';
import { capitalised, dayWording, filledWording, joinedWording, plainIn } from '../../documents/wording.ts';
import { parseDate } from '../../kernel/date.ts';
import type { Instrument, Provision } from '../../model/instruments.ts';
import type { Snapshot } from '../../register/snapshot.ts';

const WORDS = {
  kind: { en: 'Kind', cy: 'Math' },
  version: { en: 'Version', cy: 'Fersiwn' },
  state: { en: 'State', cy: 'Cyflwr' },
  inForce: { en: 'Agreed, in force on {on}', cy: 'Cytunwyd, mewn grym ar {on}' },
  notInForce: { en: '{state}: not in force on {on}', cy: '{state}: ddim mewn grym ar {on}' },
  agreedOn: { en: 'Agreed on', cy: 'Cytunwyd ar' },
  reviewBy: { en: 'Review by', cy: 'Adolygu erbyn' },
  noReview: { en: 'No day is set', cy: 'Ni osodwyd diwrnod' },
  overdue: { en: '{on}: that day is past', cy: '{on}: mae’r diwrnod hwnnw wedi mynd heibio' },
  supersedes: { en: 'In place of', cy: 'Yn lle' },
  parties: { en: 'The parties', cy: 'Y partïon' },
  provisions: { en: 'What it provides', cy: 'Yr hyn y mae’n ei ddarparu' },
  noProvisions: { en: 'No provision of it is on record.', cy: 'Nid oes cofnod o unrhyw ddarpariaeth ynddo.' },
  about: { en: 'About: {what}', cy: 'Ynghylch: {what}' },
  who: { en: 'Who has what', cy: 'Pwy sydd â beth' },
  whoCaption: { en: 'Responsibilities, provision by provision', cy: 'Cyfrifoldebau, fesul darpariaeth' },
  noGives: { en: 'Its provisions give nobody a responsibility.', cy: 'Nid yw ei ddarpariaethau’n rhoi cyfrifoldeb i neb.' },
  provision: { en: 'Provision', cy: 'Darpariaeth' },
  to: { en: 'Who', cy: 'Pwy' },
  has: { en: 'Has what', cy: 'Sydd â beth' },
  over: { en: 'Over what', cy: 'Dros beth' },
  limit: { en: 'Towards whom, within what', cy: 'Tuag at bwy, o fewn beth' },
  signatures: { en: 'Signatures', cy: 'Llofnodion' },
  signaturesCaption: { en: 'Who signed for each party, and for which version', cy: 'Pwy lofnododd dros bob parti, ac ar gyfer pa fersiwn' },
  party: { en: 'Party', cy: 'Parti' },
  signedBy: { en: 'Signed by', cy: 'Llofnodwyd gan' },
  on: { en: 'On', cy: 'Ar' },
  stands: { en: 'How it stands', cy: 'Sut y saif' },
  nobody: { en: 'Nobody', cy: 'Neb' },
  noParties: { en: 'It names no party.', cy: 'Nid yw’n enwi parti.' },
} as const;

/** 1.10 after 1.9. */
const BY_NUMBER = new Intl.Collator('en', { numeric: true });

const NOTHING: Wording = { same: '–' };

/** What a protocol, or any other instrument, is printed from. */
export interface PaperedInstrument {
  readonly instrument: Instrument;
  readonly standing: InstrumentStanding;
  /** As the reader may see it. */
  readonly snapshot: Snapshot;
  readonly names: Names;
  /** What a responsibility is over: an accountability where the word is one, though a theme has it too. */
  readonly overName: Names;
}

/** An instrument as people keep it in a binder: parties, provisions, who has what by each, signatures with their version, review. */
export function protocolPaper({ instrument, standing, snapshot, names, overName }: PaperedInstrument, showing: Showing): Document {
  const provisions = standing.provisions.toSorted((a, b) => BY_NUMBER.compare(a.number, b.number));
  const { title, version, reviewBy, agreedOn, supersedes, type, state } = instrument;
  const { authority } = snapshot.header;
  const on = dayWording(snapshot.validOn);
  return {
    title,
    by: plainIn(authority.name, mainLanguage(showing)),
    on: snapshot.validOn,
    showing,
    blocks: [
      { is: 'paragraph', words: authority.name },
      {
        is: 'definitions',
        rows: [
          { term: WORDS.kind, words: capitalised(names(type)) },
          { term: WORDS.version, words: { same: version } },
          { term: WORDS.state, words: standing.inForce ? filledWording(WORDS.inForce, { on }) : filledWording(WORDS.notInForce, { state: capitalised(names(state)), on }) },
          ...(agreedOn === undefined ? [] : [{ term: WORDS.agreedOn, words: dayWording(agreedOn) }]),
          { term: WORDS.reviewBy, words: reviewBy === undefined ? WORDS.noReview : standing.reviewOverdue ? filledWording(WORDS.overdue, { on: dayWording(reviewBy) }) : dayWording(reviewBy) },
          ...(supersedes === undefined ? [] : [{ term: WORDS.supersedes, words: names(supersedes) }]),
        ],
      },
      { is: 'heading', level: 1, number: '1', words: WORDS.parties },
      instrument.parties.length === 0 ? { is: 'paragraph', words: WORDS.noParties } : { is: 'list', ordered: false, items: instrument.parties.map((party) => ({ words: names(party) })) },
      { is: 'heading', level: 1, number: '2', words: WORDS.provisions },
      ...(provisions.length === 0 ? [{ is: 'paragraph', words: WORDS.noProvisions } as const] : provisions.flatMap((one) => provisionBlocks(one, names))),
      { is: 'heading', level: 1, number: '3', words: WORDS.who },
      whoBlock(provisions, names, overName),
      { is: 'heading', level: 1, number: '4', words: WORDS.signatures },
      signaturesBlock(instrument, standing, snapshot, names),
    ],
  };
}

function provisionBlocks({ number, text, themes, functions }: Provision, names: Names): readonly Block[] {
  const about = [...themes, ...functions].map(names);
  return [{ is: 'paragraph', number, words: text }, ...(about.length === 0 ? [] : [{ is: 'paragraph', words: filledWording(WORDS.about, { what: joinedWording(about) }) } as const])];
}

function whoBlock(provisions: readonly Provision[], names: Names, overName: Names): Block {
  const rows = provisions.flatMap(({ number, functions, gives }) => gives.map(({ to, responsibility, over, towards, limit }) => {
    const within: readonly Name[] = [...(towards === undefined ? [] : [names(towards)]), ...(limit === undefined ? [] : [{ same: limit }])];
    const about = over === undefined ? functions : [over];
    return [{ same: number }, names(to), names(responsibility), about.length === 0 ? NOTHING : capitalised(joinedWording(about.map(overName))), within.length === 0 ? NOTHING : joinedWording(within, '; ')] as const;
  }));
  if (rows.length === 0) return { is: 'paragraph', words: WORDS.noGives };
  return { is: 'table', caption: WORDS.whoCaption, columns: [{ head: WORDS.provision, width: 1.5 }, { head: WORDS.to, width: 2 }, { head: WORDS.has, width: 1.5 }, { head: WORDS.over, width: 2 }, { head: WORDS.limit, width: 2 }], rows };
}

/** The last signature for each party, of whatever version, with why it stands or does not; parties that nobody signed for stay in the table. */
function signaturesBlock({ ref, parties }: Instrument, standing: InstrumentStanding, snapshot: Snapshot, names: Names): Block {
  if (parties.length === 0) return { is: 'paragraph', words: WORDS.noParties };
  const agreements = snapshot.where('agreements', 'instrument', ref).filter(({ on }) => on <= snapshot.validOn).toSorted((a, b) => (a.on < b.on ? -1 : 1));
  const rows = standing.parties.map(({ party, agreement: { because: [why] } }): readonly Wording[] => {
    const last = agreements.findLast((one) => one.party === party);
    return [
      names(party),
      last === undefined ? WORDS.nobody : names(last.signedBy),
      last === undefined ? NOTHING : dayWording(last.on),
      { same: last?.version ?? '–' },
      why === undefined ? NOTHING : inWords(why, names),
    ];
  });
  return { is: 'table', caption: WORDS.signaturesCaption, columns: [{ head: WORDS.party, width: 2 }, { head: WORDS.signedBy, width: 2 }, { head: WORDS.on, width: 1.5 }, { head: WORDS.version, width: 1.3 }, { head: WORDS.stands, width: 3 }], rows };
}

type Reason = InstrumentStanding['parties'][number]['agreement']['because'][number];

/** Why an agreement stands or does not, with what it names. */
function inWords({ says, with: filled }: Reason, names: Names): Wording {
  const values: Record<string, Wording> = {};
  for (const [name, value] of Object.entries(filled)) if (typeof value === 'string') values[name] = spoken(value, names);
  return filledWording(says, values);
}

const spoken = (value: string, names: Names): Wording => {
  const day = parseDate(value);
  return day === undefined ? names(value) : dayWording(day);
};
