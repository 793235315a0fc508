import { strFromU8, unzipSync } from 'fflate';
import { scanXml } from '../../src/model/register-file/workbook/xml.ts';

/** The attributes that the tests ask for. */
const ATTRIBUTES = ['val', 'styleId', 'firstRow', 'Id', 'id', 'Target'] as const;

/** An element of XML: its name and attributes without prefixes. */
export interface Element {
  readonly name: string;
  readonly attributes: (name: (typeof ATTRIBUTES)[number]) => string | undefined;
  readonly kids: Element[];
  text: string;
}

/** The XML of a part of the file, read by another library than the one that wrote it. @throws where it is not well-formed */
export function part(file: Uint8Array, path: string): Element {
  const bytes = unzipSync(file)[path];
  if (bytes === undefined) throw new Error(`There is no ${path} in the file.`);
  const root: Element = { name: '', attributes: () => undefined, kids: [], text: '' };
  const open = [root];
  scanXml(strFromU8(bytes), {
    open: (name, attributes) => {
      const said = new Map(ATTRIBUTES.map((wanted) => [wanted, attributes(wanted)]));
      const element: Element = { name, attributes: (wanted) => said.get(wanted), kids: [], text: '' };
      open.at(-1)?.kids.push(element);
      open.push(element);
    },
    close: () => void open.pop(),
    text: (text) => {
      for (const element of open) element.text += text;
    },
  });
  return root;
}

/** Every element of the name, in the order of the text. */
export const all = (element: Element, name: string): readonly Element[] => element.kids.flatMap((kid) => [...(kid.name === name ? [kid] : []), ...all(kid, name)]);

/** The value of the property, `<w:lang w:val="cy-GB"/>`, anywhere in the element. */
export const value = (element: Element, name: string): string | undefined => all(element, name)[0]?.attributes('val');

export const styleOf = (paragraph: Element): string | undefined => value(paragraph, 'pStyle');

/** The runs that have words, with the language that each says. */
export const runs = (element: Element): readonly { readonly text: string; readonly lang: string | undefined }[] =>
  all(element, 'r').flatMap((run) => {
    const text = all(run, 't').map((each) => each.text).join('');
    return text === '' ? [] : [{ text, lang: value(run, 'lang') }];
  });
