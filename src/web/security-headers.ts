import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { GOVUK } from './assets.ts';

/** The one inline script, which GOV.UK Frontend's template brings: allowed by what it is, so that a page is the same for everyone. Ours is a file. */
const [, script = ''] = /<script[^>]*>(.*?)<\/script>/.exec(readFileSync(path.join(GOVUK, 'govuk/template.njk'), 'utf8')) ?? [];

const POLICY = [
  "default-src 'none'",
  `script-src 'self' 'sha256-${createHash('sha256').update(script).digest('base64')}'`,
  "connect-src 'self'",
  "style-src 'self'",
  "img-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** On every answer, faults included. */
export const SECURITY_HEADERS: Readonly<Record<string, string>> = {
  'content-security-policy': POLICY,
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
};
