import { request as httpRequest } from 'node:http';
import { request as httpsRequest } from 'node:https';
import { Webhook } from 'standardwebhooks';
import { isLoopback, lookupAllowing } from '../../exchange/fetching/internet-address.ts';
import { webhookAddress } from './public-address.ts';

export interface Sending {
  readonly address: string;
  readonly secret: string;
  /** The same for every try. */
  readonly id: string;
  readonly payload: string;
  readonly at: Date;
  /** Whether this machine may be sent to, over plain HTTP. */
  readonly toLoopback: boolean;
}

/** What came of a try: the status that was answered, or why there was none. */
export type Sent = { readonly status: number } | { readonly failed: string };

const PATIENCE_MS = 10_000;
/** Of the answer only the status counts: no more than this is read of it. */
const MOST_READ = 16 * 1024;

/**
 * Sends one message, signed by the Standard Webhooks scheme, to an address of the internet alone: the very address that is connected to is
 * the one that was checked, and no redirection is followed.
 */
export function send({ address, secret, id, payload, at, toLoopback }: Sending): Promise<Sent> {
  const url = webhookAddress(address, toLoopback);
  if (!url.ok) return Promise.resolve({ failed: 'the address is none that anything is sent to' });
  const request = url.value.protocol === 'http:' ? httpRequest : httpsRequest;
  return new Promise((resolve) => {
    const sent = request(url.value, {
      method: 'POST',
      lookup: checkedLookup(toLoopback),
      signal: AbortSignal.timeout(PATIENCE_MS),
      agent: false,
      headers: {
        'content-type': 'application/json',
        'content-length': Buffer.byteLength(payload),
        'user-agent': 'Answerable',
        'webhook-id': id,
        'webhook-timestamp': String(Math.floor(at.getTime() / 1000)),
        'webhook-signature': new Webhook(secret).sign(id, at, payload),
      },
    }, (answer) => {
      resolve({ status: answer.statusCode ?? 0 });
      let read = 0;
      answer.on('data', (part: Buffer) => { if ((read += part.length) > MOST_READ) answer.destroy(); });
      answer.on('error', () => undefined);
    });
    sent.on('error', (error: NodeJS.ErrnoException) => resolve({ failed: error.name === 'AbortError' || error.name === 'TimeoutError' ? 'it did not answer in time' : (error.code ?? 'it could not be reached') }));
    sent.end(payload);
  });
}

/** Looks a name up, and gives only addresses that may be connected to. */
export const checkedLookup = (toLoopback: boolean): ReturnType<typeof lookupAllowing> => lookupAllowing((address) => toLoopback && isLoopback(address));
