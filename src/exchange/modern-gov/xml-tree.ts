import { Parser } from 'saxen';
import type { Place } from '../../kernel/fault.ts';
import { unreadable, type ExchangeLimits } from '../findings.ts';

/** An element: its name in small letters without prefix, where it begins, its attributes, its text and what stands inside. */
export interface XmlElement {
  readonly name: string;
  readonly place: Place;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: XmlElement[];
  text: string;
}

/** How many characters of a text one element may hold. */
const LONGEST_TEXT = 200_000;

/** Reads XML as a tree, without a document type: its entities could grow without end or fetch files. @throws Unreadable */
export function xmlTree(xml: string, file: string, limits: ExchangeLimits): XmlElement {
  const text = xml.charCodeAt(0) === 0xfeff ? xml.slice(1) : xml;
  if (/^\s*(<\?xml[^>]*>)?\s*(<!doctype\s+html|<html)[\s>]/i.test(text.slice(0, 2_000))) unreadable('a-web-page', 'This is a web page, not XML: the address of a page was saved, or the service is off and answered with one.', { file, line: 1 });
  const lines = new Lines(text);
  const open: XmlElement[] = [];
  let root: XmlElement | undefined;
  let count = 0;
  /** Whether the element that was opened last is closed by its own sign. */
  let closed = false;
  const here = (): Place => ({ file, line: lines.line });
  const parser = new Parser();
  parser.on('openTag', (name, attributesOf, decode, isClosed) => {
    lines.to(`<${name}`);
    if ((count += 1) > limits.parts) unreadable('too-much', `There are more than ${limits.parts.toLocaleString('en-GB')} elements here, the most that is read at once. Give a part of it.`, here());
    if (open.length >= limits.depth) unreadable('too-deep', `More than ${limits.depth} elements stand inside each other here: no committee system writes that.`, here());
    // It gives false for what are no attributes. Only here they say something.
    const written = bare(name) === 'attendee' && (attributesOf() as Readonly<Record<string, string>> | false);
    const attributes = Object.fromEntries(Object.entries(written === false ? {} : written).map(([key, value]) => [bare(key), decode(value)]));
    const element: XmlElement = { name: bare(name), place: here(), attributes, children: [], text: '' };
    open.at(-1)?.children.push(element);
    if (root === undefined) root = element;
    else if (open.length === 0) unreadable('xml-syntax', 'A second element begins here beside the first: XML has one around all others.', here());
    open.push(element);
    closed = isClosed;
  });
  parser.on('closeTag', () => {
    if (!closed) lines.to('</');
    closed = false;
    open.pop();
  });
  const words = (piece: string): void => {
    const around = open.at(-1);
    if (around === undefined) return;
    if (around.text.length + piece.length > LONGEST_TEXT) unreadable('too-much', `The text of ${around.name} is longer than ${LONGEST_TEXT.toLocaleString('en-GB')} characters, the most that is read.`, around.place);
    around.text += piece;
  };
  parser.on('text', (piece, decode) => words(decode(piece)));
  parser.on('cdata', (piece) => {
    lines.over('<![CDATA[', piece.length);
    words(piece);
  });
  parser.on('comment', (piece) => lines.over('<!--', piece.length));
  parser.on('attention', (piece) => {
    lines.to(piece.slice(0, 20));
    unreadable('document-type', 'A document type (`<!DOCTYPE`) or another declaration stands here. Such files are not read: their entities could grow without end or fetch other files.', here());
  });
  parser.on('error', (error) => unreadable('xml-syntax', `This is not XML from here on: ${error.message}.`, here()));
  parser.parse(text);
  return root ?? unreadable('xml-syntax', 'There is no element here: this is not XML.', { file, line: 1 });
}

const bare = (name: string): string => name.slice(name.indexOf(':') + 1).toLowerCase();

/** The line of what the parser, which tells no place without counting from the start, has come to. */
class Lines {
  readonly #text: string;
  #at = 0;
  /** Where the line ends that it has come to. */
  #nextEnd: number;
  line = 1;

  constructor(text: string) {
    this.#text = text;
    this.#nextEnd = this.#endAfter(0);
  }

  #endAfter(at: number): number {
    const end = this.#text.indexOf('\n', at);
    return end === -1 ? Infinity : end;
  }

  /** Goes on to the next place where this stands. */
  to(written: string): void {
    const at = this.#text.indexOf(written, this.#at);
    if (at === -1) return;
    while (this.#nextEnd < at) {
      this.line += 1;
      this.#nextEnd = this.#endAfter(this.#nextEnd + 1);
    }
    this.#at = at + written.length;
  }

  over(beginning: string, length: number): void {
    this.to(beginning);
    this.#at += length;
  }
}
