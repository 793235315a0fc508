import type { Fault, Place } from '../../kernel/fault.ts';
import type { AnyRecord } from '../../model/kind.ts';
import { kindNamed, type KindName } from '../../model/kinds.ts';
import { titleOf } from '../../model/labels.ts';
import { recordsOf } from '../../model/register-file/written.ts';
import type { RegisterContent } from '../../model/register-header.ts';
import { errorsByField, errorsOf, type FormFault } from '../forms/form-fault.ts';
import type { Page, PageError } from '../page.ts';
import { pageOfRegister, type Reading } from '../reading.ts';
import { recordName, recordOf } from '../record-name.ts';
import { actingFields, actingHidden } from '../acting/own.ts';
import { saidFault } from '../said-fault.ts';
import { said, type SaidText } from '../said-text.ts';
import { formWords } from '../words/form.ts';
import { importingWords } from '../words/importing.ts';
import { filled, inLanguage } from '../words/pairs.ts';
import { recordingWords } from '../words/recording.ts';
import { differingFields } from './differing-fields.ts';
import { importAddresses } from './import-addresses.ts';
import { isNothing, mayBeEntered, type ImportPlan } from './import-plan.ts';
import { MINUTES_KEPT } from './uploads.ts';

/** What is wrong with what was sent, without regard to what the file says. */
export type UploadFault = 'chooseFile' | 'tooLarge' | 'notReceived' | 'gone';

/** Of the records that stay as they are no more than this are listed one by one. */
const ENOUGH = 200;

/** The name under which the form of a dry run posts which one it was. */
export const SHOWN = 'shown';

/** The page on which a file is chosen, with what was wrong with the last one. */
export function uploadPage(reading: Reading, wrong: { readonly fault?: UploadFault | { readonly text: string }; readonly file?: { readonly name: string; readonly faults: readonly Fault[] } } = {}): Page {
  const { language, visitor, to } = reading;
  const t = inLanguage(importingWords, language);
  const { fault, file } = wrong;
  const text = fault === undefined ? undefined : typeof fault === 'string' ? filled(t[fault], { minutes: MINUTES_KEPT }) : fault.text;
  const errors: readonly PageError[] = [
    ...(text === undefined ? [] : [{ text, href: '#file' }]),
    ...(file === undefined ? [] : [{ text: filled(t.faultCount, { name: file.name, count: file.faults.length }), href: '#faults' }]),
  ];
  const own = importAddresses(reading);
  return pageOfRegister(reading, {
    view: 'import.njk',
    title: t.importFile,
    current: 'records',
    errors,
    model: {
      t, heading: t.importFile, action: own.importing, csrf: visitor?.session.csrf ?? '', fault: text,
      faults: file?.faults.map((one) => faultRow(reading, one)),
      downloads: [{ href: own.workbook, said: { text: t.workbook } }, { href: own.template, said: { text: t.template } }],
      cancel: to.records(), cancelText: inLanguage(formWords, language).cancel,
    },
  });
}

/** What a file would change, with the form that enters it where nothing stands in the way. */
export function planPage(reading: Reading, upload: { readonly name: string; readonly secret: string }, plan: ImportPlan, typed: ReadonlyMap<string, string> = new Map(), faults: readonly FormFault[] = []): Page {
  const { language } = reading;
  const t = inLanguage(importingWords, language);
  const own = importAddresses(reading);
  const groups = (['notTheirs', 'altered', 'added', 'left', 'same'] as const).flatMap((group) => (plan[group].length === 0 ? [] : [{ id: group, label: filled(t.count, { label: t[group], count: plan[group].length }), isOpen: isDecided(group), shown: isDecided(group) || plan[group].length <= ENOUGH ? undefined : filled(inLanguage(recordingWords, language).shownOf, { count: ENOUGH, all: plan[group].length }), rows: recordRows(reading, plan.content, isDecided(group) ? plan[group] : plan[group].slice(0, ENOUGH), group === 'altered') }]));
  const mine = mayBeEntered(plan);
  return pageOfRegister(reading, {
    view: 'import-plan.njk',
    title: filled(t.plan, { name: upload.name }),
    current: 'records',
    errors: [
      ...(plan.notTheirs.length === 0 ? [] : [{ text: filled(t.notTheirsError, { count: plan.notTheirs.length }), href: '#notTheirs' }]),
      ...(plan.isHeaderTheirs ? [] : [{ text: t.headerNotTheirs }]),
      ...plan.faults.map((fault) => saidFault(fault, language)),
      ...errorsOf(faults),
    ],
    model: {
      t, groups, heading: filled(t.plan, { name: upload.name }), formWords: inLanguage(formWords, language),
      lead: isNothing(plan) ? t.nothing : t.nothingYet,
      header: plan.header === undefined ? undefined : t.header,
      action: mine ? own.plan(upload.secret) : undefined,
      submit: t.confirm,
      fields: actingFields(reading, typed, errorsByField(faults)),
      hidden: [...actingHidden(reading, typed), { name: SHOWN, value: plan.digest }],
      another: { href: own.importing, said: { text: t.another } },
    },
  });
}

const isDecided = (group: string): boolean => group !== 'left' && group !== 'same';

/** Each record by its name, as the register has it where its reader may see it there, else as the file has it; with what differs where that is asked for. */
export function recordRows(reading: Reading, file: RegisterContent, refs: readonly string[], withDiffering = false) {
  const inFile = Map.groupBy<string, AnyRecord>(recordsOf(file).flatMap(([, records]) => records), ({ ref }) => ref);
  const period = inLanguage(recordingWords, reading.language).period;
  return refs.map((ref) => {
    const [kind, id] = [ref.slice(0, ref.indexOf('/')) as KindName, ref.slice(ref.indexOf('/') + 1)];
    const isSeen = recordOf(reading, ref) !== undefined;
    const versions = inFile.get(ref) ?? [];
    const record = versions.at(-1);
    const title = record === undefined ? undefined : titleOf(record);
    const name: SaidText = isSeen ? recordName(reading, ref) : title === undefined ? { text: id } : said(title, reading.language);
    return { kind: kindNamed(kind).label[reading.language], id, said: name, href: isSeen ? reading.to.record(ref) : undefined, ...(withDiffering ? { differing: differingFields(kind, reading.kept?.image.versions(kind, id) ?? [], versions, reading.language, period).join(', ') } : {}) };
  });
}

/** A fault with its place in words. */
export function faultRow({ language }: Reading, fault: Fault) {
  return { place: placeIn(fault.place ?? {}, inLanguage(importingWords, language)), said: saidFault(fault, language) };
}

/** Where in the file, without its name. */
export function placeIn({ line, sheet, cell, path }: Place, t: Readonly<Record<'line' | 'sheet' | 'cell' | 'wholeFile', string>>): string {
  const parts = [
    ...(line === undefined ? [] : [filled(t.line, { line })]),
    ...(sheet === undefined ? [] : [filled(t.sheet, { sheet })]),
    ...(cell === undefined ? [] : [filled(t.cell, { cell })]),
    ...(path === undefined || path === '' ? [] : [path]),
  ];
  return parts.length === 0 ? t.wholeFile : parts.join(', ');
}
