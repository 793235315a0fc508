import { quoted } from '../../kernel/fault.ts';
import { ok, refused, type Result } from '../../kernel/result.ts';
import type { Response } from './ask-witness.ts';

/** How long a witness may take, from the first byte sent to the last one read, in milliseconds. */
const PATIENCE_MS = 10_000;
const MOST_ANSWER_BYTES = 64 * 1024;

/** The address of `add-checkpoint` below a witness's submission prefix; undefined where that is no web address. */
export function submissionAddress(prefix: string): URL | undefined {
  const url = URL.parse(prefix.endsWith('/') ? prefix : `${prefix}/`);
  if (url === null || !['http:', 'https:'].includes(url.protocol) || url.search !== '' || url.hash !== '' || url.username !== '' || url.password !== '') return undefined;
  return new URL('add-checkpoint', url);
}

/** Sends a submission. Refused where no whole answer comes in time; no redirection is followed. */
export async function postSubmission(address: URL, body: string, patience = PATIENCE_MS): Promise<Result<Response>> {
  try {
    const response = await fetch(address, { method: 'POST', body, headers: { 'content-type': 'text/plain; charset=utf-8' }, redirect: 'manual', signal: AbortSignal.timeout(patience) });
    const text = await textOf(response.body);
    return ok({ status: response.status, contentType: response.headers.get('content-type') ?? '', text });
  } catch (error) {
    return refused({ category: 'not-found', code: 'witness-unreachable', sentence: `The witness at ${quoted(address.href)} cannot be reached: ${whyOf(error, patience)}. Is it running, and is the address right?` });
  }
}

async function textOf(stream: ReadableStream<Uint8Array> | null): Promise<string> {
  const parts: Uint8Array[] = [];
  let length = 0;
  for await (const part of stream ?? []) {
    length += part.length;
    if (length > MOST_ANSWER_BYTES) throw new Error(`its answer is over ${MOST_ANSWER_BYTES} bytes`);
    parts.push(part);
  }
  return Buffer.concat(parts).toString();
}

function whyOf(error: unknown, patience: number): string {
  if (!(error instanceof Error)) return String(error);
  if (error.name === 'TimeoutError') return `it did not answer within ${patience / 1000} seconds`;
  const { code, message } = (error.cause ?? error) as NodeJS.ErrnoException;
  return code ?? message;
}
