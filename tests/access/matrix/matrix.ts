import assert from 'node:assert/strict';
import { unzipSync } from 'fflate';
import type { KindName } from '../../../src/model/kinds.ts';
import { bodyFor } from './bodies.ts';
import { expected, OPEN } from './expected.ts';
import { fill, NEVER, queryFor, Unfilled, UNKNOWN, type Filled } from './fill.ts';
import { Oracle } from './oracle.ts';
import { Random } from './random.ts';
import { CANARY } from './seed.ts';
import { OTHER_WORDS, type Authority, type MatrixSite, type Route, type Sender } from './site.ts';

interface Answer {
  readonly status: number;
  readonly text: string;
  readonly headers: Readonly<Record<string, unknown>>;
}

/** Whoever may change a draft sends its forms from elsewhere, so that it stays as it is. */
const READS_DRAFTS = ['padults', 'pdirector', 'pward'];

type Target = Authority | typeof UNKNOWN;

/** Sends requests and holds every answer against the oracle. */
export class Matrix {
  readonly figures = { requests: 0, refused: 0, notFound: 0, sentAway: 0, shown: 0, compared: 0, words: 0 };
  /** Canaries that somebody met who may. */
  readonly met = new Set<string>();
  /** What went wrong, each sort of it once, with the first example. */
  readonly wrong = new Map<string, string>();
  readonly #site: MatrixSite;
  readonly #random: Random;
  readonly #oracles: ReadonlyMap<Authority, Oracle>;
  readonly #words = new Map<Sender, ReadonlySet<string>>();
  readonly #known: ReadonlySet<string>;

  constructor(site: MatrixSite, seed: number) {
    this.#site = site;
    this.#random = new Random(seed);
    this.#oracles = new Map(site.authorities.map((one) => [one, new Oracle(one.seed)]));
    this.#known = new Set(site.authorities.flatMap(({ seed: { places } }) => [...places.keys()]));
    for (const sender of site.senders) this.#words.set(sender, sender.own === undefined ? new Set() : this.oracleOf(sender.own).wordsFor(sender.who));
  }

  oracleOf(authority: Authority): Oracle {
    return this.#oracles.get(authority) ?? assert.fail(authority.seed.register);
  }

  wordsOf(sender: Sender): ReadonlySet<string> {
    return this.#words.get(sender) ?? assert.fail(sender.name);
  }

  /** One request of the matrix; sends a second one where two must be alike. */
  async step(sender: Sender, route: Route, wanted?: { readonly kind: KindName; readonly id: string }): Promise<void> {
    try {
      await this.#step(sender, route, wanted);
    } catch (error) {
      if (!(error instanceof Unfilled)) throw error;
      this.#expect(false, error.message, sender.name);
    }
  }

  async #step(sender: Sender, route: Route, wanted?: { readonly kind: KindName; readonly id: string }): Promise<void> {
    const { authorities } = this.#site;
    const target: Target = wanted === undefined ? this.#targetFor(sender) : (sender.own ?? authorities[0]);
    const named = target === UNKNOWN ? authorities[0] : target;
    const filled = fill(route, target === UNKNOWN ? UNKNOWN : target.seed.register, named, this.#random, wanted);
    const versions = named.seed.records.get(filled.id === undefined ? ([...named.seed.records.keys()].find((ref) => ref.startsWith(`${filled.kind ?? ''}/`)) ?? '') : `${filled.kind ?? ''}/${filled.id}`);
    const isOwn = target === sender.own;
    const expects = isOwn ? expected(this.oracleOf(named), sender, route, filled, versions) : undefined;
    const query = route.method === 'GET' && wanted === undefined ? queryFor(named, this.#random) : '';
    // Whoever may act leaves out the reason, so that nothing is written; whoever may not sends all that is needed.
    const isForged = route.method === 'POST' && (route.url.endsWith('/sign-out') || (isOwn && /\/drafts\/:draft/.test(route.url) && READS_DRAFTS.includes(sender.who.person)) || (expects === 'may' && this.#random.chance(0.1)));
    const body = route.method === 'POST' ? bodyFor(route, sender, named, filled, expects !== 'may' || isForged) : undefined;
    const before = this.#sizes();
    const send = (url: string): Promise<Answer> => this.#send(sender, route.method, url, body, isForged, expects === 'may');
    const url = `${filled.path}${query}`;
    const what = `${sender.name}: ${route.method} ${url}`;
    const answer = await send(url);
    this.#holdsNothingHidden(sender, `${url} ${body?.text ?? ''}`, answer, route.url, what);
    this.#expect(String(this.#sizes()) === String(before), `${route.url} writes what it may not`, what);
    const isAct = route.url.includes('/acts/');
    const isApi = route.url.startsWith('/api/');
    if (expects !== undefined) {
      const statuses: number[] = { unknown: [404], refused: [403], may: route.method === 'GET' ? [200, ...(query === '' ? [] : [400])] : [400] }[expects];
      // The API says in its own way what it does not take, and lets nobody in who is nothing to the authority.
      if (isAct) statuses.push(403, 404, 409, 422);
      if (isApi) statuses.push(...(expects === 'unknown' ? [400, 403] : [400, ...(sender.who.roles.length === 0 ? [403] : [])]));
      this.#expect(statuses.includes(answer.status), `${route.method} ${route.url} of ${filled.kind ?? ''}: ${answer.status}, not ${statuses.join(' or ')}`, what);
    }
    if (sender.own === undefined && !OPEN.test(route.url)) this.#expect(answer.status >= 300, `${route.method} ${route.url} answers somebody who is not signed in`, what);
    await this.#alike(sender, route, filled, query, target, answer, send, url, what);
  }

  /** What nobody may tell apart: another authority and none, a hidden record and none, a hidden word and none. */
  async #alike(sender: Sender, route: Route, filled: Filled, query: string, target: Target, answer: Answer, send: (url: string) => Promise<Answer>, url: string, what: string): Promise<void> {
    const twin = ((): readonly [from: string, to: string] | undefined => {
      if (target !== UNKNOWN && target !== sender.own && url.includes(`/${target.seed.register}`)) return [target.seed.register, UNKNOWN];
      if (target === UNKNOWN || sender.own !== target) return undefined;
      if (filled.id !== undefined && filled.id !== NEVER && !this.oracleOf(target).sees(sender.who, `${filled.kind ?? ''}/${filled.id}`)) return [filled.id, NEVER];
      const about = filled.about ?? '';
      if (about !== '' && !about.endsWith(`/${NEVER}`) && !this.oracleOf(target).sees(sender.who, about)) return [about.slice(about.indexOf('/') + 1), NEVER];
      const ref = /^\?[\w.]+=([\w-]+\/(\w+))$/.exec(query);
      if (ref !== null && route.url.includes('/:register') && target.seed.records.has(ref[1] ?? '') && !this.oracleOf(target).sees(sender.who, ref[1] ?? '')) return [ref[2] ?? '', NEVER];
      const word = route.url.includes('/:register') ? /^\?q=(zq\w+)$/.exec(query)?.[1] : undefined;
      return word !== undefined && target.seed.places.has(word) && !this.wordsOf(sender).has(word) ? [word, `zqx${word.slice(3)}`] : undefined;
    })();
    if (twin === undefined) return;
    const [from, to] = twin;
    const other = await send(url.replaceAll(from, to));
    this.figures.compared += 1;
    const plain = ({ text, headers }: Answer): string => `${text}\n${JSON.stringify({ ...headers, etag: '', date: '' })}`.replaceAll(from, to).replaceAll(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, 'uuid');
    this.#expect(other.status === answer.status && plain(answer) === plain(other), `${route.method} ${route.url} tells what is hidden from what is not there`, `${what} beside ${to}`);
  }

  #targetFor(sender: Sender): Target {
    const { authorities } = this.#site;
    const chance = this.#random.next();
    if (chance < 0.1) return UNKNOWN;
    const other = authorities.find((one) => one !== sender.own) ?? authorities[1];
    return chance < 0.3 ? other : (sender.own ?? authorities[0]);
  }

  #sizes(): readonly number[] {
    return this.#site.authorities.map(({ register }) => register.image.entries.length);
  }

