import { request as httpRequest, type IncomingMessage } from 'node:http';
import { request as httpsRequest } from 'node:https';
import { isIP } from 'node:net';
import { quoted, type Fault } from '../../kernel/fault.ts';
import { ok, refused, type Result } from '../../kernel/result.ts';
import { isInside, isLoopback, isPublic, lookupAllowing } from './internet-address.ts';

export interface FetchLimits {
  /** Bytes of an answer. */
  readonly bytes: number;
  /** Milliseconds until it is there whole. */
  readonly patience: number;
  /** Whether a name may lead into a network within the organisation. */
  readonly inside: boolean;
}

/** Fetches one answer, from the very address that was checked; no redirection is followed. */
export async function fetchAnswer(url: URL, { bytes, patience, inside }: FetchLimits): Promise<Result<Uint8Array>> {
  const place = { file: url.href.slice(0, 300) };
  const failed = (code: string, sentence: string): { readonly ok: false; readonly faults: readonly Fault[] } => refused({ category: 'input', code, sentence, place });
  const host = url.hostname.replace(/^\[|\]$/g, '');
  const isHere = host === 'localhost' || (isIP(host) !== 0 && isLoopback(host));
  if (url.protocol !== 'https:' && !(url.protocol === 'http:' && isHere)) return failed('wrong-address', `${quoted(url.origin)} does not begin with https: what it answers could be changed on the way.`);
  if (isIP(host) !== 0 && !isPublic(host) && !isHere && !(inside && isInside(host))) return failed('wrong-address', `${quoted(host)} is not an address of the internet. Where the service is within your own network, say so with ANSWERABLE_MODERN_GOV_INSIDE.`);
  const lookup = lookupAllowing((address) => (isHere && isLoopback(address)) || (inside && isInside(address)));
  const signal = AbortSignal.timeout(patience);
  try {
    const answer = await answered(url, { lookup, signal, agent: false, headers: { accept: 'text/xml, application/xml', 'accept-encoding': 'identity', 'user-agent': 'Answerable' } });
    const { statusCode = 0 } = answer;
    if (statusCode >= 300 && statusCode < 400) {
      answer.destroy();
      return failed('redirected', `The service sends elsewhere (${quoted(answer.headers.location ?? '')}), which is not followed. If it has moved, have its new address put on the list.`);
    }
    if (statusCode === 404 || statusCode === 403 || statusCode === 401) {
      answer.destroy();
      return failed('service-off', `The service answers ${statusCode}: it is switched off, or not open to this machine. Ask whoever runs it, or import a file.`);
    }
    if (statusCode !== 200) {
      answer.destroy();
      return failed('service-failed', `The service answers ${statusCode} instead of what was asked for. Try again later, or import a file.`);
    }
    const parts: Buffer[] = [];
    let size = 0;
    for await (const part of answer as AsyncIterable<Buffer>) {
      size += part.length;
      if (size > bytes) {
        answer.destroy();
        return failed('answer-too-large', `The service answers more than ${Math.floor(bytes / 1024 / 1024)} MB, the most that is read. Ask for fewer days.`);
      }
      parts.push(part);
    }
    return ok(new Uint8Array(Buffer.concat(parts)));
  } catch (error) {
    const { code = '' } = error as NodeJS.ErrnoException;
    if (signal.aborted) return failed('no-answer', `The service did not answer within ${Math.round(patience / 1000)} seconds. Try again later, or import a file.`);
    if (code === 'NOT_PUBLIC') return failed('wrong-address', `${quoted(host)} leads into a private network. Where the service is within your own network, say so with ANSWERABLE_MODERN_GOV_INSIDE.`);
    return failed('no-answer', `The service could not be reached (${code === '' ? 'it broke off' : code}). Try again later, or import a file.`);
  }
}

function answered(url: URL, options: Parameters<typeof httpsRequest>[1]): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    const sent = (url.protocol === 'http:' ? httpRequest : httpsRequest)(url, options, resolve);
    sent.on('error', reject);
    sent.end();
  });
}
