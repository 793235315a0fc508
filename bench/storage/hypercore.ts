import Hypercore from 'hypercore';
import type { Appender } from './appender.ts';

/** A signed log of blocks, as its package keeps it: it does not sync, so that what it has answered may be lost with the power. */
export async function hypercore(folder: string, bytes: number): Promise<Appender> {
  const core = new Hypercore(folder);
  await core.ready();
  const block = Buffer.alloc(bytes, 65);
  return { name: 'hypercore (signed, not synced)', append: () => core.append(block), close: () => core.close() };
}
