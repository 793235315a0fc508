import { after, before, describe } from 'node:test';
import { PostgresStore } from '../../src/register/store/postgres/postgres-store.ts';
import type { Store } from '../../src/register/store/store.ts';
import { newDatabase, sql } from '../postgres/databases.ts';
import { noPostgres, startPostgres, type Postgres } from '../postgres/start-postgres.ts';
import { behaves } from './behaviour.ts';

let server: Postgres;
const opened: Store[] = [];

describe('The PostgreSQL store', { skip: noPostgres }, () => {
  before(async () => {
    server = await startPostgres();
  });

  after(async () => {
    for (const store of opened) await store.close();
    await server.stop();
  });

  behaves(async () => {
    const url = await newDatabase(server);
    const open = async (): Promise<Store> => {
      const store = await PostgresStore.open(url);
      opened.push(store);
      return store;
    };
    return {
      store: await open(),
      again: open,
      // As a reader comes in: under the app's role, held to one register.
      rows: (register, statement) => sql(url, 'SET ROLE answerable_app', 'SET search_path = answerable', `SET answerable.register = '${register}'`, statement),
    };
  });
});
