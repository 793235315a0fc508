import { HEADER_ROWS, OWNER, OWNER_FROM, SHEETS, type Column, type SheetPlan } from './columns.ts';
import type { RegisterContent, RegisterHeader } from '../../register-header.ts';
import { cellsOf, heading, headerSheet, linesBySheet, pack, widthOf, type Line, type SheetToWrite } from './write-workbook.ts';

/**
 * An empty workbook: a sheet for every kind with its columns, under each column what it takes, and a sheet of help.
 * @param of the register that is to be filled in: its own header stands in the workbook
 */
export const registerTemplate = (of?: RegisterHeader): Promise<Uint8Array> => pack([help(), of === undefined ? header() : headerSheet(of), ...SHEETS.map((plan) => templateSheet(plan))]);

/** The same with rows that show how it is filled in, and only the sheets that have any. They read back as what they were made of. */
export async function sampleWorkbook(content: RegisterContent): Promise<Uint8Array> {
  const lines = linesBySheet(content);
  return pack([help(SAMPLE_HELP), headerSheet(content.header), ...SHEETS.filter(({ name }) => lines.has(name)).map((plan) => templateSheet(plan, lines.get(plan.name)))]);
}

/** @param lines of words that each fit in one cell */
function templateSheet({ name, kind, listed, columns }: SheetPlan, lines: readonly Line[] = []): SheetToWrite {
  const owners = listed === undefined ? [] : [[OWNER, `the id of one of ${kind}`], [OWNER_FROM, 'only where that id has several versions: the date from which the one holds']] as const;
  const own = columns.map((column) => [column.name, hint(column)] as const);
  const all = [...owners, ...own];
  return {
    name,
    rows: [
      all.map(([title]) => heading(title)),
      all.map(([, words], index) => remark(index === 0 ? `# ${words}` : words)),
      ...lines.map((line) => line.map(({ value, column }) => cellsOf(value, column.shape)[0] ?? null)),
    ],
    widths: [...owners.map(() => 24), ...columns.map(({ shape }) => widthOf(shape))],
  };
}

const SAMPLE_HELP = ['The rows are examples and name nobody. Put your own in their place before you import the workbook; rows that repeat what the register has already may stay.'];

const remark = (words: string) => ({ value: words, textColor: '#595959', fontStyle: 'italic', wrap: true } as const);

function hint({ shape, language }: Column): string {
  const expected = shape.is === 'list' ? `${shape.item.meta.expected ?? 'words'}; several parted by semicolons` : language === undefined ? (shape.meta.expected ?? 'words') : language === 'en' ? 'words in English' : 'words in Welsh';
  return shape.required && language !== 'cy' ? expected : `${expected} (may be left out)`;
}

const header = (): SheetToWrite => ({
  name: 'register',
  rows: [[heading('key'), heading('value')], ...HEADER_ROWS.flatMap((column) => [[remark(`# ${column.name}: ${hint(column)}`)], [column.name]])],
  widths: [60, 60],
});

const help = (first: readonly string[] = []): SheetToWrite => ({
  name: 'help',
  rows: [
    [heading('How to fill in this workbook')],
    ...[
      ...first,
      'This sheet is not read. Begin with the sheet register: whose register this is.',
      'Each other sheet holds the records of one kind, one in a row. The first row names the columns and must stay as it is.',
      'A row whose first cell begins with # is a remark and is not read. Sheets and columns that stay empty can be deleted.',
      'Give every record an id: letters, digits, dot, dash or underscore. Other sheets name the record by it.',
      'Where an id could mean two records, write its kind before it: posts/director.',
      'Dates: as dates of your spreadsheet program, or written 2012-11-05. from is the first day, until the first day after.',
      'Several values in one cell are parted by semicolons. A value that holds a semicolon or a comma stands in double quotes.',
      'Sheets with a dot in their name hold lists inside records: each row of provisions.gives names its provision in the column of.',
      'An id may stand in several rows when their from and until share no day: they are versions of one record.',
    ].map((line) => [line]),
  ],
  widths: [120],
});
