import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { LANGUAGES } from '../../kernel/text.ts';
import { refused } from '../../kernel/result.ts';
import { isTheirForm } from '../account/your-account.ts';
import type { Page } from '../page.ts';
import { notFoundPage } from '../pages/not-found.ts';
import { pageOfRegister, type Reading } from '../reading.ts';
import { actingFields, actingHidden, actorIn, forbiddenPage, OWN, postedValue } from '../acting/own.ts';
import type { RecordRoutesParts } from '../recording/record-routes.ts';
import { withShaken } from '../recording/shaken.ts';
import { errorsByField, errorsOf, type FormFault } from '../forms/form-fault.ts';
import { saidFault } from '../said-fault.ts';
import { accountWords } from '../words/account.ts';
import { formWords } from '../words/form.ts';
import { importingWords } from '../words/importing.ts';
import { filled, inLanguage } from '../words/pairs.ts';
import { recordingWords } from '../words/recording.ts';
import { forKeepers, type Entered } from './for-keepers.ts';
import { importAddresses } from './import-addresses.ts';
import { recordRows, SHOWN } from './import-pages.ts';
import { isImport, undoPlan, type Range, type UndoPlan } from './undo-plan.ts';

/** The page after an import, and the form that takes it back. */
export function undoRoutes(server: FastifyInstance, parts: RecordRoutesParts): void {
  const { door } = parts;

  async function undo({ reading, register, visitor }: Entered, request: FastifyRequest, reply: FastifyReply): Promise<Page | FastifyReply> {
    const { access } = reading;
    const range = rangeIn(reading);
    const plan = range === undefined || access === undefined ? undefined : undoPlan(await register.latest(), range, access);
    if (range === undefined || access === undefined || plan === undefined) return notFoundPage(reading.ask, 'page');
    if (!plan.isTheirs) return forbiddenPage(reading);
    if (request.method === 'GET') return undoPage(reading, range, plan);
    const typed = postedValue(request.body);
    const t = inLanguage(importingWords, reading.language);
    if (!isTheirForm(request, visitor, { csrf: typed.get(OWN.csrf) ?? '' })) return undoPage(reading, range, plan, typed, [{ text: inLanguage(accountWords, reading.language).formTooOld }]);
    const reason = typed.get(OWN.reason)?.trim() ?? '';
    if (reason === '') return undoPage(reading, range, plan, typed, [{ text: inLanguage(recordingWords, reading.language).reasonMissing, field: OWN.reason }]);
    const undone = await register.perform({
      act: 'record.correct',
      actor: actorIn(access, typed),
      reason: filled(t.undoReason, { number: range.first, reason }),
      now: door.now(),
      key: typed.get(OWN.key),
      decide(image) {
        const now = undoPlan(image, range, access);
        if (now === undefined || now.digest !== typed.get(SHOWN)) return refused({ category: 'conflict', code: 'changed-since', sentence: t.undoChangedSince, lang: reading.language });
        if (!now.isTheirs) return refused({ category: 'forbidden', code: 'not-allowed', sentence: t.undoChangedSince, lang: reading.language });
        return now.faults.length > 0 ? refused(...now.faults) : { ok: true, value: { header: now.header, changes: now.changes } };
      },
    });
    if (undone.ok) return reply.redirect(`${reading.to.records()}${reading.to.records().includes('?') ? '&' : '?'}saved=${undone.value.number}`, 303);
    if (undone.faults.some(({ code }) => code === 'not-allowed')) return forbiddenPage(reading);
    const page = undoPage(reading, range, undoPlan(await register.latest(), range, access) ?? plan, typed, undone.faults.filter(({ code }) => code !== 'still-referred-to').map((fault) => ({ ...saidFault(fault, reading.language), ...(fault.code === 'wrong-reason' ? { field: OWN.reason } : {}) })));
    return { ...page, status: undone.faults[0]?.category === 'conflict' ? 409 : 400 };
  }

  for (const language of LANGUAGES) {
    const url = `/${language}/:register/imported/:range`;
    server.get(url, forKeepers(parts, language, ({ reading }) => Promise.resolve(withShaken(importedPage(reading), reading, rangeIn(reading)?.last))));
    server.route({ method: ['GET', 'POST'], url: `${url}/undo`, handler: forKeepers(parts, language, undo) });
  }
}

function rangeIn({ ask }: Reading): Range | undefined {
  const [, first, last = first] = /^(\d{1,9})(?:-(\d{1,9}))?$/.exec(ask.params['range'] ?? '') ?? [];
  return first === undefined ? undefined : { first: Number(first), last: Number(last) };
}

function importedPage(reading: Reading): Page {
  const t = inLanguage(importingWords, reading.language);
  const { access, kept } = reading;
  const range = rangeIn(reading);
  if (range === undefined || access === undefined || kept === undefined || !isImport(kept.image.entries[range.first]?.act)) return notFoundPage(reading.ask, 'page');
  const below = [{ href: reading.to.records(), said: { text: inLanguage(recordingWords, reading.language).records } }, ...(undoPlan(kept.image, range, access)?.isTheirs !== true ? [] : [{ href: `${importAddresses(reading).imported(range)}/undo`, said: { text: t.undo } }])];
  return pageOfRegister(reading, { view: 'message.njk', title: t.imported, current: 'records', model: { heading: t.imported, lead: [], below } });
}

function undoPage(reading: Reading, range: Range, plan: UndoPlan, typed: ReadonlyMap<string, string> = new Map(), faults: readonly FormFault[] = []): Page {
  const { language, register } = reading;
  const t = inLanguage(importingWords, language);
  const own = importAddresses(reading);
  const isPossible = plan.faults.length === 0 && (plan.changes.length > 0 || plan.header !== undefined);
  const heading = filled(t.undoHeading, { number: range.first });
  return pageOfRegister(reading, {
    view: 'import-plan.njk',
    title: heading,
    current: 'records',
    errors: [
      // The register’s own sentence would name what refers to the record, which its reader may not know of.
      ...plan.faults.map((fault) => (fault.code === 'still-referred-to' ? { text: filled(t.stillReferredTo, { record: fault.found ?? '' }) } : saidFault(fault, language))),
      ...errorsOf(faults),
    ],
    model: {
      t, heading, formWords: inLanguage(formWords, language),
      lead: isPossible ? t.undoLead : t.undoNothing,
      header: plan.header !== undefined ? t.headerBack : plan.isHeaderTouched ? t.headerStays : undefined,
      groups: (['touched', 'back', 'out'] as const).flatMap((group) => (plan[group].length === 0 ? [] : [{ id: group, label: filled(t.count, { label: t[group], count: plan[group].length }), isOpen: true, rows: recordRows(reading, register.content, plan[group]) }])),
      action: isPossible ? `${own.imported(range)}/undo` : undefined,
      submit: t.undo,
      fields: actingFields(reading, typed, errorsByField(faults)),
      hidden: [...actingHidden(reading, typed), { name: SHOWN, value: plan.digest }],
      another: { href: own.importing, said: { text: t.importFile } },
    },
  });
}
