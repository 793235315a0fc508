import { createHash, createHmac } from 'node:crypto';
import type { IncomingMessage } from 'node:http';

/*
 * AWS Signature Version 4, worked out from its published description alone, to judge what our client signs. s3rver takes any
 * signature of this version as right.
 */

const hmac = (key: string | Buffer, text: string): Buffer => createHmac('sha256', key).update(text).digest();

export const sha256 = (bytes: string | Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

const encoded = (text: string): string => encodeURIComponent(text).replace(/[!'()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);

/** Why the request is not signed by who holds the secret; undefined where it is. */
export function signatureFault({ method = '', url = '', headers }: Pick<IncomingMessage, 'method' | 'url' | 'headers'>, secret: string): string | undefined {
  const [, date, region, service, signed = '', given] = /^AWS4-HMAC-SHA256 Credential=[^/]+\/(\d{8})\/([^/]+)\/([^/]+)\/aws4_request, ?SignedHeaders=([^,]+), ?Signature=([0-9a-f]{64})$/.exec(headers.authorization ?? '') ?? [];
  if (date === undefined || region === undefined || service === undefined) return 'AccessDenied';
  const names = signed.split(';');
  for (const needed of ['host', 'x-amz-content-sha256', 'x-amz-date']) if (!names.includes(needed)) return 'MissingSecurityHeader';
  const { pathname, searchParams } = new URL(url, 'http://localhost');
  const path = pathname.split('/').map((part) => encoded(decodeURIComponent(part))).join('/');
  const query = [...searchParams].map(([name, value]) => `${encoded(name)}=${encoded(value)}`).sort().join('&');
  const written = names.map((name) => `${name}:${String(headers[name]).trim().replace(/ +/g, ' ')}\n`).join('');
  const canonical = [method, path, query, written, signed, headers['x-amz-content-sha256']].join('\n');
  const scope = `${date}/${region}/${service}/aws4_request`;
  const toSign = ['AWS4-HMAC-SHA256', headers['x-amz-date'], scope, sha256(canonical)].join('\n');
  const key = hmac(hmac(hmac(hmac(`AWS4${secret}`, date), region), service), 'aws4_request');
  return hmac(key, toSign).toString('hex') === given ? undefined : 'SignatureDoesNotMatch';
}
