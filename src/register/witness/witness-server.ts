import type { AddressInfo } from 'node:net';
import Fastify, { type FastifyError, type FastifyInstance } from 'fastify';
import { ok, refused, type Result } from '../../kernel/result.ts';
import { MOST_SUBMISSION_BYTES } from './submission.ts';
import type { Answer, Witness } from './witness.ts';

/** C2SP tlog-witness: the status that says each answer. */
const STATUS: Readonly<Record<Answer['state'], number>> = { cosigned: 200, malformed: 400, 'not-signed': 403, 'unknown-log': 404, conflict: 409, 'wrong-proof': 422 };

const TEXT = 'text/plain; charset=utf-8';

/** How long an answer that is under way may still take when the witness is told to stop. */
const GRACE_MS = 5_000;

/** A witness over HTTP: where to listen, and what it tells those who run it (a fork that it was shown, a fault of its own). */
export interface Listening {
  readonly host: string;
  readonly port: number;
  readonly tell: (sentence: string) => void;
}

export interface ServedWitness {
  /** The submission prefix as a whole URL. */
  readonly url: string;
  /** Answers what was already asked, then ends. */
  readonly close: () => Promise<void>;
}

/** Answers submissions over HTTP until it is closed. Refused where the address cannot be had. */
export async function serveWitness(witness: Witness, { host, port, tell }: Listening): Promise<Result<ServedWitness>> {
  const server = witnessServer(witness, tell);
  try {
    await server.listen({ host, port });
  } catch (error) {
    const { code = 'unknown' } = error as NodeJS.ErrnoException;
    return refused({ category: 'misuse', code: 'cannot-listen', sentence: `The witness cannot listen at \`${host}\`, port ${port} (${code}). Give another \`--port\` or \`--host\`.` });
  }
  const name = host === '0.0.0.0' || host === '::' ? 'localhost' : host.includes(':') ? `[${host}]` : host;
  const close = async (): Promise<void> => {
    const impatience = setTimeout(() => server.server.closeAllConnections(), GRACE_MS);
    await server.close();
    clearTimeout(impatience);
  };
  return ok({ url: `http://${name}:${(server.server.address() as AddressInfo).port}/`, close });
}

function witnessServer(witness: Witness, tell: (sentence: string) => void): FastifyInstance {
  const server = Fastify({ bodyLimit: MOST_SUBMISSION_BYTES, requestTimeout: 10_000, forceCloseConnections: 'idle', routerOptions: { ignoreTrailingSlash: true } });
  server.addHook('onRequest', (_request, reply, next) => {
    void reply.headers({ 'x-content-type-options': 'nosniff', 'cache-control': 'no-store' });
    next();
  });
  // The specification gives a submission no content type.
  server.removeAllContentTypeParsers();
  server.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => done(null, body));

  server.post('/add-checkpoint', (request, reply) => {
    const body = request.body instanceof Uint8Array ? request.body : new Uint8Array();
    const answer = witness.answer(body, Math.floor(Date.now() / 1000));
    void reply.code(STATUS[answer.state]);
    if (answer.state === 'cosigned') return reply.type(TEXT).send(answer.lines);
    if (answer.state !== 'conflict') return reply.type(TEXT).send(`${answer.sentence}\n`);
    // The note is the proof: two checkpoints of one size, both signed by the log.
    if (answer.fork) tell(`${answer.sentence} Nothing was cosigned. What was shown here: ${JSON.stringify(Buffer.from(body).toString())}`);
    return reply.header('content-type', 'text/x.tlog.size').send(`${answer.size}\n`);
  });

  server.all('/*', (request, reply) => {
    const isKnown = /^\/add-checkpoint\/?($|\?)/.test(request.url);
    if (isKnown) void reply.header('allow', 'POST');
    return reply.code(isKnown ? 405 : 404).type(TEXT).send('A witness answers POST to add-checkpoint and nothing else (C2SP tlog-witness).\n');
  });

  server.setErrorHandler((error: FastifyError, _request, reply) => {
    const { statusCode = 500 } = error;
    if (statusCode === 413) return reply.code(413).type(TEXT).send(`A submission has ${MOST_SUBMISSION_BYTES} bytes at most.\n`);
    if (statusCode < 500) return reply.code(statusCode).type(TEXT).send('This request cannot be read.\n');
    tell(`This is a fault of ours: ${error.stack ?? error.message}`);
    return reply.code(500).type(TEXT).send('The checkpoint could not be kept, so it was not cosigned. Ask again.\n');
  });
  return server;
}
