import type { FastifyInstance } from 'fastify';
import { subjectRef } from '../../acts/area-act.ts';
import { areaRequest } from '../../areas/area-request.ts';
import { wordsFor } from '../../assessment/open-register.ts';
import type { Fault } from '../../kernel/fault.ts';
import type { Instant } from '../../kernel/instant.ts';
import { LANGUAGES } from '../../kernel/text.ts';
import type { Result } from '../../kernel/result.ts';
import type { KindName } from '../../model/kinds.ts';
import type { KeptRegister } from '../../register/kept-register.ts';
import type { Performed } from '../../register/request.ts';
import { isTheirForm } from '../account/your-account.ts';
import type { FormFault } from '../forms/form-fault.ts';
import type { FormValue } from '../forms/form-value.ts';
import { notFoundPage } from '../pages/not-found.ts';
import type { Reading } from '../reading.ts';
import { recordOf } from '../record-name.ts';
import type { RecordRoutesParts } from '../recording/record-routes.ts';
import { saidFault } from '../said-fault.ts';
import { accountWords } from '../words/account.ts';
import { inLanguage } from '../words/pairs.ts';
import { recordingWords } from '../words/recording.ts';
import { actorIn, forbiddenPage, OWN, postedValue } from './own.ts';
import { actFormPage, mayActOn, type ActForm } from './act-form.ts';
import { inputFault } from './input-fault.ts';

/** The form that an address asks for, from the register as the visitor sees it; undefined where there is no such page. */
export type FormAt = (reading: Reading, params: Readonly<Record<string, string>>, value: FormValue) => ActForm | undefined;

/** A form at an address of a register: shown, and when it is posted done as one act; what was typed is there again where it is refused. */
export function actRoute(server: FastifyInstance, { door, show, enter }: RecordRoutesParts, path: string, formAt: FormAt): void {
  for (const language of LANGUAGES) {
    server.route({
      method: ['GET', 'POST'],
      url: `/${language}/:register${path}`,
      handler: async (request, reply) => {
        const entered = await enter(request, reply, language);
        if (entered === undefined) return reply;
        const { reading, register, visitor } = entered;
        void reply.header('cache-control', 'no-store');
        const value = request.method === 'GET' ? new Map(reading.ask.query) : postedValue(request.body);
        const form = formAt(reading, request.params as Readonly<Record<string, string>>, value);
        if (form === undefined) return show(request, reply, notFoundPage(reading.ask, 'page'));
        if (!mayOpen(reading, form, value)) return show(request, reply, forbiddenPage(reading));
        if (request.method === 'GET') return show(request, reply, actFormPage(reading, form, new Map([...(form.begins ?? []), ...value])));
        if (!isTheirForm(request, visitor, { csrf: value.get(OWN.csrf) })) return show(request, reply, actFormPage(reading, form, value, [{ text: inLanguage(accountWords, language).formTooOld }]));
        const more = value.get(OWN.more);
        if (more !== undefined) return show(request, reply, { ...actFormPage(reading, form, value, [], new Set([more])), status: 200 });
        if ((value.get(OWN.reason) ?? '').trim() === '') return show(request, reply, actFormPage(reading, form, value, [{ text: inLanguage(recordingWords, language).reasonMissing, field: OWN.reason }]));
        const done = await performForm(reading, register, form, value, door.now());
        if (done.ok) return reply.redirect(form.done(done.value), 303);
        const [first] = done.faults;
        if (first?.code === 'not-allowed') return show(request, reply, forbiddenPage(reading));
        return show(request, reply, { ...actFormPage(reading, form, value, faultsOf(reading, form, value, done.faults)), status: first?.category === 'conflict' ? 409 : 400 });
      },
    });
  }
}

/** Does the act as whoever posted the form, in the post that they chose among those they hold. */
export async function performForm({ access }: Reading, register: KeptRegister, form: ActForm, value: FormValue, now: Instant): Promise<Result<Performed>> {
  const person = access?.standing.person;
  if (access === undefined || person === undefined) return { ok: false, faults: [{ category: 'forbidden', code: 'not-allowed', sentence: 'This is for those who sign in.' }] };
  const input = form.input(value);
  const subject = subjectRef(form.act, input);
  const version = value.get(OWN.read);
  const read = subject === undefined || version === undefined ? undefined : new Map([[subject as string, version === '' ? undefined : Number(version)]]);
  return register.perform(areaRequest(form.act, input, person, { actor: actorIn(access, value), reason: value.get(OWN.reason) ?? '', now, key: value.get(OWN.key), read }, wordsFor));
}

function mayOpen(reading: Reading, form: ActForm, value: FormValue): boolean {
  const ref = subjectRef(form.act, form.input(value));
  const subject = ref === undefined ? undefined : recordOf(reading, ref as `${KindName}/${string}`);
  return mayActOn(reading, form.act, subject);
}

/** The faults of an act, each at the control that it is about: of its input, or of a record that it would make. */
export function faultsOf(reading: Reading, { act, input }: Pick<ActForm, 'act' | 'input'>, value: FormValue, faults: readonly Fault[]): readonly FormFault[] {
  const given = input(value);
  const t = inLanguage(recordingWords, reading.language);
  return faults.map((fault) => {
    if (fault.code === 'changed-since') return { text: t.changedSince };
    const text = inputFault(act.input, fault, given, reading.language) ?? saidFault(fault, reading.language);
    if (fault.code === 'wrong-reason') return { ...text, field: OWN.reason };
    const field = fault.place?.path?.replace(/^[^/.]+\/[^.]+\.?/, '').replace(/\[(\d+)\]/g, '.$1') ?? '';
    return { ...text, ...(field === '' ? {} : { field }) };
  });
}
