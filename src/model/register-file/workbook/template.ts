import { HEADER_ROWS, OWNER, OWNER_FROM, SHEETS, type Column } from './columns.ts';
import type { RegisterHeader } from '../../register-header.ts';
import { heading, headerSheet, pack, widthOf, type SheetToWrite } from './write-workbook.ts';

/**
 * An empty workbook: a sheet for every kind with its columns, under each column what it takes, and a sheet of help.
 * @param of the register that is to be filled in: its own header stands in the workbook
 */
export async function registerTemplate(of?: RegisterHeader): Promise<Uint8Array> {
  const sheets = SHEETS.map(({ name, kind, listed, columns }): SheetToWrite => {
    const owners = listed === undefined ? [] : [[OWNER, `the id of one of ${kind}`], [OWNER_FROM, 'only where that id has several versions: the date from which the one holds']] as const;
    const own = columns.map((column) => [column.name, hint(column)] as const);
    const all = [...owners, ...own];
    return {
      name,
      rows: [all.map(([title]) => heading(title)), all.map(([, words], index) => remark(index === 0 ? `# ${words}` : words))],
      widths: [...owners.map(() => 24), ...columns.map(({ shape }) => widthOf(shape))],
    };
  });
  return pack([help(), of === undefined ? header() : headerSheet(of), ...sheets]);
}

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

const help = (): SheetToWrite => ({
  name: 'help',
  rows: [
    [heading('How to fill in this workbook')],
    ...[
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
