import type { Fault } from '../../kernel/fault.ts';
import { spotOf, type Path, type Source, type SpotFault, type Telling, type WhereIs } from './source.ts';

/** Beyond this many no more are looked for: a file so wrong is mended from the top. */
const KEPT = 5_000;

/** All that is wrong with one file. */
export class FaultList {
  readonly #source: Source;
  readonly #whereIs: WhereIs;
  readonly #kept: { fault: SpotFault; path?: Path }[] = [];
  #count = 0;

  constructor(source: Source, whereIs: WhereIs) {
    this.#source = source;
    this.#whereIs = whereIs;
    for (const fault of source.faults) this.#keep({ fault });
  }

  get count(): number {
    return this.#count;
  }

  /** Enough has been found: the rest of the file need not be checked. */
  get full(): boolean {
    return this.#count >= KEPT;
  }

  /** @param part whether the key or its value is wrong */
  add(path: Path, part: 'key' | 'value', code: string, tell: () => Telling): void {
    if (!this.full) this.#keep({ fault: { spot: spotOf(this.#source, path, part), code, tell }, path });
  }

  /** A place in words, for a fault that names a second one: `line 12`, `sheet posts, cell A4`. */
  elsewhere(path: Path): string {
    const { line, sheet, cell } = this.#whereIs(spotOf(this.#source, path, 'value'));
    return line === undefined ? `sheet ${sheet ?? '?'}, cell ${cell ?? '?'}` : `line ${line}`;
  }

  /** In reading order, the first `most` told one by one and how many more there are in a last fault. */
  told(most: number): readonly Fault[] {
    const sorted = this.#kept.toSorted((a, b) => a.fault.spot - b.fault.spot);
    const told = sorted.slice(0, most).map(({ fault, path }) => faultAt(fault, this.#whereIs, path && this.#inWords(path)));
    const more = this.#count - told.length;
    const last = told.at(-1)?.place?.file;
    if (more > 0) {
      const rest = more === 1 ? 'is 1 more fault' : `are ${this.full ? 'at least ' : ''}${more.toLocaleString('en-GB')} more faults`;
      const sentence = `There ${rest}. Mend these first and read the file again.`;
      told.push({ category: 'input', code: 'more-faults', sentence, ...(last === undefined ? {} : { place: { file: last } }) });
    }
    return told;
  }

  #keep(entry: { fault: SpotFault; path?: Path }): void {
    this.#count += 1;
    this.#kept.push(entry);
  }

  /** `posts/director.title`, or `posts[2].title` where the record has no id. */
  #inWords([top, index, ...rest]: Path): string {
    if (top === undefined) return '';
    const list = (this.#source.value as Readonly<Record<string, unknown>>)[top];
    const id = Array.isArray(list) && typeof index === 'number' ? (list[index] as { id?: unknown } | null)?.id : undefined;
    const start = typeof id === 'string' && id.length <= 100 ? `${top}/${id}` : undefined;
    const steps = start === undefined ? [top, index, ...rest] : rest;
    return steps.reduce<string>((words, step) => words + (typeof step === 'number' ? `[${step}]` : step === undefined ? '' : words === '' ? step : `.${step}`), start ?? '');
  }
}

/** The fault with its place. */
export function faultAt({ spot, code, tell }: SpotFault, whereIs: WhereIs, path?: string): Fault {
  const place = whereIs(spot);
  return { category: 'input', code, ...tell(), place: path === undefined || place.sheet !== undefined ? place : { ...place, path } };
}
