import { actsOneByOne, actsTogether } from './acts.ts';
import { backUpRestored, backUpWritten } from './copies.ts';
import { erasureCarriedOut } from './erasure.ts';
import { fileKept } from './evidence.ts';
import { databaseUpgraded, folderMade } from './folder.ts';
import { keyRotated } from './rotation.ts';
import type { Work } from './work.ts';

export const WORKS: readonly Work[] = [actsOneByOne, actsTogether, folderMade, databaseUpgraded, keyRotated, erasureCarriedOut, fileKept, backUpWritten, backUpRestored];
