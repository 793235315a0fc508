import { existsSync, statSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { chooseRegister } from '../../register/choose-register.ts';
import { verifierKey } from '../../register/log/note-key.ts';
import { databaseIn, keysIn } from '../../register/folder/files.ts';
import { noRegister } from '../../register/folder/data-folder.ts';
import { keyNow, registersIn } from '../../register/folder/read-folder.ts';
import { registersWithRecord } from '../../register/folder/last-signed.ts';
import { hasSigningKey, registersWithKey } from '../../register/folder/signing-keys.ts';
import { originOf } from '../../register/ledger.ts';
import { parseCheckpointText } from '../../register/log/checkpoint.ts';
import { parseNote } from '../../register/log/note.ts';
import { verifiedAsSigned } from '../../register/verify/signed-here.ts';
import { verifyDatabase } from '../../register/verify/verify-database.ts';
import type { Erasures } from '../../register/verify/erasure-check.ts';
import type { Verification } from '../../register/verify/verify.ts';
import type { Witnessing } from '../../register/verify/witnessed.ts';
import { InvalidInput, Misuse, type Command } from '../command.ts';
import { EXIT } from '../exit-code.ts';
import { given, registersAt } from '../kept.ts';
import { exactly, KEPT, parsed, PLACE_USAGE } from '../options.ts';
import { placeOption, type Place } from '../place.ts';
import { witnessings, witnessingInWords } from '../witnessed.ts';

export const verify: Command = {
  summary: 'Work a kept register out again from its rows: intact, or not.',
  usage: `answerable verify --data DIR [--register ID] [--since CHECKPOINT-FILE]
                 [--witness VKEY]... [--json]

  Answers \`intact\`, \`intact with erasures\` (how many bodies were erased, and by which
  rules), or \`corrupt at entry N\` with exit code 5. --since also asks whether the register
  still begins with what an older checkpoint signed. Without --register, every register of
  the place is verified. --witness says what the witness with that key has
  cosigned, checked against the entries: exit code 5 where they are not what it saw.
  ${PLACE_USAGE}`,
  async run(args, terminal) {
    const { values, positionals } = parsed(args, { ...KEPT, since: { type: 'string' }, witness: { type: 'string', multiple: true }, json: { type: 'boolean' } });
    exactly(positionals);
    const place = placeOption(values);
    const registers = await registersOf(place, values.register);
    const since = values.since === undefined ? undefined : await checkpointIn(values.since);
    const [only, second] = registers;
    if (since !== undefined && second !== undefined) throw new Misuse('`--since` goes with one register: say which with `--register`.');
    const found = await Promise.all(registers.map(async (register) => {
      const verification = await verified(place, register, register === only ? since : undefined);
      if (values.witness === undefined || !('entries' in verification)) return { register, ...verification };
      return { register, ...verification, witnesses: await witnessings(values, register, values.witness) };
    }));
    if (values.json === true) terminal.out(`${JSON.stringify(second === undefined ? found[0] : found, null, 2)}\n`);
    else for (const one of found) for (const words of [inWords(one), ...witnessesInWords(one)]) terminal.out(`${second === undefined ? '' : `${one.register}: `}${words}\n`);
    const isAsWitnessed = found.every((one) => !('witnesses' in one) || one.witnesses.every(({ state }) => state !== 'not-what-was-witnessed'));
    return isAsWitnessed && found.every(({ state }) => state === 'intact') ? EXIT.done : EXIT.notIntact;
  },
};

async function registersOf(place: Place, asked: string | undefined): Promise<readonly string[]> {
  const known = 'folder' in place ? await registersInFolder(place.folder) : given(await registersAt(place));
  return asked === undefined && known.length > 0 ? known : [given(chooseRegister(known, asked, 'folder' in place ? 'folder' : 'database'))];
}

/** Named by what was signed and, where the database cannot be read, by the keys as well: the database may be what is damaged. */
async function registersInFolder(folder: string): Promise<readonly string[]> {
  const inDatabase = await listed(folder);
  // A key of which nothing was ever signed is left from a register that did not begin.
  const named = inDatabase === undefined ? registersWithKey(folder) : registersWithRecord(keysIn(folder));
  const all = [...new Set([...named, ...(inDatabase ?? [])])];
  return all.length === 0 ? given(noRegister(folder)) : all;
}

async function listed(folder: string): Promise<readonly string[] | undefined> {
  try {
    // A database that was begun has at least a page, of which 512 bytes is the least.
    const registers = existsSync(databaseIn(folder)) && statSync(databaseIn(folder)).size >= 512 ? await registersIn(folder) : undefined;
    return registers?.ok === true ? registers.value : undefined;
  } catch {
    return undefined;
  }
}

function verified(place: Place, register: string, since: string | undefined): Promise<Verification> {
  const keys = 'folder' in place ? keysIn(place.folder) : place.database.keys;
  return verifiedAsSigned(keys, register, since, async (earlier) =>
    'folder' in place ? verifiedInFolder(place.folder, register, earlier) : (await import('../../register/database/verify-in-database.ts')).verifyInDatabase(place.database, register, earlier));
}

async function verifiedInFolder(folder: string, register: string, since: string | undefined): Promise<Verification> {
  if (!existsSync(databaseIn(folder))) return { state: 'corrupt', entry: 0, why: 'the database is missing' };
  if (!hasSigningKey(folder, register)) return { state: 'corrupt', entry: 0, why: 'the signing key is missing' };
  let key: string;
  try {
    key = verifierKey(await keyNow(folder, register));
  } catch (error) {
    return { state: 'corrupt', entry: 0, why: error instanceof Error ? error.message : String(error) };
  }
  return verifyDatabase(databaseIn(folder), register, key, since);
}

/** The checkpoint in the file; its signature is not checked yet. @throws InvalidInput where it is none */
async function checkpointIn(file: string): Promise<string> {
  const text = await readFile(file, 'utf8').catch(() => undefined);
  if (text === undefined) throw new InvalidInput([{ category: 'input', code: 'file-unreadable', sentence: 'This file cannot be read.', place: { file } }]);
  const note = parseNote(text);
  const checkpoint = note.ok ? parseCheckpointText(note.value.text) : note;
  if (!checkpoint.ok) throw new InvalidInput(checkpoint.faults.map((fault) => ({ ...fault, place: { file } })));
  return text;
}

const witnessesInWords = (found: Verification & { readonly witnesses?: readonly Witnessing[] }): readonly string[] =>
  'entries' in found ? (found.witnesses ?? []).map((one) => witnessingInWords(one, found.entries)) : [];

function inWords(found: Verification & { readonly register: string }): string {
  switch (found.state) {
    case 'intact':
      return `intact${erasuresInWords(found.erasures)}: ${found.entries} entries of ${originOf(found.register)}, root ${found.root}`;
    case 'corrupt':
      return `corrupt at entry ${found.entry}: ${found.why}`;
    case 'inconsistent':
      return `not consistent with the older checkpoint: ${found.why}`;
  }
}

const erasuresInWords = (erasures: Erasures | undefined): string =>
  erasures === undefined ? '' : ` with erasures (${erasures.bodies} ${erasures.bodies === 1 ? 'body' : 'bodies'}; ${erasures.rules.join('; ')})`;
