import type { Block } from './document.ts';
import type { Text } from '../kernel/text.ts';

/**
 * A section’s text as numbered paragraphs, `2.1`, `2.2`: an empty line ends a paragraph, lines that begin with a dash are a list. A
 * paragraph that brings its own number keeps it. Where the languages differ in how they are divided each paragraph would stand beside
 * another one, so the text then stays whole.
 */
export function paragraphs(text: Text, section: string): readonly Block[] {
  const [en, cy] = [divided(text.en), divided(text.cy)];
  if (en !== undefined && cy !== undefined && !isDividedAlike(en, cy)) return [{ is: 'paragraph', number: `${section}.1`, words: text }];
  let count = 0;
  return (en ?? cy ?? []).map((piece, index): Block => {
    const other = cy?.[index];
    if (piece.is === 'list') return { is: 'list', ordered: false, items: piece.lines.map((line, at) => ({ words: en === undefined ? { cy: line } : { en: line, cy: other?.lines[at] } })) };
    count += 1;
    return { is: 'paragraph', number: piece.number ?? `${section}.${count}`, words: en === undefined ? { cy: piece.lines.join('\n') } : { en: piece.lines.join('\n'), cy: other?.lines.join('\n') } };
  });
}

interface Piece {
  readonly is: 'paragraph' | 'list';
  readonly number?: string | undefined;
  readonly lines: readonly string[];
}

const ITEM = /^[-*•]\s+/;
const NUMBER = /^(\d+(?:\.\d+)+)\.?\s+/;

function divided(text: string | undefined): readonly Piece[] | undefined {
  if (text === undefined) return undefined;
  const pieces = text.replace(/\r\n?/g, '\n').split(/\n[ \t]*\n/).map((piece) => piece.trim()).filter((piece) => piece !== '');
  return pieces.flatMap((piece): readonly Piece[] => {
    const found: Piece[] = [];
    for (const line of piece.split('\n')) {
      const last = found.at(-1);
      const is = ITEM.test(line) ? 'list' : 'paragraph';
      const words = line.replace(ITEM, '').trim();
      if (last?.is === is) found[found.length - 1] = { ...last, lines: [...last.lines, words] };
      else found.push({ is, number: is === 'paragraph' ? NUMBER.exec(words)?.[1] : undefined, lines: [words.replace(NUMBER, '')] });
    }
    return found;
  });
}

const isDividedAlike = (en: readonly Piece[], cy: readonly Piece[]): boolean =>
  en.length === cy.length && en.every((piece, index) => piece.is === cy[index]?.is && (piece.is === 'paragraph' || piece.lines.length === cy[index].lines.length));
