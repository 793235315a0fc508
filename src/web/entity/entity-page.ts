import { dateInWords } from '../../kernel/date.ts';
import type { AnyRecord } from '../../model/kind.ts';
import { kindNamed, type KindName } from '../../model/kinds.ts';
import type { Link, Page } from '../page.ts';
import { pageOfRegister, type Reading } from '../reading.ts';
import { recordName } from '../record-name.ts';
import { seesOnlyPublished } from '../seen-facts.ts';
import type { SaidText } from '../said-text.ts';
import { entityWords } from '../words/entity.ts';
import { filled, inLanguage } from '../words/pairs.ts';
import type { Section } from './section.ts';

interface Told {
  readonly caption: string;
  readonly heading: SaidText;
  /** The answer that the page is opened for, in a sentence or a few. */
  readonly summary: readonly string[];
  /** What the reader has to know before they rely on it. */
  readonly notices?: readonly string[];
  readonly sections: readonly Section[];
  readonly links: readonly Link[];
}

/** A page that answers one question about one thing: the answer first, then what it rests on, part by part. */
export function entityPage(reading: Reading, { caption, heading, summary, notices = [], sections, links }: Told): Page {
  const t = inLanguage(entityWords, reading.language);
  const isOutside = seesOnlyPublished(reading);
  return pageOfRegister(reading, {
    view: 'entity.njk',
    title: heading.text,
    titleLang: heading.lang,
    model: { t, caption, heading, summary, told: isOutside ? [t.outside, ...notices] : notices, sections: isOutside ? sections.map((one) => asPublished(one, t.outsideNothing)) : sections, links },
  });
}

/** Of what is not there nobody is told that it is not who sees only what is published. */
const asPublished = (section: Section, nothing: string): Section => ({ ...section, foot: undefined, body: section.body.is === 'nothing' ? { is: 'nothing', text: nothing } : section.body });

/** The same of a record, which may not be there on the date, and may be one of which the reader sees only a part. */
export function recordEntityPage(reading: Reading, record: AnyRecord, told: Pick<Told, 'summary' | 'sections' | 'links'> & { readonly notices?: readonly string[] }): Page {
  const { asAt, language, seen, to } = reading;
  const t = inLanguage(entityWords, language);
  const kind = record.ref.slice(0, record.ref.indexOf('/')) as KindName;
  const isNow = seen.where(kind, 'id', record.id).length > 0;
  return entityPage(reading, {
    ...told,
    caption: kindNamed(kind).label[language],
    // What somebody is called is in no language.
    heading: kind === 'persons' ? { text: recordName(reading, record.ref).text } : recordName(reading, record.ref),
    notices: [...(isNow ? [] : [filled(t.notNow, { date: dateInWords(asAt.date, language) })]), ...(told.notices ?? [])],
    links: [...told.links, { href: to.record(record.ref), said: { text: t.record } }],
  });
}
