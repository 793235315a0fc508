import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { namesIn } from '../../assessment/names.ts';
import { ics } from '../../documents/calendar/ics.ts';
import { instantInWords } from '../../kernel/instant.ts';
import { LANGUAGES, words } from '../../kernel/text.ts';
import { TokenBuckets } from '../../kernel/token-bucket.ts';
import { Snapshot } from '../../register/snapshot.ts';
import { Speaker } from '../../rules/say.ts';
import type { Door } from '../account/door.ts';
import { isTheirForm } from '../account/your-account.ts';
import { postedValue } from '../acting/own.ts';
import { addresses } from '../addresses.ts';
import type { Page } from '../page.ts';
import { pageOfRegister, type Library, type Reading } from '../reading.ts';
import type { RecordRoutesParts } from '../recording/record-routes.ts';
import { registerIn } from '../register-pages.ts';
import { PRIVATE } from '../secret-routes.ts';
import { seenFacts } from '../seen-facts.ts';
import type { Shelf } from '../shelf.ts';
import { accountWords } from '../words/account.ts';
import { calendarWords } from '../words/calendar.ts';
import { filled, inLanguage } from '../words/pairs.ts';
import { CalendarAddresses, type CalendarAddress } from './calendar-addresses.ts';
import { calendarOf } from './calendar-of.ts';

interface CalendarRoutesParts extends RecordRoutesParts {
  readonly shelf: Shelf;
  readonly library: Library;
}

/** Calendars ask a few times an hour. Of one address so much, and so much of whoever asks for addresses that are none. */
const OF_ONE = { burst: 20, aSecond: 1 / 60 };
const OF_WRONG = { burst: 10, aSecond: 1 / 60 };

/** The page where somebody has an address made for their calendar or withdraws it, and what is at that address. */
export function calendarRoutes(server: FastifyInstance, { door, show, enter, shelf, library }: CalendarRoutesParts): void {
  const calendars = new CalendarAddresses(door.database);
  const clock = (): number => Date.parse(door.now());
  const [ofOne, ofWrong] = [new TokenBuckets(OF_ONE, clock), new TokenBuckets(OF_WRONG, clock)];

  for (const language of LANGUAGES) {
    server.route({
      method: ['GET', 'POST'],
      url: `/${language}/:register/calendar`,
      handler: async (request, reply) => {
        const entered = await enter(request, reply, language);
        if (entered === undefined) return reply;
        const { reading, visitor } = entered;
        void reply.header('cache-control', 'no-store');
        const page = async (more: Parameters<typeof calendarPage>[2] = {}): Promise<FastifyReply> => show(request, reply, calendarPage(reading, await calendars.of(visitor.account.id), more));
        if (request.method === 'GET') return page({ isWithdrawn: reading.ask.query.has('withdrawn') });
        const value = postedValue(request.body);
        if (!isTheirForm(request, visitor, { csrf: value.get('csrf') })) return page({ fault: inLanguage(accountWords, language).formTooOld });
        if (value.get('do') !== 'withdraw') return show(request, reply, madePage(reading, addressOf(door, request, await calendars.make(visitor.account.id, language, door.now()))));
        await calendars.withdraw(visitor.account.id);
        return reply.redirect(reading.to.page('/calendar', { withdrawn: '' }), 303);
      },
    });
  }

  server.get('/calendar/:secret(^[\\w-]{43}).ics', async (request, reply) => {
    const { secret = '' } = request.params as Readonly<Record<string, string>>;
    void reply.headers(PRIVATE);
    const address = await calendars.find(secret, door.now());
    const wait = address === undefined ? ofWrong.take(request.ip) : ofOne.take(String(address.account));
    if (wait > 0) return told(reply.code(429).header('retry-after', String(wait)), 'tooMany', { seconds: String(wait) });
    const text = address === undefined ? undefined : await calendarAt(request, address);
    if (text === undefined) return told(reply.code(404), 'gone');
    return reply.header('content-disposition', 'inline; filename="answerable.ics"').type('text/calendar; charset=utf-8').send(text);
  });

  /** The file of whoever has the address; undefined where they have no account or no standing any more. */
  async function calendarAt(request: FastifyRequest, { account: id, language }: CalendarAddress): Promise<string | undefined> {
    const account = await door.identity.accounts.get(id);
    if (account === undefined) return undefined;
    const found = await registerIn({ language, params: { register: account.register }, query: new URLSearchParams(), url: '' }, shelf);
    if ('answer' in found || found.standing.kept === undefined) return undefined;
    const { shelved, standing: { content, kept: { image }, compiled } } = found;
    const today = content.header.asAt ?? library.today();
    const { access, content: theirs } = library.sights.of(shelved.slug, found.standing, content, account.person, today, undefined);
    const { posts, bodies, roles } = access.standing;
    if (posts.length + bodies.size + roles.size === 0) return undefined;
    const assessment = library.assessments.on(shelved.slug, found.standing, today, undefined);
    const seen = new Snapshot(theirs, today);
    const facts = seenFacts({ access, assessment, register: { content: theirs, compiled }, seen });
    const { authority } = content.header;
    const to = addresses(language, shelved.slug, undefined);
    const name = seen.get(account.person)?.name;
    const written = ics(calendarOf({
      register: shelved.id, language, access, facts, whole: assessment.snapshot,
      name: name === undefined ? words(authority.name, language) : filled(inLanguage(calendarWords, language).name, { authority: words(authority.name, language), person: words(name, language) }),
      names: namesIn(seen, (word) => facts.words.nameOf(word)),
      speaker: new Speaker(seen, facts.words, language),
      changeOf(ref) {
        const number = image.lastChanged(ref) ?? 0;
        return { number, at: image.entries[number]?.recordedAt ?? door.now() };
      },
      pageOf: (ref) => new URL(ref.startsWith('meetings/') ? to.page(`/meetings/${encodeURIComponent(ref.slice('meetings/'.length))}`) : to.record(ref), baseOf(door, request)).href,
    }));
    if (!written.ok) throw new Error(written.faults.map(({ sentence }) => sentence).join('\n'));
    return written.value;
  }
}

