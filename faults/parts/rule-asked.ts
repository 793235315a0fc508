import type { Answering } from './answering.ts';
import { keptRows, missing, told } from './rule.ts';
import { personFile, REGISTER } from './small-folder.ts';

let after: string | undefined;

/** The rule, asked of commands in a process that stays; and the folder takes one more act. */
export async function breachesAsked(folder: string, acknowledged: ReadonlyMap<string, number>, asked: Answering): Promise<readonly string[]> {
  const where = ['--data', folder, '--register', REGISTER];
  const breaches = [...(await foundIn(where, asked)), ...missing(keptRows(folder), acknowledged)];
  if (breaches.length > 0) return breaches;
  after ??= personFile('after');
  const more = await asked.ask('act', 'record.put', ...where, '--input', after, '--as', 'clerk', '--reason', 'Afterwards.');
  return more.code === 0 ? await foundIn(where, asked) : [`it takes no act: ${more.err}`];
}

async function foundIn(where: readonly string[], asked: Answering): Promise<readonly string[]> {
  const verified = await asked.ask('verify', ...where, '--json');
  const checkpoint = await asked.ask('checkpoint', ...where);
  return told(verified.code, verified.out + verified.err, checkpoint.code, checkpoint.out + checkpoint.err);
}
