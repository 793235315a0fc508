import { ok, type Result } from '../../kernel/result.ts';
import { withClient } from '../store/postgres/connections.ts';
import { preparedIn } from '../store/postgres/prepare.ts';
import { APP_ROLE } from '../store/postgres/roles.ts';
import { unlessRefused } from './refusal.ts';

/** The role that the app works as in a database: the one that it was prepared for, or would be. */
export const appRoleIn = (url: string): Promise<Result<string>> => unlessRefused(() => withClient(url, async (client) => ok((await preparedIn(client))?.role ?? APP_ROLE)));
