import type { Terminal } from './command.ts';

/** Words broken into lines of the width, each after the first begun with the indent. */
export function wrapped(text: string, width: number, indent = ''): string {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(/\s+/)) {
    if (line !== '' && line.length + 1 + word.length > width - indent.length) {
      lines.push(line);
      line = word;
    } else line = line === '' ? word : `${line} ${word}`;
  }
  lines.push(line);
  return lines.map((one, index) => (index === 0 ? one : `${indent}${one}`)).join('\n');
}

/** Cut to the width, with an ellipsis where something was left out. */
export const cut = (text: string, width: number): string => (text.length <= width ? text.padEnd(width) : `${text.slice(0, width - 1)}…`);

const CODES = { bold: 1, red: 31, green: 32, yellow: 33, blue: 34, dim: 2 } as const;

/** Colour only on a terminal: what it says is always said in words as well. */
export const paint = (terminal: Terminal, colour: keyof typeof CODES, text: string): string =>
  terminal.colour ? `\u001b[${CODES[colour]}m${text}\u001b[0m` : text;
