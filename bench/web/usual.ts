/**
 * The peer: two pages built the usual way, as a process of its own. `node usual.ts FILE` serves the tables of a SQLite file that
 * `usual-tables.ts` filled: Express, Nunjucks with the same GOV.UK components, a session looked up and SQL asked for each request.
 * Its verdicts are a column that somebody typed: it works nothing out, and has no reasons. Prints its address.
 */
import { createHash } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { fileURLToPath } from 'node:url';
import express from 'express';
import nunjucks from 'nunjucks';

const [file = ''] = process.argv.slice(2);
const database = new DatabaseSync(file);
database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA busy_timeout = 5000');
const govuk = dirname(dirname(dirname(createRequire(import.meta.url).resolve('govuk-frontend/dist/govuk/template.njk'))));
const views = nunjucks.configure([fileURLToPath(new URL('./views/', import.meta.url)), `${govuk}/dist`], { autoescape: true });

const session = database.prepare('SELECT person FROM sessions WHERE digest = ?');
const list = database.prepare(`SELECT m.id, m.held_on, m.valid_from, s.title FROM meetings m LEFT JOIN series s ON s.id = m.series ORDER BY m.held_on DESC, m.id LIMIT 200`);
const counts = database.prepare('SELECT diagnosis, count(*) AS count FROM expectations GROUP BY diagnosis ORDER BY count DESC');
const first = database.prepare(`SELECT id, title, diagnosis, remedy FROM expectations WHERE diagnosis <> 'secured' ORDER BY place LIMIT 8`);
const grid = database.prepare('SELECT accountability, id, title, diagnosis, paper, practice, resilient FROM expectations ORDER BY accountability, place');
const add = database.prepare('INSERT INTO meetings (id, series, held_on, valid_from) VALUES (?, ?, ?, ?)');

const site = express();
site.disable('x-powered-by');
site.use(express.urlencoded({ extended: false }));
site.use((request: { readonly headers: { readonly cookie?: string } }, response: { status: (code: number) => { send: (text: string) => void } }, next: () => void) => {
  const secret = /(?:^|; )usual=([^;]+)/.exec(request.headers.cookie ?? '')?.[1] ?? '';
  if (session.get(createHash('sha256').update(secret).digest('hex')) === undefined) response.status(403).send('Sign in first');
  else next();
});
site.get('/meetings', (_, response) => response.send(views.render('list.njk', { rows: list.all() })));
site.get('/', (_, response) => {
  const sections = Object.entries(Object.groupBy(grid.all(), (row) => String(row['accountability']))).map(([name, rows]) => ({ name, rows }));
  response.send(views.render('assurance.njk', { counts: counts.all(), first: first.all(), sections }));
});
site.post('/meetings', ({ body }, response) => {
  const { id = '', series = '', on = '' } = body as Readonly<Record<string, string>>;
  add.run(id, series, on, on);
  response.redirect(303, '/meetings');
});
const server = site.listen(0, '127.0.0.1', () => process.stdout.write(`http://127.0.0.1:${(server.address() as AddressInfo).port}\n`));
process.on('SIGTERM', () => process.exit(0));
