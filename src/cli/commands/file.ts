import { createReadStream } from 'node:fs';
import { basename } from 'node:path';
import { quoted } from '../../kernel/fault.ts';
import { didYouMean } from '../../kernel/nearest.ts';
import { chooseRegister } from '../../register/choose-register.ts';
import { checkEvidence, isWhole, type EvidenceCheck, type FileOfRecords } from '../../register/files/check-evidence.ts';
import { EvidenceFiles } from '../../register/files/evidence-files.ts';
import type { FileFacts } from '../../register/files/file-store.ts';
import { parseFileDigest, type FileDigest } from '../../register/files/file-digest.ts';
import { sizeInWords } from '../../register/files/file-limits.ts';
import { namedFiles } from '../../register/files/named-files.ts';
import { InvalidInput, Misuse, type Command, type Terminal } from '../command.ts';
import { EXIT, type ExitCode } from '../exit-code.ts';
import { FILES, FILES_USAGE, withFiles } from '../file-places.ts';
import { chosen, given, keeping, keptRegister, registersAt } from '../kept.ts';
import { exactly, KEPT, parsed, PLACE_USAGE } from '../options.ts';
import { placeOption } from '../place.ts';
import { streamedTo } from '../write-out.ts';

const OPTIONS = { ...KEPT, ...FILES, output: { type: 'string', short: 'o' }, json: { type: 'boolean' } } as const;

type Values = ReturnType<typeof parsed<typeof OPTIONS>>['values'];

type Verb = (positionals: readonly string[], values: Values, terminal: Terminal) => Promise<ExitCode>;

export const fileCommand: Command = {
  summary: 'Keep the files of evidence of a register: put, get, list, check, remove.',
  usage: `answerable file put FILE --data DIR [--register ID] [--files s3] [--json]
answerable file get DIGEST --data DIR -o PATH [--register ID] [--files s3]
answerable file list --data DIR [--register ID] [--files s3] [--json]
answerable file check --data DIR [--register ID] [--files s3] [--json]
answerable file remove DIGEST --data DIR [--register ID] [--files s3]

  put prints the file's digest: an evidence record names the file by \`file\` (its name) and
  \`digest\`. PDF, Word, Excel, PowerPoint, OpenDocument, PNG, JPEG, plain text, CSV and
  e-mail are taken, up to 50 MB, by what they hold and not by what they are called.
  get writes a file only where it is what its digest says.
  check reads every file: exit code 5 where one that a record names is missing or damaged.
  remove takes away a file that no record names.
  ${FILES_USAGE}
  ${PLACE_USAGE}`,
  run([verb = '', ...args], terminal) {
    const work = VERBS[verb];
    if (work === undefined) throw new Misuse(`${verb === '' ? 'Say what to do with files' : `${quoted(verb)} is nothing to do with a file`}: put, get, list, check or remove.${didYouMean(verb, Object.keys(VERBS))}`);
    const { values, positionals } = parsed(args, OPTIONS);
    return work(positionals, values, terminal);
  },
};

