import type { Readable } from 'node:stream';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { LANGUAGES, type Language } from '../../kernel/text.ts';
import { formatOf } from '../../exchange/format-of.ts';
import { dateInLondon } from '../../kernel/instant.ts';
import { isTheirForm } from '../account/your-account.ts';
import type { Page } from '../page.ts';
import { forbiddenPage, OWN, postedValue } from '../acting/own.ts';
import type { RecordRoutesParts } from '../recording/record-routes.ts';
import { saidFault } from '../said-fault.ts';
import { accountWords } from '../words/account.ts';
import { importingWords } from '../words/importing.ts';
import { filled, inLanguage } from '../words/pairs.ts';
import { recordingWords } from '../words/recording.ts';
import { enterImport } from './enter-import.ts';
import { forKeepers, type Entered } from './for-keepers.ts';
import { importAddresses } from './import-addresses.ts';
import { planPage, uploadPage } from './import-pages.ts';
import { importPlan } from './import-plan.ts';
import { readUpload } from './read-upload.ts';
import { postedFile, received, type Received } from './upload-body.ts';
import { Uploads } from './uploads.ts';

export interface ImportRoutesParts extends RecordRoutesParts {
  /** Answers whoever may not read the address before anything that they send is read. */
  readonly turnAway: (request: FastifyRequest, reply: FastifyReply, language: Language) => Promise<boolean>;
}

/** The pages by which a register file is looked at and entered. */
export function importRoutes(server: FastifyInstance, { turnAway, ...parts }: ImportRoutesParts): void {
  const { door } = parts;
  const uploads = new Uploads(door.database);

  async function take({ reading, register, visitor }: Entered, request: FastifyRequest, reply: FastifyReply): Promise<Page | FastifyReply> {
    // A body of another form than ours is the text or the fields that another parser made of it.
    const body = request.body as Received | object | undefined;
    if (body === 'too-large') return uploadPage(reading, { fault: 'tooLarge' });
    const posted = body instanceof Uint8Array ? await postedFile(body as Uint8Array<ArrayBuffer>, request.headers['content-type'] ?? '') : undefined;
    if (posted === undefined) return uploadPage(reading, { fault: 'notReceived' });
    if (!isTheirForm(request, visitor, { csrf: posted.csrf ?? '' })) return uploadPage(reading, { fault: { text: inLanguage(accountWords, reading.language).formTooOld } });
    const { file } = posted;
    if (file === undefined) return uploadPage(reading, { fault: 'chooseFile' });
    const format = formatOf(file);
    if (format !== undefined) {
      // What cannot be read at all is told at once; the rest is chosen and shown on the page of the dry run.
      const { readForeignUpload } = await import('./foreign-upload.ts');
      const read = readForeignUpload(format, file, new Map([['of', 'bodies/-']]), dateInLondon(door.now()), register.id);
      if (!read.ok) return uploadPage(reading, { file: { name: file.name, faults: read.faults } });
      return reply.redirect(importAddresses(reading).plan(await uploads.keep(file, visitor.session.id, register.id, door.now())), 303);
    }
    const read = await readUpload(file);
    if (!read.ok) return uploadPage(reading, { file: { name: file.name, faults: read.faults } });
    const { id } = read.value.content.header;
    if (id !== register.id) return uploadPage(reading, { fault: { text: filled(inLanguage(importingWords, reading.language).otherRegister, { found: id, register: register.id }) } });
    const secret = await uploads.keep(file, visitor.session.id, register.id, door.now());
    return reply.redirect(importAddresses(reading).plan(secret), 303);
  }

  async function decide(entered: Entered, request: FastifyRequest, reply: FastifyReply): Promise<Page | FastifyReply> {
    const { reading, register, visitor } = entered;
    const { secret = '' } = request.params as Readonly<Record<string, string | undefined>>;
    const upload = await uploads.find(secret, visitor.session.id, register.id, door.now());
    const format = upload === undefined ? undefined : formatOf(upload);
    // The readers of other systems’ files are loaded when there is one.
    if (upload !== undefined && format !== undefined) return (await import('./foreign-routes.ts')).decideForeign({ format, secret, upload }, uploads, entered, request, reply, door.now());
    const read = upload === undefined ? undefined : await readUpload(upload);
    const { access } = reading;
    if (upload === undefined || read?.ok !== true || access === undefined) return uploadPage(reading, { fault: 'gone' });
    const { content } = read.value;
    const planned = async (...rest: [typed?: ReadonlyMap<string, string>, faults?: Parameters<typeof planPage>[4]]): Promise<Page> => planPage(reading, { name: upload.name, secret }, importPlan(await register.latest(), content, access), ...rest);
    if (request.method === 'GET') return planned();
    const typed = postedValue(request.body);
    if (!isTheirForm(request, visitor, { csrf: typed.get(OWN.csrf) ?? '' })) return planned(typed, [{ text: inLanguage(accountWords, reading.language).formTooOld }]);
    const words = inLanguage(recordingWords, reading.language);
    if ((typed.get(OWN.reason) ?? '').trim() === '') return planned(typed, [{ text: words.reasonMissing, field: OWN.reason }]);
    const result = await enterImport(register, content, access, typed, door.now());
    if (result.ok) return reply.redirect(`${importAddresses(reading).imported({ first: result.value.number, last: result.value.last })}?saved=${result.value.number}`, 303);
    const [first] = result.faults;
    if (first?.code === 'not-allowed') return forbiddenPage(reading);
    if (first?.code === 'changed-since') return { ...(await planned(typed, [{ text: inLanguage(importingWords, reading.language).changedSince }])), status: 409 };
    return planned(typed, result.faults.map((fault) => ({ ...saidFault(fault, reading.language), ...(fault.code === 'wrong-reason' ? { field: OWN.reason } : {}) })));
  }

  // Forms with a file are taken nowhere else.
  void server.register((scope, _, done) => {
    scope.addContentTypeParser('multipart/form-data', (_request: FastifyRequest, payload: Readable) => received(payload));
    for (const language of LANGUAGES) {
      const url = `/${language}/:register/import`;
      scope.get(url, forKeepers(parts, language, ({ reading }) => Promise.resolve(uploadPage(reading))));
      scope.post(url, {
        onRequest: async (request, reply) => ((await turnAway(request, reply, language)) ? reply : undefined),
        handler: forKeepers(parts, language, take),
      });
      scope.get(`${url}/:secret`, forKeepers(parts, language, decide));
    }
    done();
  });
  for (const language of LANGUAGES) server.post(`/${language}/:register/import/:secret`, forKeepers(parts, language, decide));
}
