import { dateInWords } from '../../kernel/date.ts';
import type { Ref } from '../../model/field.ts';
import type { AnyRecord } from '../../model/kind.ts';
import { kindNamed, type KindName, type RecordOfKind } from '../../model/kinds.ts';
import { PLACES } from '../addresses.ts';
import { enteredAbout } from '../entered.ts';
import type { Page } from '../page.ts';
import { paperLinks } from '../papers/paper-links.ts';
import { partnerLinksOf } from '../partner/links-page.ts';
import { periodInWords } from '../period-in-words.ts';
import { pageOfRegister, type Reading } from '../reading.ts';
import { fieldRows } from '../record-fields.ts';
import { recordLink, recordName, recordOf } from '../record-name.ts';
import { referring, type Referring } from '../referrers.ts';
import { storyOf } from '../story.ts';
import { publicationModel } from './publication.ts';
import { entityWords } from '../words/entity.ts';
import { counted } from '../words/counted.ts';
import { enteredWords } from '../words/entered.ts';
import { filled, inLanguage } from '../words/pairs.ts';
import { recordingWords } from '../words/recording.ts';
import { recordWords } from '../words/record.ts';

/** More links than this from one field are counted instead of listed. */
const ENOUGH = 60;

const VERBS = ['change', 'correct', 'end'] as const;

/** One record: what it says on the date, its versions, what refers to it and who entered it. Undefined where it never was. */
export function recordPage(reading: Reading, kind: KindName, id: string): Page | undefined {
  const { language, asAt: { date }, seen: snapshot, register, access, to } = reading;
  const ref: Ref = `${kind}/${id}`;
  const shown = recordOf(reading, ref);
  const entered = enteredAbout(reading, kind, id);
  // What somebody may not know of is answered like what never was, and so is what is no more: who entered it would tell of it.
  if (shown === undefined && (entered.entries.length === 0 || access !== undefined)) return undefined;
  const t = { ...inLanguage(recordWords, language), entered: inLanguage(enteredWords, language) };
  const name = recordName(reading, ref);
  const isValid = snapshot.where(kind, 'id', id).length > 0;
  const on = { date: dateInWords(date, language) };
  const versions = snapshot.where(kind, 'id', id, 'ever') as readonly AnyRecord[];
  return pageOfRegister(reading, {
    view: 'record.njk',
    title: name.text,
    titleLang: name.lang,
    model: {
      t,
      heading: name,
      kind: kindNamed(kind).label[language],
      id,
      isGone: shown === undefined,
      about: shown === undefined || PLACES[kind] === undefined ? undefined : { href: to.standing(ref), said: { text: inLanguage(entityWords, language).aboutLink } },
      acts: shown === undefined || access === undefined || !access.mayKeep(kind, shown, shown) ? [] : VERBS.map((verb) => ({ href: to.act(ref, verb), said: { text: inLanguage(recordingWords, language)[verb] } })),
      partners: shown === undefined ? [] : partnerLinksOf(reading, ref),
      isValid,
      validity: isValid ? filled(t.valid, on) : `${filled(t.notValid, on)}. ${t.notValidShown}`,
      period: shown === undefined ? '' : periodInWords(shown.valid, language),
      rows: shown === undefined ? [] : fieldRows(reading, shown),
      versions: versions.length < 2 ? [] : versions.map((version) => ({ period: periodInWords(version.valid, language), isShown: version === shown, rows: fieldRows(reading, version) })),
      publication: shown === undefined || !isMeeting(shown) ? undefined : publicationModel(reading, shown),
      papers: paperLinks(reading, ref),
      story: storyOf(reading, ref),
      referring: referring(register.content, ref).map((one) => referringModel(one, reading)),
      entered: entered.entries,
      earlier: entered.earlier === 0 ? undefined : counted(t.entered.earlier, entered.earlier, language),
    },
  });
}

const isMeeting = (record: AnyRecord): record is AnyRecord & RecordOfKind<'meetings'> => record.ref.startsWith('meetings/');

/** Those that are valid on the date come first. */
function referringModel({ kind, field, refs }: Referring, reading: Reading) {
  const { language, seen: snapshot } = reading;
  const t = inLanguage(recordWords, language);
  const holds = (ref: string): boolean => snapshot.where(kind, 'id', ref.slice(kind.length + 1)).length > 0;
  const [now, before] = [[...refs].filter(holds), [...refs].filter((ref) => !holds(ref))];
  const listed = [...now, ...before].slice(0, ENOUGH);
  return {
    as: filled(t.referringAs, { kind: kindNamed(kind).labels[language], field: field[language].toLowerCase() }),
    links: listed.map((ref) => ({ ...recordLink(reading, ref), lapsed: !now.includes(ref) })),
    more: refs.size > listed.length ? filled(t.more, { count: refs.size - listed.length }) : undefined,
  };
}
