import { AlignmentType, Document as WordDocument, Footer, Packer, PageNumber, Paragraph, TextRun } from 'docx';
import { ok, type Result } from '../../kernel/result.ts';
import type { Document } from '../document.ts';
import { mainLanguage, plain } from '../shown.ts';
import { tidied } from '../tidy.ts';
import { WordBlocks } from './blocks.ts';
import { inlineRuns, TAGS } from './runs.ts';
import { withSameBytes } from './same-bytes.ts';
import { NUMBERING, styles } from './styles.ts';

/** The document as a Word file (.docx). The same document gives the same bytes. */
export async function word(document: Document): Promise<Result<Uint8Array>> {
  const tidy = tidied(document);
  if (!tidy.ok) return tidy;
  const { title, by, on, showing, blocks } = tidy.value;
  const language = TAGS[mainLanguage(showing)];
  const file = new WordDocument({
    title: plain(title, showing),
    creator: by,
    lastModifiedBy: by,
    styles: styles(language),
    numbering: NUMBERING,
    sections: [
      {
        properties: { page: { size: { width: 11_906, height: 16_838 }, margin: { top: 1418, bottom: 1418, left: 1418, right: 1418 } } },
        footers: { default: new Footer({ children: [new Paragraph({ alignment: AlignmentType.CENTER, children: [new TextRun({ children: [PageNumber.CURRENT, ' / ', PageNumber.TOTAL_PAGES] })] })] }) },
        children: [new Paragraph({ heading: 'Title', children: inlineRuns(title, showing) }), ...new WordBlocks(showing).all(blocks)],
      },
    ],
  });
  return ok(withSameBytes(await Packer.toBuffer(file), on, language));
}
