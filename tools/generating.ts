/** What the generators share: how they refuse, and how they write and tell of it. */
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';

export const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);

/** `held-in-public` as `heldInPublic`. */
export const camel = (words: string): string => words.split('-').map((word, index) => (index === 0 ? word : capital(word))).join('');

/** The command was given something that it cannot take. */
export function refuse(sentence: string): void {
  console.error(sentence);
  process.exitCode = 2;
}

export function write(file: string, text: string): void {
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, text);
  console.log(`wrote ${file}`);
}
