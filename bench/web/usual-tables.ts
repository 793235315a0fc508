import { createHash } from 'node:crypto';
import { DatabaseSync } from 'node:sqlite';
import { assess } from '../../src/assessment/assess.ts';
import { readingLookBack, type OpenRegister } from '../../src/assessment/open-register.ts';
import type { CalendarDate } from '../../src/kernel/date.ts';
import { Snapshot } from '../../src/register/snapshot.ts';
import { words } from '../../src/kernel/text.ts';

/** The tables that the peer reads, filled from the same register: its meetings, and each verdict as a typed-in word. @param secrets of sessions */
export function fillUsualTables(file: string, { content, compiled }: OpenRegister, on: CalendarDate, secrets: readonly string[]): void {
  const snapshot = new Snapshot(content, on);
  const database = new DatabaseSync(file);
  database.exec(`
    PRAGMA journal_mode = WAL;
    CREATE TABLE sessions (digest TEXT PRIMARY KEY, person TEXT NOT NULL);
    CREATE TABLE series (id TEXT PRIMARY KEY, title TEXT NOT NULL);
    CREATE TABLE meetings (id TEXT PRIMARY KEY, series TEXT, held_on TEXT NOT NULL, valid_from TEXT);
    CREATE INDEX meetings_by_day ON meetings (held_on);
    CREATE TABLE expectations (place INTEGER PRIMARY KEY, id TEXT NOT NULL, accountability TEXT NOT NULL, title TEXT NOT NULL, remedy TEXT NOT NULL, diagnosis TEXT NOT NULL, paper TEXT, practice TEXT, resilient TEXT);
    BEGIN`);
  const into = (table: string, columns: number) => database.prepare(`INSERT INTO ${table} VALUES (${Array.from({ length: columns }, () => '?').join(', ')})`);
  const [session, series, meeting, expectation] = [into('sessions', 2), into('series', 2), into('meetings', 4), into('expectations', 9)];
  for (const secret of secrets) session.run(createHash('sha256').update(secret).digest('hex'), 'persons/somebody');
  for (const one of snapshot.all('series')) series.run(one.id, words(one.title, 'en'));
  for (const one of snapshot.all('meetings')) meeting.run(one.id, one.series?.slice('series/'.length) ?? null, one.on, one.valid.from ?? null);
  assess(snapshot, compiled, readingLookBack({ content, compiled })).judged.forEach(({ compiled: { expectation: one }, diagnosis, paper, practice, resilient }, place) => {
    expectation.run(place, one.id, one.serves[0] ?? '', words(one.title, 'en'), words(one.remedy, 'en'), diagnosis, paper.verdict, practice.verdict, resilient.verdict);
  });
  database.exec('COMMIT');
  database.close();
}
