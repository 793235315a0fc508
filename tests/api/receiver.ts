import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Message {
  readonly body: string;
  readonly headers: Readonly<Record<string, string>>;
}

/** Somewhere that webhooks are sent to: a real server on this machine. */
export interface Receiver {
  readonly address: string;
  /** Every message so far, those that were turned away too. */
  readonly messages: readonly Message[];
  /** The next message that was not asked for yet. */
  readonly next: () => Promise<Message>;
  /** The statuses that are answered, one after the other; 204 after the last. */
  readonly statuses: number[];
  readonly close: () => Promise<void>;
}

export async function receiver(port = 0): Promise<Receiver> {
  const messages: Message[] = [];
  const statuses: number[] = [];
  const waiting: ((message: Message) => void)[] = [];
  const unread: Message[] = [];
  const server = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      const message = { body: Buffer.concat(parts).toString(), headers: request.headers as Record<string, string> };
      messages.push(message);
      const next = waiting.shift();
      if (next === undefined) unread.push(message);
      else next(message);
      const status = statuses.shift() ?? 204;
      response.writeHead(status, status === 302 ? { location: '/elsewhere' } : {}).end();
    });
  });
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}/inbox`,
    messages, statuses,
    next: () => {
      const message = unread.shift();
      return message === undefined ? new Promise((resolve) => waiting.push(resolve)) : Promise.resolve(message);
    },
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
