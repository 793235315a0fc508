import { serveCommand } from './cli/commands/serve.ts';
import type { Command } from './cli/command.ts';

/** The commands that need a surface beside the command line. What they need is loaded when they run, not before. */
export const COMPOSED: readonly Command[] = [
  serveCommand(async (asked) => {
    const { serve } = await import('./web/serve.ts');
    return serve(asked);
  }),
];
