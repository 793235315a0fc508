import { nameOrder } from '../name-order.ts';
import { EXCHANGE_LIMITS, type Findings, type Format } from '../../exchange/findings.ts';
import { noteInWords } from '../../exchange/notes.ts';
import type { ForeignPlan } from '../../exchange/plan/foreign-plan.ts';
import { candidates, notesToTell } from '../../exchange/plan/mapping.ts';
import { dateInWords, parseDate } from '../../kernel/date.ts';
import type { Fault } from '../../kernel/fault.ts';
import type { Language } from '../../kernel/text.ts';
import type { Image } from '../../register/image.ts';
import { kindNamed, type KindName } from '../../model/kinds.ts';
import type { AnyRecord } from '../../model/kind.ts';
import { shapeOf } from '../../model/register-file/shape.ts';
import { actingFields, actingHidden, OWN } from '../acting/own.ts';
import { errorsByField, errorsOf, type FormFault } from '../forms/form-fault.ts';
import { optionOf, type FormField } from '../forms/form-field.ts';
import type { Page } from '../page.ts';
import { pageOfRegister, type Reading } from '../reading.ts';
import { recordName } from '../record-name.ts';
import type { SaidText } from '../said-text.ts';
import { saidFault } from '../said-fault.ts';
import { formWords } from '../words/form.ts';
import { importingWords } from '../words/importing.ts';
import { filled, inLanguage } from '../words/pairs.ts';
import { recordingWords } from '../words/recording.ts';
import { CHOOSE, mappingOf } from './foreign-upload.ts';
import { importAddresses } from './import-addresses.ts';
import { faultRow, placeIn, recordRows, SHOWN } from './import-pages.ts';
import { isNothing, mayBeEntered, type ImportPlan } from './import-plan.ts';
import type { Choices } from './uploads.ts';

/** Of persons and posts without a namesake, and of choices in one list, no more than these are shown. */
const ENOUGH = { candidates: 20, options: 300, rows: 300 } as const;

/** A file of another system, as far as it could be read. */
export interface ForeignShown {
  readonly upload: { readonly name: string; readonly secret: string };
  readonly format: Format;
  readonly choices: Choices;
  readonly image: Image;
  /** Absent where it could not be read, or not laid against the register. */
  readonly findings: Findings | undefined;
  readonly plan: { readonly foreign: ForeignPlan; readonly own: ImportPlan } | undefined;
  /** What stands in the way. */
  readonly faults: readonly Fault[];
}

