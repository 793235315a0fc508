import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { fileURLToPath } from 'node:url';
import nunjucks from 'nunjucks';
import { generateAuthority } from '../examples/generated/generate.ts';
import { TABLES } from '../src/compose/tables.ts';
import { openSqlite } from '../src/database/open-sqlite.ts';
import { Identity } from '../src/identity/identity.ts';
import { addDays, date, type CalendarDate } from '../src/kernel/date.ts';
import { instantOf, type Instant } from '../src/kernel/instant.ts';
import type { Result } from '../src/kernel/result.ts';
import type { RegisterContent } from '../src/model/register-header.ts';
import { actNamed, GENERIC_ACTS } from '../src/register/acts/acts.ts';
import { DataFolder } from '../src/register/folder/data-folder.ts';
import { accountsIn } from '../src/register/folder/files.ts';
import { actRequest, importRequest } from '../src/register/requests.ts';
import { wordsFor } from '../src/assessment/open-register.ts';
import { app } from '../src/web/app.ts';
import { inside } from '../src/web/inside.ts';
import { KeptShelf } from '../src/web/kept-shelf.ts';
import { read, wales } from './generated.ts';
import { median, takeTurns } from './measure.ts';
import { ms, ratio, type Report } from './report.ts';
import { otpCode, OTP_SECRET } from './web/second-step.ts';

const ITEMS = 5000;
const GOAL_MS = 50;
/** Entries after each of which the page is asked for again. */
const ENTRIES = 15;

type File = Readonly<Record<string, unknown>>;
type Rows = readonly Readonly<Record<string, unknown>>[];

/** The inbox of a Director for whom 5,000 things wait, from a warm register and right after an entry, beside one of SQL and Nunjucks. */
export default async function inbox(): Promise<Report> {
  const base = mkdtempSync(join(tmpdir(), 'inbox-'));
  const place = await ours(base);
  const peer = usual(place.content, place.director, place.today);
  try {
    const warm = await place.page();
    const their = peer.page();
    if (!warm.includes('5,0') || !their.includes(`${ITEMS} things`)) throw new Error('The inbox does not have all that waits.');
    const [mine, theirs] = await takeTurns([{ name: 'ours', run: () => place.page() }, { name: 'peer', run: () => peer.page() }], { rounds: 9, warmMs: 1500, roundMs: 300 });
    const after: number[] = [];
    for (let number = 0; number < ENTRIES; number += 1) {
      await place.enter(number);
      const start = performance.now();
      await place.page();
      after.push(performance.now() - start);
    }
    const [warmMs, peerMs, afterMs] = [mine?.ms ?? Number.NaN, theirs?.ms ?? Number.NaN, median(after)];
    return {
      title: 'The inbox of somebody for whom 5,000 things wait',
      goals: [
        { goal: `the page made in under ${GOAL_MS} ms from a warm register`, measured: ms(warmMs), reached: warmMs < GOAL_MS },
        { goal: `and in under ${GOAL_MS} ms right after an entry`, measured: `${ms(afterMs)} in the middle of ${ENTRIES}, ${ms(Math.max(...after))} at the most`, reached: afterMs < GOAL_MS },
      ],
      tables: [{
        caption: `A page of 50 of ${ITEMS.toLocaleString('en-GB')} open things among ${place.records.toLocaleString('en-GB')} records, by when they are due, with how many there are of each kind`,
        head: ['inbox', 'time', 'to the peer'],
        rows: [
          ['ours, from a warm register', ms(warmMs), ratio(warmMs / peerMs)],
          ['ours, right after an entry', ms(afterMs), ratio(afterMs / peerMs)],
          ['peer: an indexed table of open things in `node:sqlite`, 50 rows and the counts, Nunjucks with the same components', ms(peerMs), '1×'],
        ],
      }],
      notes: [
        'Ours is asked for over HTTP within the process, session and second step looked up, and nothing kept from the page before; the peer is a function that looks up its session, asks SQL and renders. What waits is worked out from the register for each page, by what the reader may see; the peer has a table that somebody keeps up, and every row is everybody’s to see.',
        'Right after an entry, what its reader may see and every verdict that it touches are worked out first.',
      ],
    };
  } finally {
    await place.close();
    peer.close();
    rmSync(base, { recursive: true });
  }
}

