import type { Limits } from './limits.ts';
import { notARegister, tooDeep, tooMany } from './tree.ts';

/** The lexer's signs that stand for no text: start of a document, end of flow, a scalar follows. */
const DOCUMENT = '\u0002';
const FLOW_END = '\u0018';
const SCALAR = '\u001f';

/**
 * Follows a YAML text symbol by symbol and refuses one that nests too deep or holds too much, before the parser, which is
 * recursive and keeps everything, gets to it.
 */
export class YamlDepth {
  readonly #limits: Limits;
  /** Columns at which the block lists and maps that are now open began. */
  readonly #open: number[] = [];
  #symbols = 0;
  #anchors = 0;
  #at = 0;
  #lineStart = 0;
  #flow = 0;
  /** A list or map may begin with the next symbol: at the start of a line, or after `-`, `?` or `:`. */
  #mayBegin = true;
  #scalarNext = false;

  constructor(limits: Limits) {
    this.#limits = limits;
  }

  /** The offset of the next symbol. */
  get at(): number {
    return this.#at;
  }

  /** @throws Unreadable */
  follow(symbol: string): void {
    this.#symbols += 1;
    if (this.#symbols > this.#limits.symbols) throw tooMany(this.#at, this.#limits.symbols, 'words and signs of YAML');
    if (this.#scalarNext) {
      this.#scalarNext = false;
      this.#content();
      this.#pass(symbol, symbol.lastIndexOf('\n'));
    } else if (symbol === SCALAR) this.#scalarNext = true;
    else if (symbol === '\n') this.#pass(symbol, 0);
    else if (symbol !== DOCUMENT && symbol !== FLOW_END) {
      this.#sign(symbol);
      this.#pass(symbol, symbol.length > 1 ? symbol.lastIndexOf('\n') : -1);
    }
  }

  #pass(symbol: string, lineEnd: number): void {
    if (lineEnd !== -1) this.#lineStart = this.#at + lineEnd + 1;
    this.#at += symbol.length;
    if (lineEnd !== -1 && lineEnd === symbol.length - 1) this.#mayBegin = true;
  }

  #sign(symbol: string): void {
    switch (symbol[0]) {
      case ' ':
      case '\t':
      case '\n':
      case '#':
        return;
      case '&':
      case '*':
        this.#anchors += 1;
        if (this.#anchors > this.#limits.anchors) throw tooMany(this.#at, this.#limits.anchors, 'anchors and aliases');
        break;
      case '[':
      case '{':
        this.#deeper(1);
        break;
      case ']':
      case '}':
        this.#flow = Math.max(0, this.#flow - 1);
        break;
      case '-':
        // `-` is an item of a list, `---` the start of a document.
        if (symbol.length === 1 && this.#open.length === 0) throw notARegister(this.#at);
        break;
      default:
    }
    this.#content();
    if (symbol === '-' || symbol === '?' || symbol === ':') this.#mayBegin = true;
  }

  #content(): void {
    if (!this.#mayBegin || this.#flow > 0) return;
    const column = this.#at - this.#lineStart;
    while ((this.#open.at(-1) ?? -1) >= column) this.#open.pop();
    this.#open.push(column);
    this.#mayBegin = false;
    this.#deeper(0);
  }

  #deeper(by: number): void {
    this.#flow += by;
    if (this.#open.length + this.#flow > this.#limits.depth) throw tooDeep(this.#at, this.#limits.depth);
  }
}
