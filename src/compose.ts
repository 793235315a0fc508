import type { Commands } from './cli/command.ts';

const tables = async () => (await import('./compose/tables.ts')).TABLES;

/** The commands that need a surface beside the command line, or the tables of every room. What they need is loaded when they run, not before. */
export const COMPOSED: Commands = {
  async serve() {
    const [{ serveCommand }, TABLES] = await Promise.all([import('./cli/commands/serve.ts'), tables()]);
    return serveCommand(async (asked) => {
      const [{ serve }, api] = await Promise.all([import('./web/serve.ts'), asked.kept === undefined ? undefined : import('./api/surface.ts')]);
      return serve({ ...asked, tables: TABLES, surface: api === undefined ? undefined : (parts) => api.apiSurface({ ...parts, toLoopback: asked.webhooksToLoopback }) });
    }, TABLES);
  },
  async database() {
    const [{ databaseCommand }, TABLES] = await Promise.all([import('./cli/commands/database.ts'), tables()]);
    return databaseCommand(TABLES);
  },
  async user() {
    const [{ userCommand }, TABLES] = await Promise.all([import('./cli/commands/user.ts'), tables()]);
    return userCommand(TABLES);
  },
};
