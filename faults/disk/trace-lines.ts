/** One call to the system, as `strace -y -xx` writes it. */
export interface Call {
  readonly name: string;
  readonly args: readonly string[];
  /** What the system answered; calls that failed are left out. */
  readonly answer: number;
}

/** The calls that succeeded, in the order in which they came back. */
export function* calls(trace: string): Generator<Call> {
  const begun = new Map<string, string>();
  for (const line of trace.split('\n')) {
    const [, thread = '', rest = ''] = /^(\d+)\s+(.*)$/.exec(line) ?? [];
    if (rest.endsWith(' <unfinished ...>')) {
      begun.set(thread, rest.slice(0, -' <unfinished ...>'.length));
      continue;
    }
    const resumed = /^<\.\.\. \w+ resumed>(.*)$/.exec(rest);
    const whole = resumed === null ? rest : `${begun.get(thread) ?? ''}${resumed[1] ?? ''}`;
    const [, name, inside, answer] = /^(\w+)\((.*)\)\s+= (\d+)/.exec(whole) ?? [];
    if (name !== undefined && inside !== undefined) yield { name, args: split(inside), answer: Number(answer) };
  }
}

/** Between commas that stand in no bracket. Strings hold none: they are in hex. */
function split(inside: string): readonly string[] {
  const args: string[] = [];
  let depth = 0;
  let start = 0;
  for (let index = 0; index < inside.length; index += 1) {
    const char = inside[index];
    // A string of some thousand bytes is passed over at once.
    if (char === '"') index = inside.indexOf('"', index + 1);
    else if (char === '[' || char === '{') depth += 1;
    else if (char === ']' || char === '}') depth -= 1;
    else if (char === ',' && depth === 0) {
      args.push(inside.slice(start, index));
      start = index + 2;
    }
  }
  return [...args, inside.slice(start)];
}

/** The bytes of a string in hex (`"\x61\x62"`). */
export const bytesOf = (written: string): Buffer => Buffer.from(written.replaceAll(/^"|"(\.\.\.)?$/g, '').replaceAll('\\x', ''), 'hex');

/** The number and the path of a file descriptor (`21<\x2f…>`); no path where the file has none any more. */
export function descriptor(written: string): { readonly number: number; readonly path: string | undefined } {
  const [, number = '', path, gone] = /^(AT_FDCWD|-?\d+)(?:<([^>]*)>)?(\(deleted\))?/.exec(written) ?? [];
  return { number: Number(number), path: path === undefined || gone !== undefined ? undefined : bytesOf(path).toString() };
}
