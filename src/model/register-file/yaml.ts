import { Composer, Lexer, Parser, type CST, type Document, type ErrorCode } from 'yaml';
import type { Limits } from './limits.ts';
import { Unreadable, type Source, type Spot, type SpotFault } from './source.ts';
import { notARegister } from './tree.ts';
import { YamlDepth } from './yaml-depth.ts';
import { yamlFault } from './yaml-faults.ts';
import { YamlValues } from './yaml-values.ts';

/** What the composer calls for each fault: a token, a range or an offset; what is wrong; whether it is only a warning. */
type OnError = (source: number | readonly [number, number, ...number[]] | { readonly offset: number }, code: ErrorCode, message: string, warning?: boolean) => void;

/** Reads one YAML 1.2 document, core schema. @throws Unreadable with the faults of syntax, or beyond a limit */
export function readYaml(text: string, limits: Limits): Source {
  refuseProse(text);
  const faults: SpotFault[] = [];
  const document = compose(text, limits, faults);
  if (faults.length > 0) throw new Unreadable(...faults);
  return new YamlValues(text, limits).read(document.contents);
}

/** A text whose first line has no key is no register, however long it is: refused before anything else looks at it. */
function refuseProse(text: string): void {
  const first = Math.max(0, text.search(/^[ \t]*[^\s#]/m));
  const line = /^[^\n]*/.exec(text.slice(first, first + LONGEST_KEY))?.[0] ?? '';
  if (/^[ \t]*[\p{L}\p{N}]/u.test(line) && !line.includes(':')) throw notARegister(first);
}

/** YAML has no longer keys on one line. */
const LONGEST_KEY = 1_100;

function compose(text: string, limits: Limits, faults: SpotFault[]): Document.Parsed {
  const lines = new Set<number>();
  let met = 0;
  const keep = (fault: SpotFault): void => {
    met += 1;
    // One slip often makes the rest of its line a fault too.
    const line = text.lastIndexOf('\n', fault.spot - 1);
    if (!lines.has(line)) faults.push(fault);
    lines.add(line);
    if (faults.length >= limits.syntaxFaults || met >= 10 * limits.syntaxFaults) throw new Unreadable(...faults);
  };
  const onError: OnError = (source, code, message, warning) => {
    if (warning !== true) keep(yamlFault(text, spotIn(source), code, message));
  };
  // Unique keys are checked by Tree: the composer compares every key with every other.
  const composer = new Composer({ version: '1.2', schema: 'core', merge: false, uniqueKeys: false, strict: true, logLevel: 'silent' });
  // The composer would make an Error with a stack for each of a million faults: this stops it at the limit.
  Object.assign(composer, { onError });
  const documents: Document.Parsed[] = [];
  let begun = 0;
  for (const token of tokens(text, limits)) {
    if (token.type === 'document') begun += 1;
    // The parser has lost its way: whatever follows would be a fault.
    if (token.type === 'error') {
      keep(yamlFault(text, token.offset, 'UNEXPECTED_TOKEN', token.message));
      throw new Unreadable(...faults);
    }
    if (token.type === 'directive' && !/^%YAML +1\.2\b/.test(token.source)) keep(yamlFault(text, token.offset, 'BAD_DIRECTIVE', ''));
    else if (token.type === 'document' && begun > 1) keep(yamlFault(text, token.offset, 'MULTIPLE_DOCS', ''));
    else documents.push(...composed(composer, token));
  }
  for (const document of composer.end(true, text.length)) documents.push(document as Document.Parsed);
  const [first] = documents;
  if (first === undefined) throw new Unreadable(yamlFault(text, 0, 'IMPOSSIBLE', ''));
  return first;
}

const composed = (composer: Composer, token: CST.Token): Document.Parsed[] => [...composer.next(token)] as Document.Parsed[];

function* tokens(text: string, limits: Limits): Generator<CST.Token> {
  // Twice through the lexer, which is quick: what is beyond a limit is refused before the parser, which is not.
  const depth = new YamlDepth(limits);
  for (const symbol of new Lexer().lex(text)) depth.follow(symbol);
  yield* new Parser().parse(text);
}

const spotIn = (source: Parameters<OnError>[0]): Spot => (typeof source === 'number' ? source : 'offset' in source ? source.offset : source[0]);
