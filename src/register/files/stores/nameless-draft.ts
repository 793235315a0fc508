import { randomUUID } from 'node:crypto';
import { open, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bytesOfHandle, type FileBytes } from '../content/file-bytes.ts';
import type { Draft, FileFacts } from '../file-store.ts';

/**
 * A draft for what is kept elsewhere than on this machine: a temporary file whose name is taken away as soon as it is open, so that
 * it is gone with the process that wrote it.
 */
export async function namelessDraft(keep: (facts: FileFacts, content: FileBytes, mends: boolean) => Promise<void>): Promise<Draft> {
  const path = join(tmpdir(), `answerable-${randomUUID()}`);
  const handle = await open(path, 'wx+', 0o600);
  await rm(path);
  return {
    handle,
    keep: (facts, mends) => keep(facts, bytesOfHandle(handle, facts.bytes), mends),
    end: () => handle.close(),
  };
}
