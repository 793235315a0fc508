import type { FileFacts } from './file-store.ts';
import { cleanedName, endingOf } from './file-name.ts';

/**
 * What must go with a file of evidence that is sent to a browser: it is saved, never shown, and runs nothing even where somebody
 * makes a browser show it. The name is written twice (RFC 6266, RFC 8187): whole, and in ASCII for programs that know no other.
 */
export function downloadHeaders({ digest, bytes, type }: FileFacts, name: string): Readonly<Record<string, string>> {
  const clean = cleanedName(name);
  const ascii = clean.normalize('NFD').replace(/\p{M}/gu, '').replace(/[^ -~]/gu, '_').replace(/["\\%]/g, '_') || 'file';
  const whole = encodeURIComponent(clean).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
  return {
    'content-type': typeNamed(type, clean),
    'content-length': String(bytes),
    'content-disposition': `attachment; filename="${ascii}"; filename*=UTF-8''${whole}`,
    'x-content-type-options': 'nosniff',
    'content-security-policy': `default-src 'none'; frame-ancestors 'none'; sandbox`,
    'cross-origin-resource-policy': 'same-origin',
    'cache-control': 'private, no-store',
    etag: `"${digest}"`,
  };
}

/** A CSV is plain text by its content: only the name tells. */
function typeNamed(type: string, name: string): string {
  if (type !== 'text/plain') return type;
  return endingOf(name) === 'csv' ? 'text/csv; charset=utf-8' : 'text/plain; charset=utf-8';
}
