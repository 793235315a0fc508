import { quoted } from '../../kernel/fault.ts';
import { didYouMean } from '../../kernel/nearest.ts';
import { KIND_NAMES, kindCalled } from '../../model/kinds.ts';
import { periodInWords } from '../../model/register-file/held.ts';
import type { Change, Entry } from '../../register/entry.ts';
import { bodyOf } from '../../register/kept-form.ts';
import { historyOf } from '../../register/record-history.ts';
import { InvalidInput, Misuse, type Command } from '../command.ts';
import { EXIT } from '../exit-code.ts';
import { wrapped } from '../layout.ts';
import { keptRegister } from '../kept.ts';
import { exactly, instantOption, KEPT, parsed, PLACE_USAGE } from '../options.ts';

export const history: Command = {
  summary: 'Tell every version of a record, and who entered what and why.',
  usage: `answerable history KIND/ID --data DIR [--register ID] [--known-at INSTANT] [--json]

  KIND/ID is a record such as posts/director.
  ${PLACE_USAGE}`,
  async run(args, terminal) {
    const { values, positionals } = parsed(args, { ...KEPT, 'known-at': { type: 'string' }, json: { type: 'boolean' } });
    const [ref = ''] = exactly(positionals, 'KIND/ID');
    const [word = '', id] = ref.split('/');
    const kind = kindCalled(word);
    if (kind === undefined || id === undefined) throw new Misuse(`${quoted(ref)} is not a record written KIND/ID.${didYouMean(word, KIND_NAMES)}`);
    const { image } = await keptRegister(values);
    const { versions, entries } = historyOf(image.entries, kind, id, instantOption(values['known-at'], 'known-at'));
    if (entries.length === 0) throw new InvalidInput([{ category: 'not-found', code: 'no-such-record', sentence: `${quoted(ref)} was never entered.${didYouMean(id, image.ids(kind))}`, found: ref }]);
    if (values.json === true) {
      const shown = { record: `${kind}/${id}`, versions: versions.map((one) => ({ ...one.valid, body: JSON.parse(bodyOf(one)) as unknown })), entries: entries.map(({ number, recordedAt, actor, act, reason, changes }) => ({ number, recordedAt, actor, act, reason, changes: changes.map(({ from, until, record, erasedBy }) => ({ from, until, body: record === undefined ? null : (JSON.parse(bodyOf(record)) as unknown), ...erasedAs(image.entries, erasedBy) })) })) };
      terminal.out(`${JSON.stringify(shown, null, 2)}\n`);
      return EXIT.done;
    }
    terminal.out(`${ref}\n`);
    if (versions.length === 0) terminal.out('  Nothing is left of it.\n');
    for (const one of versions) terminal.out(`  ${wrapped(`${periodInWords(one.valid)}: ${bodyOf(one)}`, terminal.columns - 2, '    ')}\n`);
    for (const { number, recordedAt, actor, act, reason, changes } of entries) {
      const post = actor.post === undefined ? '' : ` as ${actor.post}`;
      terminal.out(`\nentry ${number}, ${recordedAt}, ${act} by ${actor.person}${post}\n  ${wrapped(reason, terminal.columns - 2, '  ')}\n`);
      for (const change of changes) terminal.out(`  ${wrapped(`${periodInWords(change)}: ${changeInWords(change, image.entries)}`, terminal.columns - 2, '    ')}\n`);
    }
    return EXIT.done;
  },
};

function changeInWords({ record, erasedBy }: Change, entries: readonly Entry[]): string {
  const { erased } = erasedAs(entries, erasedBy);
  if (erased === undefined) return record === undefined ? 'not' : bodyOf(record);
  const under = erased.rule === undefined ? `on the authority of ${erased.authority}` : `under the rule ${erased.rule}`;
  return `erased by entry ${erased.by} ${under}${record === undefined ? '' : `; in its place ${bodyOf(record)}`}`;
}

/** By which entry, and on what grounds. */
function erasedAs(entries: readonly Entry[], by: number | undefined): { readonly erased?: { readonly by: number; readonly rule?: string; readonly authority?: string } } {
  if (by === undefined) return {};
  const said = entries[by]?.erasure;
  if (said?.says !== 'carried-out') return { erased: { by } };
  return { erased: { by, ...(said.rule === undefined ? {} : { rule: said.rule }), authority: said.authority } };
}
