import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import type { TestContext } from 'node:test';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';
import { readMail, type ReadMail } from './read-mail.ts';

/** What the server does with the next mail: takes it, says no, or breaks off after it has it. */
export type Mood = 'takes' | 'refuses for now' | 'refuses the address' | 'breaks off' | 'says nothing';

export interface MailServer {
  readonly port: number;
  readonly taken: () => readonly ReadMail[];
  /** Settles when somebody next says to whom a mail is. */
  readonly reached: () => Promise<void>;
  mood: Mood;
}

/** A mail server on this machine, ended with the test. */
export async function mailServer(test: TestContext | { readonly after: (done: () => unknown) => void }, options: SMTPServerOptions = {}): Promise<MailServer> {
  const taken: ReadMail[] = [];
  const found: { mood: Mood } = { mood: 'takes' };
  const waiting: (() => void)[] = [];
  const refusal = (responseCode: number): Error => Object.assign(new Error('Not now'), { responseCode });
  const server = new SMTPServer({
    authOptional: true, disabledCommands: ['STARTTLS'], disableReverseLookup: true, closeTimeout: 100, ...options,
    onRcptTo(_, __, done) {
      for (const tell of waiting.splice(0)) tell();
      return found.mood === 'refuses the address' ? done(refusal(550)) : found.mood === 'refuses for now' ? done(refusal(451)) : found.mood === 'says nothing' ? undefined : done();
    },
    onData(stream, session, done) {
      const parts: Buffer[] = [];
      stream.on('data', (part: Buffer) => parts.push(part));
      stream.on('end', () => {
        taken.push(readMail(Buffer.concat(parts).toString('latin1')));
        if (found.mood !== 'breaks off') done();
        else for (const connection of server.connections) (connection as unknown as { _socket: { destroy: () => void } })._socket.destroy();
      });
    },
  });
  server.on('error', () => undefined);
  server.listen(0, '127.0.0.1');
  await once(server.server, 'listening');
  test.after(() => new Promise<void>((done) => server.close(() => done())));
  return { port: (server.server.address() as AddressInfo).port, taken: () => taken, reached: () => new Promise((tell) => waiting.push(tell)), get mood() { return found.mood; }, set mood(mood) { found.mood = mood; } };
}
