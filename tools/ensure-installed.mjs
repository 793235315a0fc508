// Runs under whatever Node started npm (18 and later): no TypeScript, no dependency.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, realpathSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));

/** The pinned runtime that the dependency `node` installs. */
export const runtime = path.join(root, 'node_modules', 'node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node');

/**
 * Installs what the lockfile names where that is not what is installed; otherwise costs some milliseconds.
 * Everything it says goes to standard error, so that standard output stays the command's own.
 * Throws an Error with one sentence for a reader when the install fails or leaves no runtime.
 */
export function ensureInstalled() {
  if (isInstalled()) return;
  process.stderr.write('Installing the packages that package-lock.json names (npm ci) ...\n');
  const { command, args } = npm();
  const { status, error } = spawnSync(command, [...args, 'ci', '--loglevel=error'], {
    cwd: root,
    stdio: ['ignore', 2, 2],
    shell: command.endsWith('.cmd'),
  });
  if (status !== 0) throw new Error(`\`npm ci\` did not succeed (${error ? error.message : `exit ${status}`}); its own words are above.`);
  if (!existsSync(runtime)) {
    throw new Error('The pinned Node.js was not installed: it needs the install script of the package `node`. Allow install scripts, then run `npm rebuild node`.');
  }
}

/** Whether every package of the lockfile is installed in its version, going by npm's own record in node_modules. */
function isInstalled() {
  if (!existsSync(runtime)) return false;
  const installed = packagesOf(path.join(root, 'node_modules', '.package-lock.json'));
  const wanted = packagesOf(path.join(root, 'package-lock.json'));
  const withoutDev = process.env.NODE_ENV === 'production' || /\bdev\b/.test(process.env.npm_config_omit || '');
  return Object.entries(wanted).every(([place, entry]) => {
    if (place === '' || entry.optional || (withoutDev && entry.dev)) return true;
    const found = installed[place];
    return found !== undefined && found.version === entry.version && found.integrity === entry.integrity;
  });
}

function packagesOf(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8')).packages || {};
  } catch {
    return {};
  }
}

/** The npm that started us where there is one, else the one on the path. */
function npm() {
  const started = process.env.npm_execpath;
  if (started && path.basename(started) === 'npm-cli.js') return { command: process.execPath, args: [started] };
  return { command: process.platform === 'win32' ? 'npm.cmd' : 'npm', args: [] };
}

if (process.argv[1] && realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)) {
  try {
    ensureInstalled();
  } catch (fault) {
    process.stderr.write(`${fault.message}\n`);
    process.exitCode = 1;
  }
}
