import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Database } from '../database/database.ts';
import type { Identity } from '../identity/identity.ts';
import { Tokens } from '../identity/tokens.ts';
import type { Fault } from '../kernel/fault.ts';
import { quoted } from '../kernel/fault.ts';
import type { Instant } from '../kernel/instant.ts';
import type { Registers } from '../register/registers.ts';
import { openApiText } from './document/document.ts';
import { callerOf } from './http/caller.ts';
import type { Answered, Operation } from './http/operation.ts';
import { problemOf, PROBLEM_TYPE, type Problem } from './http/problem.ts';
import { TokenBuckets, type Allowance } from '../kernel/token-bucket.ts';
import { allOperations } from './operations.ts';
import { noSuchRegister } from './read/opened.ts';
import type { Ports } from './read/ports.ts';
import { deliver } from './webhooks/deliver.ts';
import { Runner } from './webhooks/runner.ts';
import { watch } from './webhooks/watch.ts';
import { Webhooks } from './webhooks/webhooks.ts';

export interface ApiParts {
  readonly registers: Registers;
  readonly identity: Pick<Identity, 'accounts'>;
  /** With `TOKEN_TABLES` and `WEBHOOK_TABLES`. */
  readonly database: Database;
  /** Whether webhooks may be on this machine, over plain HTTP. */
  readonly toLoopback: boolean;
  /** Where programs find this server, where that is not where it listens. */
  readonly publicAddress?: URL | undefined;
  readonly now: () => Instant;
  /** How much one token, and one address, may ask for. */
  readonly allowances?: { readonly token: Allowance; readonly address: Allowance };
}

const USUAL = { token: { burst: 120, aSecond: 10 }, address: { burst: 600, aSecond: 50 } } as const;
/** A token that is none costs as much as many requests, so that nobody guesses long. */
const COST_OF_A_GUESS = 20;
const WEBHOOKS_EVERY_MS = 2_000;
const MOST_BYTES = 4 * 1024 * 1024;

/** Everything below `/api/`, on the server of the pages. */
export const apiSurface = (parts: ApiParts) => ({
  prefix: '/api' as const,
  badAddress: (reply: FastifyReply): FastifyReply => told(reply.header('cache-control', 'no-store'), problemOf([{ category: 'misuse', code: 'bad-address', sentence: 'This address is not well formed.' }])),
  open: (server: FastifyInstance, ports: Ports): void => void server.register((inner, _, done) => { open(inner, parts, ports); done(); }, { prefix: '/api' }),
});

function open(server: FastifyInstance, parts: ApiParts, ports: Ports): void {
  const { database, identity, registers, toLoopback, now, allowances = USUAL } = parts;
  const [tokens, webhooks] = [new Tokens(database), new Webhooks(database)];
  const runner = new Runner(async () => {
    await watch({ ports, webhooks, now, base: baseOf(server, parts) });
    await deliver({ webhooks, now, toLoopback });
  }, (error) => server.log.error({ err: error }, 'webhooks'));
  server.addHook('onReady', (done) => { runner.start(WEBHOOKS_EVERY_MS); done(); });
  server.addHook('preClose', () => runner.stop());

  const operations = allOperations({ ports, registers, webhooks, now, toLoopback });
  let document: string | undefined;
  const clock = (): number => performance.now();
  const [byToken, byAddress] = [new TokenBuckets(allowances.token, clock), new TokenBuckets(allowances.address, clock)];

  // Only JSON is read here: what a form of a page may send is no act.
  server.removeAllContentTypeParsers();
  server.addContentTypeParser('application/json', { parseAs: 'string', bodyLimit: MOST_BYTES }, server.getDefaultJsonParser('error', 'error'));

  server.addHook('onRequest', (request, reply, next) => {
    void reply.header('cache-control', 'no-store');
    const wait = byAddress.take(request.ip);
    if (wait > 0) tooMany(reply, wait);
    else next();
  });

  server.get('/v1/openapi.json', (_, reply) => reply.type('application/json; charset=utf-8').send((document ??= openApiText(operations))));

  for (const operation of operations) {
    server.route({
      method: operation.method.toUpperCase(),
      url: `/v1${operation.path.replace(/\{(\w+)\}/g, ':$1')}`,
      handler: async (request, reply) => {
        const caller = await callerOf(request.headers.authorization, { identity, tokens, now });
        if (!caller.ok) {
          byAddress.charge(request.ip, COST_OF_A_GUESS);
          return answer(reply.header('www-authenticate', 'Bearer realm="Answerable"'), { ...caller, status: 401 });
        }
        const wait = byToken.take(caller.value.token.id);
        if (wait > 0) return tooMany(reply, wait);
        const { register } = request.params as { readonly register?: string };
        // Of another authority's register it may not even be learned that it is kept here.
        if (register !== undefined && register !== caller.value.account.register) return answer(reply, noSuchRegister(register));
        if (!caller.value.token.scopes.has(operation.scope)) return answer(reply, withoutScope(operation));
        return answer(reply, await operation.answer({ caller: caller.value, params: request.params, query: { ...(request.query as object) }, body: request.body, headers: request.headers as Readonly<Record<string, string | undefined>> }));
      },
    });
  }

  server.setNotFoundHandler((request, reply) => {
    const path = request.url.split('?')[0] ?? '';
    const methods = methodsAt(operations, path);
    if (methods.length === 0) return told(reply, problemOf([{ category: 'not-found', code: 'no-such-address', sentence: `${quoted(path)} is no address here. \`/api/v1/openapi.json\` tells what there is.`, found: path }]));
    return told(reply.header('allow', methods.join(', ')), problemOf([{ category: 'misuse', code: 'wrong-method', sentence: `This address takes ${methods.join(', ')}.`, found: request.method }], 405));
  });
  server.setErrorHandler((error: FastifyError, request, reply) => told(reply, problemOfError(error, request)));
}