const VERBS: Readonly<Record<string, Verb>> = {
  async put(positionals, values, terminal) {
    const [path = ''] = exactly(positionals, 'FILE');
    const put = await changing(values, terminal, (files) => files.put(createReadStream(path), { name: basename(path) }));
    if (!put.ok) throw new InvalidInput(put.faults.map((fault) => (fault.code === 'file-cut-short' ? { ...fault, sentence: 'This file cannot be read.', place: { file: path } } : fault)));
    const { digest, bytes, type, name } = put.value;
    if (values.json === true) terminal.out(`${JSON.stringify({ digest, bytes, type, name })}\n`);
    else {
      terminal.out(`${digest}\n`);
      terminal.err(`Kept. An evidence record names it so: file: ${JSON.stringify(name)}, digest: ${digest}\n`);
    }
    return EXIT.done;
  },

  async get(positionals, values, terminal) {
    const digest = digestIn(exactly(positionals, 'DIGEST'));
    if (values.output === undefined) throw new Misuse('Say with `-o PATH` where to write the file.');
    const path = values.output;
    const place = placeOption(values);
    const register = given(chooseRegister(given(await registersAt(place)), values.register, 'folder' in place ? 'folder' : 'database'));
    return reading(values, terminal, register, async (files) => {
      const got = await files.get(digest);
      if (got === undefined) throw notThere(digest);
      await streamedTo(path, got.content);
      return EXIT.done;
    });
  },

  async list(positionals, values, terminal) {
    exactly(positionals);
    const { id, image } = await keptRegister(values);
    const { by } = namedFiles(image.entries);
    const listed: (FileFacts & { readonly namedBy: readonly string[] })[] = [];
    await reading(values, terminal, id, async (files) => {
      for await (const facts of files.list()) listed.push({ ...facts, namedBy: by.get(facts.digest) ?? [] });
    });
    if (values.json === true) terminal.out(`${JSON.stringify(listed, null, 2)}\n`);
    else for (const { digest, bytes, type, namedBy } of listed) terminal.out(`${digest}  ${sizeInWords(bytes)}  ${type}  ${namedBy.length === 0 ? 'named by no record' : namedBy.join(', ')}\n`);
    return EXIT.done;
  },

  async check(positionals, values, terminal) {
    exactly(positionals);
    const { id, image } = await keptRegister(values);
    const found = await reading(values, terminal, id, (files) => checkEvidence(files, namedFiles(image.entries)));
    terminal.out(values.json === true ? `${JSON.stringify({ register: id, ...found }, null, 2)}\n` : inWords(found));
    return isWhole(found) ? EXIT.done : EXIT.notIntact;
  },

  async remove(positionals, values, terminal) {
    const digest = digestIn(exactly(positionals, 'DIGEST'));
    const { image } = await keptRegister(values);
    const by = namedFiles(image.entries).by.get(digest) ?? [];
    if (by.length > 0) throw new InvalidInput([{ category: 'conflict', code: 'file-named', sentence: `${by.map((ref) => quoted(ref)).join(', ')} ${by.length === 1 ? 'names' : 'name'} this file, now or before. It goes when what names it is erased.`, found: digest }]);
    if (!(await changing(values, terminal, (files) => files.remove(digest)))) throw notThere(digest);
    terminal.out(`Removed ${digest}\n`);
    return EXIT.done;
  },
};

/** Works on the files while nobody else writes to the register's folder. */
const changing = <T>(values: Values, { env }: Terminal, work: (files: EvidenceFiles) => Promise<T>): Promise<T> =>
  keeping(values, false, async (registers) => {
    const register = await chosen(registers, values);
    return withFiles(values, env, async (places) => work(new EvidenceFiles(await places.forWriting(register))));
  });

const reading = <T>(values: Values, { env }: Terminal, register: string, work: (files: EvidenceFiles) => Promise<T>): Promise<T> =>
  withFiles(values, env, (places) => work(new EvidenceFiles(places.of(register))));

function digestIn([written = '']: readonly string[]): FileDigest {
  const digest = parseFileDigest(written);
  if (digest === undefined) throw new Misuse(`${quoted(written)} is not the digest of a file: \`sha256:\` and 64 hex digits, as \`file put\` prints it.`);
  return digest;
}

const notThere = (digest: FileDigest): InvalidInput => new InvalidInput([{ category: 'not-found', code: 'no-such-file', sentence: `No file with the digest ${digest} is kept for this register.`, found: digest }]);

function inWords({ right, damaged, missing, unnamed, vague }: EvidenceCheck): string {
  const files = (count: number): string => `${count} file${count === 1 ? '' : 's'}`;
  const lines = (what: string, those: readonly FileOfRecords[]): readonly string[] => those.map(({ digest, by }) => `${what}: ${digest}${by.length === 0 ? '' : `, named by ${by.join(', ')}`}`);
  return [
    `${files(right)} that records name ${right === 1 ? 'is' : 'are'} there and what the digest says`,
    ...lines('damaged', damaged),
    ...lines('missing', missing),
    ...unnamed.map(({ digest, bytes }) => `named by no record: ${digest} (${sizeInWords(bytes)})`),
    ...vague.map((ref) => `no digest to hold a file against: ${ref}`),
  ].map((line) => `${line}\n`).join('');
}
