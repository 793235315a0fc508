import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import type { Findings, FoundRecord, Format } from '../../src/exchange/findings.ts';
import { noteInWords } from '../../src/exchange/notes.ts';
import { enterFromRequest } from '../../src/exchange/plan/entered-from.ts';
import { foreignPlan, type ForeignPlan, type PlanOptions } from '../../src/exchange/plan/foreign-plan.ts';
import { readForeign, type ReadOptions } from '../../src/exchange/read-foreign.ts';
import { date } from '../../src/kernel/date.ts';
import { faultInWords } from '../../src/kernel/fault.ts';
import { differences } from '../../src/register/differences.ts';
import type { KeptRegister } from '../../src/register/kept-register.ts';
import { asked, good } from '../kept/folder.ts';

export const TODAY = date('2012-12-10');

export const fixture = (name: string): string => readFileSync(new URL(`fixtures/${name}`, import.meta.url), 'utf8');

export const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

/** What a text in a format gives. */
export const findingsIn = (format: Format, text: string | Uint8Array, options: Partial<ReadOptions> = {}): Findings =>
  good(readForeign(format, { name: 'file', bytes: typeof text === 'string' ? bytesOf(text) : text }, { today: TODAY, register: 'small', ...options }));

/** Why a text in a format is not read. */
export function refusalOf(format: Format, text: string | Uint8Array, options: Partial<ReadOptions> = {}): string {
  const read = readForeign(format, { name: 'file', bytes: typeof text === 'string' ? bytesOf(text) : text }, { today: TODAY, register: 'small', ...options });
  return read.ok ? assert.fail('it was read') : read.faults.map(faultInWords).join('\n');
}

export const record = ({ records }: Findings, id: string): FoundRecord => records.find((one) => one.id === id) ?? assert.fail(`no ${id} among ${records.map((one) => one.id).join(', ')}`);

export const notesOf = ({ notes }: Findings): readonly string[] => notes.map((note) => noteInWords(note, 'en'));

export const faultsOf = ({ faults }: Findings): readonly string[] => faults.map(faultInWords);

const OPTIONS: PlanOptions = { mapping: new Map(), theirs: new Set(), leaveOutFaulty: false, words: {} };

export const planned = (findings: Findings, register: KeptRegister, options: Partial<PlanOptions> = {}): ForeignPlan => good(foreignPlan(findings, register.image, { ...OPTIONS, ...options }));

/** Enters what a plan comes to, and tells what became of it. */
export async function entered(findings: Findings, register: KeptRegister, options: Partial<PlanOptions> = {}) {
  const plan = planned(findings, register, options);
  const { added, altered } = differences(register.image, plan.content);
  if (added.length + altered.length > 0) good(await register.perform(enterFromRequest(plan.content, asked({ reason: 'From the other system.' }))));
  return { added, altered, kept: plan.kept };
}
