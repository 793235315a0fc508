import { ok, refused, type Result } from '../../kernel/result.ts';
import type { RegisterContent, VocabularySource } from '../register-header.ts';
import { check } from './check.ts';
import { decode, refuseControlCharacters } from './decode.ts';
import { faultAt } from './fault-list.ts';
import { formOf } from './form.ts';
import { readJson } from './json.ts';
import { LIMITS, type Limits } from './limits.ts';
import { placesInText, Unreadable, type Source, type SpotFault, type WhereIs } from './source.ts';
import { readYaml } from './yaml.ts';

/** A file as it came: its name (for the places of faults, and whose ending says what it is) and its bytes. */
export interface NamedBytes {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/**
 * Reads a register file: YAML, JSON, or a workbook with one sheet a kind (docs/reference/register-file.md). Gives the whole register with
 * every reference resolved to `kind/id`, or every fault with its place, never a part.
 * @param vocabularies the guidance's words, against which themes, accountabilities, competencies and designations are checked; a list not given is not checked
 * @param limits replaces single limits of `LIMITS`
 */
export async function readRegisterFile(file: NamedBytes, vocabularies: VocabularySource, limits: Partial<Limits> = {}): Promise<Result<RegisterContent>> {
  const all = { ...LIMITS, ...limits };
  const opened = await openFile(file, all);
  return opened.ok ? guarded(opened.value.whereIs, all, () => check(opened.value.source, opened.value.whereIs, vocabularies, all)) : opened;
}

interface Opened {
  readonly source: Source;
  readonly whereIs: WhereIs;
}

async function openFile({ name, bytes }: NamedBytes, limits: Limits): Promise<Result<Opened>> {
  const form = formOf(name, bytes, limits);
  if (!form.ok) return form;
  if (form.value === 'workbook') {
    const { openWorkbook } = await import('./workbook/open-workbook.ts');
    return openWorkbook(name, bytes, limits);
  }
  // For a fault in the bytes themselves: its place counts in what could be read of them, up to it.
  const text = guarded((spot) => placesInText(name, new TextDecoder().decode(bytes).replace(/\r\n?/g, '\n'))(spot), limits, () => ok(decode(bytes)));
  if (!text.ok) return text;
  const whereIs = placesInText(name, text.value);
  return guarded(whereIs, limits, () => {
    refuseControlCharacters(text.value);
    return ok({ source: readText(text.value, form.value === 'json', limits), whereIs });
  });
}

/** JSON is YAML too, but read many times faster as what it is. */
function readText(text: string, json: boolean, limits: Limits): Source {
  if (json) return readJson(text, limits);
  if (!/^\s*\{/.test(text)) return readYaml(text, limits);
  try {
    return readJson(text, limits);
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    return readYaml(text, limits);
  }
}

const tooTangled: SpotFault = { spot: 0, code: 'too-much', tell: () => ({ sentence: 'The file holds too much in one place, or nests too deep, to be read. Write it as plain lists of records.' }) };

/** Turns the end of a reading into its faults. */
function guarded<T>(whereIs: WhereIs, limits: Limits, read: () => Result<T>): Result<T> {
  try {
    return read();
  } catch (error) {
    // A parser that runs out of stack has been given something that no person writes.
    if (error instanceof RangeError) return refused(faultAt(tooTangled, whereIs));
    if (!(error instanceof Unreadable)) throw error;
    const told = error.faults.toSorted((a, b) => a.spot - b.spot).slice(0, limits.faults);
    return refused(...told.map((fault) => faultAt(fault, whereIs)));
  }
}