const baseOf = ({ publicAddress }: Door, { headers }: FastifyRequest): URL => publicAddress ?? new URL(`http://${headers.host ?? 'localhost'}`);

const addressOf = (door: Door, request: FastifyRequest, secret: string): string => new URL(`/calendar/${secret}.ics`, baseOf(door, request)).href;

/** To a program: both languages, since it says for nobody which they read. */
const told = (reply: FastifyReply, sentence: 'gone' | 'tooMany', values: Readonly<Record<string, string>> = {}): FastifyReply =>
  reply.type('text/plain; charset=utf-8').send(`${LANGUAGES.map((language) => filled(calendarWords[sentence][language], values)).join(' ')}\n`);

function calendarPage(reading: Reading, address: CalendarAddress | undefined, { isWithdrawn = false, fault }: { readonly isWithdrawn?: boolean; readonly fault?: string } = {}): Page {
  const { language, to, visitor } = reading;
  const t = inLanguage(calendarWords, language);
  const page = pageOfRegister(reading, {
    view: 'calendar.njk',
    title: t.title,
    current: 'work',
    errors: fault === undefined ? [] : [{ text: fault }],
    model: {
      t,
      csrf: visitor?.session.csrf ?? '',
      action: to.page('/calendar'),
      done: isWithdrawn && address === undefined ? t.withdrawn : undefined,
      address: address === undefined ? undefined : { made: instantInWords(address.madeAt, language), asked: address.askedAt === undefined ? t.never : instantInWords(address.askedAt, language) },
    },
  });
  return { ...page, writes: true };
}

function madePage(reading: Reading, address: string): Page {
  const t = inLanguage(calendarWords, reading.language);
  const page = pageOfRegister(reading, { view: 'message.njk', title: t.new, current: 'work', model: { heading: t.new, lead: [t.newLead, t.secret], items: [address], below: [{ href: reading.to.page('/calendar'), said: { text: t.back } }] } });
  return { ...page, writes: true };
}
