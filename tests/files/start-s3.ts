import { once } from 'node:events';
import { mkdirSync } from 'node:fs';
import { createServer, request, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import S3rver from 's3rver';
import type { S3Place } from '../../src/register/files/stores/s3-files.ts';
import { gathered } from './samples.ts';
import { sha256, signatureFault } from './signature-v4.ts';

const SECRET = 'S3RVER';

export interface TestBucket {
  readonly place: S3Place;
  /** Where s3rver keeps the objects, for damaging one. */
  readonly folder: string;
  /** The requests that were let through, as `PUT /evidence/…`. */
  readonly seen: string[];
  stop(): Promise<void>;
}

/**
 * An S3-compatible server on a free port of this machine. Before s3rver stands a gate that does what it leaves out and AWS does: it
 * refuses a wrong signature, content that is not what was signed, and a put under a condition that does not hold. It also gives a
 * listing in pages of ten: s3rver makes its tokens with DES, which today's OpenSSL no longer has.
 */
export async function startS3(folder: string): Promise<TestBucket> {
  mkdirSync(folder, { recursive: true });
  const s3 = new S3rver({ address: '127.0.0.1', port: 0, silent: true, directory: folder, configureBuckets: [{ name: 'evidence' }] });
  const { port } = await s3.run();
  const seen: string[] = [];
  const gate = createServer((asked, answer) => void through(asked, answer, port, seen));
  gate.listen(0, '127.0.0.1');
  await once(gate, 'listening');
  const endpoint = `http://127.0.0.1:${(gate.address() as AddressInfo).port}`;
  return {
    place: { endpoint, bucket: 'evidence', region: 'eu-west-2', accessKeyId: 'S3RVER', secretAccessKey: SECRET },
    folder: join(folder, 'evidence'),
    seen,
    async stop() {
      gate.closeAllConnections();
      gate.close();
      await s3.close();
    },
  };
}

async function through(asked: IncomingMessage, answer: ServerResponse, port: number, seen: string[]): Promise<void> {
  const body = Buffer.concat(await gathered(asked as AsyncIterable<Buffer>));
  const wanted = asked.headers['x-amz-content-sha256'];
  const fault = signatureFault(asked, SECRET) ?? (wanted === 'UNSIGNED-PAYLOAD' && body.length === 0 ? undefined : wanted === sha256(body) ? undefined : 'XAmzContentSHA256Mismatch');
  if (fault !== undefined) return refuse(answer, fault === 'XAmzContentSHA256Mismatch' ? 400 : 403, fault);
  if (asked.headers['if-none-match'] === '*' && (await forwarded('HEAD', asked, undefined, port)).statusCode === 200) return refuse(answer, 412, 'PreconditionFailed');
  seen.push(`${asked.method} ${asked.url}`);
  const query = new URL(asked.url ?? '', 'http://localhost').searchParams;
  const token = query.get('continuation-token');
  const got = await forwarded(asked.method ?? 'GET', token === null ? asked : { headers: asked.headers, url: asked.url?.replace(/continuation-token=[^&]*&?/, '') }, body, port);
  if (query.has('list-type')) return void answer.end(page(Buffer.concat(await gathered(got as AsyncIterable<Buffer>)).toString(), Number(token)));
  answer.writeHead(got.statusCode ?? 500, got.headers);
  got.pipe(answer);
}

/** Ten keys of a whole listing, from the first that the token names. */
function page(listing: string, from: number): string {
  const keys = listing.match(/<Contents>.*?<\/Contents>/gs) ?? [];
  const isLast = from + 10 >= keys.length;
  return `<ListBucketResult><IsTruncated>${!isLast}</IsTruncated>${keys.slice(from, from + 10).join('')}${isLast ? '' : `<NextContinuationToken>${from + 10}</NextContinuationToken>`}</ListBucketResult>`;
}

async function forwarded(method: string, { url, headers: { 'if-none-match': _, ...headers } }: Pick<IncomingMessage, 'url' | 'headers'>, body: Buffer | undefined, port: number): Promise<IncomingMessage> {
  const sent = request({ port, host: '127.0.0.1', method, path: url, headers: { ...headers, ...(body === undefined ? { 'content-length': '0' } : {}) } });
  sent.end(body);
  const [got] = (await once(sent, 'response')) as [IncomingMessage];
  if (method === 'HEAD') got.resume();
  return got;
}

function refuse(answer: ServerResponse, status: number, code: string): void {
  answer.writeHead(status, { 'content-type': 'application/xml', connection: 'close' }).end(`<?xml version="1.0"?><Error><Code>${code}</Code></Error>`);
}
