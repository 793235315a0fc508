import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { chromium, type Browser } from 'playwright-core';

const modules = path.resolve(import.meta.dirname, '../../node_modules');

/** Starts the Chromium that the package @sparticuz/chromium carries. @throws where this machine cannot run it. */
export async function startChromium(): Promise<Browser> {
  const home = unpacked();
  return chromium.launch({
    executablePath: path.join(home, 'chromium'),
    args: ['--disable-gpu', '--disable-quic', '--no-zygote', '--no-pings', '--disable-domain-reliability', '--font-render-hinting=none'],
    chromiumSandbox: false,
    env: {
      ...process.env,
      FONTCONFIG_FILE: path.join(home, 'fonts.conf'),
      LD_LIBRARY_PATH: [path.join(home, 'al2023', 'lib'), process.env['LD_LIBRARY_PATH']].filter(Boolean).join(':'),
    },
  });
}

/**
 * The folder that the browser, its libraries and its fonts are unpacked into, about 200 MB, once for each version.
 * Test files run side by side: each unpacks into a folder of its own, and the first to finish gives it its name.
 */
function unpacked(): string {
  const carrier = path.join(modules, '@sparticuz', 'chromium');
  const { version } = JSON.parse(readFileSync(path.join(carrier, 'package.json'), 'utf8')) as { version: string };
  const cache = path.join(modules, '.cache');
  const home = path.join(cache, `chromium-${version}`);
  if (existsSync(home)) return home;
  mkdirSync(cache, { recursive: true });
  const staging = mkdtempSync(path.join(cache, 'unpacking-'));
  try {
    unpackInto(staging);
    writeFileSync(path.join(staging, 'fonts.conf'), fontsConfiguration(home));
    renameSync(staging, home);
  } catch (fault) {
    rmSync(staging, { recursive: true, force: true });
    if (!existsSync(home)) throw fault;
  }
  return home;
}

/** The package unpacks into the temporary folder, and its libraries only on Amazon's Linux: it is told that this is both, in a process of its own. */
function unpackInto(folder: string): void {
  const script = "import('@sparticuz/chromium').then((carrier) => carrier.default.executablePath())";
  const env = { ...process.env, TMPDIR: folder, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs24.x' };
  const { status, stderr } = spawnSync(process.execPath, ['-e', script], { cwd: modules, env, encoding: 'utf8' });
  if (status !== 0) throw new Error(`Chromium could not be unpacked: ${stderr}`);
}

/** Only the font that comes with the browser, so that a page looks the same on every machine. */
function fontsConfiguration(home: string): string {
  const fonts = path.join(home, 'fonts');
  return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${fonts}</dir>
  <cachedir>${path.join(fonts, 'cache')}</cachedir>
</fontconfig>
`;
}
