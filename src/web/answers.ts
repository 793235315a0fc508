import type { FastifyReply, FastifyRequest } from 'fastify';
import type { EncodedBody } from './encoded-body.ts';
import type { Download } from './page.ts';

/** Sends a body in the encoding that the reader takes, or nothing where they have it already. */
export function send(request: FastifyRequest, reply: FastifyReply, body: EncodedBody, status: number, type: string, cache: string): FastifyReply {
  // What is somebody's own was marked before: it is not to be kept at all.
  const kept = reply.getHeader('cache-control') === 'no-store' ? 'no-store' : cache;
  void reply.headers({ vary: 'accept-encoding', 'cache-control': kept, etag: body.etag });
  if (status === 200 && request.headers['if-none-match'] === body.etag) return reply.code(304).send();
  const { bytes, encoding } = body.as(request.headers['accept-encoding'] as string | undefined);
  if (encoding !== undefined) void reply.header('content-encoding', encoding);
  return reply.code(status).type(type).send(bytes);
}

/** Sends a file to keep; it is another one with the next entry. */
export const download = (reply: FastifyReply, { name, text }: Download): FastifyReply =>
  reply.headers({ 'cache-control': 'no-store', 'content-disposition': `attachment; filename="${name}"` }).type('text/plain; charset=utf-8').send(text);

/** A page may be kept, but asked about each time: a register or the product may have changed. */
export const PAGE_CACHE = 'private, no-cache';
export const ASSET_CACHE = 'public, max-age=31536000, immutable';
