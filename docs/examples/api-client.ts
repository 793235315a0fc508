/**
 * What a program of a council does with Answerable from day to day, with types that come from the API's own document. It runs in the
 * tests of Answerable against a real server (`tests/api/client-example.test.ts`).
 */
import { randomUUID } from 'node:crypto';
import createClient from 'openapi-fetch';
import { Webhook } from 'standardwebhooks';
import type { components, paths } from './api-types.ts';

type Schemas = components['schemas'];

/** @param server such as `https://answerable.example.org` @param token a personal token, made on its owner's account page */
export const connect = (server: string, token: string) => createClient<paths>({ baseUrl: `${server}/api/v1`, headers: { authorization: `Bearer ${token}` } });

export type Client = ReturnType<typeof connect>;

/** What was refused, and why: RFC 9457, with every fault. */
export class Refused extends Error {
  readonly problem: Schemas['Problem'];

  constructor(problem: Schemas['Problem']) {
    super(problem.faults.map(({ sentence }) => sentence).join(' '));
    this.problem = problem;
  }
}

/** Every expectation that is not secured, with what its reasons are. */
export async function whatToSeeTo(client: Client, register: string, asAt?: string): Promise<readonly string[]> {
  const { data, error } = await client.GET('/registers/{register}/assessment', { params: { path: { register }, query: asAt === undefined ? {} : { 'as-at': asAt } } });
  if (data === undefined) throw new Refused(error);
  return data.expectations
    .filter(({ diagnosis }) => diagnosis !== 'secured' && diagnosis !== 'does-not-apply')
    .map(({ title, diagnosis, paper, practice }) => `${title}: ${diagnosis}. ${[...paper.because, ...practice.because].map(({ text }) => text).join(' ')}`);
}

/** Every record of a kind that holds, however many there are. */
export async function* recordsOf(client: Client, register: string, kind: Schemas['Record']['kind']): AsyncGenerator<Schemas['Record']> {
  for (let cursor: string | undefined; ;) {
    const { data, error } = await client.GET('/registers/{register}/records/{kind}', { params: { path: { register, kind }, query: { limit: 100, ...(cursor === undefined ? {} : { cursor }) } } });
    if (data === undefined) throw new Refused(error);
    yield* data.items;
    if (data.next === null) return;
    cursor = data.next;
  }
}

/**
 * Enters a record, or says what is different of it. Sent again after an answer that was lost, it is done once; refused with what changed
 * where somebody else changed the record since it was read.
 *
 * @param readAs the ETag that came with the record; `*` where it is not there yet
 */
export async function putRecord(client: Client, register: string, change: Schemas['RecordToPut'], reason: string, readAs: string): Promise<Schemas['Performed']> {
  const key = randomUUID();
  for (let tries = 1; ; tries += 1) {
    const isNew = readAs === '*';
    const { data, error, response } = await client
      .POST('/registers/{register}/acts/record.put', {
        params: { path: { register }, header: { 'Idempotency-Key': key, ...(isNew ? { 'If-None-Match': '*' } : { 'If-Match': readAs }) } },
        body: { reason, changes: [change] },
      })
      .catch((lost: unknown) => ({ data: undefined, error: lost, response: undefined }));
    if (data !== undefined && 'entry' in data) return data;
    const mayTryAgain = response === undefined || response.status === 429 || response.status === 503;
    if (!mayTryAgain || tries === 5) throw isProblem(error) ? new Refused(error) : error;
    await new Promise((resolve) => setTimeout(resolve, Number(response?.headers.get('retry-after') ?? 1) * 1000));
  }
}

const isProblem = (error: unknown): error is Schemas['Problem'] => typeof error === 'object' && error !== null && 'faults' in error;

/** Has an address told of what happens. Keep the secret: it is answered this once. */
export async function follow(client: Client, register: string, address: string): Promise<Schemas['MadeWebhook']> {
  const { data, error } = await client.POST('/registers/{register}/webhooks', { params: { path: { register } }, body: { address, events: ['entry.recorded', 'verdict.changed'] } });
  if (data === undefined) throw new Refused(error);
  return data;
}

/**
 * What a message says, once it is certain that it came from there and is not old. The same message may come twice: `webhook-id` tells.
 * It holds ids and a link; what happened is read with one's own token.
 *
 * @throws WebhookVerificationError
 */
export const messageIn = (secret: string, body: string, headers: Readonly<Record<string, string>>): Schemas['EntryRecorded'] | Schemas['VerdictChanged'] =>
  new Webhook(secret).verify(body, headers) as Schemas['EntryRecorded'] | Schemas['VerdictChanged'];
