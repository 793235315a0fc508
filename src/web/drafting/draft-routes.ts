import type { Readable } from 'node:stream';
import type { FastifyInstance, FastifyReply, FastifyRequest, HTTPMethods } from 'fastify';
import type { Draft } from '../../drafts/draft.ts';
import type { Drafts } from '../../drafts/drafts.ts';
import { LANGUAGES } from '../../kernel/text.ts';
import type { KeptRegister } from '../../register/kept-register.ts';
import type { FormValue } from '../forms/form-value.ts';
import type { Page } from '../page.ts';
import { notFoundPage } from '../pages/not-found.ts';
import { OWN, postedValue } from '../acting/own.ts';
import type { Entered } from '../importing/for-keepers.ts';
import { postedFile, received, type Received } from '../importing/upload-body.ts';
import type { ImportRoutesParts } from '../importing/import-routes.ts';
import { draftingWords } from '../words/drafting.ts';
import { importingWords } from '../words/importing.ts';
import { inLanguage } from '../words/pairs.ts';
import { ADOPT } from './adoption.ts';
import { addPage } from './add-page.ts';
import { adoptForm } from './adopt-form.ts';
import { changeForm } from './change-form.ts';
import { comparisonPage, draftMapPage } from './comparison-page.ts';
import { describeForm, newDraftForm } from './describe-form.ts';
import { draftPage } from './draft-page.ts';
import { draftReading, type DraftReading } from './draft-reading.ts';
import { CSRF, DRAFT_VERSION, forbiddenPage, notTheirForm, savedFrom, versionIn, type Drafting, type DraftingForm } from './drafting-form.ts';
import { listPage } from './list-page.ts';
import { overlayAsked, overlayText } from './overlay-exchange.ts';
import { isProposal, proposalForm } from './proposal-forms.ts';
import { propose } from './propose.ts';
import { recordForm } from './record-forms.ts';
import { setAsideForm } from './set-aside-form.ts';
import { sharingForm } from './sharing-form.ts';
import { MOST_OVERLAY, uploadPage } from './upload-page.ts';

export interface DraftRoutesParts extends ImportRoutesParts {
  readonly drafts: Drafts;
}

/** What somebody needs to be to a draft before they are shown a page about it. */
type Needs = 'read' | 'change' | 'own';

type Params = Readonly<Record<string, string>>;
/** What an address answers: a page to show, or what was sent already, which must not be awaited. */
type Answered = Page | { readonly sent: FastifyReply };

const NOTHING: FormValue = new Map();

