import { createHash } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Variant } from '../../areas/meetings/paper-parts.ts';
import { PAPERS } from '../../areas/papers.ts';
import type { Document, Showing } from '../../documents/document.ts';
import { htmlPage } from '../../documents/html/html.ts';
import { STYLE } from '../../documents/html/style.ts';
import type { Fault } from '../../kernel/fault.ts';
import type { Result } from '../../kernel/result.ts';
import { LANGUAGES, type Language } from '../../kernel/text.ts';
import type { Ref } from '../../model/field.ts';
import { PAGE_CACHE } from '../answers.ts';
import type { Visitor } from '../account/door.ts';
import type { Ask, Page } from '../page.ts';
import { notFoundPage } from '../pages/not-found.ts';
import { pageOfRegister, readingOf, type Library, type Reading } from '../reading.ts';
import { recordLink, recordOf } from '../record-name.ts';
import { registerIn } from '../register-pages.ts';
import { saidFault } from '../said-fault.ts';
import type { Shelf } from '../shelf.ts';
import { filled, inLanguage } from '../words/pairs.ts';
import { papersWords } from '../words/papers.ts';
import { maySeePrivate, paperSources } from './paper-sources.ts';

interface PaperRoutesParts {
  readonly shelf: Shelf;
  readonly library: Library;
  readonly letIn: (request: FastifyRequest, reply: FastifyReply, language: Language) => Promise<Visitor | undefined | 'sent away'>;
  readonly show: (request: FastifyRequest, reply: FastifyReply, page: Page) => FastifyReply;
}

interface Form {
  readonly type: string;
  readonly write: (document: Document) => Promise<Result<Uint8Array | string>>;
}

