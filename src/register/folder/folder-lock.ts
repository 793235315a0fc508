import { readFileSync, writeFileSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import type { Instant } from '../../kernel/instant.ts';
import { ok, refused, type Result } from '../../kernel/result.ts';
import { holderIn, lockIn } from './files.ts';

const SQLITE_BUSY = 5;

/**
 * The one writer's hold on a data folder. It is a lock of the operating system, taken through SQLite because Node has no other way to
 * one: a process that is killed lets go of it. Who holds it is written beside it, for people.
 */
export function lockFolder(folder: string, now: Instant): Result<{ readonly release: () => void }> {
  const lock = new DatabaseSync(lockIn(folder));
  try {
    lock.exec('PRAGMA busy_timeout = 0; PRAGMA journal_mode = DELETE; BEGIN EXCLUSIVE');
  } catch (error) {
    lock.close();
    if ((error as { errcode?: number }).errcode !== SQLITE_BUSY) throw error;
    return refused({ category: 'conflict', code: 'folder-held', sentence: `${holder(folder)} Stop that first; two writers would spoil each other's work.`, place: { file: folder } });
  }
  writeFileSync(holderIn(folder), `${JSON.stringify({ pid: process.pid, since: now })}\n`, { mode: 0o600 });
  return ok({ release: () => lock.close() });
}

function holder(folder: string): string {
  try {
    const { pid, since } = JSON.parse(readFileSync(holderIn(folder), 'utf8')) as { pid: number; since: string };
    return `This folder is open for writing in process ${pid} since ${since}.`;
  } catch {
    return 'This folder is open for writing in another process.';
  }
}
