import { Parser } from 'saxen';

/** The keys of one page of a bucket's listing, and what to ask for the next page with. */
export interface Listing {
  readonly keys: readonly string[];
  readonly next: string | undefined;
}

/** Reads the answer to ListObjectsV2. @throws where it is none */
export function listedKeys(xml: string): Listing {
  const keys: string[] = [];
  const open: string[] = [];
  let [next, isCut, text]: [string | undefined, boolean, string] = [undefined, false, ''];
  const parser = new Parser();
  parser.on('openTag', (name: string) => {
    open.push(name);
    text = '';
  });
  parser.on('text', (piece: string, decode: (encoded: string) => string) => void (text += decode(piece)));
  parser.on('closeTag', () => {
    const path = open.join('/');
    if (path === 'ListBucketResult/Contents/Key') keys.push(text);
    if (path === 'ListBucketResult/NextContinuationToken') next = text;
    if (path === 'ListBucketResult/IsTruncated') isCut = text === 'true';
    open.pop();
  });
  parser.on('error', () => {
    throw new Error('the store of files gave a list that cannot be read');
  });
  parser.parse(xml);
  if (!/<ListBucketResult[\s>]/.test(xml) || (isCut && next === undefined)) throw new Error('the store of files gave a list that cannot be read');
  return { keys, next: isCut ? next : undefined };
}
