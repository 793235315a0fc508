import { z } from 'zod';

/** What somebody may be told of as it happens. */
export const EVENT_KINDS = ['entry.recorded', 'verdict.changed'] as const;
export type EventKind = (typeof EVENT_KINDS)[number];

const common = {
  timestamp: z.string().meta({ format: 'date-time' }).describe('When it happened.'),
};

/**
 * What is sent. Ids and links, and nothing of what the register says: whoever follows a link sees what their token lets them see.
 */
export const eventSchemas = {
  'entry.recorded': {
    says: 'An act was recorded.',
    schema: z.strictObject({
      type: z.literal('entry.recorded'), ...common,
      data: z.strictObject({ register: z.string(), entry: z.number().int(), url: z.string().describe('Where the entry is read.') }),
    }).meta({ id: 'EntryRecorded' }),
  },
  'verdict.changed': {
    says: 'A verdict of an expectation is another than before, by an entry or because time went by.',
    schema: z.strictObject({
      type: z.literal('verdict.changed'), ...common,
      data: z.strictObject({ register: z.string(), expectation: z.string(), url: z.string().describe('Where the verdict is read with its reasons.') }),
    }).meta({ id: 'VerdictChanged' }),
  },
} as const satisfies Readonly<Record<EventKind, { readonly says: string; readonly schema: z.ZodType }>>;

export type WebhookEvent = z.output<(typeof eventSchemas)[EventKind]['schema']>;
