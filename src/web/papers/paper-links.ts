import type { Variant } from '../../areas/meetings/paper-parts.ts';
import { PAPERS, type What } from '../../areas/papers.ts';
import type { Ref } from '../../model/field.ts';
import type { KindName } from '../../model/kinds.ts';
import { linked, quiet, text, type Part, type Parts, type Section } from '../entity/section.ts';
import type { Link } from '../page.ts';
import type { Reading } from '../reading.ts';
import { recordOf } from '../record-name.ts';
import { filled, inLanguage } from '../words/pairs.ts';
import { papersWords } from '../words/papers.ts';
import { maySeePrivate } from './paper-sources.ts';

const LANGUAGES = ['en', 'cy', 'both'] as const;
const FORMATS = ['html', 'docx', 'pdf'] as const;

/** The papers of a record, each as links in every language and format: what `papers.njk` shows. */
export interface PaperLinks {
  readonly heading: string;
  readonly lead: string;
  readonly head: readonly string[];
  readonly rows: readonly { readonly name: string; readonly cells: readonly (readonly Link[])[] }[];
}

/** Undefined where there is no paper of the record. */
export function paperLinks(reading: Reading, ref: Ref): PaperLinks | undefined {
  const record = recordOf(reading, ref);
  const papers = PAPERS[ref.slice(0, ref.indexOf('/')) as KindName] ?? [];
  if (record === undefined || papers.length === 0) return undefined;
  const t = inLanguage(papersWords, reading.language);
  const rows = papers.flatMap(({ what, hasVariants }) => {
    if (!hasVariants) return [{ name: t.whats[what], cells: cellsOf(reading, ref, what, undefined) }];
    const variants: readonly Variant[] = maySeePrivate(reading, record) && hasPrivate(record) ? ['public', 'private'] : ['public'];
    return variants.map((variant) => ({ name: variants.length === 1 ? t.whats[what] : filled(t.variants[variant], { paper: t.whats[what] }), cells: cellsOf(reading, ref, what, variant) }));
  });
  return { heading: t.heading, lead: t.lead, head: [t.paper, ...LANGUAGES.map((one) => t.languages[one])], rows };
}

/** The same as a part of a page that tells of one thing; undefined where there is no paper of it. */
export function papersSection(reading: Reading, ref: Ref): Section | undefined {
  const links = paperLinks(reading, ref);
  if (links === undefined) return undefined;
  const cell = (all: PaperLinks['rows'][number]['cells'][number]): Parts => all.flatMap((link, index): readonly Part[] => (index === 0 ? [linked(link)] : [quiet(' · '), linked(link)]));
  return { id: 'papers', heading: links.heading, lead: links.lead, body: { is: 'table', head: links.head, rows: links.rows.map(({ name, cells }) => [[text(name)], ...cells.map(cell)]) } };
}

function cellsOf({ to, language }: Reading, ref: Ref, what: What, variant: Variant | undefined): PaperLinks['rows'][number]['cells'] {
  const t = inLanguage(papersWords, language);
  const [kind = '', id = ''] = ref.split('/');
  return LANGUAGES.map((one) => FORMATS.map((format) => ({
    href: to.page(`/${kind}/${encodeURIComponent(id)}/${what}.${format}`, { variant, in: one }),
    said: { text: t.formats[format] },
  })));
}

const hasPrivate = (record: object): boolean => 'items' in record && Array.isArray(record.items) && record.items.some((item: { readonly private?: boolean }) => item.private === true);
