import { Parser } from 'saxen';
import { damaged } from './zip.ts';

/** What is told of an XML text as it is read. Names come without their prefix. */
export interface XmlReader {
  readonly open?: (name: string, attributes: Attributes) => void;
  readonly close?: (name: string) => void;
  readonly text?: (text: string) => void;
}

/** The value of an attribute, named without its prefix; undefined where it is not given. */
export type Attributes = (name: string) => string | undefined;

const DEPTH = 100;

/** Reads an XML text without a document type, whose entities could grow without end. @throws Unreadable where it is not well-formed */
export function scanXml(xml: string, reader: XmlReader): void {
  if (xml === '') return;
  let depth = 0;
  const parser = new Parser();
  parser.on('openTag', (name: string, attributesOf: () => Readonly<Record<string, string>>, decode: (text: string) => string) => {
    depth += 1;
    if (depth > DEPTH) throw damaged();
    reader.open?.(bare(name), (wanted) => attribute(attributesOf(), wanted, decode));
  });
  parser.on('closeTag', (name: string) => {
    depth -= 1;
    reader.close?.(bare(name));
  });
  parser.on('text', (text: string, decode: (encoded: string) => string) => reader.text?.(decode(text)));
  parser.on('cdata', (text: string) => reader.text?.(text));
  parser.on('attention', () => {
    throw damaged();
  });
  parser.on('error', () => {
    throw damaged();
  });
  parser.parse(xml.charCodeAt(0) === 0xfeff ? xml.slice(1) : xml);
}

const bare = (name: string): string => name.slice(name.indexOf(':') + 1);

function attribute(attributes: Readonly<Record<string, string>>, wanted: string, decode: (text: string) => string): string | undefined {
  for (const [name, value] of Object.entries(attributes)) if (bare(name) === wanted) return decode(value);
  return undefined;
}
