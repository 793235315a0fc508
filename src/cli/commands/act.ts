import { basename } from 'node:path';
import type { z } from 'zod';
import { quoted } from '../../kernel/fault.ts';
import type { AreaAct } from '../../acts/area-act.ts';
import { AREA_ACTS } from '../../areas/acts.ts';
import { wordsFor } from '../../assessment/open-register.ts';
import { loadRules } from '../../guidance/retention/load-rules.ts';
import { readYamlFile } from '../../guidance/yaml-file.ts';
import { actNamed, GENERIC_ACTS } from '../../register/acts/acts.ts';
import { erasureActs } from '../../register/erasure/erasure-acts.ts';
import { actRequest } from '../../register/requests.ts';
import { InvalidInput, Misuse, type Command } from '../command.ts';
import { erasing } from '../erased-files.ts';
import { EXIT } from '../exit-code.ts';
import { FILES } from '../file-places.ts';
import { chosen, given, keeping, now } from '../kept.ts';
import { exactly, KEPT, parsed, PLACE_USAGE } from '../options.ts';
import { placeOption } from '../place.ts';

export const actCommand: Command = {
  summary: 'Perform an act in a kept register; print the number of its entry.',
  usage: `answerable act NAME --data DIR [--register ID] --input FILE --as PERSON --reason TEXT
                   [--post POST] [--key KEY] [--read KIND/ID=ENTRY]... [--rules FILE] [--json]
answerable act --list

  NAME is record.put, record.end or record.correct, or a step of the everyday work such as
  protocol.agree: --list names them all with what FILE holds for each. FILE (YAML or JSON)
  of a generic act holds { kind, id, from, until, body }, or several as { changes: [ ... ] }.
  Erasing takes two people: erasure.propose takes { records: [KIND/ID, ...], rule: ID } or
  { records, authority, why }, and { leaving: { KIND/ID: body } } for what is to stay;
  erasure.carry-out and erasure.withdraw take { proposal: ENTRY }. --rules names a file of
  rules of retention in the place of those that come with Answerable. Files of evidence that
  only erased records named are removed with them (--files s3 where they are in a bucket).
  The same KEY again prints the same number: nothing is recorded twice.
  --read says which entry last changed a record when you read it (\`answerable history\`
  tells); where another came since, the act is refused. KIND/ID= means: not there yet.
  ${PLACE_USAGE}`,
  async run(args, terminal) {
    const { values, positionals } = parsed(args, {
      ...KEPT, ...FILES, input: { type: 'string' }, as: { type: 'string' }, reason: { type: 'string' }, post: { type: 'string' }, key: { type: 'string' }, read: { type: 'string', multiple: true }, rules: { type: 'string' }, json: { type: 'boolean' }, list: { type: 'boolean' },
    });
    if (values.list === true) {
      exactly(positionals);
      terminal.out(AREA_ACTS.map(told).join(''));
      return EXIT.done;
    }
    const [name = ''] = exactly(positionals, 'NAME');
    const act = given(actNamed(name, [...GENERIC_ACTS, ...AREA_ACTS, ...erasureActs(name === 'erasure.propose' ? given(loadRules(values.rules)).rules : [])]));
    placeOption(values);
    const input = needed(values.input, 'input', 'FILE');
    const actor = { person: needed(values.as, 'as', 'PERSON'), ...(values.post === undefined ? {} : { post: values.post }) };
    const asked = { actor, reason: needed(values.reason, 'reason', 'TEXT'), now: now(), key: values.key, read: new Map((values.read ?? []).map(readOption)) };
    const { value } = given(readYamlFile(input, basename(input)));
    const performed = await keeping(values, false, async (open) => {
      const register = await open.register(await chosen(open, values));
      const perform = () => register.perform(actRequest(act, value, asked, wordsFor));
      const done = act.name === 'erasure.carry-out' ? await erasing(register, values, terminal, perform) : await perform();
      if (done.ok && act.name === 'erasure.carry-out' && !(await register.purged())) terminal.err(NOT_PURGED);
      return done;
    });
    if (!performed.ok) throw new InvalidInput(performed.faults.map((fault) => (fault.place?.path === undefined ? fault : { ...fault, place: { ...fault.place, file: basename(input) } })));
    const { number, recordedAt, again, clockBehind } = performed.value;
    if (again) terminal.err(`The key was used before, by entry ${number}: nothing new was recorded.\n`);
    if (clockBehind > 0) terminal.err(`The clock is ${Math.ceil(clockBehind / 1000)} s behind the last entry: the entry has the time of that one.\n`);
    terminal.out(values.json === true ? `${JSON.stringify({ entry: number, recordedAt, again })}\n` : `${number}\n`);
    return EXIT.done;
  },
};

/** An act of an area in two lines: what it does, and the keys of its input; those that may be left out with a question mark. */
function told({ name, says, input }: AreaAct): string {
  const keys = Object.entries(input.shape).map(([key, field]) => `${key}${(field as z.ZodType).safeParse(undefined).success ? '?' : ''}`);
  return `${name.padEnd(28)}${says.en}\n${' '.repeat(28)}{ ${keys.join(', ')} }\n`;
}

const NOT_PURGED = 'What was erased is out of the register. In the files of its store it can be found a little longer, because somebody still reads them or the database server is not done with its log; it is tried again with the next erasure, and whenever the register is opened for writing.\n';

function needed(written: string | undefined, name: string, what: string): string {
  if (written === undefined || written === '') throw new Misuse(`\`--${name} ${what}\` is missing.`);
  return written;
}

function readOption(written: string): readonly [ref: string, entry: number | undefined] {
  const [, ref, entry] = /^([^=]+\/[^=]+)=(\d*)$/.exec(written) ?? [];
  if (ref === undefined) throw new Misuse(`${quoted(written)} does not say what was read: \`--read\` takes KIND/ID=ENTRY.`);
  return [ref, entry === '' ? undefined : Number(entry)];
}
