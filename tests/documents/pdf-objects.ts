import { inflateSync } from 'node:zlib';

/** A value of PDF, ISO 32000-1 7.3. A name is `/Name`; an operator of a content stream is `{ operator }`. */
export type PdfValue = number | boolean | null | Name | Text | Ref | Operator | PdfDict | readonly PdfValue[];
export type Name = `/${string}`;
/** A string, as its bytes. */
export interface Text { readonly bytes: Buffer }
export interface Ref { readonly ref: number }
export interface Operator { readonly operator: string }
export interface PdfDict { readonly dict: Readonly<Record<string, PdfValue>>; readonly stream?: Buffer }

const DELIMITERS = /[\s()<>[\]{}/%]/;

/** Reads PDF as it is written, byte by byte: an independent reader of what the typesetter made, for files without object streams. */
export class PdfLexer {
  readonly #text: string;
  #at: number;

  constructor(bytes: Buffer, at = 0) {
    this.#text = bytes.toString('latin1');
    this.#at = at;
  }

  get done(): boolean {
    this.#space();
    return this.#at >= this.#text.length;
  }

  /** The objects `n 0 obj … endobj` of the file, by their numbers, with their streams unpacked. */
  static objects(file: Buffer): ReadonlyMap<number, PdfValue> {
    const found = new Map<number, PdfValue>();
    const text = file.toString('latin1');
    // Only at the beginning of a line after `endobj` or the header: what looks like an object inside a stream is none.
    let at = text.search(/\d+ 0 obj/);
    while (at >= 0) {
      const lexer = new PdfLexer(file, at);
      const number = lexer.value() as number;
      lexer.value();
      lexer.value();
      const value = lexer.value();
      found.set(number, lexer.#streamOf(value, file));
      const next = /\s*endobj\s*(?=\d+ 0 obj)/y;
      next.lastIndex = lexer.#at;
      at = next.test(text) ? next.lastIndex : -1;
    }
    return found;
  }

  value(): PdfValue {
    this.#space();
    const here = this.#text[this.#at];
    if (here === '/') return this.#name();
    if (here === '(') return this.#literal();
    if (here === '[') return this.#until(']');
    if (this.#text.startsWith('<<', this.#at)) return this.#dict();
    if (here === '<') return this.#hex();
    const ref = /(\d+) 0 R(?![A-Za-z])/y;
    ref.lastIndex = this.#at;
    const match = ref.exec(this.#text);
    if (match !== null) {
      this.#at = ref.lastIndex;
      return { ref: Number(match[1]) };
    }
    const word = this.#word();
    if (/^[+-]?(\d+\.?\d*|\.\d+)$/.test(word)) return Number(word);
    return word === 'true' ? true : word === 'false' ? false : word === 'null' ? null : { operator: word };
  }

  #space(): void {
    const space = /(?:[\s\0]|%[^\r\n]*)*/y;
    space.lastIndex = this.#at;
    space.test(this.#text);
    this.#at = space.lastIndex;
  }

  #word(): string {
    const start = this.#at;
    while (this.#at < this.#text.length && !DELIMITERS.test(this.#text[this.#at] ?? ' ')) this.#at += 1;
    if (this.#at === start) this.#at += 1;
    return this.#text.slice(start, this.#at);
  }

  #name(): Name {
    this.#at += 1;
    return `/${this.#word().replace(/#([0-9a-fA-F]{2})/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))}`;
  }

  #until(end: string): readonly PdfValue[] {
    this.#at += end.length;
    const values: PdfValue[] = [];
    for (this.#space(); !this.#text.startsWith(end, this.#at); this.#space()) values.push(this.value());
    this.#at += end.length;
    return values;
  }

  #dict(): PdfDict {
    const flat = this.#until('>>');
    return { dict: Object.fromEntries(flat.flatMap((key, index) => (index % 2 === 0 ? [[nameOf(key) ?? '', flat[index + 1] ?? null]] : []))) };
  }

  #hex(): Text {
    const end = this.#text.indexOf('>', this.#at);
    const digits = this.#text.slice(this.#at + 1, end).replace(/\s/g, '');
    this.#at = end + 1;
    return { bytes: Buffer.from(digits.length % 2 === 0 ? digits : `${digits}0`, 'hex') };
  }

  #literal(): Text {
    let depth = 0;
    let written = '';
    for (;;) {
      const character = this.#text[this.#at] ?? ')';
      this.#at += 1;
      if (character === '\\') {
        written += this.#escaped();
        continue;
      }
      if (character === '(') depth += 1;
      if (character === ')') depth -= 1;
      if (depth === 0) return { bytes: Buffer.from(written.slice(1), 'latin1') };
      written += character;
    }
  }

  #escaped(): string {
    const octal = /[0-7]{1,3}/y;
    octal.lastIndex = this.#at;
    const match = octal.exec(this.#text);
    if (match !== null) {
      this.#at = octal.lastIndex;
      return String.fromCharCode(Number.parseInt(match[0], 8) & 0xff);
    }
    const character = this.#text[this.#at] ?? '';
    this.#at += 1;
    return { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f', '\n': '' }[character] ?? character;
  }

  #streamOf(value: PdfValue, file: Buffer): PdfValue {
    const opening = /\s*stream\r?\n/y;
    opening.lastIndex = this.#at;
    if (!opening.test(this.#text) || !isDict(value)) return value;
    const start = opening.lastIndex;
    const packed = file.subarray(start, start + Number(value.dict['Length']));
    this.#at = this.#text.indexOf('endstream', start + packed.length) + 'endstream'.length;
    return { ...value, stream: value.dict['Filter'] === '/FlateDecode' ? inflateSync(packed) : packed };
  }
}

export const isDict = (value: PdfValue | undefined): value is PdfDict => typeof value === 'object' && value !== null && 'dict' in value;
export const isText = (value: PdfValue | undefined): value is Text => typeof value === 'object' && value !== null && 'bytes' in value;
export const isRef = (value: PdfValue | undefined): value is Ref => typeof value === 'object' && value !== null && 'ref' in value;

/** The letters of a name, without its stroke. */
export const nameOf = (value: PdfValue | undefined): string | undefined => (typeof value === 'string' ? value.slice(1) : undefined);

/** A text string, ISO 32000-1 7.9.2.2: UTF-16 after its mark, else the Latin letters of PDFDocEncoding. */
export const textOf = (value: PdfValue | undefined): string | undefined =>
  isText(value) ? (value.bytes[0] === 0xfe && value.bytes[1] === 0xff ? Buffer.from(value.bytes.subarray(2)).swap16().toString('utf16le') : value.bytes.toString('latin1')) : undefined;
