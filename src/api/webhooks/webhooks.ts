import { randomBytes } from 'node:crypto';
import type { Database, Row } from '../../database/database.ts';
import { instantOf, type Instant } from '../../kernel/instant.ts';
import { EVENT_KINDS, type EventKind, type WebhookEvent } from './event.ts';

/** Somebody who is told. It is `stopped` once nobody was there for long, or said that nobody is there any more. */
export interface Webhook {
  readonly id: string;
  readonly register: string;
  readonly address: string;
  readonly events: ReadonlySet<EventKind>;
  readonly madeBy: string;
  readonly madeAt: Instant;
  readonly state: 'active' | 'stopped';
}

/** How far it was told: the next entry, and the verdicts as they were when it was last looked. */
export interface Told {
  readonly nextEntry: number;
  /** Of which entries and which day the verdicts are. */
  readonly judged: string;
  readonly verdicts: Readonly<Record<string, string>>;
}

export interface Delivery {
  readonly id: string;
  readonly webhook: string;
  readonly madeAt: Instant;
  readonly event: EventKind;
  readonly state: 'waiting' | 'taken' | 'given-up';
  readonly tries: number;
  readonly dueAt: Instant;
  /** What came of the last try: a status, or why there was none. */
  readonly answered: string | undefined;
}

export type Due = Delivery & { readonly payload: string; readonly address: string; readonly secret: string };

/** Deliveries that were told about longer ago are forgotten. */
const KEPT_MS = 30 * 86_400_000;

/** Who is told of what happens, and what is still to be told; kept, so that a restart forgets nothing. */
export class Webhooks {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  /** Gives the secret, which is told this once. @param told from where on it is told */
  async make({ register, address, events, madeBy }: Pick<Webhook, 'register' | 'address' | 'events' | 'madeBy'>, told: Told, now: Instant): Promise<{ readonly id: string; readonly secret: string }> {
    const [id, secret] = [`wh_${randomBytes(9).toString('base64url')}`, `whsec_${randomBytes(32).toString('base64')}`];
    await this.#database.run(
      'INSERT INTO webhooks (id, register, address, events, secret, made_by, made_at, state, next_entry, judged, verdicts) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)',
      id, register, address, EVENT_KINDS.filter((one) => events.has(one)).join(' '), secret, madeBy, now, 'active', told.nextEntry, told.judged, JSON.stringify(told.verdicts),
    );
    return { id, secret };
  }

  async of(register: string): Promise<readonly Webhook[]> {
    return (await this.#database.all('SELECT * FROM webhooks WHERE register = ? ORDER BY made_at, id', register)).map(webhookIn);
  }

  async get(register: string, id: string): Promise<Webhook | undefined> {
    const row = await this.#database.one('SELECT * FROM webhooks WHERE register = ? AND id = ?', register, id);
    return row === undefined ? undefined : webhookIn(row);
  }

  /** What was still to be told is told no more. */
  async remove(register: string, id: string): Promise<boolean> {
    return this.#database.transaction(async (inside) => {
      if ((await inside.one('SELECT id FROM webhooks WHERE register = ? AND id = ?', register, id)) === undefined) return false;
      await inside.run('DELETE FROM webhook_deliveries WHERE webhook = ?', id);
      return (await inside.run('DELETE FROM webhooks WHERE register = ? AND id = ?', register, id)) > 0;
    });
  }

  async stop(id: string): Promise<void> {
    await this.#database.run(`UPDATE webhooks SET state = 'stopped' WHERE id = ?`, id);
  }

  /** The last deliveries, the newest first. */
  async deliveries(webhook: string, limit: number): Promise<readonly Delivery[]> {
    return (await this.#database.all('SELECT * FROM webhook_deliveries WHERE webhook = ? ORDER BY made_at DESC, id LIMIT ?', webhook, limit)).map(deliveryIn);
  }

  /** Those that are told, with how far they were. */
  async active(): Promise<readonly (Webhook & { readonly told: Told })[]> {
    const rows = await this.#database.all(`SELECT * FROM webhooks WHERE state = 'active' ORDER BY register, id`);
    return rows.map((row) => ({ ...webhookIn(row), told: { nextEntry: Number(row['next_entry']), judged: String(row['judged']), verdicts: JSON.parse(String(row['verdicts'])) as Told['verdicts'] } }));
  }

  /** Puts events in the queue and moves on, both or neither; nothing where another process was quicker. */
  async queue(webhook: string, before: Told, after: Told, events: readonly WebhookEvent[], now: Instant): Promise<boolean> {
    return this.#database.transaction(async (inside) => {
      const moved = await inside.run('UPDATE webhooks SET next_entry = ?, judged = ?, verdicts = ? WHERE id = ? AND next_entry = ? AND judged = ?', after.nextEntry, after.judged, JSON.stringify(after.verdicts), webhook, before.nextEntry, before.judged);
      if (moved === 0) return false;
      for (const event of events) {
        const id = `msg_${randomBytes(15).toString('base64url')}`;
        await inside.run(`INSERT INTO webhook_deliveries (id, webhook, made_at, event, payload, state, tries, due_at) VALUES (?, ?, ?, ?, ?, 'waiting', 0, ?)`, id, webhook, now, event.type, JSON.stringify(event), now);
      }
      return true;
    });
  }

  /** What is to be sent now, the oldest first. */
  async due(now: Instant, limit: number): Promise<readonly Due[]> {
    const rows = await this.#database.all(
      `SELECT d.*, w.address, w.secret FROM webhook_deliveries d JOIN webhooks w ON w.id = d.webhook WHERE d.state = 'waiting' AND d.due_at <= ? AND w.state = 'active' ORDER BY d.due_at, d.id LIMIT ?`, now, limit);
    return rows.map((row) => ({ ...deliveryIn(row), payload: String(row['payload']), address: String(row['address']), secret: String(row['secret']) }));
  }

  /** Takes a delivery on: true for one process alone, until the time that it is given is over. */
  async claim({ id, tries, dueAt }: Delivery, until: Instant): Promise<boolean> {
    return (await this.#database.run(`UPDATE webhook_deliveries SET tries = ?, due_at = ? WHERE id = ? AND state = 'waiting' AND tries = ? AND due_at = ?`, tries + 1, until, id, tries, dueAt)) === 1;
  }

  async settle(id: string, state: Delivery['state'], answered: string, dueAt: Instant): Promise<void> {
    await this.#database.run('UPDATE webhook_deliveries SET state = ?, answered = ?, due_at = ? WHERE id = ?', state, answered, dueAt, id);
  }

  async forget(now: Instant): Promise<void> {
    await this.#database.run(`DELETE FROM webhook_deliveries WHERE state <> 'waiting' AND made_at < ?`, instantOf(Date.parse(now) - KEPT_MS));
  }
}

const webhookIn = (row: Row): Webhook => ({
  id: String(row['id']),
  register: String(row['register']),
  address: String(row['address']),
  events: new Set(EVENT_KINDS.filter((one) => String(row['events']).split(' ').includes(one))),
  madeBy: String(row['made_by']),
  madeAt: String(row['made_at']) as Instant,
  state: row['state'] === 'active' ? 'active' : 'stopped',
});

const deliveryIn = (row: Row): Delivery => ({
  id: String(row['id']),
  webhook: String(row['webhook']),
  madeAt: String(row['made_at']) as Instant,
  event: String(row['event']) as EventKind,
  state: String(row['state']) as Delivery['state'],
  tries: Number(row['tries']),
  dueAt: String(row['due_at']) as Instant,
  answered: typeof row['answered'] === 'string' ? row['answered'] : undefined,
});
