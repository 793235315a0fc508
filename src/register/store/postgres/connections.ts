import { Client, DatabaseError, Pool, type ClientBase, type PoolConfig } from 'pg';
import { StoreFault } from '../store-fault.ts';
import { OutOfStep } from '../store.ts';
import { DatabaseRefused } from './database-refused.ts';
import { OUT_OF_STEP } from './functions.ts';
import { preparedIn, prepareDatabase } from './prepare.ts';
import { APP_ROLE, mayBecome, rightsOf, tooMuchFor } from './roles.ts';
import { SCHEMA_VERSION } from './schema.ts';
import { settle } from './settle.ts';

/** Something to send statements over. */
export interface Connections {
  /** Works over one connection, which nobody else uses meanwhile unless it is the only one. @throws StoreFault where it is lost, OutOfStep */
  use<T>(work: (client: ClientBase) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

const MOST_CONNECTIONS = 10;
/** In milliseconds. A statement without an answer by then is one whose outcome is not known. */
const LONGEST_STATEMENT = 60_000;
const LONGEST_CONNECT = 10_000;

/** Where a database URL leads, for people: without its user and password. @throws DatabaseRefused where it is none */
export function placeOf(url: string): string {
  const { host, port, database } = new Client(configOf(url));
  return `the database \`${database ?? ''}\` on ${host}:${port}`;
}

function configOf(url: string): PoolConfig {
  if (!/^postgres(?:ql)?:\/\//.test(url) || !URL.canParse(url)) throw new DatabaseRefused('database-url-malformed', 'The URL of a database is written `postgresql://USER:PASSWORD@HOST:PORT/DATABASE`.');
  return { connectionString: url, application_name: 'answerable', keepAlive: true, connectionTimeoutMillis: LONGEST_CONNECT, query_timeout: LONGEST_STATEMENT };
}

/** One connection for a piece of work, which is not one of the app's. @throws DatabaseRefused where there is none */
export async function withClient<T>(url: string, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client(configOf(url));
  client.on('error', () => undefined);
  try {
    await client.connect();
  } catch (error) {
    throw new DatabaseRefused('database-unreachable', `${placeOf(url)} cannot be reached: ${whyOf(error)}.`.replace(/^t/, 'T'), error);
  }
  try {
    return await work(client);
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** Many connections, for the app: where the role may do that, the tables are made first. @throws DatabaseRefused */
export async function openPool(url: string): Promise<Connections> {
  const role = await withClient(url, async (client) => appRoleOf(client, (await settle(client)).isStandby));
  const pool = new Pool({
    ...configOf(url),
    max: MOST_CONNECTIONS,
    allowExitOnIdle: true,
    // oxlint-disable-next-line typescript/no-misused-promises -- pg-pool hands a connection out only when this is settled, which its types do not say.
    onConnect: (client) => settle(client, role).then(() => undefined),
  });
  // A connection that is lost while nobody uses it is replaced when the next one is asked for.
  pool.on('error', () => undefined);
  return {
    async use(work) {
      const client = await pool.connect().catch(asFault);
      let isLost = false;
      const lose = (): void => void (isLost = true);
      client.on('error', lose);
      try {
        return await work(client);
      } catch (error) {
        isLost ||= !(error instanceof DatabaseError) || error.severity === 'FATAL';
        return asFault(error);
      } finally {
        client.off('error', lose);
        client.release(isLost);
      }
    },
    close: () => pool.end(),
  };
}

/** One connection that sees the database as it is now for as long as it is open; undefined where no register was ever kept there. @throws DatabaseRefused */
export async function openSnapshot(url: string): Promise<Connections | undefined> {
  const client = new Client(configOf(url));
  client.on('error', () => undefined);
  try {
    await client.connect().catch((error: unknown) => {
      throw new DatabaseRefused('database-unreachable', `${placeOf(url)} cannot be reached: ${whyOf(error)}.`.replace(/^t/, 'T'), error);
    });
    await settle(client);
    const before = await preparedIn(client);
    if (before === undefined) {
      await client.end();
      return undefined;
    }
    if (before.version < SCHEMA_VERSION) throw notPrepared(`has tables of version ${before.version}, and this version of Answerable needs ${SCHEMA_VERSION}`);
    await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
    // The state is the one that the first statement sees.
    await client.query('SELECT 1');
  } catch (error) {
    await client.end().catch(() => undefined);
    throw error;
  }
  return { use: (work) => work(client).catch(asFault), close: () => client.end() };
}

/** The role that connections take on; undefined where the one that they come in as is fit to work as. @throws DatabaseRefused */
async function appRoleOf(client: ClientBase, isStandby: boolean): Promise<string | undefined> {
  const before = await preparedIn(client);
  const role = before?.role ?? APP_ROLE;
  const rights = await rightsOf(client, role);
  const isCurrent = before?.version === SCHEMA_VERSION;
  if (!isCurrent || !before.hasTheseViews) {
    if (rights.mayPrepare && !isStandby) await prepareDatabase(client, role);
    else if (!isCurrent) throw notPrepared(before === undefined ? 'has no tables of Answerable yet' : `has tables of version ${before.version}, and this version of Answerable needs ${SCHEMA_VERSION}`);
  }
  const own = await tooMuchFor(client, rights.name);
  if (own === undefined) return undefined;
  const tooMuch = await tooMuchFor(client, role);
  if (tooMuch !== undefined) throw new DatabaseRefused('role-unsafe', `The role \`${role}\`, which the app works as, ${tooMuch}. \`answerable database prepare --app-role NAME\` hands the tables to another.`);
  if (!(await mayBecome(client, role))) throw new DatabaseRefused('role-unsafe', `The role \`${rights.name}\` ${own}, and may not become \`${role}\`. Give the URL of \`${role}\`.`);
  return role;
}

const notPrepared = (how: string): DatabaseRefused =>
  new DatabaseRefused('database-not-prepared', `This database ${how}, and the role may not make them. Whoever owns the database does: \`answerable database prepare --database-url URL\`.`);

/** What the server or the network said, for people. An error that names several addresses has no words of its own. */
const whyOf = (error: unknown): string => (error instanceof Error ? error.message || ((error as NodeJS.ErrnoException).code ?? error.name) : String(error));

const STANDBY = '25006';

export const isAStandby = (cause?: unknown): StoreFault => new StoreFault('the database is a standby, which follows another server: nothing can be entered here', { cause });

/** Says what became of a statement in the words of the store: the rest is passed on, or is a connection that failed. */
function asFault(error: unknown): never {
  if (error instanceof DatabaseError && error.code === OUT_OF_STEP) throw new OutOfStep(error.message);
  if (error instanceof DatabaseError && error.code === STANDBY) throw isAStandby(error);
  if (error instanceof DatabaseError || error instanceof StoreFault) throw error;
  throw new StoreFault(`the database cannot be reached: ${whyOf(error)}`, { cause: error });
}
