import { ERASURE_KIND, isErased, type KeptEntry } from '../store/store.ts';
import { ErasureCheck, type ErasureFault } from '../verify/erasure-check.ts';

/** Holds the lines `erased …` of a history against the entries that they name, each of which must name them in turn. */
export class ErasedLines {
  readonly #check = new ErasureCheck();
  readonly #firstBody = new Map<string, number>();
  /** The line after each entry's leaf and bodies. */
  readonly #ends: number[] = [];

  /** Told of each entry in order, with the line at which it ends; answers what is wrong with it. */
  add({ number, person, changes }: Omit<KeptEntry, 'leafHash'>, line: number): string | undefined {
    this.#ends.push(line);
    for (const [position, { kind, id, put }] of changes.entries()) {
      if (put === undefined) continue;
      const record = `${kind}/${id}`;
      const fault = this.#fault(number, person, position, record, put);
      if (fault !== undefined) return inWords(fault);
      if (!isErased(put) && !this.#firstBody.has(record)) this.#firstBody.set(record, number);
    }
    return undefined;
  }

  #fault(number: number, person: string, position: number, record: string, put: NonNullable<KeptEntry['changes'][number]['put']>): ErasureFault | undefined {
    if (isErased(put)) return this.#check.gone(number, position, record, put.erasedBy);
    const [kind = '', id = ''] = record.split('/');
    return kind === ERASURE_KIND ? this.#check.said(number, id, person, put.body, (one) => this.#firstBody.get(one)) : undefined;
  }

  /** The entry of which a body is said to be erased by one that does not say so. */
  unaccounted(): { readonly line: number; readonly why: string } | undefined {
    const first = this.#check.unaccounted();
    return first === undefined ? undefined : { line: this.#ends[first.entry] ?? 0, why: inWords(first) };
  }
}

const inWords = ({ entry, why }: ErasureFault): string => `Entry ${entry}: ${why}.`;
