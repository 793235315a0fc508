import type { Block, Document, List, Showing, Wording } from '../document.ts';
import { inColumns } from '../lists.ts';
import { columns, mainLanguage, parts, plain, sideBySide, type Part } from '../shown.ts';

/** A word longer than this is given places where a line may break, or it would run off the page. */
const LONG_WORD = 60;
/** A cell with more letters than these may go on over the page: kept whole it could be longer than one. */
const KEPT_TOGETHER = 400;
/** What a line break counts for. */
const LINE = 30;
const MAY_BREAK = '\u200b';

/** What `template.typ` draws: the document with its languages laid out, in JSON's own types. */
export function paperData({ title, by, on, showing, blocks }: Document): object {
  const [year, month, day] = on.split('-').map(Number);
  return { title: plain(title, showing), heading: drawn(parts(title, showing)), by, year, month, day, lang: mainLanguage(showing), blocks: blocks.map((block) => blockData(block, showing)) };
}

function blockData(block: Block, showing: Showing): object {
  const under = (wording: Wording) => drawn(parts(wording, showing));
  const beside = (wording: Wording) => drawn(columns(wording, showing));
  switch (block.is) {
    case 'heading':
      return { is: block.is, level: block.level, number: block.number ?? null, parts: under(block.words) };
    case 'paragraph':
      return { is: block.is, number: block.number ?? null, parts: beside(block.words), beside: sideBySide(showing) };
    case 'note':
      return { is: block.is, parts: beside(block.words), beside: sideBySide(showing) };
    case 'list':
      return { is: block.is, ...listData(block, showing), beside: inColumns(block, showing) && sideBySide(showing) };
    case 'definitions':
      return { is: block.is, rows: block.rows.map(({ term, words }) => ({ term: under(term), parts: under(words) })) };
    case 'table':
      return {
        is: block.is,
        caption: under(block.caption),
        widths: block.columns.map(({ width }) => width ?? 1),
        heads: block.columns.map(({ head }) => under(head)),
        rows: block.rows.map((row) => row.map((cell) => ({ parts: under(cell), keep: lengthOf(cell, showing) <= KEPT_TOGETHER }))),
      };
    case 'page-break':
      return { is: block.is };
    default:
      return block satisfies never;
  }
}

function listData({ ordered, items }: List, showing: Showing): object {
  return { ordered, items: items.map(({ words, inner }) => ({ parts: drawn(columns(words, showing)), ...(inner === undefined ? {} : { inner: listData(inner, showing) }) })) };
}

const lengthOf = (wording: Wording, showing: Showing): number => parts(wording, showing).flatMap(({ runs }) => runs).reduce((sum, { text }) => sum + text.length + (text.split('\n').length - 1) * LINE, 0);

/** The parts with the language that Typst knows, null where the words are in none. */
const drawn = (all: readonly Part[]): readonly object[] =>
  all.map((part) => ({ ...part, lang: part.lang ?? null, runs: part.runs.map((run) => ({ ...run, text: breakable(run.text) })) }));

const breakable = (text: string): string => text.replace(new RegExp(`\\S{${LONG_WORD},}`, 'gu'), (word) => (word.match(/\P{M}\p{M}*/gu) ?? [word]).join(MAY_BREAK));
