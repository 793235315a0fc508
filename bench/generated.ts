import { generateAuthority, type Size } from '../examples/generated/generate.ts';
import { openPack } from '../src/assessment/open-register.ts';
import type { CalendarDate } from '../src/kernel/date.ts';
import { duration } from '../src/kernel/duration.ts';
import { readRegisterFile } from '../src/model/register-file/read.ts';
import type { RegisterContent } from '../src/model/register-header.ts';
import type { CompiledPack } from '../src/rules/compile.ts';
import { vocabulariesOf } from '../src/rules/vocabularies.ts';

export const YEAR = duration('P1Y');

export const wales = (): CompiledPack => {
  const opened = openPack('wales-2009');
  if (!opened.ok) throw new Error(opened.faults.map(({ sentence }) => sentence).join(' '));
  return opened.value;
};

/** The bytes of a generated authority's register file. */
export const fileOf = (size: Size): Uint8Array => new TextEncoder().encode(JSON.stringify(generateAuthority(size)));

/** A register file read as the product reads it: schema, references and periods checked. */
export async function read(bytes: Uint8Array, compiled?: CompiledPack): Promise<RegisterContent> {
  const file = await readRegisterFile({ name: 'register.json', bytes }, compiled === undefined ? {} : vocabulariesOf(compiled.pack));
  if (!file.ok) throw new Error(file.faults.slice(0, 3).map(({ sentence }) => sentence).join(' '));
  return file.value;
}

/** The date that a generated register is read on. */
export function asAt({ header }: RegisterContent): CalendarDate {
  if (header.asAt === undefined) throw new Error('A generated register says its date.');
  return header.asAt;
}

export const recordsIn = ({ records }: RegisterContent): number => Object.values(records).reduce((sum, list) => sum + list.length, 0);
