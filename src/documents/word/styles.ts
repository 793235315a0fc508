import { AlignmentType, LevelFormat, type ILevelsOptions, type IStylesOptions, type INumberingOptions } from 'docx';

/** Half points. */
const TITLE_SIZE = 40;
const HEADING_SIZES = [32, 28, 26, 24, 24];
const INK = '0B0C0C';

/** The styles of every paper: 12 point, headings with the outline level that a screen reader and the navigation pane go by. */
export const styles = (language: string): IStylesOptions => ({
  default: {
    document: { run: { font: 'Arial', size: 24, color: INK, language: { value: language } }, paragraph: { spacing: { after: 160, line: 288 } } },
    title: { run: { size: TITLE_SIZE, bold: true, color: INK, font: 'Arial' }, paragraph: { spacing: { after: 240 } } },
    ...Object.fromEntries(HEADING_SIZES.map((size, index) => [`heading${index + 1}`, { run: { size, bold: true, color: INK, font: 'Arial' }, paragraph: { outlineLevel: index, keepNext: true, spacing: { before: 320, after: 140 } } }])),
    caption: { run: { bold: true, size: 24, color: INK }, paragraph: { keepNext: true, spacing: { before: 160, after: 100 } } },
    hyperlink: { run: { color: '1A65A6', underline: {} } },
  },
  paragraphStyles: [
    { id: 'Numbered', name: 'Numbered paragraph', basedOn: 'Normal', paragraph: { indent: { left: 850, hanging: 850 } } },
    { id: 'Note', name: 'Note', basedOn: 'Normal', paragraph: { indent: { left: 280 }, border: { left: { style: 'single', size: 36, space: 10, color: '1A65A6' } } } },
    { id: 'Term', name: 'Term', basedOn: 'Normal', run: { bold: true }, paragraph: { keepNext: true, spacing: { after: 40 } } },
    { id: 'Definition', name: 'Definition', basedOn: 'Normal', paragraph: { indent: { left: 560 } } },
    { id: 'TableText', name: 'Table text', basedOn: 'Normal', paragraph: { spacing: { after: 60 } } },
    { id: 'TableHead', name: 'Table head', basedOn: 'TableText', run: { bold: true } },
  ],
});

const DEPTH = [0, 1, 2, 3, 4];
const BULLETS = ['•', '–', '•', '–', '•'];

export const NUMBERING: INumberingOptions = {
  config: [
    { reference: 'bullets', levels: DEPTH.map((level): ILevelsOptions => ({ level, format: LevelFormat.BULLET, text: BULLETS[level] ?? '•', alignment: AlignmentType.LEFT, style: indented(level) })) },
    { reference: 'numbers', levels: DEPTH.map((level): ILevelsOptions => ({ level, format: LevelFormat.DECIMAL, text: `%${level + 1}.`, alignment: AlignmentType.LEFT, style: indented(level) })) },
  ],
};

function indented(level: number): NonNullable<ILevelsOptions['style']> {
  return { paragraph: { indent: { left: 720 * (level + 1), hanging: 360 } } };
}
