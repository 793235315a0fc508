/** What keeps the entries fails, for a reason that a person is told; `cause` has what it said itself. */
export class StoreFault extends Error {}

/** Node: a disk or a connection that fails. */
const OF_THE_SYSTEM = new Set(['EIO', 'ENOSPC', 'EROFS', 'EDQUOT', 'ECONNREFUSED', 'ECONNRESET', 'ECONNABORTED', 'EPIPE', 'ETIMEDOUT', 'EHOSTUNREACH', 'EHOSTDOWN', 'ENETUNREACH', 'ENETDOWN', 'ENOTFOUND', 'EAI_AGAIN']);

/** SQLite's primary codes: READONLY, IOERR, FULL, CANTOPEN. */
const OF_SQLITE = new Set([8, 10, 13, 14]);

/** PostgreSQL's classes: lost connection, not enough resources, stopped or starting, system error; 25006 is a standby's refusal to write, 57014 a cancelled statement. */
const OF_POSTGRES = /^(?:08...|53...|57P..|58...|25006|57014)$/;

/**
 * Whether an error means that the place where entries are kept fails (a full or broken disk, a server that is lost, stopping or a
 * standby) and works again once that is mended: not that something was asked wrongly, nor that what is kept is damaged.
 */
export function isStoreFault(error: unknown): boolean {
  if (error instanceof StoreFault) return true;
  if (!(error instanceof Error)) return false;
  const { code, errcode } = error as { readonly code?: unknown; readonly errcode?: unknown };
  if (code === 'ERR_SQLITE_ERROR') return typeof errcode === 'number' && OF_SQLITE.has(errcode & 0xff);
  return typeof code === 'string' && (OF_THE_SYSTEM.has(code) || OF_POSTGRES.test(code));
}
