import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { EncodedBody } from './encoded-body.ts';

/** The folder that holds `govuk/`: templates and the prebuilt style sheet. */
export const GOVUK = path.join(path.dirname(createRequire(import.meta.url).resolve('govuk-frontend/package.json')), 'dist');

/** A file that browsers may keep for ever: its address changes with its content. */
export interface Asset {
  readonly address: string;
  readonly type: string;
  readonly body: EncodedBody;
}

function asset(name: string, ending: string, type: string, text: string): Asset {
  return { address: `/assets/${name}-${createHash('sha256').update(text).digest('hex').slice(0, 12)}.${ending}`, type, body: new EncodedBody(text) };
}

/** GOV.UK Frontend's prebuilt styles without its typeface, which is not ours to use, and then our own. */
function styles(): string {
  const theirs = readFileSync(path.join(GOVUK, 'govuk/govuk-frontend.min.css'), 'utf8');
  const ours = readFileSync(new URL('./views/site.css', import.meta.url), 'utf8');
  return `${theirs.replace(/\/\*![\s\S]*?\*\/|@font-face\{[^}]*\}|\/\*# sourceMappingURL[\s\S]*?\*\//g, '').replaceAll('GDS Transport,', '')}\n${ours}`;
}

const script = (name: string): Asset => asset(name, 'js', 'text/javascript; charset=utf-8', readFileSync(new URL(`./views/${name}.js`, import.meta.url), 'utf8'));

export const STYLE_SHEET: Asset = asset('site', 'css', 'text/css; charset=utf-8', styles());
export const ICON: Asset = asset('icon', 'svg', 'image/svg+xml', readFileSync(new URL('./views/icon.svg', import.meta.url), 'utf8'));
/** Makes and uses passkeys. Without it nothing about them is shown. */
export const PASSKEY_SCRIPT: Asset = script('passkey');
/** Slides the date of a page, and makes the map larger and smaller: both only add to what is there without them. */
export const AS_AT_SCRIPT: Asset = script('as-at');
export const MAP_SCRIPT: Asset = script('map');
