import { DatabaseSync, type StatementSync } from 'node:sqlite';
import type { RegisterContent } from '../../src/model/register-header.ts';
import type { Contender } from './contender.ts';
import { AS_AT, WINDOW } from './register.ts';

/** Tables of what the dozen ask about, normalised, with an index for every join. */
const TABLES = `
  CREATE TABLE posts (ref TEXT PRIMARY KEY, reports_to TEXT) WITHOUT ROWID;
  CREATE TABLE designations (word TEXT, post TEXT);
  CREATE TABLE appointments (post TEXT, person TEXT);
  CREATE TABLE bodies (ref TEXT PRIMARY KEY, type TEXT) WITHOUT ROWID;
  CREATE TABLE seats (body TEXT, holder TEXT, role TEXT);
  CREATE TABLE series (ref TEXT PRIMARY KEY, body TEXT) WITHOUT ROWID;
  CREATE TABLE series_between (series TEXT, post TEXT);
  CREATE TABLE meetings (ref TEXT PRIMARY KEY, series TEXT, day TEXT, held INT, agenda INT, record TEXT) WITHOUT ROWID;
  CREATE TABLE attended (meeting TEXT, who TEXT);
  CREATE TABLE item_themes (meeting TEXT, theme TEXT);
  CREATE TABLE instruments (ref TEXT PRIMARY KEY, type TEXT, version TEXT, review_by TEXT) WITHOUT ROWID;
  CREATE TABLE parties (instrument TEXT, post TEXT);
  CREATE TABLE agreements (instrument TEXT, version TEXT, party TEXT, signed_by TEXT, day TEXT);
  CREATE TABLE functions (ref TEXT PRIMARY KEY, led_by TEXT) WITHOUT ROWID;
  CREATE TABLE gives (over TEXT, holder TEXT, responsibility TEXT, instrument TEXT);
`;
const INDEXES = `
  CREATE INDEX i1 ON designations (word); CREATE INDEX i2 ON appointments (post, person); CREATE INDEX i3 ON bodies (type);
  CREATE INDEX i4 ON seats (body, holder); CREATE INDEX i5 ON series (body); CREATE INDEX i6 ON series_between (post, series);
  CREATE INDEX i7 ON meetings (series, day); CREATE INDEX i8 ON attended (meeting, who); CREATE INDEX i9 ON item_themes (meeting, theme);
  CREATE INDEX i10 ON parties (instrument); CREATE INDEX i11 ON agreements (instrument, version, party); CREATE INDEX i12 ON gives (over, holder);
  CREATE INDEX i13 ON instruments (type); ANALYZE;
`;

const POST = (word: string): string => `(SELECT post FROM designations WHERE word = '${word}')`;
const DIRECTOR = POST('director-of-social-services');
const CHIEF = POST('head-of-paid-service');
const IN_YEAR = `held = 1 AND day >= '${WINDOW.from}' AND day < '${WINDOW.until}'`;
const BOTH = `(SELECT a.series FROM series_between a JOIN series_between b ON b.series = a.series WHERE a.post = ${DIRECTOR} AND b.post = ${CHIEF} LIMIT 1)`;
const OF_BODY = (type: string): string => `FROM bodies JOIN series ON series.body = bodies.ref JOIN meetings ON meetings.series = series.ref WHERE bodies.type = '${type}' AND ${IN_YEAR}`;

