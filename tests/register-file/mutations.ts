import fc from 'fast-check';

/** Signs and words that mean something to YAML, JSON or a register. */
const PIECES = [
  ' ', '  ', '\n', '\t', '- ', '-', ': ', ':', ',', '[', ']', '{', '}', '"', "'", '#', ' # ', '&a ', '*a', '!', '!!str ', '|', '|-', '>', '>-', '|2', '%', '@', '`', '?', '? ', '<<: ', '~', 'null', 'true', '---', '\n---\n', '...', '\\', '\\u0041',
  '\\x41', '1.10', '007', '0x1F', '.inf', '1e3', '-5', 'a', 'key: ', 'key:\n', '\n  ', '\n    ', '\n- ', '\n\n', '""', "''", '[]', '{}', 'é', '\u{1f600}', '\u2028', '\u0085', '\u00a0', '\ufeff', '\r', '\r\n', '\u0000', '\ud800', '__proto__: ',
  'constructor: ', 'posts:\n', 'register:\n', 'id: ', '2012-11-05', '{ id: a }', 'x'.repeat(300),
];

interface Edit {
  readonly at: number;
  readonly cut: number;
  readonly put: string;
}

const edit: fc.Arbitrary<Edit> = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  cut: fc.oneof({ weight: 3, arbitrary: fc.constant(0) }, { weight: 2, arbitrary: fc.nat({ max: 3 }) }, { weight: 1, arbitrary: fc.nat({ max: 400 }) }),
  put: fc.oneof({ weight: 3, arbitrary: fc.constantFrom(...PIECES) }, { weight: 1, arbitrary: fc.string({ maxLength: 5 }) }, { weight: 1, arbitrary: fc.constant('') }),
});

/** The text with a few cuts and insertions anywhere. */
export const mutated = (text: string): fc.Arbitrary<string> =>
  fc.array(edit, { minLength: 1, maxLength: 4 }).map((edits) =>
    edits.reduce((whole, { at, cut, put }) => {
      const start = Math.floor(at * whole.length);
      return whole.slice(0, start) + put + whole.slice(start + cut);
    }, text));

/** Text put together from the pieces alone. */
export const pieced: fc.Arbitrary<string> = fc.array(fc.constantFrom(...PIECES), { minLength: 1, maxLength: 30 }).map((pieces) => pieces.join(''));

const ODD_VALUES: readonly unknown[] = [
  null, true, 0, -1, 1.5, 1e21, '', ' ', 'director', 'posts/director', 'nowhere/x', '/', 'posts/', 'safeguarding', '2012-02-30', '2012-01-01', 'P1M', 'x'.repeat(30_000), '\ud800', '\u0000', '<b>', [], [null], [[]], [{}], {}, { en: 'A' }, { en: null, cy: '' }, { en: 'A', fr: 'B' },
  { from: '2013-01-01', until: '2012-01-01' }, { issued: false, issuedOn: '2012-01-01' }, ['director', 'director', 7], { __proto__: null }, { constructor: 1 },
];

type Container = Record<string | number, unknown>;

function places(value: unknown): readonly { readonly inside: Container; readonly key: string | number }[] {
  if (typeof value !== 'object' || value === null) return [];
  const keys = Array.isArray(value) ? value.map((_, index) => index) : Object.keys(value);
  return keys.flatMap((key) => [{ inside: value as Container, key }, ...places((value as Container)[key])]);
}

/** The value with a few of its parts replaced by odd ones, left out, renamed or put where another was. */
export const mutatedValue = (value: unknown): fc.Arbitrary<unknown> =>
  fc.array(fc.record({ at: fc.nat(), to: fc.nat(), how: fc.constantFrom('replace', 'leave out', 'rename', 'swap'), odd: fc.constantFrom(...ODD_VALUES) }), { minLength: 1, maxLength: 8 }).map((edits) => {
    const whole: unknown = structuredClone(value);
    for (const { at, to, how, odd } of edits) {
      const all = places(whole);
      const one = all[at % all.length];
      const other = all[to % all.length];
      if (one === undefined || other === undefined) break;
      if (how === 'replace') one.inside[one.key] = structuredClone(odd);
      else if (how === 'swap') one.inside[one.key] = structuredClone(other.inside[other.key]);
      else {
        if (how === 'rename') one.inside[`${one.key}x`] = one.inside[one.key];
        delete one.inside[one.key];
      }
    }
    return whole;
  });

/** The bytes with a few replaced, dropped or repeated. */
export const mutatedBytes = (bytes: Uint8Array): fc.Arbitrary<Uint8Array> =>
  fc.array(fc.record({ at: fc.double({ min: 0, max: 1, noNaN: true }), byte: fc.nat({ max: 255 }), how: fc.constantFrom('replace', 'drop', 'insert', 'end') }), { minLength: 1, maxLength: 6 }).map((edits) => {
    let list = [...bytes];
    for (const { at, byte, how } of edits) {
      const index = Math.floor(at * list.length);
      if (how === 'replace') list[index] = byte;
      else if (how === 'drop') list.splice(index, 1 + (byte % 7));
      else if (how === 'insert') list.splice(index, 0, byte);
      else if (byte < 40) list = list.slice(0, index);
    }
    return Uint8Array.from(list);
  });
