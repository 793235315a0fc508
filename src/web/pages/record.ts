import { dateInWords } from '../../kernel/date.ts';
import type { Period } from '../../kernel/period.ts';
import type { AnyRecord } from '../../model/kind.ts';
import { kindNamed, type KindName } from '../../model/kinds.ts';
import type { Page } from '../page.ts';
import { pageOfRegister, type Reading } from '../reading.ts';
import { fieldRows } from '../record-fields.ts';
import { recordLink, recordName, recordOf } from '../record-name.ts';
import { referring, type Referring } from '../referrers.ts';
import { filled, inLanguage } from '../words/pairs.ts';
import { recordWords } from '../words/record.ts';

/** More links than this from one field are counted instead of listed. */
const ENOUGH = 60;

/** One record: what it says on the date, its versions, and what refers to it. Undefined where it never was. */
export function recordPage(reading: Reading, kind: KindName, id: string): Page | undefined {
  const { language, asAt: { date }, assessment: { snapshot }, register } = reading;
  const ref = `${kind}/${id}`;
  const shown = recordOf(reading, ref);
  if (shown === undefined) return undefined;
  const t = inLanguage(recordWords, language);
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
      isValid,
      validity: isValid ? filled(t.valid, on) : `${filled(t.notValid, on)}. ${t.notValidShown}`,
      period: periodInWords(shown.valid, reading),
      rows: fieldRows(reading, shown),
      versions: versions.length < 2 ? [] : versions.map((version) => ({ period: periodInWords(version.valid, reading), isShown: version === shown, rows: fieldRows(reading, version) })),
      referring: referring(register.content, ref).map((one) => referringModel(one, reading)),
    },
  });
}

function periodInWords({ from, until }: Period, { language }: Reading): string {
  const t = inLanguage(recordWords, language);
  if (from === undefined && until === undefined) return t.whole;
  const values = { from: from === undefined ? '' : dateInWords(from, language), until: until === undefined ? '' : dateInWords(until, language) };
  return filled(from === undefined ? t.upTo : until === undefined ? t.fromOn : t.between, values);
}

/** Those that are valid on the date come first. */
function referringModel({ kind, field, refs }: Referring, reading: Reading) {
  const { language, assessment: { snapshot } } = reading;
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