/** One query each, answering 1 or 0; ? is a person who is gone, or null. */
const QUERIES: readonly string[] = [
  `SELECT EXISTS (SELECT 1 FROM appointments WHERE post = ${DIRECTOR} AND person IS NOT ?)`,
  `SELECT ? IS NULL OR 1, EXISTS (SELECT 1 FROM posts WHERE ref = ${DIRECTOR} AND reports_to = ${CHIEF})`,
  `SELECT ? IS NULL OR 1, EXISTS (SELECT 1 FROM bodies JOIN seats ON seats.body = bodies.ref WHERE bodies.type = 'corporate-management-team' AND holder = ${DIRECTOR} AND role IN ('member', 'chair'))`,
  `SELECT ? IS NULL OR 1, ${BOTH} IS NOT NULL`,
  `SELECT ? IS NULL OR 1, count(*) >= 10 FROM meetings WHERE series = ${BOTH} AND ${IN_YEAR}`,
  `SELECT ? IS NULL OR 1, count(*) > 0 AND sum(agenda = 1 AND record IN ('notes', 'minutes')) >= 0.9 * count(*) FROM meetings WHERE series = ${BOTH} AND ${IN_YEAR}`,
  `SELECT ? IS NULL OR 1, count(*) >= 4 ${OF_BODY('scrutiny-committee')} AND EXISTS (SELECT 1 FROM item_themes WHERE meeting = meetings.ref AND theme = 'safeguarding')`,
  `WITH gone (person) AS (SELECT ?)
   SELECT NOT EXISTS (SELECT 1 FROM instruments i JOIN parties p ON p.instrument = i.ref, gone WHERE i.type = 'framework' AND NOT EXISTS (
     SELECT 1 FROM agreements a WHERE a.instrument = i.ref AND a.version = i.version AND a.party = p.post AND a.day <= '${AS_AT}' AND (
       EXISTS (SELECT 1 FROM appointments h WHERE h.post = p.post AND h.person = a.signed_by AND h.person IS NOT gone.person)
       OR NOT EXISTS (SELECT 1 FROM appointments h WHERE h.post = p.post AND h.person IS NOT gone.person))))`,
  `SELECT ? IS NULL OR 1, NOT EXISTS (SELECT 1 FROM instruments WHERE review_by IS NULL OR review_by < '${AS_AT}')`,
  `WITH RECURSIVE line (func, post) AS (SELECT ref, led_by FROM functions UNION SELECT func, reports_to FROM line JOIN posts ON posts.ref = line.post WHERE reports_to IS NOT NULL)
   SELECT ? IS NULL OR 1, count(*) >= 8 FROM functions f WHERE EXISTS (SELECT 1 FROM line WHERE func = f.ref AND post = ${DIRECTOR})
     OR EXISTS (SELECT 1 FROM gives JOIN instruments ON instruments.ref = gives.instrument WHERE over = f.ref AND holder = ${DIRECTOR} AND responsibility IN ('accountable', 'decides'))`,
  `SELECT ? IS NULL OR 1, EXISTS (SELECT 1 FROM bodies JOIN seats ON seats.body = bodies.ref LEFT JOIN posts ON posts.ref = holder
     WHERE bodies.type = 'children-safeguarding-board' AND role IN ('chair', 'vice-chair', 'member') AND (holder = ${DIRECTOR} OR reports_to = ${DIRECTOR}))`,
  `SELECT ? IS NULL OR 1, count(*) > 0 AND sum(EXISTS (SELECT 1 FROM attended WHERE meeting = meetings.ref AND who = ${DIRECTOR})) >= 0.75 * count(*) ${OF_BODY('corporate-management-team')}`,
];

/** SQL over an indexed database in memory: prepared once, each of the dozen a query. */
export function sql(content: RegisterContent): Contender {
  const database = new DatabaseSync(':memory:');
  database.exec(TABLES);
  database.exec('BEGIN');
  fill(database, content);
  database.exec('COMMIT');
  database.exec(INDEXES);
  const statements = QUERIES.map((query) => {
    const statement = database.prepare(query);
    statement.setReturnArrays(true);
    return statement;
  });
  const answer = (gone: string | null): readonly boolean[] => statements.map((statement) => last(statement, gone));
  return { name: 'SQL in `node:sqlite`, in memory', ask: () => answer(null), askWithout: (people) => people.map(answer) };
}

function last(statement: StatementSync, gone: string | null): boolean {
  const row = statement.get(gone) as unknown as readonly unknown[];
  return row.at(-1) === 1;
}

/** Only what is valid on the date, and of the instruments those that are agreed: what the questions are about. */
function fill(database: DatabaseSync, { records }: RegisterContent): void {
  const into = (table: string, count: number) => {
    const statement = database.prepare(`INSERT INTO ${table} VALUES (${Array.from({ length: count }, () => '?').join()})`);
    return (...values: (string | number | null | undefined)[]) => void statement.run(...values.map((value) => value ?? null));
  };
  const [post, designation, appointment, body, seat] = [into('posts', 2), into('designations', 2), into('appointments', 2), into('bodies', 2), into('seats', 3)];
  const [series, between, meeting, attended, theme] = [into('series', 2), into('series_between', 2), into('meetings', 6), into('attended', 2), into('item_themes', 2)];
  const [instrument, party, agreement, func, gives] = [into('instruments', 4), into('parties', 2), into('agreements', 5), into('functions', 2), into('gives', 4)];
  for (const { ref, reportsTo, designations } of records.posts ?? []) {
    post(ref, reportsTo);
    for (const word of designations) designation(word, ref);
  }
  for (const { post: held, person, valid } of records.appointments ?? []) if (valid.until === undefined || valid.until > AS_AT) appointment(held, person);
  for (const { ref, type } of records.bodies ?? []) body(ref, type);
  for (const { body: of, holder, role } of records.seats ?? []) seat(of, holder, role);
  for (const { ref, body: of, between: posts } of records.series ?? []) {
    series(ref, of);
    for (const one of posts) between(ref, one);
  }
  for (const { ref, series: of, on, held, agenda, record, attended: present, items } of records.meetings ?? []) {
    meeting(ref, of, on, Number(held), Number(agenda?.issued === true), record);
    for (const who of present ?? []) attended(ref, who);
    for (const word of items.flatMap(({ themes }) => themes)) theme(ref, word);
  }
  for (const { ref, type, version, state, reviewBy, parties } of records.instruments ?? []) {
    if (state !== 'agreed') continue;
    instrument(ref, type, String(version), reviewBy);
    for (const one of parties) party(ref, one);
  }
  for (const { instrument: of, version, party: by, signedBy, on } of records.agreements ?? []) agreement(of, String(version), by, signedBy, on);
  for (const { ref, ledBy } of records.functions ?? []) func(ref, ledBy);
  for (const { instrument: of, gives: gifts } of records.provisions ?? []) for (const { over, to, responsibility } of gifts) gives(over, to, responsibility, of);
}
