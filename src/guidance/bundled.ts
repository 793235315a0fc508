import { existsSync, readdirSync } from 'node:fs';
import { isAbsolute, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of the packs that come with the product. */
export const BUNDLED = fileURLToPath(new URL('../../guidance/', import.meta.url));

export const bundledPackIds = (): readonly string[] =>
  readdirSync(BUNDLED, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && existsSync(join(BUNDLED, entry.name, 'pack.yaml')))
    .map(({ name }) => name)
    .sort();

/** Where a pack is: one of ours by its id, else a folder as it is written. */
export const packFolder = (named: string): string =>
  !isAbsolute(named) && bundledPackIds().includes(named) ? join(BUNDLED, named) : resolve(named);
