import { quoted, type Fault } from '../../kernel/fault.ts';
import { ok, refused, type Result } from '../../kernel/result.ts';
import type { Document } from '../document.ts';
import { tidied } from '../tidy.ts';
import { paperData } from './paper-data.ts';
import { typeset } from './typesetting.ts';

/**
 * The document as tagged PDF that says it is PDF/UA-1, typeset off the main thread. The same document gives the same
 * bytes. Refused where a typeface lacks a character, which PDF/UA does not let pass unseen.
 * @throws Error where the typesetter fails for another reason, which is a fault of ours
 */
export async function pdf(document: Document): Promise<Result<Uint8Array>> {
  const tidy = tidied(document);
  if (!tidy.ok) return tidy;
  const set = await typeset(JSON.stringify(paperData(tidy.value)));
  if ('pdf' in set) return ok(set.pdf);
  const lacking = charactersLacking(set.complaint);
  if (lacking.length === 0) throw new Error(`The typesetter gave up: ${set.complaint}`);
  return refused(...lacking);
}

/** One fault for each text that no typeface has, out of what Typst reports for PDF/UA: "the text `"😀"` could not be displayed". */
function charactersLacking(complaint: string): readonly Fault[] {
  // Typst's own words come written for debugging, and what it quotes from the paper in them once more.
  const texts = [...unescaped(complaint).matchAll(/the text `"(.*?)"` could not be displayed|disallowed codepoint `"(.*?)"`/gu)].map(([, lacking, disallowed]) => unescaped(lacking ?? disallowed ?? ''));
  return [...new Set(texts)].map((text) => ({
    category: 'input',
    code: 'character-not-in-typeface',
    sentence: `The typefaces of the PDF have no sign for ${quoted(text)} (${codes(text)}). Take it out of the text, or make the paper for Word or the web, where the reader’s own typefaces show it.`,
    found: text,
  }));
}

/** Undoes how Rust writes a string for debugging: `\u{e000}`, `\"`, `\\`. */
const unescaped = (text: string): string =>
  text.replace(/\\u\{([0-9a-f]+)\}|\\(.)/gu, (_, code: string | undefined, other: string | undefined) => (code === undefined ? (other ?? '') : String.fromCodePoint(Number.parseInt(code, 16))));

const codes = (text: string): string => Array.from(text, (character) => `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`).join(' ');
