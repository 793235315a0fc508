import type { ErrorCode } from 'yaml';
import { quoted } from '../../kernel/fault.ts';
import type { Spot, SpotFault } from './source.ts';

/** A fault of YAML syntax in our words: which code, where, and (for codes with several meanings) what the parser's message says. */
export function yamlFault(text: string, spot: Spot, code: ErrorCode, message: string): SpotFault {
  const at = Math.max(0, Math.min(spot, text.length));
  const found = /^[^\n]{0,40}/.exec(text.slice(at, at + 40))?.[0].trim() ?? '';
  const tell = () => ({ sentence: sentence(code, message, found === '' ? 'The end of the line' : quoted(found), text, at), found });
  return { spot: at, code: code === 'MULTIPLE_DOCS' ? 'several-documents' : 'yaml-syntax', tell };
}

function sentence(code: ErrorCode, message: string, found: string, text: string, at: Spot): string {
  if (code === 'BAD_INDENT' && CLOSED.test(message)) return notClosed(found);
  if (code === 'MISSING_CHAR' || code === 'UNEXPECTED_TOKEN') return missing(message, found);
  if (code === 'BAD_SCALAR_START') return `Words cannot begin with ${quoted(text[at] ?? '')} unless they stand in quotes.`;
  return SENTENCES[code]?.(found) ?? `${found} is not YAML that a register can hold.`;
}

function missing(message: string, found: string): string {
  if (/quote/.test(message)) return 'Quotes that open before this are not closed. Close them, or double a quote that belongs to the words.';
  if (/followed by map values|Implicit map keys/.test(message)) return `${found} has no \`:\` after it. Write \`key: value\`, or begin an item of a list with \`- \`.`;
  if (/Missing , |Missing , or :/.test(message)) return `A comma is missing before ${found}.`;
  if (/space after :/.test(message)) return `A space is missing after the colon in ${found}.`;
  if (/Comments must be separated/.test(message)) return `A space is missing before \`#\` in ${found}. Put words that hold \`#\` in quotes.`;
  if (CLOSED.test(message)) return notClosed(found);
  if (/without - indicator/.test(message)) return `${found} stands between the items of a list. Begin it with \`- \`, or indent it.`;
  return `${found} does not belong here. Words that begin with a sign or hold one may need quotes.`;
}

const CLOSED = /end with a|Expected .* to end/i;

const notClosed = (found: string): string => `A list or group that opens before this is not closed: \`]\` or \`}\` was expected; ${found} was found.`;

const SENTENCES: Readonly<Partial<Record<ErrorCode, (found: string) => string>>> = {
  TAB_AS_INDENT: () => 'A tab indents this line. Indent with spaces.',
  BAD_INDENT: (found) => `${found} is not indented like the lines that it belongs with. Begin the keys of one group in the same column.`,
  BLOCK_AS_IMPLICIT_KEY: (found) => `A second colon makes ${found} unclear. Put words that hold a colon in quotes.`,
  MULTILINE_IMPLICIT_KEY: (found) => `${found} has no \`:\` after it on the same line. Write \`key: value\`, or put words that run over several lines in quotes.`,
  KEY_OVER_1024_CHARS: () => 'A key is longer than 1,024 characters. Perhaps a quote is not closed.',
  BLOCK_IN_FLOW: (found) => `${found} begins a list or group over lines inside \`[ ]\` or \`{ }\`. Write one or the other.`,
  BAD_DQ_ESCAPE: (found) => `${found} is no sign that a backslash can stand for. Write \`\\\\\` for a backslash.`,
  BAD_ALIAS: (found) => `${found} is not the name of an anchor.`,
  ALIAS_PROPS: (found) => `${found} names an anchor and may not carry a tag or an anchor of its own.`,
  MULTIPLE_ANCHORS: (found) => `${found} is a second anchor for one value. Keep one.`,
  MULTIPLE_TAGS: (found) => `${found} is a second tag for one value. Remove both: a register needs none.`,
  BAD_PROP_ORDER: (found) => `${found} stands after an anchor or a tag that should follow it.`,
  TAG_RESOLVE_FAILED: (found) => `${found} does not fit its tag. Remove the tag: a register needs none.`,
  BAD_COLLECTION_TYPE: (found) => `${found} does not fit its tag. Remove the tag: a register needs none.`,
  BAD_DIRECTIVE: (found) => `${found} is a directive. Remove it: the file is read as YAML 1.2.`,
  MULTIPLE_DOCS: () => 'A second document begins here. One file holds one register: remove the `---`, or split the file.',
  RESOURCE_EXHAUSTION: () => 'This part of the file nests too deep to be read.',
};
