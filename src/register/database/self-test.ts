import { ok, refused, type Result } from '../../kernel/result.ts';
import { placeOf } from '../store/postgres/connections.ts';
import { PostgresStore } from '../store/postgres/postgres-store.ts';
import { unlessRefused } from './refusal.ts';

/** Whether a database keeps what is written to it: its settings as a new connection has them, and a real commit that says nothing. */
export async function testDatabase(url: string): Promise<Result<undefined>> {
  try {
    return await unlessRefused(async () => {
      const store = await PostgresStore.open(url);
      try {
        await store.probe();
        return ok(undefined);
      } finally {
        await store.close();
      }
    });
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    return refused({ category: 'ours', code: 'not-durable', sentence: `The database ${placeOf(url)} does not keep what is written to it now: ${why}.` });
  }
}
