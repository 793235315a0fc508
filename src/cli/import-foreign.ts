import { readFile } from 'node:fs/promises';
import { userInfo } from 'node:os';
import { basename } from 'node:path';
import { wordsFor } from '../assessment/open-register.ts';
import { EXCHANGE_LIMITS, FORMATS, type Findings, type Format } from '../exchange/findings.ts';
import { addressesIn, allowedAddress } from '../exchange/fetching/allowed-address.ts';
import { fetchAnswer } from '../exchange/fetching/fetch-answer.ts';
import { askModernGov } from '../exchange/modern-gov/service.ts';
import { noteInWords } from '../exchange/notes.ts';
import { enterFromRequest } from '../exchange/plan/entered-from.ts';
import { foreignPlan, type ForeignPlan } from '../exchange/plan/foreign-plan.ts';
import { candidates, notesToTell, rememberedMapping, type Mapping } from '../exchange/plan/mapping.ts';
import { readForeign } from '../exchange/read-foreign.ts';
import { faultInWords, placeInWords, quoted } from '../kernel/fault.ts';
import { addDays, type CalendarDate } from '../kernel/date.ts';
import { dateInLondon } from '../kernel/instant.ts';
import { didYouMean } from '../kernel/nearest.ts';
import { refused, type Result } from '../kernel/result.ts';
import type { NamedBytes } from '../model/register-file/read.ts';
import { differences } from '../register/differences.ts';
import type { Image } from '../register/image.ts';
import type { Performed } from '../register/request.ts';
import { InvalidInput, Misuse, type Terminal } from './command.ts';
import { given, keeping, keptRegister, now, refusal } from './kept.ts';
import { dateOption } from './options.ts';
import type { KeptOptions } from './place.ts';

/** The options by which what another system wrote is taken in. */
export const FOREIGN = {
  from: { type: 'string' },
  address: { type: 'string' },
  between: { type: 'string', multiple: true },
  committees: { type: 'string' },
  body: { type: 'string' },
  series: { type: 'string' },
  only: { type: 'string' },
  map: { type: 'string', multiple: true },
  'map-file': { type: 'string' },
  theirs: { type: 'boolean' },
  'leave-out-faulty': { type: 'boolean' },
} as const;

interface Values extends KeptOptions {
  readonly address?: string | undefined;
  readonly between?: readonly string[] | undefined;
  readonly committees?: string | undefined;
  readonly body?: string | undefined;
  readonly series?: string | undefined;
  readonly only?: string | undefined;
  readonly map?: readonly string[] | undefined;
  readonly 'map-file'?: string | undefined;
  readonly theirs?: boolean | undefined;
  readonly 'leave-out-faulty'?: boolean | undefined;
  readonly 'dry-run'?: boolean | undefined;
  readonly as?: string | undefined;
  readonly post?: string | undefined;
  readonly reason?: string | undefined;
  readonly key?: string | undefined;
  readonly json?: boolean | undefined;
}

/** Milliseconds for each answer of a service. */
const PATIENCE = 20_000;

/** `--between` takes two days: the second becomes an option of its own. */
export function withBothDays(args: readonly string[]): readonly string[] {
  const at = args.indexOf('--between');
  const [first, second] = [args[at + 1], args[at + 2]];
  return at === -1 || first === undefined || second === undefined || second.startsWith('-') ? args : [...args.slice(0, at), '--between', first, '--between', second, ...args.slice(at + 3)];
}

export function formatOption(written: string | undefined): Format | undefined {
  const format = FORMATS.find((one) => one === written);
  if (written !== undefined && format === undefined) throw new Misuse(`${quoted(written)} is not a format that is read: \`--from\` takes ${FORMATS.join(', ')}.${didYouMean(written, FORMATS)}`);
  return format;
}

