import { z } from 'zod';
import { quoted } from '../../kernel/fault.ts';
import type { Instant } from '../../kernel/instant.ts';
import { operation, type Answered, type Caller, type Operation } from '../http/operation.ts';
import { count } from '../http/shape.ts';
import { notFound, opened } from '../read/opened.ts';
import type { Ports } from '../read/ports.ts';
import { registerParam } from '../read/register-operations.ts';
import { EVENT_KINDS } from './event.ts';
import { webhookAddress } from './public-address.ts';
import { stateOf } from './watch.ts';
import type { Delivery, Webhook, Webhooks } from './webhooks.ts';

const instant = z.string().meta({ format: 'date-time' });
const events = z.array(z.enum(EVENT_KINDS)).min(1);

const fields = {
  id: z.string(),
  address: z.string(),
  events,
  state: z.enum(['active', 'stopped']).describe('Stopped: nobody took a message for days, or answered 410. Register the address anew.'),
  madeBy: z.string().describe('The person who registered it.'),
  madeAt: instant,
};
const webhookSchema = z.strictObject(fields).meta({ id: 'Webhook' });
const deliverySchema = z.strictObject({
  id: z.string().describe('The `webhook-id` of every try.'),
  event: z.enum(EVENT_KINDS),
  state: z.enum(['waiting', 'taken', 'given-up']),
  tries: z.number().int(),
  madeAt: instant,
  dueAt: instant.optional().describe('When it is tried next.'),
  answered: z.string().optional().describe('What came of the last try.'),
}).meta({ id: 'Delivery' });

interface Parts {
  readonly ports: Ports;
  readonly webhooks: Webhooks;
  readonly now: () => Instant;
  readonly toLoopback: boolean;
}

/** Who is told of what happens: an administrator’s to say. */
export const webhookOperations = ({ ports, webhooks, now, toLoopback }: Parts): readonly Operation[] => {
  const params = z.strictObject({ ...registerParam, webhook: z.string() });
  const own = { tag: 'webhooks', refuses: [404] } as const;

  /** The webhook, for an administrator. */
  async function found(caller: Caller, id: string): Promise<{ readonly ok: true; readonly value: Webhook } | Extract<Answered, { ok: false }>> {
    const refusal = await notTheirs(caller);
    if (refusal !== undefined) return refusal;
    const webhook = await webhooks.get(caller.account.register, id);
    return webhook === undefined ? { ok: false, faults: [notFound('no-such-webhook', `${quoted(id)} is not a webhook of this register.`, id)] } : { ok: true, value: webhook };
  }
  async function notTheirs(caller: Caller): Promise<Extract<Answered, { ok: false }> | undefined> {
    const open = await opened(ports, caller, {});
    if (!open.ok) return open;
    return caller.account.isAdministrator ? undefined : { ok: false, faults: [{ category: 'forbidden', code: 'not-administrator', sentence: 'Webhooks are for an administrator of the accounts to see to.' }] };
  }

  return [
    operation({
      ...own, id: 'listWebhooks', method: 'get', path: '/registers/{register}/webhooks', scope: 'read',
      summary: 'Who is told of what happens',
      params: z.strictObject(registerParam),
      answers: { status: 200, says: 'The webhooks of the register.', schema: z.strictObject({ items: z.array(webhookSchema) }).meta({ id: 'Webhooks' }) },
      async run({ caller }) {
        return (await notTheirs(caller)) ?? { ok: true, value: { json: { items: (await webhooks.of(caller.account.register)).map(webhookAnswer) } } };
      },
    }),
    operation({
      ...own, id: 'makeWebhook', method: 'post', path: '/registers/{register}/webhooks', scope: 'write',
      summary: 'Have an address told of what happens',
      description: 'The secret is answered this once. It verifies the messages, by the Standard Webhooks scheme.',
      params: z.strictObject(registerParam),
      body: { read: z.strictObject({ address: z.string().describe('An https address of the internet.'), events }).meta({ id: 'NewWebhook' }) },
      answers: { status: 201, says: 'It is told from here on.', schema: z.strictObject({ ...fields, secret: z.string() }).meta({ id: 'MadeWebhook' }) },
      refuses: [404, 409, 422],
      async run({ caller, body }) {
        const refusal = await notTheirs(caller);
        if (refusal !== undefined) return refusal;
        const address = webhookAddress(body.address, toLoopback);
        if (!address.ok) return address;
        const { register, person } = caller.account;
        if ((await webhooks.of(register)).length >= MOST) return { ok: false, faults: [{ category: 'conflict', code: 'too-many-webhooks', sentence: `A register has at most ${MOST} webhooks. Remove one first.` }] };
        const state = await stateOf(ports, register, { judged: '', verdicts: {} });
        if (state === undefined) throw new RangeError('A register that was opened is not there.');
        const { id, secret } = await webhooks.make({ register, address: address.value.href, events: new Set(body.events), madeBy: person }, state, now());
        const made = await webhooks.get(register, id);
        if (made === undefined) throw new RangeError('A webhook that was made is not there.');
        return { ok: true, value: { status: 201, json: { ...webhookAnswer(made), secret } } };
      },
    }),
    operation({
      ...own, id: 'getWebhook', method: 'get', path: '/registers/{register}/webhooks/{webhook}', scope: 'read',
      summary: 'One webhook', params,
      answers: { status: 200, says: 'The webhook.', schema: webhookSchema },
      async run({ caller, params: { webhook } }) {
        const one = await found(caller, webhook);
        return one.ok ? { ok: true, value: { json: webhookAnswer(one.value) } } : one;
      },
    }),
    operation({
      ...own, id: 'removeWebhook', method: 'delete', path: '/registers/{register}/webhooks/{webhook}', scope: 'write',
      summary: 'Tell an address no more', params,
      answers: { status: 204, says: 'Nothing is sent there any more, nor what was waiting.' },
      async run({ caller, params: { webhook } }) {
        const one = await found(caller, webhook);
        if (!one.ok) return one;
        await webhooks.remove(caller.account.register, webhook);
        return { ok: true, value: { status: 204 } };
      },
    }),
    operation({
      ...own, id: 'listDeliveries', method: 'get', path: '/registers/{register}/webhooks/{webhook}/deliveries', scope: 'read',
      summary: 'The last messages, and what came of each', params,
      query: z.strictObject({ limit: count(200).default(50).describe('The most that are given.') }),
      answers: { status: 200, says: 'The newest first.', schema: z.strictObject({ items: z.array(deliverySchema) }).meta({ id: 'Deliveries' }) },
      async run({ caller, params: { webhook }, query }) {
        const one = await found(caller, webhook);
        return one.ok ? { ok: true, value: { json: { items: (await webhooks.deliveries(webhook, query.limit)).map(deliveryAnswer) } } } : one;
      },
    }),
  ];
};

const MOST = 20;

const webhookAnswer = ({ id, address, events: told, state, madeBy, madeAt }: Webhook) => ({ id, address, events: [...told], state, madeBy, madeAt });

const deliveryAnswer = ({ id, event, state, tries, madeAt, dueAt, answered }: Delivery) => ({ id, event, state, tries, madeAt, ...(state === 'waiting' ? { dueAt } : {}), ...(answered === undefined ? {} : { answered }) });
