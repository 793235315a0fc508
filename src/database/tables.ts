import type { Database } from './database.ts';

/**
 * The tables of one room and how they came to be: each step makes what the one before it left into what this version needs. Steps are
 * only ever added. They are written with the types TEXT, BIGINT and BYTES, in statements that end in `;` and hold none within.
 */
export interface Tables {
  readonly name: string;
  readonly steps: readonly string[];
}

/** Which step the tables of each room have reached. */
export const STEPS_TABLE = 'CREATE TABLE IF NOT EXISTS table_steps (room TEXT PRIMARY KEY, step BIGINT NOT NULL);';

/** Tables that a newer version of Answerable has changed. */
export class NewerTables extends Error {}

/** The steps that are still to be taken, room by room. @throws NewerTables */
export async function stepsLeft(database: Database, rooms: readonly Tables[]): Promise<readonly { readonly room: string; readonly sql: readonly string[]; readonly step: number }[]> {
  const reached = new Map((await database.all('SELECT room, step FROM table_steps')).map(({ room, step }) => [String(room), Number(step)]));
  return rooms.flatMap(({ name, steps }) => {
    const step = reached.get(name) ?? 0;
    if (step > steps.length) throw new NewerTables(`The tables of ${name} were made by a newer version of Answerable (they are at step ${step}, this one knows ${steps.length}). Use that one.`);
    return step === steps.length ? [] : [{ room: name, sql: steps.slice(step).flatMap(statementsIn), step: steps.length }];
  });
}

/** Takes the steps that are left, all or none. @param write a statement in the words of the database at hand */
export async function bringUpToDate(inside: Database, rooms: readonly Tables[], write: (statement: string) => string): Promise<void> {
  for (const { room, sql, step } of await stepsLeft(inside, rooms)) {
    for (const statement of sql) await inside.run(write(statement));
    await inside.run('INSERT INTO table_steps (room, step) VALUES (?, ?) ON CONFLICT (room) DO UPDATE SET step = excluded.step', room, step);
  }
}

const statementsIn = (step: string): readonly string[] => step.split(';').map((statement) => statement.trim()).filter((statement) => statement !== '');
