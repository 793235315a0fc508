import { mkdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { popoloDocument } from '../../exchange/popolo/write.ts';
import { quoted } from '../../kernel/fault.ts';
import { dateInLondon } from '../../kernel/instant.ts';
import { didYouMean } from '../../kernel/nearest.ts';
import { writeCsv } from '../../model/register-file/write-csv.ts';
import { writeRegisterYaml } from '../../model/register-file/write-yaml.ts';
import { registerTemplate } from '../../model/register-file/workbook/template.ts';
import { writeWorkbook } from '../../model/register-file/workbook/write-workbook.ts';
import type { RegisterContent } from '../../model/register-header.ts';
import { contentForFile } from '../../register/export-content.ts';
import { historyLines } from '../../register/history/write-history.ts';
import { leafOf } from '../../register/kept-form.ts';
import { exportTiles } from '../../register/log/tiles.ts';
import { Misuse, type Command, type Terminal } from '../command.ts';
import { EXIT } from '../exit-code.ts';
import { given, keptRegister, now, wordsAfterFile } from '../kept.ts';
import { tellOutgrown } from '../outgrown.ts';
import { dateOption, exactly, KEPT, parsed, PLACE_USAGE } from '../options.ts';
import { opened } from '../reading.ts';
import { printed, writtenTo } from '../write-out.ts';

const FORMATS = ['register', 'xlsx', 'csv', 'popolo', 'history', 'tiles'] as const;
type Format = (typeof FORMATS)[number];
const isFormat = (written: string): written is Format => (FORMATS as readonly string[]).includes(written);

const OPTIONS = {
  ...KEPT,
  'as-at': { type: 'string' },
  'known-at': { type: 'string' },
  format: { type: 'string' },
  template: { type: 'boolean' },
  output: { type: 'string', short: 'o' },
  guidance: { type: 'string' },
} as const;

type Values = ReturnType<typeof parsed<typeof OPTIONS>>['values'];

export const exportCommand: Command = {
  summary: 'Write a register as a file, a workbook, tables or its whole history.',
  usage: `answerable export FILE --format register|xlsx|csv|popolo [--as-at DATE] [-o PATH]
answerable export --data DIR [--register ID] --format register|xlsx|csv|popolo|history|tiles
                  [--as-at DATE] [--known-at INSTANT] [-o PATH]
answerable export --format xlsx --template -o PATH

  register, popolo and history may go to standard output: leave out -o. csv and tiles fill a
  folder: one table for each kind of record; the log for outside tools (C2SP tlog-tiles).
  popolo is a document of persons, organizations, posts, memberships and events as they
  stand on DATE, else last.
  history replays to the same root with \`answerable import\`.
  The template is a workbook with one empty sheet for each kind of record.
  ${PLACE_USAGE}`,
  async run(args, terminal) {
    const { values, positionals } = parsed(args, OPTIONS);
    const format = values.format ?? 'register';
    if (!isFormat(format)) throw new Misuse(`${quoted(format)} is not a format: \`--format\` takes ${FORMATS.join(', ')}.${didYouMean(format, FORMATS)}`);
    if (values.template === true && format !== 'xlsx') throw new Misuse('`--template` goes with `--format xlsx`.');
    if (values.output === undefined && !['register', 'popolo', 'history'].includes(format)) throw new Misuse(`Say with \`-o PATH\` where the ${format === 'xlsx' ? 'workbook' : 'folder'} is to be written.`);
    if (values.template === true) {
      exactly(positionals);
      await writtenTo(values.output ?? '', await registerTemplate());
    } else if (format === 'history' || format === 'tiles') await log(format, positionals, values, terminal);
    else await content(format, positionals, values, terminal);
    return EXIT.done;
  },
};

async function content(format: 'register' | 'xlsx' | 'csv' | 'popolo', positionals: readonly string[], values: Values, terminal: Terminal): Promise<void> {
  const [file] = wordsAfterFile(positionals, values);
  const asAt = dateOption(values['as-at'], 'as-at');
  const read = (await opened(file, values)).content;
  if (file === undefined) tellOutgrown(read, terminal);
  const register: RegisterContent = contentForFile(read, asAt);
  if (format === 'popolo') await printed(`${JSON.stringify(popoloDocument(register, asAt ?? register.header.asAt ?? dateInLondon(now())), null, 2)}\n`, values.output, terminal);
  else if (format === 'register') await printed(writeRegisterYaml(register), values.output, terminal);
  else if (format === 'xlsx') await writtenTo(values.output ?? '', await writeWorkbook(register));
  else for (const { name, text } of writeCsv(register)) await inFolder(values.output ?? '', name, text);
}

async function log(format: 'history' | 'tiles', positionals: readonly string[], values: Values, terminal: Terminal): Promise<void> {
  exactly(positionals);
  if (values['as-at'] !== undefined || values['known-at'] !== undefined) throw new Misuse(`\`--format ${format}\` has every entry: \`--as-at\` and \`--known-at\` are for the other formats.`);
  const { id, entries, tree, checkpoint } = await keptRegister(values);
  if (format === 'history') return printed([...historyLines(id, entries, checkpoint)].join(''), values.output, terminal);
  const leaves = entries.map((entry) => given(leafOf(entry)));
  for (const { path, bytes } of exportTiles(tree, leaves)) await inFolder(values.output ?? '', path, bytes);
  await inFolder(values.output ?? '', 'checkpoint', checkpoint);
}

async function inFolder(folder: string, name: string, text: string | Uint8Array): Promise<void> {
  const path = join(folder, name);
  await mkdir(dirname(path), { recursive: true });
  await writtenTo(path, text);
}