/** What writes each form, loaded when it is first asked for. */
const FORMS: Readonly<Record<string, Form>> = {
  html: { type: 'text/html; charset=utf-8', write: (document) => Promise.resolve(htmlPage(document)) },
  docx: { type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document', write: async (document) => (await import('../../documents/word/word.ts')).word(document) },
  pdf: { type: 'application/pdf', write: async (document) => (await import('../../documents/pdf/pdf.ts')).pdf(document) },
};

const SHOWINGS: Readonly<Record<string, Showing>> = { en: { in: 'en' }, cy: { in: 'cy' } };
const VARIANTS: Readonly<Record<string, Variant>> = { public: 'public', private: 'private' };

/** A paper as a page brings its own style and nothing else: it runs nothing, sends nothing and is framed nowhere. */
const PAPER_POLICY = `default-src 'none'; style-src 'sha256-${createHash('sha256').update(STYLE).digest('base64')}'; form-action 'none'; base-uri 'none'; frame-ancestors 'none'`;

/** So many may wait for their paper at once: each takes a processor for up to a second or two. */
const MOST_AT_ONCE = 16;

/** The papers of records to read and to keep: `/meetings/m1/pack.pdf?variant=public&in=both`. */
export function paperRoutes(server: FastifyInstance, { shelf, library, letIn, show }: PaperRoutesParts): void {
  let writing = 0;
  for (const language of LANGUAGES) {
    for (const [kind, papers] of Object.entries(PAPERS)) {
      for (const { what, hasVariants, paper } of papers) {
        server.get(`/${language}/:register/${kind}/:id/${what}.:format`, async (request, reply) => {
          const visitor = await letIn(request, reply, language);
          if (visitor === 'sent away') return reply;
          const ask: Ask = { visitor, language, params: request.params as Readonly<Record<string, string>>, query: new URLSearchParams(request.url.split('?')[1] ?? ''), url: request.url };
          const found = await registerIn(ask, shelf);
          if ('answer' in found) return show(request, reply, notFoundPage(ask, 'register', ask.params['register']));
          const reading = readingOf(ask, found.shelved, found.standing, library);
          const { id = '' } = ask.params;
          const ref: Ref = `${kind}/${id}`;
          const record = recordOf(reading, ref);
          if (record === undefined) return show(request, reply, notFoundPage(ask, 'record', ref));
          const chosen = chosenBy(ask, hasVariants);
          if (typeof chosen === 'string') return show(request, reply, refusedPage(reading, ref, [chosen]));
          const { form, showing, variant, asked } = chosen;
          if (variant === 'private' && !maySeePrivate(reading, record)) return show(request, reply, { ...refusedPage(reading, ref, [inLanguage(papersWords, language).notPrivate]), status: 403 });
          if (writing >= MOST_AT_ONCE) return busy(reply);
          const document = paper(record, variant, paperSources(reading), showing);
          writing += 1;
          const written = await form.write(document).finally(() => {
            writing -= 1;
          });
          if (!written.ok) return show(request, reply, refusedPage(reading, ref, written.faults));
          const name = fileName([found.shelved.slug, kind, id, ...(what === 'paper' ? [] : [what]), ...(hasVariants ? [variant] : []), asked], ask.params['format'] ?? '');
          return sent(reply, name, form.type, written.value);
        });
      }
    }
  }
}

interface Chosen {
  readonly form: Form;
  readonly showing: Showing;
  readonly variant: Variant;
  /** The language as it was asked for. */
  readonly asked: string;
}

/** What the address asks for, or what is wrong with it in a sentence. */
function chosenBy({ language, params, query }: Ask, hasVariants: boolean): Chosen | string {
  const t = inLanguage(papersWords, language);
  const { format = '' } = params;
  const [asked, of] = [query.get('in') ?? language, query.get('variant') ?? 'public'];
  const form = own(FORMS, format);
  if (form === undefined) return filled(t.wrongFormat, { found: format });
  const showing = asked === 'both' ? ({ both: 'side-by-side', first: language } as const) : own(SHOWINGS, asked);
  if (showing === undefined) return filled(t.wrongLanguage, { found: asked });
  const variant = hasVariants ? own(VARIANTS, of) : 'public';
  return variant === undefined ? filled(t.wrongVariant, { found: of }) : { form, showing, variant, asked };
}

const own = <T>(choices: Readonly<Record<string, T>>, written: string): T | undefined => (Object.hasOwn(choices, written) ? choices[written] : undefined);

/** Letters, figures, dots and dashes alone: every browser and every disk takes them. */
const fileName = (parts: readonly string[], format: string): string => `${parts.map((part) => part.replace(/[^A-Za-z0-9._-]+/g, '-')).join('-').slice(0, 120)}.${format}`;

const busy = (reply: FastifyReply): FastifyReply =>
  reply.code(503).headers({ 'retry-after': '5', 'cache-control': 'no-store' }).type('text/plain; charset=utf-8').send('Many papers are being made. Ask again in a few seconds. Mae llawer o bapurau’n cael eu gwneud. Gofynnwch eto ymhen ychydig eiliadau.\n');

function sent(reply: FastifyReply, name: string, type: string, body: Uint8Array | string): FastifyReply {
  const isPage = typeof body === 'string';
  // What somebody who is signed in reads was marked when they were let in: it is kept nowhere.
  if (!reply.hasHeader('cache-control')) void reply.header('cache-control', PAGE_CACHE);
  return reply
    .headers({ 'content-disposition': `${isPage ? 'inline' : 'attachment'}; filename="${name}"`, ...(isPage ? { 'content-security-policy': PAPER_POLICY } : {}) })
    .type(type)
    .send(isPage ? body : Buffer.from(body));
}

/** Why there is no such paper; where a typeface lacks a sign, the way to the form that needs none. */
function refusedPage(reading: Reading, ref: Ref, why: readonly (string | Fault)[]): Page {
  const { ask, language } = reading;
  const t = inLanguage(papersWords, language);
  const lead = why.map((one) => (typeof one === 'string' ? one : saidFault(one, language).text));
  const instead = why.some((one) => typeof one !== 'string' && one.code === 'character-not-in-typeface') ? [{ href: ask.url.replace(/\.pdf(?=\?|$)/, '.docx'), said: { text: t.instead } }] : [];
  const page = pageOfRegister(reading, { view: 'message.njk', title: t.wrong, model: { heading: t.wrong, lead, below: [...instead, { href: recordLink(reading, ref).href, said: { text: t.back } }] } });
  return { ...page, status: 400 };
}
