import { duration } from '../kernel/duration.ts';
import type { Snapshot } from '../register/snapshot.ts';
import { Facts } from '../rules/facts.ts';
import { PackWords } from '../rules/pack-words.ts';
import { openPack, packOf } from './open-register.ts';

/** The facts of a snapshot in the words of the guidance that its register names; undefined where that guidance is not to be found. */
export function factsOn(snapshot: Snapshot): Facts | undefined {
  const { header } = snapshot;
  const opened = openPack(packOf(header));
  return opened.ok ? new Facts(snapshot, new PackWords(opened.value.pack, header.thresholds), duration('P1Y')) : undefined;
}
