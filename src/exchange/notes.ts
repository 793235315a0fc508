import { dateInWords, parseDate } from '../kernel/date.ts';
import type { Place } from '../kernel/fault.ts';
import type { BothLanguages, Language } from '../kernel/text.ts';

/** What somebody who takes something in should know of it. */
export interface Note {
  readonly code: NoteCode;
  readonly place: Place;
  readonly values: Readonly<Record<string, string>>;
}

/** In the order in which somebody should read them. */
export const NOTES = {
  'read-as-windows-1252': { en: 'The file is not in UTF-8 and does not say in what it is written: it was read as Windows-1252. Look at the names.', cy: 'Nid yw’r ffeil mewn UTF-8 ac nid yw’n dweud ym mha amgodiad y mae: fe’i darllenwyd fel Windows-1252. Edrychwch ar yr enwau.' },
  'body-unknown': { en: '{name} was left out: it does not say of which body it is. Say it with a body of the register.', cy: 'Gadawyd {name} allan: nid yw’n dweud i ba gorff y mae’n perthyn. Dywedwch hynny gyda chorff o’r gofrestr.' },
  'no-id': { en: '{name} was left out: without an id it would not be found again.', cy: 'Gadawyd {name} allan: heb ddynodydd ni ellid dod o hyd iddo eto.' },
  'no-name': { en: '{name} was left out: it has no name.', cy: 'Gadawyd {name} allan: nid oes ganddo enw.' },
  'expired': { en: '{name} was left out: the source says that it no longer meets, and nothing else here names it.', cy: 'Gadawyd {name} allan: dywed y ffynhonnell nad yw’n cyfarfod mwyach, ac nid oes dim arall yma’n ei enwi.' },
  'not-known-whether-held': { en: '{name} is past, and nothing says whether it was held: that is left open.', cy: 'Mae {name} wedi bod, ac nid oes dim yn dweud a gafodd ei gynnal: gadewir hynny’n agored.' },
  'attendance-word': { en: 'What “{word}” means for who was there is not known: {name} is neither among those who attended nor among the apologies.', cy: 'Ni wyddys beth y mae “{word}” yn ei olygu o ran pwy oedd yno: nid yw {name} ymhlith y rhai a fu’n bresennol nac ymhlith yr ymddiheuriadau.' },
  'type-guessed': { en: '{name} is taken to be “{word}”, by its name.', cy: 'Cymerir mai “{wordCy}” yw {name}, yn ôl ei enw.' },
  'type-unknown': { en: '{name} was left out: no type of body or organisation here answers to “{word}”.', cy: 'Gadawyd {name} allan: nid oes yma fath o gorff na sefydliad sy’n cyfateb i “{word}”.' },
  'not-of-the-register': { en: '{name} was left out: a register has no place for {word}.', cy: 'Gadawyd {name} allan: nid oes lle i {word} mewn cofrestr.' },
  'heading': { en: 'The item “{name}” was left out: it is a heading, without a number.', cy: 'Gadawyd yr eitem “{name}” allan: pennawd ydyw, heb rif.' },
  'names-nothing': { en: '{name} was left out: {word} is not here.', cy: 'Gadawyd {name} allan: nid yw {word} yma.' },
  'part-of-date': { en: '{name}: of the date {word} only a part is given; it was taken as {date}.', cy: '{name}: dim ond rhan o’r dyddiad {word} a roddir; fe’i cymerwyd fel {date}.' },
  'private-event': { en: 'An entry was left out: its calendar marks it as private.', cy: 'Gadawyd cofnod allan: mae ei galendr yn ei nodi’n breifat.' },
  'other-words': { en: 'Entries whose titles are other than asked for were left out: {count}.', cy: 'Gadawyd allan gofnodion y mae eu teitlau’n wahanol i’r hyn y gofynnwyd amdano: {count}.' },
  'outside-window': { en: 'Dates before {from} or after {until} were left out: {count}.', cy: 'Gadawyd allan ddyddiadau cyn {from} neu ar ôl {until}: {count}.' },
  'date-only-clock': { en: '{name}: the clock “{word}” is not known; the day was taken as it is written.', cy: '{name}: nid yw’r cloc “{word}” yn hysbys; cymerwyd y diwrnod fel y’i hysgrifennwyd.' },
  'not-read': { en: '{word} was not read.', cy: 'Ni ddarllenwyd {word}.' },
  'basis-taken': { en: '{name}: on what basis is not said; it was taken as permanent.', cy: '{name}: ni ddywedir ar ba sail; fe’i cymerwyd yn barhaol.' },
  'motion-without-meeting': { en: '{name} was left out: no meeting here is of its body and its day.', cy: 'Gadawyd {name} allan: nid oes cyfarfod yma o’i gorff ar ei ddiwrnod.' },
} as const satisfies Readonly<Record<string, BothLanguages>>;

export type NoteCode = keyof typeof NOTES;

/** The note as a sentence. */
export const noteInWords = ({ code, values }: Note, language: Language): string =>
  NOTES[code][language].replace(/\{(\w+)\}/g, (_, name: string) => {
    const day = parseDate(values[name] ?? '');
    return day === undefined ? (values[name] ?? '') : dateInWords(day, language);
  });
