import type { Readable } from 'node:stream';
import type { Upload } from './uploads.ts';

/** Bytes of a form with its file, at most. A register of 1,000 records is about a tenth of this. */
export const MOST_UPLOADED = 5 * 1024 * 1024;

/** What is sent beyond the limit is let run out up to this size: a browser that is cut off while it sends shows no page. */
const MOST_DRAINED = 64 * 1024 * 1024;

/** A form as it came, its parts not yet told apart. */
export type Received = Uint8Array<ArrayBuffer> | 'too-large';

export async function received(stream: Readable): Promise<Received> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > MOST_DRAINED) break;
    if (size <= MOST_UPLOADED) chunks.push(chunk);
    else chunks.length = 0;
  }
  return size > MOST_UPLOADED ? 'too-large' : new Uint8Array(Buffer.concat(chunks));
}

/** A form with a file. */
export interface PostedFile {
  readonly csrf: string | undefined;
  /** Absent where none was chosen. */
  readonly file: Upload | undefined;
  /** What stood in the other controls that were asked about. */
  readonly others: ReadonlyMap<string, string>;
}

/** The parts of a form (multipart/form-data), read by the parser that Node brings for `fetch`; undefined where it is no such form. */
export async function postedFile(body: Uint8Array<ArrayBuffer>, contentType: string, others: readonly string[] = []): Promise<PostedFile | undefined> {
  const form = await new Response(body, { headers: { 'content-type': contentType } }).formData().catch(() => undefined);
  if (form === undefined) return undefined;
  const [csrf, file] = [form.get('csrf'), form.get('file')];
  const isChosen = file !== null && typeof file !== 'string' && (file.name !== '' || file.size > 0);
  return {
    csrf: typeof csrf === 'string' ? csrf : undefined,
    others: new Map(others.flatMap((name): [string, string][] => {
      const value = form.get(name);
      return typeof value === 'string' ? [[name, value]] : [];
    })),
    file: isChosen ? { name: plainName(file.name), bytes: new Uint8Array(await file.arrayBuffer()) } : undefined,
  };
}

/** The name without folders and without what cannot be read in a line. */
const plainName = (name: string): string => name.replace(/^.*[/\\]/s, '').replace(/\p{C}+/gu, '').slice(-100) || 'register';
