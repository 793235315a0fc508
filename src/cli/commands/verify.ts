import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { quoted } from '../../kernel/fault.ts';
import { verifierKey } from '../../register/log/note-key.ts';
import { databaseIn } from '../../register/folder/files.ts';
import { noRegister } from '../../register/folder/data-folder.ts';
import { registersIn } from '../../register/folder/read-folder.ts';
import { hasSigningKey, keyTexts, signingKey } from '../../register/folder/signing-keys.ts';
import { originOf } from '../../register/ledger.ts';
import { parseCheckpointText } from '../../register/log/checkpoint.ts';
import { parseNote } from '../../register/log/note.ts';
import { signedCheckpoint } from '../../register/verify/signed-checkpoint.ts';
import { verifyDatabase } from '../../register/verify/verify-database.ts';
import type { Verification } from '../../register/verify/verify.ts';
import { InvalidInput, Misuse, type Command } from '../command.ts';
import { EXIT } from '../exit-code.ts';
import { folderOption, given } from '../kept.ts';
import { exactly, KEPT, parsed } from '../options.ts';

export const verify: Command = {
  name: 'verify',
  summary: 'Work a kept register out again from its rows: intact, or not.',
  usage: `answerable verify --data DIR [--register ID] [--since CHECKPOINT-FILE] [--json]

  Answers \`intact\`, or \`corrupt at entry N\` with exit code 5. --since also asks whether the
  register still begins with what an older checkpoint signed. Without --register, every
  register of the folder is verified.`,
  async run(args, terminal) {
    const { values, positionals } = parsed(args, { ...KEPT, since: { type: 'string' }, json: { type: 'boolean' } });
    exactly(positionals);
    const folder = folderOption(values);
    const registers = await registersOf(folder, values.register);
    const since = values.since === undefined ? undefined : await checkpointIn(values.since);
    const [only, second] = registers;
    if (since !== undefined && second !== undefined) throw new Misuse('`--since` goes with one register: say which with `--register`.');
    const found = registers.map((register) => ({ register, ...verified(folder, register, register === only ? since : undefined) }));
    if (values.json === true) terminal.out(`${JSON.stringify(second === undefined ? found[0] : found, null, 2)}\n`);
    else for (const one of found) terminal.out(`${second === undefined ? '' : `${one.register}: `}${inWords(one)}\n`);
    return found.every(({ state }) => state === 'intact') ? EXIT.done : EXIT.notIntact;
  },
};

/** Named by the keys as well as by the database, which may be what is damaged. */
async function registersOf(folder: string, asked: string | undefined): Promise<readonly string[]> {
  if (!existsSync(databaseIn(folder)) && keyTexts(folder).size === 0) given(noRegister(folder));
  const known = new Set([...keyTexts(folder).keys(), ...(await listed(folder))]);
  if (asked === undefined) return [...known];
  if (known.has(asked)) return [asked];
  throw new InvalidInput([{ category: 'not-found', code: 'no-such-register', sentence: `${quoted(asked)} is not a register of this folder. There are ${[...known].join(', ')}.`, found: asked }]);
}

async function listed(folder: string): Promise<readonly string[]> {
  try {
    const registers = await registersIn(folder);
    return registers.ok ? registers.value : [];
  } catch {
    return [];
  }
}

function verified(folder: string, register: string, since: string | undefined): Verification {
  if (!existsSync(databaseIn(folder))) return { state: 'corrupt', entry: 0, why: 'the database is missing' };
  if (!hasSigningKey(folder, register)) return { state: 'corrupt', entry: 0, why: 'the signing key is missing' };
  let key: string;
  try {
    key = verifierKey(signingKey(folder, register));
  } catch (error) {
    return { state: 'corrupt', entry: 0, why: error instanceof Error ? error.message : String(error) };
  }
  const signed = since === undefined ? undefined : signedCheckpoint(since, key);
  if (typeof signed === 'string') return { state: 'inconsistent', why: `That checkpoint cannot be held against the register: ${signed}.` };
  return verifyDatabase(databaseIn(folder), register, key, signed);
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

function inWords(found: Verification & { readonly register: string }): string {
  switch (found.state) {
    case 'intact':
      return `intact: ${found.entries} entries of ${originOf(found.register)}, root ${found.root}`;
    case 'corrupt':
      return `corrupt at entry ${found.entry}: ${found.why}`;
    case 'inconsistent':
      return `not consistent with the older checkpoint: ${found.why}`;
  }
}