/** Takes a file, or what the service at the address answers, into the register that is kept. @throws Misuse, InvalidInput */
export async function importForeign(format: Format, file: NamedBytes | undefined, values: Values, terminal: Terminal): Promise<void> {
  const { id, image } = await keptRegister(values);
  const today = dateInLondon(now());
  const findings = given(await found(format, file, values, image, id, today, terminal));
  const said = await mappingIn(values);
  const options = (at: Image) => ({ mapping: new Map([...rememberedMapping(findings.records, at), ...said]), theirs: values.theirs === true ? true as const : new Set<string>(), leaveOutFaulty: values['leave-out-faulty'] === true, words: wordsFor(at.header) });
  const plan = given(foreignPlan(findings, image, options(image)));
  const source = file === undefined ? (values.address ?? '') : basename(file.name);
  if (values['dry-run'] === true) return tell({ format, findings, plan, image, mapping: options(image).mapping, performed: undefined, isDry: true }, values, terminal);
  const asked = { actor: { person: values.as ?? userInfo().username, ...(values.post === undefined ? {} : { post: values.post }) }, reason: values.reason ?? `Import of ${source}`, now: now(), key: values.key };
  const performed = await keeping(values, false, async (registers) => (await registers.register(id)).perform({
    ...enterFromRequest(plan.content, asked),
    // What was read is laid against the register once more, by whoever keeps it.
    decide(latest) {
      const again = foreignPlan(findings, latest, options(latest));
      return again.ok ? enterFromRequest(again.value.content, asked).decide(latest) : again;
    },
  }));
  if (!performed.ok && performed.faults.some(({ code }) => code !== 'no-change')) throw refusal(performed.faults);
  tell({ format, findings, plan, image, mapping: options(image).mapping, performed: performed.ok ? performed.value : undefined, isDry: false }, values, terminal);
}

function found(format: Format, file: NamedBytes | undefined, values: Values, image: Image, register: string, today: CalendarDate, { env }: Terminal): Promise<Result<Findings>> | Result<Findings> {
  const between = daysIn(values.between);
  if (values.body !== undefined && values.series !== undefined) throw new Misuse('`--body` and `--series` each say what the entries are meetings of: give one of them.');
  const of = values.body !== undefined ? `bodies/${values.body.replace(/^bodies\//, '')}` : values.series === undefined ? undefined : `series/${values.series.replace(/^series\//, '')}`;
  const isThere = of === undefined || image.versions(of.startsWith('series/') ? 'series' : 'bodies', of.slice(of.indexOf('/') + 1)).length > 0;
  if (!isThere) throw new InvalidInput([{ category: 'input', code: 'no-such-record', sentence: `${quoted(of)} is not in the register.${didYouMean(of, [...image.ids('bodies')].map((one) => `bodies/${one}`).concat([...image.ids('series')].map((one) => `series/${one}`)))}`, found: of }]);
  if (file !== undefined) {
    if (format === 'ics' && of === undefined) throw new Misuse('Say with `--body ID` or `--series ID` of what the entries of the calendar are meetings.');
    return readForeign(format, file, { today, register, of, between, only: values.only });
  }
  if (between === undefined) throw new Misuse('Say with `--between D1 D2` from which day to which the meetings are wanted.');
  const address = allowedAddress(values.address ?? '', addressesIn(env['ANSWERABLE_MODERN_GOV']));
  if (!address.ok) return refused(...address.faults);
  const inside = env['ANSWERABLE_MODERN_GOV_INSIDE'] === 'on';
  const committees = (values.committees ?? '').split(',').filter((one) => one !== '');
  if (committees.some((one) => !/^\d{1,9}$/.test(one))) throw new Misuse('`--committees` takes the numbers of committees with commas between.');
  return askModernGov({ address: address.value, between, committees, today, body: of?.startsWith('bodies/') === true ? of.slice('bodies/'.length) : undefined, fetch: (url) => fetchAnswer(url, { bytes: EXCHANGE_LIMITS.bytes, patience: PATIENCE, inside }) });
}

