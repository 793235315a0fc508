import { printParseErrorCode, visit } from 'jsonc-parser';
import { quoted } from '../../kernel/fault.ts';
import type { Limits } from './limits.ts';
import { Unreadable, type Source, type Telling } from './source.ts';
import { tooDeep, Tree } from './tree.ts';

/** A list or group that is being read, with the key whose value comes next. */
type Open = { readonly list: unknown[]; readonly at: number } | { readonly map: Record<string, unknown>; readonly at: number; key?: { readonly name: string; readonly at: number } };

/** Reads JSON (RFC 8259) with the spot of every value, which `JSON.parse` does not tell. @throws Unreadable at the first slip */
export function readJson(text: string, limits: Limits): Source {
  const tree = new Tree(limits);
  const open: Open[] = [];
  let whole: unknown;
  const value = (given: unknown, at: number, written?: string): void => {
    const around = open.at(-1);
    if (around === undefined) whole = given;
    else if ('list' in around) tree.push(around.list, given, at, written);
    else if (around.key !== undefined) tree.put(around.map, around.key.name, around.key.at, given, at, written);
  };
  const begin = (one: Open): void => {
    if (open.length >= limits.depth) throw tooDeep(one.at, limits.depth);
    open.push(one);
  };
  const end = (): void => {
    const closed = open.pop();
    if (closed !== undefined) value('list' in closed ? closed.list : closed.map, closed.at);
  };
  visit(
    text,
    {
      onObjectBegin: (at) => begin({ map: tree.map(), at }),
      onObjectProperty: (name, at) => {
        const around = open.at(-1);
        if (around !== undefined && 'map' in around) around.key = { name, at };
      },
      onObjectEnd: end,
      onArrayBegin: (at) => begin({ list: tree.list(), at }),
      onArrayEnd: end,
      onLiteralValue: (given: unknown, at, length) => value(given, at, text.slice(at, at + length)),
      onError: (code, at) => {
        throw slip(text, at, EXPECTED[printParseErrorCode(code)] ?? A_VALUE);
      },
    },
    { disallowComments: true, allowTrailingComma: false, allowEmptyContent: false },
  );
  return tree.done(whole);
}

const A_VALUE = 'a value: words in double quotes, a number, true, false, null, a list or a group';
const WORDS = 'words that end with `"` on the same line, with `\\n` for a line end';

const EXPECTED: Readonly<Record<string, string>> = {
  InvalidNumberFormat: 'a number',
  PropertyNameExpected: 'a key in double quotes',
  ColonExpected: '`:` after the key',
  CommaExpected: '`,` before the next',
  CloseBraceExpected: '`,` or `}`',
  CloseBracketExpected: '`,` or `]`',
  EndOfFileExpected: 'nothing more: the file has one value, which ended before',
  UnexpectedEndOfString: WORDS,
  InvalidUnicode: WORDS,
  InvalidEscapeCharacter: WORDS,
  InvalidCharacter: WORDS,
};

function slip(text: string, spot: number, expected: string): Unreadable {
  const found = /[^\n]{0,20}/.exec(text.slice(spot, spot + 20))?.[0].trim() ?? '';
  const tell = (): Telling => ({ sentence: `This is not JSON: ${found === '' ? 'the line ends' : `${quoted(found)} stands`} where ${expected} should be.`, found, expected });
  return new Unreadable({ spot, code: 'json-syntax', tell });
}
