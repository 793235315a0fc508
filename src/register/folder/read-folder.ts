import { existsSync } from 'node:fs';
import { ok, type Result } from '../../kernel/result.ts';
import { checkSigned } from '../check-signed.ts';
import { Image } from '../image.ts';
import { entryOf } from '../kept-form.ts';
import { MerkleTree } from '../log/merkle.ts';
import type { SigningKey } from '../log/note-key.ts';
import { SqliteStore } from '../store/sqlite/sqlite-store.ts';
import type { KeptEntry } from '../store/store.ts';
import { chosenRegister, noRegister } from './data-folder.ts';
import { databaseIn } from './files.ts';
import { signingKey } from './signing-keys.ts';

/** One register of a data folder as it was at one moment, for reading; a writer may be at work beside it. */
export interface ReadRegister {
  readonly id: string;
  readonly entries: readonly KeptEntry[];
  readonly image: Image;
  readonly tree: MerkleTree;
  /** The newest checkpoint, signed. */
  readonly checkpoint: string;
  /** Gives the verifier key; nothing is signed in reading. */
  readonly key: SigningKey;
}

/** Reads a register whole. @throws NotIntact where its entries do not fit its checkpoint */
export async function readRegister(folder: string, asked: string | undefined): Promise<Result<ReadRegister>> {
  if (!existsSync(databaseIn(folder))) return noRegister(folder);
  const store = SqliteStore.openToRead(databaseIn(folder));
  try {
    const id = chosenRegister(await store.registers(), asked, folder);
    if (!id.ok) return id;
    const entries = await store.entries(id.value);
    const [image, tree] = [new Image(), new MerkleTree()];
    for (const entry of entries) {
      image.apply(entryOf(entry), entry.key);
      tree.append(entry.leafHash);
    }
    const key = signingKey(folder, id.value);
    await checkSigned(store, id.value, tree, key);
    return ok({ id: id.value, entries, image, tree, checkpoint: (await store.checkpoint(id.value)) ?? '', key });
  } finally {
    await store.close();
  }
}

/** The ids of the registers in the folder. */
export async function registersIn(folder: string): Promise<Result<readonly string[]>> {
  if (!existsSync(databaseIn(folder))) return noRegister(folder);
  const store = SqliteStore.openToRead(databaseIn(folder));
  try {
    return ok(await store.registers());
  } finally {
    await store.close();
  }
}

