import { Snapshot } from '../../register/snapshot.ts';
import { compareDates } from '../../register/dates-compared.ts';
import { bodyOf } from '../../register/kept-form.ts';
import type { AnyRecord } from '../../model/kind.ts';
import { Misuse, type Command } from '../command.ts';
import { EXIT } from '../exit-code.ts';
import { contentKnown, keptRegister } from '../kept.ts';
import { dateOption, exactly, instantOption, KEPT, parsed, PLACE_USAGE } from '../options.ts';

export const diff: Command = {
  summary: 'Tell what differs between two dates.',
  usage: `answerable diff D1 D2 --data DIR [--register ID] [--known-at INSTANT] [--json]

  + a record that holds on D2 and not on D1, - the other way round, ~ one that changed.
  ${PLACE_USAGE}`,
  async run(args, terminal) {
    const { values, positionals } = parsed(args, { ...KEPT, 'known-at': { type: 'string' }, json: { type: 'boolean' } });
    const [from, to] = exactly(positionals, 'D1', 'D2').map((day, index) => dateOption(day, `D${index + 1}`));
    if (from === undefined || to === undefined) throw new Misuse('D1 and D2 are missing.');
    const knownAt = instantOption(values['known-at'], 'known-at');
    const content = contentKnown(await keptRegister(values), knownAt);
    const { begun, ended, changed } = compareDates(new Snapshot(content, from, knownAt), new Snapshot(content, to, knownAt));
    if (values.json === true) {
      const shown = (record: AnyRecord) => ({ record: record.ref, ...record.valid, body: JSON.parse(bodyOf(record)) as unknown });
      terminal.out(`${JSON.stringify({ from, to, begun: begun.map(shown), ended: ended.map(shown), changed: changed.map(({ after, fields }) => ({ record: after.ref, fields })) }, null, 2)}\n`);
      return EXIT.done;
    }
    const lines = [
      ...begun.map(({ ref }) => `+ ${ref}`),
      ...ended.map(({ ref }) => `- ${ref}`),
      ...changed.flatMap(({ after, fields }) => [`~ ${after.ref}`, ...fields.map(({ field, before, after: now }) => `    ${field}: ${inWords(before)} -> ${inWords(now)}`)]),
    ];
    terminal.out(lines.length === 0 ? 'Nothing differs.\n' : `${lines.join('\n')}\n`);
    return EXIT.done;
  },
};

const inWords = (value: unknown): string => (value === undefined ? 'nothing' : typeof value === 'string' ? value : JSON.stringify(value));
