import type { Fault } from '../kernel/fault.ts';
import { quoted } from '../kernel/fault.ts';
import { ok, refused, type Result } from '../kernel/result.ts';
import type { Block, Document, Line, List, Run, Wording } from './document.ts';

const DEEPEST_LIST = 5;
const LINKS = ['https:', 'http:', 'mailto:'];

/**
 * The document as every writer can take it: its text made plain, its links and its order checked. All faults at once.
 * A paper that HTML would take and PDF would not is refused for both, so that a paper is the same in every form.
 */
export function tidied(document: Document): Result<Document> {
  const faults: Fault[] = [];
  const blocks = document.blocks.map((block, index) => tidyBlock(block, `blocks.${index}`, faults));
  const title = tidyWording(document.title, 'title', faults);
  if (isBlank(title)) faults.push(fault('untitled-document', 'The paper has no title. Give it one: it is what a screen reader says first.', 'title'));
  faults.push(...gapsBetweenLevels(document.blocks));
  return faults.length > 0 ? refused(...faults) : ok({ ...document, title, by: plainText(document.by), blocks });
}

/**
 * Text that every format can carry: line ends as `\n`, tabs as spaces. What no reader could see or what would turn other
 * text round (control characters, overrides of the direction of writing, halves of surrogate pairs) shows as `�`, so that
 * it is seen that something was there. Marks that only say which way a character belongs stay.
 */
export function plainText(text: string): string {
  return text
    .toWellFormed()
    .replace(/\r\n?|[\u0085\u2028\u2029\u000b\u000c]/g, '\n')
    .replace(/\t/g, ' ')
    .replace(/[\u0000-\u0009\u000e-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\ufeff\ufff9-\ufffb\p{Noncharacter_Code_Point}]/gu, '\ufffd');
}

function tidyBlock(block: Block, path: string, faults: Fault[]): Block {
  switch (block.is) {
    case 'heading':
    case 'paragraph':
      return { ...block, ...(block.number === undefined ? {} : { number: plainText(block.number) }), words: tidyWording(block.words, path, faults) };
    case 'note':
      return { ...block, words: tidyWording(block.words, path, faults) };
    case 'list':
      return tidyList(block, path, 1, faults);
    case 'definitions':
      return { ...block, rows: block.rows.map(({ term, words }) => ({ term: tidyWording(term, path, faults), words: tidyWording(words, path, faults) })) };
    case 'table': {
      const uneven = block.rows.findIndex((row) => row.length !== block.columns.length);
      if (uneven >= 0) faults.push(fault('uneven-table', `Row ${uneven + 1} of a table has ${block.rows[uneven]?.length ?? 0} cells where the table has ${block.columns.length} columns. Give every column its cell.`, path));
      return {
        ...block,
        caption: tidyWording(block.caption, path, faults),
        columns: block.columns.map((column) => ({ ...column, head: tidyWording(column.head, path, faults) })),
        rows: block.rows.map((row) => row.map((cell) => tidyWording(cell, path, faults))),
      };
    }
    case 'page-break':
      return block;
    default:
      return block satisfies never;
  }
}

function tidyList(list: List, path: string, depth: number, faults: Fault[]): List {
  if (depth > DEEPEST_LIST) {
    faults.push(fault('list-too-deep', `A list lies ${depth} lists deep; ${DEEPEST_LIST} is the most that can be read. Bring the innermost out.`, path));
    return { ...list, items: [] };
  }
  return { ...list, items: list.items.map(({ words, inner }) => ({ words: tidyWording(words, path, faults), ...(inner === undefined ? {} : { inner: tidyList(inner, path, depth + 1, faults) }) })) };
}

function tidyWording(wording: Wording, path: string, faults: Fault[]): Wording {
  const tidy = (line: Line): Line => (typeof line === 'string' ? plainText(line) : line.map((run) => tidyRun(run, path, faults)));
  if ('same' in wording) return { same: tidy(wording.same) };
  if (wording.en === undefined) return { cy: tidy(wording.cy) };
  return wording.cy === undefined ? { en: tidy(wording.en) } : { en: tidy(wording.en), cy: tidy(wording.cy) };
}

function tidyRun(run: Run, path: string, faults: Fault[]): Run {
  const text = plainText(run.text);
  if (run.href === undefined) return { ...run, text };
  const href = URL.canParse(run.href) ? new URL(run.href) : undefined;
  if (href === undefined || !LINKS.includes(href.protocol)) {
    faults.push(fault('link-refused', `${quoted(run.href)} is no address that a paper may link to. Use one that begins with https:, http: or mailto:.`, path));
    return { text };
  }
  return { ...run, text, href: href.href };
}

/** PDF/UA allows no level to be passed over on the way down: a reader who moves by headings would look for the missing one. */
function gapsBetweenLevels(blocks: readonly Block[]): readonly Fault[] {
  let above = 0;
  const faults: Fault[] = [];
  for (const [index, block] of blocks.entries()) {
    if (block.is !== 'heading') continue;
    if (block.level > above + 1) faults.push(fault('heading-gap', `A heading of level ${block.level} stands ${above === 0 ? 'first' : `under one of level ${above}`}. Make it level ${above + 1}.`, `blocks.${index}`));
    above = block.level;
  }
  return faults;
}

const isBlank = (wording: Wording): boolean =>
  ('same' in wording ? [wording.same] : [wording.en, wording.cy]).every((line) => line === undefined || (typeof line === 'string' ? line : line.map(({ text }) => text).join('')).trim() === '');

const fault = (code: string, sentence: string, path: string): Fault => ({ category: 'input', code, sentence, place: { path } });
