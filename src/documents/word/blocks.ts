import { HeadingLevel as WordHeading, Paragraph, Tab, Table, TableCell, TableRow, TextRun, WidthType, type ParagraphChild } from 'docx';
import type { Block, Column, Heading, List, Showing, Wording } from '../document.ts';
import { inColumns } from '../lists.ts';
import { columns, LANGUAGE_NAMES, languagesOf, parts, sideBySide, type Part } from '../shown.ts';
import { inlineRuns, partRuns, TAGS } from './runs.ts';

const LEVELS: Readonly<Record<Heading['level'], (typeof WordHeading)[keyof typeof WordHeading]>> = { 1: WordHeading.HEADING_1, 2: WordHeading.HEADING_2, 3: WordHeading.HEADING_3, 4: WordHeading.HEADING_4, 5: WordHeading.HEADING_5 };
/** Twentieths of a point between the margins of A4. */
const TEXT_WIDTH = 9070;

/** Writes the blocks of one document; what stands in two columns and follows each other is one table with a row of the languages' names. */
export class WordBlocks {
  readonly #showing: Showing;
  #lists = 0;

  constructor(showing: Showing) {
    this.#showing = showing;
  }

  all(blocks: readonly Block[]): readonly (Paragraph | Table)[] {
    const written: (Paragraph | Table)[] = [];
    let rows: TableRow[] = [];
    const closeTable = () => {
      if (rows.length > 0) written.push(this.#inTwoColumns(rows), new Paragraph({ spacing: { after: 0 } }));
      rows = [];
    };
    for (const block of blocks) {
      const row = this.#row(block);
      if (row !== undefined) {
        rows.push(row);
        continue;
      }
      closeTable();
      written.push(...this.#block(block));
    }
    closeTable();
    return written;
  }

  #block(block: Block): readonly (Paragraph | Table)[] {
    switch (block.is) {
      case 'heading':
        return [new Paragraph({ heading: LEVELS[block.level], children: [...(block.number === undefined ? [] : [new TextRun({ text: `${block.number} ` })]), ...inlineRuns(block.words, this.#showing)] })];
      case 'paragraph':
        return parts(block.words, this.#showing).map((part, index) => paragraph(part, index === 0 ? block.number : undefined));
      case 'note':
        return parts(block.words, this.#showing).map((part) => new Paragraph({ style: 'Note', children: partRuns(part) }));
      case 'list':
        return this.#list(block, 0);
      case 'definitions':
        return block.rows.flatMap(({ term, words }) => [
          new Paragraph({ style: 'Term', children: inlineRuns(term, this.#showing) }),
          ...parts(words, this.#showing).map((part) => new Paragraph({ style: 'Definition', children: partRuns(part) })),
        ]);
      case 'table':
        return [new Paragraph({ style: 'Caption', keepNext: true, children: inlineRuns(block.caption, this.#showing) }), this.#table(block.columns, block.rows), new Paragraph({ spacing: { after: 0 } })];
      case 'page-break':
        return [new Paragraph({ pageBreakBefore: true, spacing: { after: 0 } })];
      default:
        return block satisfies never;
    }
  }

  /** The block as a row of the two languages; undefined where it does not stand in columns. */
  #row(block: Block): TableRow | undefined {
    if (!sideBySide(this.#showing)) return undefined;
    if (block.is === 'list') return inColumns(block, this.#showing) ? twoCells([0, 1].map((column) => this.#list(block, 0, column))) : undefined;
    if (block.is !== 'paragraph' && block.is !== 'note') return undefined;
    const both = columns(block.words, this.#showing);
    if (both.length < 2) return undefined;
    return twoCells(both.map((part) => [block.is === 'note' ? new Paragraph({ style: 'Note', children: partRuns(part) }) : paragraph(part, block.number)]));
  }

  #inTwoColumns(rows: readonly TableRow[]): Table {
    const names = languagesOf(this.#showing).map((lang) => [new Paragraph({ style: 'TableHead', children: [new TextRun({ text: LANGUAGE_NAMES[lang], language: { value: TAGS[lang] } })] })]);
    return table([twoCells(names, true), ...rows], [1, 1]);
  }

  #list({ ordered, items }: List, level: number, column?: number): readonly Paragraph[] {
    this.#lists += 1;
    const numbering = { reference: ordered ? 'numbers' : 'bullets', level, instance: this.#lists };
    return items.flatMap(({ words, inner }) => {
      const all = column === undefined ? parts(words, this.#showing) : columns(words, this.#showing);
      const chosen = column === undefined ? all : all.slice(Math.min(column, all.length - 1)).slice(0, 1);
      const lines = chosen.map((part, index) => (index === 0 ? new Paragraph({ numbering, children: partRuns(part) }) : new Paragraph({ indent: { left: 720 * (level + 1) }, children: partRuns(part) })));
      return [...lines, ...(inner === undefined ? [] : this.#list(inner, level + 1, column))];
    });
  }

  #table(heads: readonly Column[], rows: readonly (readonly Wording[])[]): Table {
    const head = new TableRow({ tableHeader: true, cantSplit: true, children: heads.map((column) => cell([new Paragraph({ style: 'TableHead', children: inlineRuns(column.head, this.#showing) })])) });
    const body = rows.map((row) => new TableRow({ children: row.map((wording) => cell(cellParagraphs(parts(wording, this.#showing)))) }));
    return table([head, ...body], heads.map(({ width }) => width ?? 1));
  }
}

function paragraph(part: Part, number: string | undefined): Paragraph {
  const children: readonly ParagraphChild[] = partRuns(part);
  return number === undefined ? new Paragraph({ children }) : new Paragraph({ style: 'Numbered', children: [new TextRun({ children: [number, new Tab()] }), ...children] });
}

const cellParagraphs = (all: readonly Part[]): readonly Paragraph[] => (all.length === 0 ? [new Paragraph({ style: 'TableText' })] : all.map((part) => new Paragraph({ style: 'TableText', children: partRuns(part) })));

const cell = (children: readonly Paragraph[]): TableCell => new TableCell({ children });

const twoCells = (cells: readonly (readonly Paragraph[])[], head = false): TableRow => new TableRow({ ...(head ? { tableHeader: true } : {}), children: cells.map(cell) });

function table(rows: readonly TableRow[], shares: readonly number[]): Table {
  const whole = shares.reduce((sum, share) => sum + share, 0);
  const line = { style: 'single' as const, size: 4, color: 'B1B4B6' };
  const none = { style: 'nil' as const, size: 0, color: 'auto' };
  return new Table({
    rows,
    width: { size: TEXT_WIDTH, type: WidthType.DXA },
    columnWidths: shares.map((share) => Math.round((TEXT_WIDTH * share) / whole)),
    tableLook: { firstRow: true, noHBand: true, noVBand: true },
    margins: { top: 60, bottom: 60, left: 80, right: 80 },
    borders: { top: line, bottom: line, insideHorizontal: line, left: none, right: none, insideVertical: none },
  });
}
