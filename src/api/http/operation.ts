import { z } from 'zod';
import type { Account } from '../../identity/accounts.ts';
import type { Scope, Token } from '../../identity/tokens.ts';
import type { Fault } from '../../kernel/fault.ts';
import { refused, type Result } from '../../kernel/result.ts';
import type { Changed } from './problem.ts';
import { shaped } from '../../guidance/shaped.ts';

/** A program that shows a token, and for whom it acts. */
export interface Caller {
  readonly token: Token;
  readonly account: Account;
}

/** What is answered where all is well. */
export interface Reply {
  readonly status?: number;
  /** Sent as JSON. */
  readonly json?: unknown;
  /** Sent as it is, with its media type. */
  readonly file?: { readonly type: string; readonly bytes: Uint8Array | string; readonly name: string };
  readonly headers?: Readonly<Record<string, string>>;
}

export type Answered = { readonly ok: true; readonly value: Reply } | { readonly ok: false; readonly faults: readonly Fault[]; readonly status?: number; readonly changed?: readonly Changed[] };

export interface Call<P, Q, B> {
  readonly caller: Caller;
  readonly params: P;
  readonly query: Q;
  readonly body: B;
  readonly headers: Readonly<Record<string, string | undefined>>;
}

/** A request before anything of it is checked but who sends it. */
export type RawCall = Call<unknown, unknown, unknown>;

export const TAGS = { registers: 'Registers', records: 'Records', entries: 'Entries and proofs', verdicts: 'Verdicts', acts: 'Acts', webhooks: 'Webhooks' } as const;

/** A header that an operation reads. */
export interface Header {
  readonly name: string;
  readonly required?: boolean;
  readonly says: string;
}

interface Said {
  readonly id: string;
  readonly method: 'get' | 'post' | 'delete';
  /** After `/api/v1`, with parameters in braces. */
  readonly path: string;
  readonly tag: keyof typeof TAGS;
  readonly summary: string;
  readonly description?: string;
  readonly scope: Scope;
  readonly headers?: readonly Header[];
  readonly answers: { readonly status: number; readonly says: string; readonly schema?: z.ZodType; readonly type?: string; readonly headers?: Readonly<Record<string, string>> };
  /** Other good answers, by their status. */
  readonly also?: Readonly<Record<number, { readonly says: string; readonly schema: z.ZodType }>>;
  readonly refuses: readonly number[];
  /** How many requests it counts as: 1 unless it takes much to answer. */
  readonly cost?: number;
}

interface Given<P extends z.ZodObject, Q extends z.ZodObject, B extends z.ZodType> extends Said {
  readonly params: P;
  readonly query?: Q;
  /** What is read, and the closer schema that is published where parts of it are read by others with sentences of their own. */
  readonly body?: { readonly read: B; readonly published?: z.ZodType };
  readonly run: (call: Call<z.output<P>, z.output<Q>, z.output<B>>) => Promise<Answered>;
}

/** One thing that can be asked for: what is documented of it and what answers it are the same. */
export interface Operation extends Said {
  readonly params: z.ZodObject;
  readonly query: z.ZodObject | undefined;
  readonly body: z.ZodType | undefined;
  readonly answer: (raw: RawCall) => Promise<Answered>;
}

const NOTHING = z.strictObject({});

export function operation<P extends z.ZodObject, Q extends z.ZodObject = typeof NOTHING, B extends z.ZodType = z.ZodUndefined>({ run, params, query, body, ...said }: Given<P, Q, B>): Operation {
  return {
    ...said,
    params, query,
    body: body === undefined ? undefined : (body.published ?? body.read),
    async answer({ caller, headers, ...raw }) {
      const named = shaped(params, raw.params);
      // What the path names is there or not.
      if (!named.ok) return { ...named, status: 404 };
      const read = [shaped(query ?? NOTHING, raw.query), ...(body === undefined ? [noBody(raw.body)] : [shaped(body.read, raw.body)])] as const;
      const faults = read.flatMap((one) => (one.ok ? [] : one.faults));
      const [asked, sent] = read;
      if (faults.length > 0 || !asked.ok || sent?.ok !== true) return { ok: false, faults, status: 400 };
      return run({ caller, headers, params: named.value, query: asked.value as z.output<Q>, body: sent.value as z.output<B> });
    },
  };
}

const noBody = (given: unknown): Result<undefined> => (given === undefined || given === null ? { ok: true, value: undefined } : refused({ category: 'input', code: 'body-not-expected', sentence: 'This takes no body.' }));