/** With a slash at its end. */
function baseOf(server: FastifyInstance, { publicAddress }: ApiParts): string {
  const listening = server.server.address();
  return publicAddress?.href ?? (listening === null || typeof listening === 'string' ? '/' : `http://${listening.family === 'IPv6' ? `[${listening.address}]` : listening.address}:${listening.port}/`);
}

function answer(reply: FastifyReply, answered: Answered): FastifyReply {
  if (!answered.ok) {
    const problem = problemOf(answered.faults, answered.status, answered.changed);
    return told(problem.status === 503 ? reply.header('retry-after', '10') : reply, problem);
  }
  const { status = 200, json, file, headers = {} } = answered.value;
  void reply.code(status).headers(headers);
  if (file !== undefined) return reply.header('content-disposition', `attachment; filename="${file.name}"`).type(file.type).send(typeof file.bytes === 'string' ? file.bytes : Buffer.from(file.bytes));
  return json === undefined ? reply.send() : reply.type('application/json; charset=utf-8').send(JSON.stringify(json));
}

const told = (reply: FastifyReply, problem: Problem): FastifyReply => reply.code(problem.status).type(PROBLEM_TYPE).send(JSON.stringify(problem));

function tooMany(reply: FastifyReply, seconds: number): FastifyReply {
  const fault: Fault = { category: 'misuse', code: 'too-many-requests', sentence: `There were too many requests. Ask again in ${seconds} ${seconds === 1 ? 'second' : 'seconds'}.` };
  return told(reply.header('retry-after', String(seconds)), problemOf([fault], 429));
}

const withoutScope = ({ scope }: Operation): Answered => ({ ok: false, faults: [{ category: 'forbidden', code: 'scope-missing', sentence: `This token is not for this: it takes one with the scope \`${scope}\`.`, expected: scope }] });

const methodsAt = (operations: readonly Operation[], path: string): readonly string[] =>
  operations.filter((one) => new RegExp(`^/api/v1${one.path.replaceAll('.', '\\.').replace(/\{\w+\}/g, '[^/]+')}/?$`).test(path)).map(({ method }) => method.toUpperCase());

/** What the server found wrong before anything of ours was asked, or a fault of ours. */
function problemOfError(error: FastifyError, { log }: FastifyRequest): Problem {
  const status = error.statusCode ?? 500;
  if (status === 413) return problemOf([{ category: 'misuse', code: 'too-large', sentence: `A request has at most ${MOST_BYTES / 1024 / 1024} MB.` }], 413);
  if (status === 415) return problemOf([{ category: 'misuse', code: 'not-json', sentence: 'Send the body as `application/json`.', expected: 'application/json' }], 415);
  if (status < 500) return problemOf([{ category: 'input', code: 'unreadable', sentence: 'The body is not well-formed JSON.' }], 400);
  log.error({ err: error }, 'fault');
  return problemOf([{ category: 'ours', code: 'fault', sentence: 'This is a fault of ours. Please tell us.' }], 500);
}
