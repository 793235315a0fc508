import type { Tables } from '../../database/tables.ts';

/** Where somebody is told of what happens, and what is still to be told. The secret is kept as it is, because it signs. */
export const WEBHOOK_TABLES: Tables = {
  name: 'webhooks',
  steps: [`
    CREATE TABLE webhooks (
      id TEXT PRIMARY KEY,
      register TEXT NOT NULL,
      address TEXT NOT NULL,
      events TEXT NOT NULL,
      secret TEXT NOT NULL,
      made_by TEXT NOT NULL,
      made_at TEXT NOT NULL,
      state TEXT NOT NULL,
      next_entry BIGINT NOT NULL,
      judged TEXT NOT NULL,
      verdicts TEXT NOT NULL
    );
    CREATE INDEX webhooks_of_register ON webhooks (register);
    CREATE TABLE webhook_deliveries (
      id TEXT PRIMARY KEY,
      webhook TEXT NOT NULL REFERENCES webhooks,
      made_at TEXT NOT NULL,
      event TEXT NOT NULL,
      payload TEXT NOT NULL,
      state TEXT NOT NULL,
      tries BIGINT NOT NULL,
      due_at TEXT NOT NULL,
      answered TEXT
    );
    CREATE INDEX webhook_deliveries_due ON webhook_deliveries (state, due_at);
    CREATE INDEX webhook_deliveries_of ON webhook_deliveries (webhook, made_at);`],
};