  #holdsNothingHidden(sender: Sender, asked: string, { text, headers }: Answer, route: string, what: string): void {
    const may = this.wordsOf(sender);
    for (const [found] of `${text}\n${JSON.stringify(headers)}`.matchAll(CANARY)) {
      const word = found.toLowerCase();
      this.figures.words += 1;
      if (may.has(word)) this.met.add(word);
      else if (this.#known.has(word) && !asked.includes(word)) this.#expect(false, `${route} tells ${this.#placeOf(word)}`, what);
    }
    for (const { word, who } of OTHER_WORDS) if (text.includes(word)) this.#expect(sender.own !== undefined && who.includes(sender.who.person), `${route} tells ${word}`, what);
  }

  #placeOf(word: string): string {
    const { ref = '', field } = this.#site.authorities.flatMap(({ seed }) => seed.places.get(word) ?? [])[0] ?? {};
    return `${ref.split('/')[0] ?? ''}.${field ?? ''}`;
  }

  #expect(isSo: boolean, sort: string, example: string): void {
    if (!isSo && !this.wrong.has(sort)) this.wrong.set(sort, example);
  }

  async #send(sender: Sender, method: string, url: string, body: { readonly type: string; readonly text: string } | undefined, isForged: boolean, mayAct = false): Promise<Answer> {
    const answer = await this.#site.server.inject({
      method: method as 'GET', url,
      headers: {
        ...(sender.token === undefined || !url.startsWith('/api/') ? {} : { authorization: `Bearer ${sender.token}` }),
        ...(method === 'POST' && url.startsWith('/api/') && !mayAct ? { 'idempotency-key': `matrix-${this.figures.requests}` } : {}),
        ...(sender.cookie === undefined ? {} : { cookie: `answerable=${sender.cookie}` }),
        ...(body === undefined ? {} : { 'content-type': body.type, 'sec-fetch-site': isForged ? 'cross-site' : 'same-origin' }),
      },
      ...(body === undefined ? {} : { payload: body.text }),
    });
    const { statusCode: status, rawPayload } = answer;
    const { figures } = this;
    figures.requests += 1;
    if (status === 403) figures.refused += 1;
    else if (status === 404) figures.notFound += 1;
    else if (status >= 300 && status < 400) figures.sentAway += 1;
    else figures.shown += 1;
    const isPacked = rawPayload[0] === 0x50 && rawPayload[1] === 0x4b;
    const text = isPacked ? Object.values(unzipSync(rawPayload)).map((part) => Buffer.from(part).toString()).join('\n') : rawPayload.toString();
    return { status, text, headers: answer.headers };
  }

  /** The canaries of a page of somebody's own. */
  async wordsIn(sender: Sender, url: string): Promise<readonly string[]> {
    const answer = await this.#send(sender, 'GET', url, undefined, false);
    this.#holdsNothingHidden(sender, url, answer, url, `${sender.name}: ${url}`);
    return [...answer.text.matchAll(CANARY)].map(([found]) => found.toLowerCase());
  }

  choose<T>(choices: readonly T[]): T {
    return this.#random.of(choices);
  }
}
