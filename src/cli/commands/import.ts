import { readFile } from 'node:fs/promises';
import { userInfo } from 'node:os';
import { basename } from 'node:path';
import { openRegisterBytes } from '../../assessment/open-register.ts';
import { formatOf } from '../../exchange/format-of.ts';
import { quoted } from '../../kernel/fault.ts';
import { differences, type Differences } from '../../register/differences.ts';
import { isHistory, readHistory } from '../../register/history/read-history.ts';
import type { Performed } from '../../register/request.ts';
import { importRequest } from '../../register/requests.ts';
import { base64 } from '../../register/log/base64.ts';
import type { RegisterContent } from '../../model/register-header.ts';
import { InvalidInput, Misuse, type Command, type Terminal } from '../command.ts';
import { EXIT } from '../exit-code.ts';
import { given, keeping, now, refusal, registerAt, registersAt } from '../kept.ts';
import { exactly, KEPT, parsed, PLACE_USAGE } from '../options.ts';
import { FOREIGN, formatOption, importForeign, withBothDays } from '../import-foreign.ts';
import { placeOption, type Place } from '../place.ts';

const OPTIONS = {
  ...KEPT,
  'dry-run': { type: 'boolean' },
  as: { type: 'string' },
  post: { type: 'string' },
  reason: { type: 'string' },
  key: { type: 'string' },
  guidance: { type: 'string' },
  json: { type: 'boolean' },
  ...FOREIGN,
} as const;

type Values = ReturnType<typeof parsed<typeof OPTIONS>>['values'];

export const importCommand: Command = {
  summary: 'Enter a register file or a history into a kept register.',
  usage: `answerable import FILE --data DIR [--dry-run] [--as PERSON] [--post POST] [--reason TEXT]
                      [--key KEY] [--guidance PACK] [--json]
answerable import FILE --data DIR [--from modern-gov|popolo|ics] [--body ID | --series ID]
                      [--map ID=KIND/ID]... [--map-file PATH] [--between D1 D2] [--only WORDS]
                      [--theirs] [--leave-out-faulty] [--dry-run] ...
answerable import --from modern-gov --address URL --between D1 D2 --data DIR
                      [--committees ID,ID] ...

  FILE is a register file (YAML, JSON, Excel workbook): what differs from the register
  becomes one entry, and records that the file does not name stay as they are.
  Or a history, as \`answerable export --format history\` writes it: its entries are
  taken over as they are. DIR is made where it is not there. --dry-run only tells.
  Or what another system wrote, into a register that is there: XML of Modern.gov, Popolo
  (JSON), a calendar (ICS) with the body or series that its entries are meetings of. What
  is in the register under an id of its own is said with --map (mg-committee-12=bodies/council;
  --map-file has one a line). What people changed here is kept and shown, unless --theirs.
  Nothing is entered where a record has a fault, unless --leave-out-faulty.
  With --address it is fetched; ANSWERABLE_MODERN_GOV lists the addresses that may be.
  ${PLACE_USAGE}`,
  async run(args, terminal) {
    const { values, positionals } = parsed(withBothDays(args), OPTIONS);
    placeOption(values);
    if (values.address !== undefined) {
      exactly(positionals);
      await importForeign('modern-gov', undefined, values, terminal);
      return EXIT.done;
    }
    const [file = ''] = exactly(positionals, 'FILE');
    const bytes = await read(file);
    const format = formatOption(values.from) ?? (isHistory(bytes) ? undefined : formatOf({ name: file, bytes }));
    if (format !== undefined) await importForeign(format, { name: file, bytes }, values, terminal);
    else if (isHistory(bytes)) await replay(file, bytes, values, terminal);
    else await enter(file, bytes, values, terminal);
    return EXIT.done;
  },
};

async function read(file: string): Promise<Uint8Array> {
  try {
    return await readFile(file);
  } catch (error) {
    const why = (error as NodeJS.ErrnoException).code === 'ENOENT' ? 'There is no such file.' : 'This file cannot be read.';
    throw new InvalidInput([{ category: 'input', code: 'file-unreadable', sentence: why, place: { file } }]);
  }
}

async function enter(file: string, bytes: Uint8Array, values: Values, terminal: Terminal): Promise<void> {
  const { content } = given(await openRegisterBytes(file, bytes, values.guidance));
  if (values.register !== undefined && values.register !== content.header.id) {
    throw new Misuse(`The file is of the register ${quoted(content.header.id)}, not of ${quoted(values.register)}.`);
  }
  const found = await differing(content, placeOption(values));
  if (values['dry-run'] === true) return tell(found, undefined, values, terminal);
  const person = values.as ?? userInfo().username;
  const asked = { actor: { person, ...(values.post === undefined ? {} : { post: values.post }) }, reason: values.reason ?? `Import of ${basename(file)}`, now: now(), key: values.key };
  const performed = await keeping(values, true, async (registers) => (await registers.register(content.header.id)).perform(importRequest(content, asked)));
  if (!performed.ok && performed.faults.some(({ code }) => code !== 'no-change')) throw refusal(performed.faults);
  tell(found, performed.ok ? performed.value : undefined, values, terminal);
}

/** What the file would change, without keeping others from writing. */
async function differing(content: RegisterContent, place: Place): Promise<Differences> {
  const registers = await registersAt(place);
  if (!registers.ok && registers.faults.some(({ code }) => code !== 'no-register')) throw refusal(registers.faults);
  const isThere = registers.ok && registers.value.includes(content.header.id);
  return differences(isThere ? given(await registerAt(place, content.header.id)).image : undefined, content);
}

function tell(found: Differences, performed: Performed | undefined, values: Values, terminal: Terminal): void {
  const { added, altered, same, left, header } = found;
  const isDry = values['dry-run'] === true;
  if (values.json === true) {
    const entry = performed === undefined ? {} : { entry: performed.number, lastEntry: performed.last };
    terminal.out(`${JSON.stringify({ dryRun: isDry, ...entry, added, altered, same, left, header: header !== undefined }, null, 2)}\n`);
    return;
  }
  const what = `${added.length} new, ${altered.length} changed, ${same} the same`;
  const entries = performed === undefined ? '' : performed.last === performed.number ? `Entry ${performed.number}: ` : `Entries ${performed.number} to ${performed.last}: `;
  const nothing = performed === undefined && !isDry ? 'Nothing to enter: ' : '';
  terminal.out(`${isDry ? 'Would enter: ' : entries}${nothing}${what}${left.length === 0 ? '' : `; ${left.length} that the file does not name stay as they are`}.\n`);
  if (isDry) for (const [sign, refs] of [['+', added], ['~', altered]] as const) for (const ref of refs) terminal.out(`${sign} ${ref}\n`);
  if (isDry && header !== undefined) terminal.out('~ register\n');
}

async function replay(file: string, bytes: Uint8Array, values: Values, terminal: Terminal): Promise<void> {
  const { register, entries, root } = given(await readHistory(file, bytes));
  if (values['dry-run'] === true) {
    terminal.out(`Would enter: the ${entries.length} entries of \`${register}\` that are not there yet.\n`);
    return;
  }
  const added = await keeping(values, true, async (registers) => given(await (await registers.register(register)).replay(entries)));
  terminal.out(values.json === true ? `${JSON.stringify({ register, entries: entries.length, added, root: base64(root) }, null, 2)}\n` : `${added} of the ${entries.length} entries of \`${register}\` added. The root is ${base64(root)}.\n`);
}
