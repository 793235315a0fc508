import { randomUUID } from 'node:crypto';
import { LogController, type FastifyInstance, type FastifyReply, type FastifyRequest, type FastifyServerOptions } from 'fastify';

export const LOG_FORMS = ['json', 'none'] as const;
export const LOG_LEVELS = ['debug', 'info', 'warn', 'error'] as const;

/** What is logged, and where each line goes. */
export interface LogSettings {
  readonly form: (typeof LOG_FORMS)[number];
  readonly level: (typeof LOG_LEVELS)[number];
  readonly write: (line: string) => void;
}

/**
 * The server's logger: JSON lines, one a request. Nothing that somebody typed, no address, name, id or header of theirs and no message
 * of an error gets in: an address is its route's pattern, an error its type, code and the places in our code.
 */
export function logging({ form, level, write }: LogSettings): Pick<FastifyServerOptions, 'logger' | 'logController' | 'genReqId'> {
  return {
    logController: new LogController({ disableRequestLogging: true }),
    genReqId: () => randomUUID(),
    logger: form === 'none' ? false : {
      level,
      base: { pid: process.pid },
      timestamp: () => `,"time":"${new Date().toISOString()}"`,
      formatters: { level: (label) => ({ level: label }) },
      serializers: { err: errorToldOf, req: () => ({}), res: () => ({}) },
      stream: { write },
    },
  };
}

/** Logs each answer once it is sent. */
export function logAnswers(server: FastifyInstance): void {
  server.addHook('onResponse', (request, reply, done) => {
    logAnswer(request, reply);
    done();
  });
}

/** Logs one answer. */
export function logAnswer(request: FastifyRequest, reply: FastifyReply): void {
  const length = reply.getHeader('content-length');
  reply.server.log.info({
    request: request.id,
    method: request.method,
    route: request.routeOptions.url ?? 'none',
    status: reply.statusCode,
    ms: Math.round(reply.elapsedTime * 100) / 100,
    bytes: length === undefined ? 0 : Number(length),
  }, 'request');
}

/** An error without its message, which may name records and people. */
export function errorToldOf(error: unknown): { type: string; message: string; stack: string; code?: string } {
  if (!(error instanceof Error)) return { type: typeof error, message: '', stack: '' };
  const { code } = error as { readonly code?: unknown };
  const { name, message, stack = '' } = error;
  // A message may have several lines, and any of them may look like a place in a program.
  const frames = stack.slice(stack.indexOf(message) + message.length).split('\n').filter((line) => /^\s+at /.test(line));
  return { type: isWord(name) ? name : 'Error', message: '', stack: frames.join('\n'), ...(isWord(code) ? { code } : {}) };
}

const isWord = (text: unknown): text is string => typeof text === 'string' && /^\w{1,60}$/.test(text);