/** What a file of another system would change: how it is taken in, what that comes to, and the form that enters it. */
export function foreignPage(reading: Reading, shown: ForeignShown, typed: ReadonlyMap<string, string> = new Map(), wrong: readonly FormFault[] = []): Page {
  const { language } = reading;
  const t = inLanguage(importingWords, language);
  const own = importAddresses(reading);
  const { upload, format, plan, faults, findings } = shown;
  const isAsking = faults.some(({ code }) => code === 'calendar-of-what' || code === 'wrong-window');
  const groups = plan === undefined ? [] : (['notTheirs', 'altered', 'added', 'same'] as const).flatMap((group) => (plan.own[group].length === 0 ? [] : [{ id: group, label: filled(t.count, { label: t[group], count: plan.own[group].length }), isOpen: group !== 'same', shown: plan.own[group].length <= ENOUGH.rows ? undefined : filled(inLanguage(recordingWords, language).shownOf, { count: ENOUGH.rows, all: plan.own[group].length }), rows: recordRows(reading, plan.own.content, plan.own[group].slice(0, ENOUGH.rows), group === 'altered').map((row) => namedAsFound(row, findings, language)) }]));
  const mine = plan !== undefined && mayBeEntered(plan.own);
  const erased = plan?.foreign.kept.filter(({ because }) => because === 'erased').length ?? 0;
  const mapping = findings === undefined ? new Map<string, string>() : mappingOf(findings, shown.choices, shown.image, isSeenBy(reading));
  return pageOfRegister(reading, {
    view: 'import-foreign.njk',
    title: filled(t.plan, { name: upload.name }),
    current: 'records',
    errors: [
      ...faults.filter(() => isAsking).map(({ code }) => (code === 'calendar-of-what' ? { text: t.ofMissing, href: '#field-of' } : { text: t.wrongWindow, href: '#field-first' })),
      ...(faults.length > 0 && !isAsking ? [{ text: filled(t.faultCount, { name: upload.name, count: faults.length }), href: '#faults' }] : []),
      ...(plan === undefined || plan.own.notTheirs.length === 0 ? [] : [{ text: filled(t.notTheirsError, { count: plan.own.notTheirs.length }), href: '#notTheirs' }]),
      ...(plan?.own.faults ?? []).map((fault) => saidFault(fault, language)),
      ...errorsOf(wrong),
    ],
    model: {
      t, groups, heading: filled(t.plan, { name: upload.name }), formWords: inLanguage(formWords, language),
      readAs: t.readAs[format],
      lead: plan === undefined ? undefined : isNothing(plan.own) ? (plan.foreign.kept.length > 0 ? t.nothingKept : t.nothing) : t.nothingYet,
      erased: erased === 0 ? undefined : filled(t.erasedHere, { count: erased }),
      faults: isAsking ? [] : faults.map((fault) => faultRow(reading, fault)),
      leftOut: (plan?.foreign.leftOut ?? []).map((fault) => faultRow(reading, fault)),
      notes: findings === undefined ? [] : notesToTell(findings, shown.image, mapping).slice(0, EXCHANGE_LIMITS.told).map((note) => ({ place: placeIn(note.place, t), text: noteInWords(note, language).replace(/`([^`]*)`/g, '‘$1’') })),
      action: own.plan(upload.secret),
      csrf: actingHidden(reading, typed).find(({ name }) => name === OWN.csrf)?.value ?? '',
      chooseName: CHOOSE.choose,
      choosing: choosing(reading, shown, isAsking),
      enter: mine,
      submit: t.confirm,
      fields: actingFields(reading, typed, errorsByField(wrong)),
      hidden: [...actingHidden(reading, typed), { name: SHOWN, value: plan?.own.digest ?? '' }],
      another: { href: own.importing, said: { text: t.another } },
    },
  });
}

/** A record that the register does not have, and that has no title of its own, by what the source calls it. */
function namedAsFound<R extends { readonly id: string; readonly said: SaidText; readonly href?: string | undefined }>(row: R, findings: Findings | undefined, language: Language): R {
  const name = row.href === undefined && row.said.text === row.id ? findings?.records.find(({ id }) => id === row.id)?.name : undefined;
  if (name === undefined || name === '') return row;
  return { ...row, said: { text: name.replace(/\d{4}-\d{2}-\d{2}$/, (written) => {
    const day = parseDate(written);
    return day === undefined ? written : dateInWords(day, language);
  }) } };
}

/** Whether somebody may see a record of the register. */
export const isSeenBy = ({ register }: Reading) => (ref: string): boolean => {
  const [kind, id] = [ref.slice(0, ref.indexOf('/')) as KindName, ref.slice(ref.indexOf('/') + 1)];
  return (register.content.records[kind] as readonly AnyRecord[] | undefined)?.some((one) => one.id === id) === true;
};

function choosing(reading: Reading, { format, choices, findings, plan, faults, image }: ForeignShown, isAsking: boolean): readonly FormField[] {
  const t = inLanguage(importingWords, reading.language);
  const { records } = reading.register.content;
  const refsOf = (kind: KindName): readonly string[] => [...new Set(((records[kind] ?? []) as readonly AnyRecord[]).map(({ ref }) => ref as string))];
  const optionsOf = (refs: readonly string[]) => refs.slice(0, ENOUGH.options).map((ref) => optionOf(ref, recordName(reading, ref))).toSorted((a, b) => nameOrder(reading.language).compare(a.text, b.text));
  const isCalendar = format === 'ics';
  const needsBody = isCalendar || findings?.notes.some(({ code }) => code === 'body-unknown') === true || choices.has(CHOOSE.of);
  const error = (code: string, text: string) => (isAsking && faults.some((fault) => fault.code === code) ? { text } : undefined);
  const day = (name: 'first' | 'last'): FormField => ({ is: 'date', name, id: `field-${name}`, label: t[name], day: choices.get(`${name}.day`) ?? '', month: choices.get(`${name}.month`) ?? '', year: choices.get(`${name}.year`) ?? '', ...(name === 'first' ? { hint: t.windowHint, error: error('wrong-window', t.wrongWindow) } : {}) });
  const mapping = findings === undefined ? new Map<string, string>() : mappingOf(findings, choices, image, isSeenBy(reading));
  const open = findings === undefined ? [] : candidates(findings.records, (kind) => (records[kind] ?? []) as readonly AnyRecord[]);
  const [likely, others] = [open.filter(({ id, namesake }) => namesake !== undefined || mapping.has(id)), open.filter(({ id, namesake, kind }) => namesake === undefined && !mapping.has(id) && kind === 'bodies')];
  const asked = [...likely.slice(0, 5 * ENOUGH.candidates), ...others.slice(0, ENOUGH.candidates)];
  const kept = (plan?.foreign.kept ?? []).filter(({ because }) => because !== 'erased');
  const ticked = [...choices].filter(([name, value]) => name.startsWith(CHOOSE.theirs) && value !== '').map(([name]) => name.slice(CHOOSE.theirs.length)).filter((ref) => !kept.some((one) => one.ref === ref));
  return [
    ...(needsBody ? [{ is: 'choice' as const, name: CHOOSE.of, id: 'field-of', label: isCalendar ? t.of : t.ofUnknown, value: choices.get(CHOOSE.of) ?? '', options: [{ value: '', text: t.ofNone }, ...optionsOf([...(isCalendar ? refsOf('series') : []), ...refsOf('bodies')])], error: error('calendar-of-what', t.ofMissing) }] : []),
    ...(isCalendar ? [day('first'), day('last'), { is: 'line' as const, name: CHOOSE.only, id: 'field-only', label: t.only, value: choices.get(CHOOSE.only) ?? '' }] : []),
    ...asked.map(({ kind, id, name, namesake }): FormField => ({
      is: 'choice', name: `${CHOOSE.map}${id}`, id: `field-map-${id}`, label: filled(t.sameAs, { name }), value: mapping.get(id) ?? '',
      hint: filled(namesake === undefined ? t.noNamesake : t.namesake, { kind: kindNamed(kind).label[reading.language] }),
      options: [{ value: '', text: t.asNew }, ...optionsOf(namesake === undefined ? refsOf(kind) : [namesake, ...refsOf(kind).filter((ref) => ref !== namesake)])],
    })),
    ...(kept.length + ticked.length === 0 ? [] : [{
      is: 'checks' as const, name: 'theirs', id: 'field-theirs', label: t.theirs, hint: t.theirsHint,
      checks: [
        ...kept.slice(0, 200).map(({ ref, fields, because }) => ({ name: `${CHOOSE.theirs}${ref}`, value: 'yes', text: recordName(reading, ref).text, hint: filled(because === 'here' ? t.theirsHere : t.theirsBoth, { fields: labelsOf(ref, fields, reading) }), isTicked: false })),
        ...ticked.map((ref) => ({ name: `${CHOOSE.theirs}${ref}`, value: 'yes', text: recordName(reading, ref).text, isTicked: true })),
      ],
    }]),
    ...((findings?.faults.length ?? 0) > 0 || (plan?.foreign.leftOut.length ?? 0) > 0 || (faults.length > 0 && findings !== undefined) ? [{ is: 'checks' as const, name: CHOOSE.leaveOut, id: 'field-leave-out', label: t.faulty, checks: [{ name: CHOOSE.leaveOut, value: 'yes', text: t.leaveOut, isTicked: choices.get(CHOOSE.leaveOut) === 'yes' }] }] : []),
  ];
}

const labelsOf = (ref: string, fields: readonly string[], { language }: Reading): string =>
  fields.map((field) => shapeOf(ref.slice(0, ref.indexOf('/')) as KindName).fields.get(field)?.meta.label?.[language] ?? field).join(', ');