function daysIn(between: readonly string[] | undefined): readonly [CalendarDate, CalendarDate] | undefined {
  if (between === undefined) return undefined;
  const [from, until] = between.map((written) => dateOption(written, 'between'));
  if (from === undefined || until === undefined || between.length > 2) throw new Misuse('`--between` takes two days: the first and the last.');
  if (until < from) throw new Misuse(`\`--between\` takes the first day and then the last: ${until} is before ${from}.`);
  if (addDays(from, 3_700) < until) throw new Misuse('`--between` takes ten years at most.');
  return [from, until];
}

async function mappingIn(values: Values): Promise<Mapping> {
  const path = values['map-file'];
  const text = path === undefined ? '' : await readFile(path, 'utf8').catch(() => {
    throw new InvalidInput([{ category: 'input', code: 'file-unreadable', sentence: 'This file of mappings cannot be read.', place: { file: path } }]);
  });
  const lines = text.split(/\r?\n/).map((line) => line.trim()).filter((line) => line !== '' && !line.startsWith('#'));
  return new Map([...lines, ...(values.map ?? [])].map((written): [string, string] => {
    const [, id = '', ref = ''] = /^([^=\s]+)\s*=\s*([a-z-]+\/[^=\s]+)$/.exec(written) ?? [];
    if (id === '') throw new Misuse(`${quoted(written)} is no mapping: write the id of the source, \`=\` and the record of the register, such as \`mg-committee-12=bodies/council\`.`);
    return [id, ref];
  }));
}

const CALLED: Readonly<Record<Format, string>> = { 'modern-gov': 'Modern.gov', popolo: 'Popolo', ics: 'a calendar' };

interface Told {
  readonly format: Format;
  readonly findings: Findings;
  readonly plan: ForeignPlan;
  /** The register as it was before. */
  readonly image: Image;
  readonly mapping: Mapping;
  readonly performed: Performed | undefined;
  readonly isDry: boolean;
}

function tell({ format, findings, plan, image, mapping, performed, isDry }: Told, { json }: Values, { out }: Terminal): void {
  const notes = notesToTell(findings, image, mapping);
  const { added, altered, same } = differences(image, plan.content);
  const open = candidates(findings.records, (kind) => image.all(kind)).filter(({ id }) => !mapping.has(id));
  const namesakes = open.filter(({ namesake }) => namesake !== undefined);
  if (json === true) {
    const entry = performed === undefined ? {} : { entry: performed.number, lastEntry: performed.last };
    out(`${JSON.stringify({ dryRun: isDry, format, ...entry, added, altered, same, kept: plan.kept, leftOut: plan.leftOut, notes: notes.map((note) => ({ code: note.code, place: note.place, sentence: noteInWords(note, 'en') })), mapped: Object.fromEntries(mapping), namesakes }, null, 2)}\n`);
    return;
  }
  const entries = performed === undefined ? (isDry ? 'Would enter: ' : 'Nothing to enter: ') : performed.last === performed.number ? `Entry ${performed.number}: ` : `Entries ${performed.number} to ${performed.last}: `;
  out(`Read as ${CALLED[format]}.\n${entries}${added.length} new, ${altered.length} changed, ${same} the same.\n`);
  if (isDry) for (const [sign, refs] of [['+', added], ['~', altered]] as const) for (const ref of refs) out(`${sign} ${ref}\n`);
  for (const { ref, fields, because } of plan.kept) out(`= ${ref}: ${because === 'erased' ? 'erased here, which stays so' : `kept as it is here (${fields.join(', ')}); ${because === 'here' ? 'it was changed here' : 'the source says something else'}. --theirs takes what the source says`}.\n`);
  for (const [id, ref] of mapping) if (findings.records.some((one) => one.id === id)) out(`${id} is ${ref}.\n`);
  for (const { id, name, namesake } of namesakes) out(`? ${id} (${quoted(name)}) is called the same as ${namesake}: --map ${id}=${namesake}\n`);
  for (const fault of plan.leftOut) out(`! ${faultInWords(fault)}\n`);
  const { told } = EXCHANGE_LIMITS;
  for (const note of notes.slice(0, told)) out(`- ${placeInWords(note.place)}: ${noteInWords(note, 'en')}\n`);
  if (notes.length > told) out(`- and ${notes.length - told} notes more.\n`);
}