async function ours(base: string) {
  const given = <T>(result: Result<T>): T => {
    if (!result.ok) throw new Error(result.faults.slice(0, 3).map(({ sentence }) => sentence).join(' '));
    return result.value;
  };
  const file = generateAuthority({ seed: 1, records: 2000, people: 300 }) as unknown as File;
  const director = String(((file['posts'] as Rows).find(({ designations }) => (designations as readonly string[] | undefined)?.includes('director-of-social-services')) ?? {})['id']);
  const today = date(String((file['register'] as Readonly<Record<string, unknown>>)['asAt']));
  const content = await read(new TextEncoder().encode(JSON.stringify(waiting(file, director, today))), wales());
  const person = `persons/${String(((file['appointments'] as Rows).find(({ post, until }) => String(post).endsWith(director) && until === undefined) ?? {})['person']).replace('persons/', '')}` as const;
  const id = content.header.id;
  const now = instantOf(Date.now());
  const registers = given(DataFolder.open(join(base, 'data'), now, true));
  const register = await registers.register(id);
  given(await register.perform(importRequest(content, { actor: { person: 'benchmark' }, reason: 'To be measured.', now })));
  const database = given(await openSqlite(accountsIn(join(base, 'data')), TABLES));
  const identity = new Identity(database);
  const account = given(await identity.accounts.make({ register: id, person, name: 'director@example.org' }, now));
  await identity.totp.confirm(account.id, OTP_SECRET, otpCode(now), now);
  const cookie = await identity.sessions.begin(account.id, 'full', 'a benchmark', now);
  const site = app({
    inside: inside({ identity, database, isSecure: false, hasDirectory: false, needsSecondFactor: true, now: (): Instant => instantOf(Date.now()) }, registers),
    shelf: new KeptShelf(registers, undefined, undefined), today: () => today, onFault: (error) => { throw error; },
    health: () => Promise.reject(new Error('not asked for here')), log: { form: 'none', level: 'info', write: () => undefined },
  });
  let asked = 0;
  const act = given(actNamed('record.put', GENERIC_ACTS));
  return {
    content, director, today, records: Object.values(content.records).reduce((sum, list) => sum + list.length, 0),
    /** Asked for with another address each time, so that no page is kept. */
    async page(): Promise<string> {
      const { body, statusCode } = await site.inject({ url: `/en/${id}/inbox?n=${(asked += 1)}`, headers: { cookie: `answerable=${cookie}` } });
      if (statusCode !== 200) throw new Error(`The page answers ${statusCode}.`);
      return body;
    },
    async enter(number: number): Promise<void> {
      given(await register.perform(actRequest(act, { kind: 'actions', id: `entered-${number}`, body: { what: `Entered ${number}`, owner: director, due: today, state: 'not-started' } }, { actor: { person: 'benchmark' }, reason: 'To be measured.', now: instantOf(Date.now()) }, wordsFor)));
    },
    async close(): Promise<void> {
      await site.close();
      await database.close();
      await registers.close();
    },
  };
}

/** Actions, advice that is not answered, requests without a return and things sent that nobody acknowledged. */
function waiting(file: File, director: string, today: CalendarDate): File {
  const many = (count: number, make: (number: number) => Readonly<Record<string, unknown>>): Rows => Array.from({ length: count }, (_, number) => ({ id: `waits-${number}`, ...make(number) }));
  const day = (number: number, from = -200): CalendarDate => addDays(today, from + ((number * 37) % 400));
  const more: Readonly<Record<string, Rows>> = {
    actions: many(3000, (number) => ({ what: `To do ${number}`, owner: director, due: day(number), state: 'in-progress' })),
    advice: many(900, (number) => ({ nature: 'advice', from: String((file['posts'] as Rows).find(({ id }) => id !== director)?.['id']), to: director, subject: `Advice ${number}`, on: day(number, -420) })),
    requests: many(600, (number) => ({ title: `Request ${number}`, to: [`posts/${director}`], issuedOn: day(number, -420), due: day(number) })),
    communications: many(500, (number) => ({ of: `instruments/${String((file['instruments'] as Rows)[0]?.['id'])}`, to: `posts/${director}`, on: addDays(today, -(number % 300)) })),
  };
  return { ...file, ...Object.fromEntries(Object.entries(more).map(([kind, rows]) => [kind, [...((file[kind] as Rows | undefined) ?? []), ...rows]])) };
}

/** The peer: a table of what is open, kept up by whoever writes, read with SQL and rendered with Nunjucks. */
function usual(content: RegisterContent, director: string, today: CalendarDate) {
  const database = new DatabaseSync(':memory:');
  database.exec(`
    CREATE TABLE sessions (digest TEXT PRIMARY KEY, post TEXT NOT NULL);
    CREATE TABLE things (id TEXT PRIMARY KEY, post TEXT NOT NULL, kind TEXT NOT NULL, title TEXT NOT NULL, state TEXT NOT NULL, due TEXT, since TEXT, open INTEGER NOT NULL);
    CREATE INDEX things_open ON things (post, open, due)`);
  const add = database.prepare('INSERT INTO things VALUES (?, ?, ?, ?, ?, ?, ?, 1)');
  database.exec('BEGIN');
  for (const kind of ['actions', 'advice', 'requests', 'communications'] as const) {
    for (const record of content.records[kind] ?? []) {
      if (!record.id.startsWith('waits-')) continue;
      const fields = record as unknown as Readonly<Record<string, string | undefined>>;
      add.run(record.ref, director, kind, `${kind} ${record.id}`, fields['state'] ?? 'open', fields['due'] ?? null, fields['on'] ?? null);
    }
  }
  database.exec('COMMIT');
  const secret = 'a secret of the peer';
  database.prepare('INSERT INTO sessions VALUES (?, ?)').run(createHash('sha256').update(secret).digest('hex'), director);
  const session = database.prepare('SELECT post FROM sessions WHERE digest = ?');
  const list = database.prepare('SELECT id, kind, title, state, due, since, due < ? AS overdue FROM things WHERE post = ? AND open = 1 ORDER BY due IS NULL, due, id LIMIT 50');
  const counts = database.prepare('SELECT kind, count(*) AS count FROM things WHERE post = ? AND open = 1 GROUP BY kind');
  const govuk = dirname(dirname(dirname(createRequire(import.meta.url).resolve('govuk-frontend/dist/govuk/template.njk'))));
  const views = nunjucks.configure([fileURLToPath(new URL('./web/views/', import.meta.url)), `${govuk}/dist`], { autoescape: true });
  return {
    page(): string {
      const post = session.get(createHash('sha256').update(secret).digest('hex'))?.['post'] as string;
      const kinds = counts.all(post);
      return views.render('inbox.njk', { rows: list.all(today, post), kinds, all: kinds.reduce((sum, { count }) => sum + Number(count), 0) });
    },
    close: () => database.close(),
  };
}
