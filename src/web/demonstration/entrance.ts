import type { FastifyInstance } from 'fastify';
import type { Database } from '../../database/database.ts';
import { instantOf } from '../../kernel/instant.ts';
import { LANGUAGES, words, type Language } from '../../kernel/text.ts';
import { DEMONSTRATION, tryAddress } from '../addresses.ts';
import { isFromOurPage, setSecret, type Door } from '../account/door.ts';
import { inside, type Inside } from '../inside.ts';
import { KeptShelf } from '../kept-shelf.ts';
import { home } from '../reading.ts';
import type { Page } from '../page.ts';
import type { Shelf } from '../shelf.ts';
import { demonstrationWords } from '../words/demonstration.ts';
import { inLanguage } from '../words/pairs.ts';
import type { Demonstration } from './demonstration.ts';

/** What of these addresses needs the demonstration to be there. */
const NEEDS_IT = new RegExp(`^/(en|cy)/(try-it|sign-in|sign-out|account|join|link|${DEMONSTRATION})([/?]|$)`);

/** The demonstration beside the examples: everybody reads those, and whoever tries it is somebody of it. Made when first asked for. */
export function demonstrationEntrance(make: () => Promise<Demonstration>) {
  let making: Promise<Demonstration> | undefined;
  let made: Demonstration | undefined;
  const ready = async (): Promise<Demonstration> => (made = await (making ??= make()));
  const there = (): Demonstration => {
    if (made === undefined) throw new RangeError('The demonstration is not there yet.');
    return made;
  };
  const door: Door = { get identity() { return there().identity; }, database: onceThere(() => there().database), isSecure: false, hasDirectory: false, needsSecondFactor: false, now: () => instantOf(Date.now()) };
  const registers = { place: 'the demonstration', registers: () => there().registers(), register: (id: string) => there().register(id), close: () => Promise.resolve() };
  const within = inside(door, registers, { guards: (slug) => slug === DEMONSTRATION, entrance: tryAddress });

  function open(server: FastifyInstance, parts: Parameters<Inside['open']>[1]): void {
    server.addHook('onRequest', async (request) => {
      if (NEEDS_IT.test(request.url)) await ready();
    });
    within.open(server, parts);
    for (const language of LANGUAGES) {
      server.get(tryAddress(language), async (request, reply) => parts.show(request, reply.header('cache-control', 'no-store'), await tryPage(there(), language, parts.library.today)));
      server.post(tryAddress(language), async (request, reply) => {
        const { person = '' } = (request.body ?? {}) as Readonly<Record<string, string | undefined>>;
        const chosen = (await there().playable(parts.library.today)).find((one) => one.person === person);
        if (chosen === undefined || !isFromOurPage(request)) return reply.redirect(tryAddress(language), 303);
        setSecret(door, reply, await there().signIn(chosen.person, request.headers['user-agent'] ?? '', door.now()));
        return reply.redirect(`/${language}/${DEMONSTRATION}`, 303);
      });
    }
  }

  return {
    inside: { letIn: within.letIn, open, looks: within.looks } satisfies Inside,
    /** The examples, with the demonstration once it is there; it is not listed among them. */
    beside: (examples: Shelf): Shelf => ({
      async all() {
        const own = made === undefined ? [] : await new KeptShelf(made, undefined, undefined).all();
        return [...own.map((one) => ({ ...one, isUnlisted: true })), ...(await examples.all())];
      },
    }),
    close: async (): Promise<void> => {
      await (await making)?.close();
    },
  };
}

/** A database that is asked for when it is used. */
const onceThere = (database: () => Database): Database => ({
  all: (sql, ...values) => database().all(sql, ...values),
  one: (sql, ...values) => database().one(sql, ...values),
  run: (sql, ...values) => database().run(sql, ...values),
  transaction: (work) => database().transaction(work),
  close: () => database().close(),
});

async function tryPage(demonstration: Demonstration, language: Language, today: Parameters<Demonstration['playable']>[0]): Promise<Page> {
  const t = inLanguage(demonstrationWords, language);
  const image = await (await demonstration.register(DEMONSTRATION)).latest();
  const snapshot = image.snapshot(image.header.asAt ?? today());
  const people = (await demonstration.playable(today)).map(({ person, posts }) => ({
    person,
    name: words(snapshot.get(person)?.name ?? { en: person }, language),
    posts: posts.map((post) => words(snapshot.get(post)?.title ?? { en: post }, language)).join(', '),
  }));
  return { status: 200, view: 'try-it.njk', writes: true, title: t.title, crumbs: [home(language)], model: { t, action: tryAddress(language), people } };
}
