import { ok, refused, type Result } from '../../kernel/result.ts';
import { withClient } from '../store/postgres/connections.ts';
import { preparedIn, prepareDatabase } from '../store/postgres/prepare.ts';
import { purged, purgeIsDue } from '../store/postgres/purge.ts';
import { APP_ROLE, rightsOf } from '../store/postgres/roles.ts';
import { SCHEMA_VERSION } from '../store/postgres/schema.ts';
import { settle } from '../store/postgres/settle.ts';
import { unlessRefused } from './refusal.ts';

/**
 * Makes the tables in a database, or brings them up to date, for the role that the app is to work as: the one named, the one that they
 * were prepared for before, or `answerable_app`. What was erased and still lies in the database's files is done away with, too.
 *
 * @param url of a role that may make schemas and roles
 */
export const prepareIn = (url: string, role?: string): Promise<Result<{ readonly version: number; readonly role: string }>> =>
  unlessRefused(() =>
    withClient(url, async (client) => {
      const { isStandby } = await settle(client);
      if (isStandby) return refused({ category: 'input', code: 'database-standby', sentence: 'This server is a standby, which follows another: prepare the database there.' });
      const wanted = role ?? (await preparedIn(client))?.role ?? APP_ROLE;
      const { name, mayPrepare } = await rightsOf(client, wanted);
      if (!mayPrepare) return refused({ category: 'forbidden', code: 'may-not-prepare', sentence: `The role \`${name}\` may not prepare this database: it needs the right to create schemas in it, or to own that of Answerable, and to create roles unless \`${wanted}\` is there. Give the URL of the owner.` });
      await prepareDatabase(client, wanted);
      if (await purgeIsDue(client)) await purged(client);
      return ok({ version: SCHEMA_VERSION, role: wanted });
    }),
  );
