import { join } from 'node:path';
import { after, before, describe } from 'node:test';
import { DRAFT_TABLES } from '../../src/drafts/draft-tables.ts';
import { openSqlite } from '../../src/database/open-sqlite.ts';
import { openPostgres } from '../../src/database/postgres/open-postgres.ts';
import { prepareIn } from '../../src/register/database/prepare-database.ts';
import { good, temporaryFolder } from '../kept/folder.ts';
import { newDatabase } from '../postgres/databases.ts';
import { noPostgres, startPostgres, type Postgres } from '../postgres/start-postgres.ts';
import { draftsBehaviour } from './behaviour.ts';

draftsBehaviour('SQLite', async () => good(await openSqlite(join(temporaryFolder(), 'accounts.sqlite'), [DRAFT_TABLES])));

describe('With PostgreSQL', { skip: noPostgres }, () => {
  let server: Postgres;
  before(async () => {
    server = await startPostgres();
  });
  after(() => server.stop());
  draftsBehaviour('PostgreSQL', async () => {
    const url = await newDatabase(server);
    return good(await openPostgres({ url, role: good(await prepareIn(url)).role }, [DRAFT_TABLES]));
  });
});
