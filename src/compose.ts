import { databaseCommand } from './cli/commands/database.ts';
import { serveCommand } from './cli/commands/serve.ts';
import { userCommand } from './cli/commands/user.ts';
import type { Command } from './cli/command.ts';
import { TABLES } from './compose/tables.ts';

/** The commands that need a surface beside the command line, or the tables of every room. What they need is loaded when they run, not before. */
export const COMPOSED: readonly Command[] = [
  serveCommand(async (asked) => {
    const [{ serve }, api] = await Promise.all([import('./web/serve.ts'), asked.kept === undefined ? undefined : import('./api/surface.ts')]);
    return serve({ ...asked, tables: TABLES, surface: api === undefined ? undefined : (parts) => api.apiSurface({ ...parts, toLoopback: asked.webhooksToLoopback }) });
  }, TABLES),
  databaseCommand(TABLES),
  userCommand(TABLES),
];