/** The workspace for drafts of change. Whoever may not read a draft is answered as if it never was. */
export function draftRoutes(server: FastifyInstance, { door, show, enter, drafts, turnAway }: DraftRoutesParts): void {
  const now = door.now;

  for (const language of LANGUAGES) {
    const root = `/${language}/:register/drafts`;

    /** An address of the register for those who are signed in. */
    const at = (path: string, method: HTTPMethods | HTTPMethods[], answer: (entered: Entered, request: FastifyRequest, reply: FastifyReply) => Promise<Answered>, on: FastifyInstance = server): void => {
      on.route({
        method, url: `${root}${path}`,
        // Whoever may not be here is answered before anything that they send is read.
        ...(on === server ? {} : { onRequest: async (request: FastifyRequest, reply: FastifyReply) => ((await turnAway(request, reply, language)) ? reply : undefined) }),
        handler: async (request, reply) => {
          const entered = await enter(request, reply, language);
          if (entered === undefined) return reply;
          void reply.header('cache-control', 'no-store');
          const answered = await answer(entered, request, reply);
          return 'view' in answered ? show(request, reply, answered) : answered.sent;
        },
      });
    };

    /** An address of one draft. */
    const ofDraft = (path: string, needs: Needs, method: HTTPMethods | HTTPMethods[], answer: (dr: DraftReading, request: FastifyRequest, reply: FastifyReply, drafting: Drafting) => Promise<Answered>, on?: FastifyInstance): void =>
      at(`/:draft${path}`, method, async (entered, request, reply) => {
        const draft = await found(entered.register, request, entered.visitor.account.person);
        if (draft === undefined) return notFoundPage({ language }, 'page');
        const dr = draftReading(entered.at(draft.from), draft);
        if (needs !== 'read' && !(needs === 'own' ? dr.isAuthor && draft.state.is === 'open' : dr.mayChange)) return forbiddenPage(dr.reading, true);
        return answer(dr, request, reply, { drafts, register: entered.register, now });
      }, on);

    const formOf = (path: string, needs: Needs, form: (dr: DraftReading, params: Params) => DraftingForm<DraftReading> | undefined | Promise<DraftingForm<DraftReading> | undefined>): void =>
      ofDraft(path, needs, ['GET', 'POST'], async (dr, request, reply, drafting) => {
        const asked = await form(dr, request.params as Params);
        return asked === undefined ? notFoundPage({ language }, 'page') : answered(asked, dr, dr.reading, request, reply, drafting);
      });

    at('', 'GET', async ({ reading, register, visitor }) => listPage(reading, await Promise.all((await drafts.of(register.id, visitor.account.person)).map((draft) => settled(draft, register)))));
    at('/new', ['GET', 'POST'], ({ reading, register }, request, reply) => answered(newDraftForm, reading, reading, request, reply, { drafts, register, now }));
    ofDraft('', 'read', 'GET', async (dr) => draftPage(dr, await drafts.history(dr.draft)));
    ofDraft('/comparison', 'read', 'GET', (dr) => Promise.resolve(comparisonPage(dr)));
    ofDraft('/map', 'read', 'GET', (dr) => Promise.resolve(draftMapPage(dr)));
    ofDraft('/overlay.yaml', 'read', 'GET', (dr, _, reply) => Promise.resolve({ sent: downloaded(dr, reply) }));
    ofDraft('/add', 'change', 'GET', (dr) => Promise.resolve(addPage(dr)));
    formOf('/add/:what', 'change', (_, { what = '' }) => (isProposal(what) ? proposalForm(what) : undefined));
    formOf('/add/:kind/new-record', 'change', (_, { kind = '' }) => recordForm({ does: 'new', kind, id: undefined }));
    formOf('/add/:kind/:id/:does', 'change', (_, { kind = '', id, does }) => (does === 'change' || does === 'end' ? recordForm({ does, kind, id }) : undefined));
    formOf('/changes/:number', 'change', async (dr, { number = '' }) => changeForm(Number(number), await drafts.history(dr.draft)));
    formOf('/describe', 'change', () => describeForm);
    formOf('/sharing', 'own', async (dr) => sharingForm(await door.identity.accounts.of(dr.draft.register)));
    formOf('/adopt', 'change', () => adoptForm);
    formOf('/set-aside', 'own', () => setAsideForm);
    ofDraft('/upload', 'change', 'GET', (dr) => Promise.resolve(uploadPage(dr)));

    // Forms with a file are taken nowhere else.
    void server.register((scope, _, done) => {
      scope.addContentTypeParser('multipart/form-data', (_request: FastifyRequest, payload: Readable) => received(payload));
      ofDraft('/upload', 'change', 'POST', uploaded, scope);
      done();
    });
  }

  const downloaded = (dr: DraftReading, reply: FastifyReply): FastifyReply =>
    reply.headers({ 'content-disposition': `attachment; filename="draft-${dr.draft.id}.yaml"` }).type('application/yaml; charset=utf-8').send(overlayText(dr));

  /** The draft of the address, where the visitor may read it. */
  async function found(register: KeptRegister, { params }: FastifyRequest, person: Parameters<Drafts['find']>[2]): Promise<Draft | undefined> {
    const draft = await drafts.find(register.id, (params as Params)['draft'] ?? '', person);
    return draft === undefined ? undefined : settled(draft, register);
  }

  /** A draft that the register says was adopted is told so, whatever stopped it from being told before. */
  async function settled(draft: Draft, register: KeptRegister): Promise<Draft> {
    if (draft.state.is !== 'open') return draft;
    const image = await register.latest();
    const first = image.numberOf(draft.adoptionKey);
    const entry = first === undefined ? undefined : image.entries[first];
    if (first === undefined || entry === undefined || entry.act !== ADOPT) return draft;
    let last = first;
    while (image.numberOf(`${draft.adoptionKey}#${last - first + 2}`) === last + 1) last += 1;
    const told = await drafts.alter(draft, { does: 'adopt', reason: entry.reason, first, last, changes: draft.changes }, `persons/${entry.actor.person}`, entry.recordedAt);
    return told.ok ? told.value : draft;
  }

  async function answered<About>(form: DraftingForm<About>, about: About, reading: DraftReading['reading'], request: FastifyRequest, reply: FastifyReply, drafting: Drafting): Promise<Answered> {
    const page = async (value: FormValue, faults: Parameters<typeof form.page>[2]): Promise<Page> => {
      const made = await form.page(about, value, faults);
      return made === undefined ? notFoundPage(reading, 'page') : made === 'forbidden' ? forbiddenPage(reading, false) : made;
    };
    if (request.method !== 'POST' || form.save === undefined) return page(NOTHING, []);
    const value = postedValue(request.body);
    const wrong = notTheirForm(request, reading, value);
    if (wrong !== undefined) return page(value, [wrong]);
    if (value.has(OWN.more)) return page(value, []);
    const saved = await form.save(about, value, drafting);
    if (saved === 'forbidden') return forbiddenPage(reading, false);
    if ('to' in saved) return { sent: reply.redirect(saved.to, 303) };
    const again = await page(value, saved.faults);
    return saved.status === undefined || again.status === 404 ? again : { ...again, status: saved.status };
  }

  async function uploaded(dr: DraftReading, request: FastifyRequest, reply: FastifyReply): Promise<Answered> {
    const t = inLanguage(importingWords, dr.reading.language);
    // A body of another form than ours is the text or the fields that another parser made of it.
    const body = request.body as Received | object | undefined;
    const posted = body instanceof Uint8Array ? await postedFile(body as Uint8Array<ArrayBuffer>, request.headers['content-type'] ?? '', [DRAFT_VERSION]) : undefined;
    if (posted === undefined) return uploadPage(dr, [{ text: t.notReceived }]);
    const value: FormValue = new Map([[CSRF, posted.csrf ?? ''], ...posted.others]);
    const wrong = notTheirForm(request, dr.reading, value);
    if (wrong !== undefined) return uploadPage(dr, [{ text: wrong.text }]);
    if (posted.file === undefined) return uploadPage(dr, [{ text: inLanguage(draftingWords, dr.reading.language).chooseOverlay }]);
    if (posted.file.bytes.length > MOST_OVERLAY) return uploadPage(dr, [{ text: inLanguage(draftingWords, dr.reading.language).overlayTooLarge }]);
    const asked = overlayAsked(dr, posted.file.name, posted.file.bytes);
    if (!asked.ok) return uploadPage(dr, asked.faults);
    const proposed = await propose(drafts, dr, asked.value, versionIn(value), now());
    const saved = savedFrom(proposed, dr.reading.language, `${dr.to.draft(dr.draft.id)}?done=added`);
    if (saved === 'forbidden') return forbiddenPage(dr.reading, false);
    return 'to' in saved ? { sent: reply.redirect(saved.to, 303) } : uploadPage(dr, saved.faults);
  }
}
