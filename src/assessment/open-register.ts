import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { CalendarDate } from '../kernel/date.ts';
import { dateInLondon, instantOf } from '../kernel/instant.ts';
import { quoted } from '../kernel/fault.ts';
import { didYouMean } from '../kernel/nearest.ts';
import { ok, refused, type Result } from '../kernel/result.ts';
import { duration, type Duration } from '../kernel/duration.ts';
import { bundledPackIds, packFolder } from '../guidance/bundled.ts';
import { loadPack } from '../guidance/load.ts';
import type { Limits } from '../model/register-file/limits.ts';
import { readRegisterFile } from '../model/register-file/read.ts';
import type { RegisterContent, RegisterHeader, Vocabularies } from '../model/register-header.ts';
import { Snapshot } from '../register/snapshot.ts';
import { compilePack, type CompiledPack } from '../rules/compile.ts';
import { PackWords } from '../rules/pack-words.ts';
import { vocabulariesOf } from '../rules/vocabularies.ts';

/** A register read from a file, with the guidance that it is judged by. */
export interface OpenRegister {
  readonly content: RegisterContent;
  readonly compiled: CompiledPack;
}

const packs = new Map<string, Result<CompiledPack>>();

/** The pack with this id or in this folder, read and compiled once. */
export function openPack(named: string): Result<CompiledPack> {
  const folder = packFolder(named);
  let opened = packs.get(folder);
  if (opened === undefined) {
    opened = readPack(named, folder);
    packs.set(folder, opened);
  }
  return opened;
}

function readPack(named: string, folder: string): Result<CompiledPack> {
  if (!existsSync(join(folder, 'pack.yaml'))) {
    return refused({
      category: 'input',
      code: 'unknown-pack',
      sentence: `${quoted(named)} is not a guidance pack.${didYouMean(named, bundledPackIds())} There are ${bundledPackIds().join(', ')}.`,
      found: named,
    });
  }
  const loaded = loadPack(folder);
  return loaded.ok ? compilePack(loaded.value) : loaded;
}

/** Reads a register file, and the pack that it names or that is asked for instead. */
export async function openRegister(path: string, guidance?: string): Promise<Result<OpenRegister>> {
  let bytes: Uint8Array;
  try {
    bytes = await readFile(path);
  } catch (error) {
    const why = (error as NodeJS.ErrnoException).code === 'ENOENT' ? 'There is no such file' : 'This file cannot be read';
    return refused({ category: 'input', code: 'file-unreadable', sentence: `${why}.`, place: { file: path } });
  }
  return openRegisterBytes(path, bytes, guidance);
}

/** @param limits replaces single limits of what a file may hold */
export async function openRegisterBytes(name: string, bytes: Uint8Array, guidance?: string, limits: Partial<Limits> = {}): Promise<Result<OpenRegister>> {
  let opened: Result<CompiledPack> | undefined;
  const content = await readRegisterFile({ name, bytes }, ({ pack, authority }) => {
    opened = openPack(guidance ?? pack ?? defaultPack(authority.nation));
    return opened.ok ? vocabulariesOf(opened.value.pack) : {};
  }, limits);
  // A pack that the file names is the file's fault; one that was asked for beside it is not.
  if (opened?.ok === false) return guidance === undefined ? refused(...opened.faults.map((fault) => ({ ...fault, place: fault.place ?? { file: name, path: 'register.pack' } })), ...(content.ok ? [] : content.faults)) : opened;
  if (!content.ok) return content;
  return opened === undefined ? refused({ category: 'ours', code: 'no-pack', sentence: 'No guidance pack was chosen.' }) : ok({ content: content.value, compiled: opened.value });
}

/** A register that has been read already, with the pack that it names or that is asked for instead. */
export function openContent(content: RegisterContent, guidance?: string): Result<OpenRegister> {
  const opened = openPack(guidance ?? packOf(content.header));
  return opened.ok ? ok({ content, compiled: opened.value }) : opened;
}

/** The words of the guidance that a register uses, by its header; none where the pack is not to be found. */
export function wordsFor(header: RegisterHeader): Vocabularies {
  const opened = openPack(packOf(header));
  return opened.ok ? vocabulariesOf(opened.value.pack) : {};
}

export const packOf = ({ pack, authority }: RegisterHeader): string => pack ?? defaultPack(authority.nation);

const defaultPack = (nation: string): string => (nation === 'scotland' ? 'scotland-2008' : 'wales-2009');

/** The date asked for, else the register's own, else today in London. */
export const readingDate = ({ content }: OpenRegister, asked?: CalendarDate): CalendarDate =>
  asked ?? content.header.asAt ?? dateInLondon(instantOf(Date.now()));

/** The look-back asked for, else the pack's own, else a year. */
export const readingLookBack = ({ compiled }: Pick<OpenRegister, 'compiled'> & Partial<OpenRegister>, asked?: Duration): Duration =>
  asked ?? (compiled.pack.thresholds.some(({ id }) => id === 'look-back') ? new PackWords(compiled.pack).duration('look-back') : duration('P1Y'));

export const snapshotOf = ({ content }: OpenRegister, on: CalendarDate): Snapshot => new Snapshot(content, on);
