/** Reminds once as a process of its own: `node remind-process.ts SQLITE-FILE|POSTGRES-URL ROLE SMTP-PORT NOW`. Writes `ready`, and begins when it is told to. */
import { once } from 'node:events';
import { TABLES } from '../../src/compose/tables.ts';
import { openPostgres } from '../../src/database/postgres/open-postgres.ts';
import { openSqlite } from '../../src/database/open-sqlite.ts';
import { smtpMailer } from '../../src/mail/smtp-mailer.ts';
import { at, good } from '../kept/folder.ts';
import { reminding, shelfOf } from './reminded.ts';

const [place = '', role = '', port = '', now = ''] = process.argv.slice(2);
const database = good(role === '' ? await openSqlite(place, TABLES) : await openPostgres({ url: place, role }, TABLES));
const shelf = await shelfOf();
const mailer = smtpMailer({ host: '127.0.0.1', port: Number(port), isSecure: false }, 'answerable@example.org');
process.stdout.write('ready\n');
await once(process.stdin, 'data');
await reminding(database, shelf, mailer, { now: at(now) }).run();
await database.close();
process.exit(0);
