import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Format } from '../../exchange/findings.ts';
import { dateInLondon, type Instant } from '../../kernel/instant.ts';
import { isTheirForm } from '../account/your-account.ts';
import { forbiddenPage, OWN, postedValue } from '../acting/own.ts';
import type { FormFault } from '../forms/form-fault.ts';
import type { Page } from '../page.ts';
import { saidFault } from '../said-fault.ts';
import { accountWords } from '../words/account.ts';
import { importingWords } from '../words/importing.ts';
import { inLanguage } from '../words/pairs.ts';
import { recordingWords } from '../words/recording.ts';
import { enterForeign } from './enter-foreign.ts';
import type { Entered } from './for-keepers.ts';
import { foreignPage, isSeenBy, type ForeignShown } from './foreign-page.ts';
import { CHOOSE, choicesIn, planUpload, readForeignUpload } from './foreign-upload.ts';
import { importAddresses } from './import-addresses.ts';
import { importPlan } from './import-plan.ts';
import type { Choices, Upload, Uploads } from './uploads.ts';

interface Waiting {
  readonly format: Format;
  readonly secret: string;
  readonly upload: Upload & { readonly choices: Choices };
}

/** The dry run of a file of another system: how it is taken in is chosen and chosen again until somebody enters it. */
export async function decideForeign({ format, secret, upload }: Waiting, uploads: Uploads, { reading, register, visitor }: Entered, request: FastifyRequest, reply: FastifyReply, now: Instant): Promise<Page | FastifyReply> {
  const { access, language } = reading;
  if (access === undefined) return forbiddenPage(reading);
  const isSeen = isSeenBy(reading);
  const { choices } = upload;
  const read = readForeignUpload(format, upload, choices, dateInLondon(now), register.id);
  const shown = async (): Promise<ForeignShown> => {
    const image = await register.latest();
    const planned = read.ok ? planUpload(read.value, choices, image, access, isSeen) : read;
    return {
      upload: { name: upload.name, secret }, format, choices, image,
      findings: read.ok ? read.value : undefined,
      plan: planned.ok && 'content' in planned.value ? { foreign: planned.value, own: importPlan(image, planned.value.content, access) } : undefined,
      faults: planned.ok ? [] : planned.faults,
    };
  };
  const page = async (typed?: ReadonlyMap<string, string>, wrong?: readonly FormFault[]): Promise<Page> => foreignPage(reading, await shown(), typed, wrong);
  if (request.method === 'GET') return page();
  const typed = postedValue(request.body);
  if (!isTheirForm(request, visitor, { csrf: typed.get(OWN.csrf) ?? '' })) return page(typed, [{ text: inLanguage(accountWords, language).formTooOld }]);
  if (typed.has(CHOOSE.choose)) {
    await uploads.choose(secret, visitor.session.id, choicesIn(typed));
    return reply.redirect(importAddresses(reading).plan(secret), 303);
  }
  if ((typed.get(OWN.reason) ?? '').trim() === '') return page(typed, [{ text: inLanguage(recordingWords, language).reasonMissing, field: OWN.reason }]);
  if (!read.ok) return page(typed);
  const entered = await enterForeign(register, read.value, choices, access, isSeen, typed, now);
  if (entered.ok) return reply.redirect(`${importAddresses(reading).imported({ first: entered.value.number, last: entered.value.last })}?saved=${entered.value.number}`, 303);
  const [first] = entered.faults;
  if (first?.code === 'not-allowed') return forbiddenPage(reading);
  if (first?.code === 'changed-since') return { ...(await page(typed, [{ text: inLanguage(importingWords, language).changedSince }])), status: 409 };
  return page(typed, entered.faults.map((fault) => ({ ...saidFault(fault, language), ...(fault.code === 'wrong-reason' ? { field: OWN.reason } : {}) })));
}
