/** A kind of file that evidence may be. */
export interface FileKind {
  /** Its media type, found from the content alone: a CSV is plain text. */
  readonly type: string;
  /** As in "it holds …". */
  readonly words: string;
  readonly endings: readonly string[];
}

const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
const EXCEL = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const POWERPOINT = 'application/vnd.openxmlformats-officedocument.presentationml.presentation';

/** Every kind that is allowed; what is not here is refused. */
export const FILE_KINDS: readonly FileKind[] = [
  { type: 'application/pdf', words: 'a PDF', endings: ['pdf'] },
  { type: WORD, words: 'a Word document', endings: ['docx'] },
  { type: EXCEL, words: 'an Excel workbook', endings: ['xlsx'] },
  { type: POWERPOINT, words: 'a PowerPoint presentation', endings: ['pptx'] },
  { type: 'application/vnd.oasis.opendocument.text', words: 'an OpenDocument text', endings: ['odt'] },
  { type: 'application/vnd.oasis.opendocument.spreadsheet', words: 'an OpenDocument spreadsheet', endings: ['ods'] },
  { type: 'application/vnd.oasis.opendocument.presentation', words: 'an OpenDocument presentation', endings: ['odp'] },
  { type: 'image/png', words: 'a PNG picture', endings: ['png'] },
  { type: 'image/jpeg', words: 'a JPEG picture', endings: ['jpg', 'jpeg'] },
  { type: 'text/plain', words: 'plain text', endings: ['txt', 'csv'] },
  { type: 'message/rfc822', words: 'an e-mail', endings: ['eml', 'txt'] },
];

export const kindOfType = (type: string): FileKind | undefined => FILE_KINDS.find((kind) => kind.type === type);

export const ENDINGS: readonly string[] = [...new Set(FILE_KINDS.flatMap(({ endings }) => endings))];

export const ALLOWED_IN_WORDS = 'PDF, Word (.docx), Excel (.xlsx), PowerPoint (.pptx), OpenDocument (.odt, .ods, .odp), PNG, JPEG, plain text (.txt), CSV or e-mail (.eml)';
