import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { GOVUK } from './assets.ts';

/** The one inline script, which GOV.UK Frontend's template brings: allowed by what it is, so that a page is the same for everyone. Ours is a file. */
const [, script = ''] = /<script[^>]*>(.*?)<\/script>/.exec(readFileSync(path.join(GOVUK, 'govuk/template.njk'), 'utf8')) ?? [];

const POLICY = [
  "default-src 'none'",
  "object-src 'none'",
  `script-src 'self' 'sha256-${createHash('sha256').update(script).digest('base64')}'`,
  "connect-src 'self'",
  "style-src 'self'",
  "img-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** On every answer, faults included. */
const ALWAYS = {
  'content-security-policy': POLICY,
  // For browsers that do not know `frame-ancestors`.
  'x-frame-options': 'DENY',
  'permissions-policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
};

/** Two years, as browsers ask for; only where browsers come over HTTPS, since it binds them. */
const OVER_HTTPS = { 'strict-transport-security': 'max-age=63072000; includeSubDomains' };

/** @param isSecure whether browsers come over HTTPS */
export const securityHeaders = (isSecure: boolean): Readonly<Record<string, string>> => (isSecure ? { ...ALWAYS, ...OVER_HTTPS } : ALWAYS);
