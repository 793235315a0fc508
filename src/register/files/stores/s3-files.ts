import { AwsClient } from 'aws4fetch';
import type { FileBytes } from '../content/file-bytes.ts';
import { hexOf, parseFileDigest, type FileDigest } from '../file-digest.ts';
import { placesOf, type FilePlaces } from '../file-places.ts';
import type { Draft, FileFacts, FileStore } from '../file-store.ts';
import { namelessDraft } from './nameless-draft.ts';
import { listedKeys } from './s3-listing.ts';

/** Which bucket, and how to get in. */
export interface S3Place {
  /** `https://s3.eu-west-2.amazonaws.com`, or another server that speaks the same. */
  readonly endpoint: string;
  readonly bucket: string;
  readonly region: string;
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken?: string | undefined;
}

/**
 * The files of a register in a bucket, as `REGISTER/ab/cdef…`. Each request is signed; a file is sent with its digest signed too,
 * which the server holds against what arrives. The bucket is addressed in the path, which every such server understands.
 */
export class S3Files implements FileStore {
  readonly place: string;
  readonly #root: string;
  readonly #prefix: string;
  readonly #client: AwsClient;

  constructor({ endpoint, bucket, accessKeyId, secretAccessKey, region, sessionToken }: S3Place, register: string) {
    this.#root = `${endpoint.replace(/\/+$/, '')}/${encodeURIComponent(bucket)}`;
    this.#prefix = `${register}/`;
    this.place = `${this.#root}/${encodeURIComponent(register)}`;
    this.#client = new AwsClient({ accessKeyId, secretAccessKey, region, service: 's3', retries: 3, ...(sessionToken === undefined ? {} : { sessionToken }) });
  }

  draft(): Promise<Draft> {
    return namelessDraft((facts, content, mends) => this.#send(facts, content, mends));
  }

  async facts(digest: FileDigest): Promise<FileFacts | undefined> {
    const answer = await this.#client.fetch(this.#addressOf(digest), { method: 'HEAD' });
    if (answer.status === 404) return undefined;
    await good(answer, 'telling of a file');
    return { digest, bytes: Number(answer.headers.get('content-length')), type: answer.headers.get('content-type') ?? 'application/octet-stream' };
  }

  async *pieces(digest: FileDigest): AsyncGenerator<Uint8Array> {
    const answer = await this.#client.fetch(this.#addressOf(digest), { method: 'GET' });
    if (answer.status === 404) throw new Error(`The file ${digest} is not there.`);
    await good(answer, 'giving a file');
    if (answer.body !== null) yield* answer.body;
  }

  async remove(digest: FileDigest): Promise<boolean> {
    if ((await this.facts(digest)) === undefined) return false;
    await good(await this.#client.fetch(this.#addressOf(digest), { method: 'DELETE' }), 'taking a file away');
    return true;
  }

  async *digests(): AsyncGenerator<FileDigest> {
    for (let next: string | undefined = ''; next !== undefined; ) {
      const query = new URLSearchParams({ 'list-type': '2', prefix: this.#prefix, ...(next === '' ? {} : { 'continuation-token': next }) });
      const answer = await good(await this.#client.fetch(`${this.#root}?${query.toString()}`, { method: 'GET' }), 'listing the files');
      const listing = listedKeys(await answer.text());
      for (const key of listing.keys) {
        const digest = /^[0-9a-f]{2}\/[0-9a-f]{62}$/.test(key.slice(this.#prefix.length)) ? parseFileDigest(key.slice(this.#prefix.length).replace('/', '')) : undefined;
        if (digest !== undefined && key.startsWith(this.#prefix)) yield digest;
      }
      next = listing.next;
    }
  }

  /** Sent once: a stream cannot be sent again, and whoever puts the file can put it again. */
  async #send({ digest, bytes, type }: FileFacts, content: FileBytes, mends: boolean): Promise<void> {
    const send = async (onlyIfNew: boolean): Promise<Response> => {
      const headers = { 'content-length': String(bytes), 'content-type': type, 'x-amz-content-sha256': hexOf(digest), ...(onlyIfNew ? { 'if-none-match': '*' } : {}) };
      const request = await this.#client.sign(this.#addressOf(digest), { method: 'PUT', headers, body: ReadableStream.from(content.pieces()), duplex: 'half' });
      return fetch(request);
    };
    const answer = await send(!mends);
    // Somebody else has put the same content in this moment.
    if (answer.status === 412) return void (await answer.body?.cancel());
    // A server that knows no condition.
    await good(answer.status === 501 && !mends ? await send(false) : answer, 'taking a file in');
  }

  #addressOf(digest: FileDigest): string {
    const hex = hexOf(digest);
    return `${this.place}/${hex.slice(0, 2)}/${hex.slice(2)}`;
  }
}

export const filesInBucket = (place: S3Place): FilePlaces => placesOf((register) => new S3Files(place, register));

/** @throws where the server did not do what was asked, with its word for why */
async function good(answer: Response, doing: string): Promise<Response> {
  if (answer.ok) return answer;
  const code = /<Code>([^<]{1,100})<\/Code>/.exec(await answer.text())?.[1];
  throw new Error(`the store of files answered ${answer.status}${code === undefined ? '' : ` (${code})`} in ${doing}`);
}
