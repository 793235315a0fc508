import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { CalendarDate } from '../../kernel/date.ts';
import { LANGUAGES, type Language } from '../../kernel/text.ts';
import type { AnyRecord } from '../../model/kind.ts';
import { isKindName, type KindName } from '../../model/kinds.ts';
import type { KeptRegister } from '../../register/kept-register.ts';
import type { Door, Visitor } from '../account/door.ts';
import { forbiddenPage, OWN, postedValue } from '../acting/own.ts';
import { isTheirForm } from '../account/your-account.ts';
import type { Page } from '../page.ts';
import { notFoundPage } from '../pages/not-found.ts';
import type { Reading } from '../reading.ts';
import { recordOf } from '../record-name.ts';
import { accountWords } from '../words/account.ts';
import { inLanguage } from '../words/pairs.ts';
import { beginsWith } from './prefilled.ts';
import { recordFormPage, type RecordForm, type Verb } from './record-form.ts';
import { faultsOnForm, missingIn, saveRecord } from './save-record.ts';

export interface RecordRoutesParts {
  readonly door: Door;
  readonly show: (request: FastifyRequest, reply: FastifyReply, page: Page) => FastifyReply;
  /** The register of the address as the visitor reads it, and as they read it on another date; the register to write to; or undefined where they may not and were answered: a reply that is awaited is none any more. */
  readonly enter: (request: FastifyRequest, reply: FastifyReply, language: Language) => Promise<{ readonly reading: Reading; readonly register: KeptRegister; readonly visitor: Visitor; readonly at: (date: CalendarDate) => Reading } | undefined>;
}

const VERBS: Readonly<Record<string, Verb>> = { change: 'change', correct: 'correct', end: 'end' };

/** The forms by which records are entered, changed, corrected and ended. */
export function recordRoutes(server: FastifyInstance, { door, show, enter }: RecordRoutesParts): void {
  for (const language of LANGUAGES) {
    for (const path of ['/records/:kind/new-record', '/records/:kind/:id/:verb']) {
      server.route({
        method: ['GET', 'POST'],
        url: `/${language}/:register${path}`,
        handler: async (request, reply) => {
          const entered = await enter(request, reply, language);
          if (entered === undefined) return reply;
          const { reading, register, visitor } = entered;
          void reply.header('cache-control', 'no-store');
          const form = formAsked(reading, request);
          if (form === undefined) return show(request, reply, notFoundPage(reading.ask, 'page'));
          if (!mayUse(reading, form)) return show(request, reply, forbiddenPage(reading));
          if (request.method === 'GET') return show(request, reply, recordFormPage(reading, form, beginsWith(form, reading.ask.query)));
          const value = postedValue(request.body);
          if (!isTheirForm(request, visitor, { csrf: value.get(OWN.csrf) })) return show(request, reply, recordFormPage(reading, form, value, [{ text: inLanguage(accountWords, language).formTooOld }]));
          const more = value.get(OWN.more);
          if (more !== undefined) return show(request, reply, { ...recordFormPage(reading, form, value, [], new Set([more])), status: 200 });
          const missing = missingIn(reading, form, value);
          if (missing.length > 0) return show(request, reply, recordFormPage(reading, form, value, missing));
          const saved = await saveRecord(reading, register, form, value, door.now());
          if (saved.ok) return reply.redirect(`${reading.to.record(saved.value.ref)}${reading.ask.url.includes('?') ? '&' : '?'}saved=${saved.value.number}`, 303);
          const [first] = saved.faults;
          if (first?.code === 'not-allowed') return show(request, reply, forbiddenPage(reading));
          return show(request, reply, { ...recordFormPage(reading, form, value, faultsOnForm(reading, saved.faults)), status: first?.category === 'conflict' ? 409 : 400 });
        },
      });
    }
  }
}

/** The form that the address asks for; undefined where there is no such record or verb. */
function formAsked(reading: Reading, { params }: FastifyRequest): RecordForm | undefined {
  const { kind = '', id, verb: asked } = params as Readonly<Record<string, string>>;
  if (!isKindName(kind)) return undefined;
  if (id === undefined) return { verb: 'new', kind, record: undefined, versions: 0 };
  const [verb, record] = [VERBS[asked ?? ''], recordOf(reading, `${kind}/${id}`)];
  return verb === undefined || record === undefined ? undefined : { verb, kind, record, versions: versionsOf(reading, kind, id).length };
}

const versionsOf = ({ seen }: Reading, kind: KindName, id: string): readonly AnyRecord[] => seen.where(kind, 'id', id, 'ever');

const mayUse = ({ access }: Reading, { kind, record }: RecordForm): boolean => access !== undefined && (record === undefined ? access.mightKeep(kind) : access.mayKeep(kind, record, undefined));

