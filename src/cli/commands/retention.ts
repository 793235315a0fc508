import { faultInWords } from '../../kernel/fault.ts';
import { dateInLondon } from '../../kernel/instant.ts';
import { loadRules } from '../../guidance/retention/load-rules.ts';
import { readRetentionExamples } from '../../guidance/retention/worked-example.ts';
import { dueOn, type Due } from '../../register/retention/due.ts';
import { runRetentionExample } from '../../register/retention/run-example.ts';
import { Misuse, type Command, type Terminal } from '../command.ts';
import { EXIT, type ExitCode } from '../exit-code.ts';
import { given, keptRegister, now } from '../kept.ts';
import { wrapped } from '../layout.ts';
import { dateOption, exactly, KEPT, languageOption, parsed, PLACE_USAGE } from '../options.ts';

const OPTIONS = { ...KEPT, 'as-at': { type: 'string' }, rules: { type: 'string' }, lang: { type: 'string' }, json: { type: 'boolean' } } as const;

type Values = ReturnType<typeof parsed<typeof OPTIONS>>['values'];

export const retention: Command = {
  summary: 'List what is due to be erased, by which rule; check the rules.',
  usage: `answerable retention due --data DIR [--register ID] [--as-at DATE] [--rules FILE]
                     [--lang en|cy] [--json]
answerable retention check [--rules FILE]

  due lists the records whose time is over on the date (today), since when, by which rule
  and on whose authority. Nothing is erased by it: one person proposes that with
  \`answerable act erasure.propose\`, another carries it out with \`erasure.carry-out\`.
  FILE holds rules in the place of those that come with Answerable.
  check reads the rules whole and runs their worked examples.
  ${PLACE_USAGE}`,
  async run([verb, ...args], terminal) {
    if (verb !== 'due' && verb !== 'check') throw new Misuse(`\`retention ${verb ?? ''}\` is not a command. Did you mean \`retention due\`?`);
    const { values, positionals } = parsed(args, OPTIONS);
    exactly(positionals);
    return verb === 'due' ? due(values, terminal) : check(values.rules, terminal);
  },
};

async function due(values: Values, terminal: Terminal): Promise<ExitCode> {
  const language = languageOption(values.lang);
  const on = dateOption(values['as-at'], 'as-at') ?? dateInLondon(now());
  const { rules } = given(loadRules(values.rules));
  const { image } = await keptRegister(values);
  const found = dueOn(image.snapshot(on), rules, on);
  if (values.json === true) {
    terminal.out(`${JSON.stringify({ asAt: on, due: found.map(shown) }, null, 2)}\n`);
    return EXIT.done;
  }
  if (found.length === 0) terminal.out(`Nothing is due on ${on}.\n`);
  for (const { record, rule, since, because, leaving } of found) {
    const stays = leaving === undefined ? '' : ` In its place stays ${JSON.stringify(leaving)}.`;
    terminal.out(`${since}  ${record}  ${rule.id}\n    ${wrapped(`${because[language]}. ${rule.says[language]} ${rule.authority[language]}${stays}`, terminal.columns - 4, '    ')}\n`);
  }
  return EXIT.done;
}

const shown = ({ record, rule, since, counted, because, leaving }: Due) =>
  ({ record, since, counted, rule: rule.id, says: rule.says, because, authority: rule.authority, ...(leaving === undefined ? {} : { leaving }) });

async function check(file: string | undefined, terminal: Terminal): Promise<ExitCode> {
  const loaded = given(loadRules(file));
  const { examples, faults } = file === undefined ? readRetentionExamples(loaded) : { examples: [], faults: [] };
  const found = faults.map(faultInWords);
  for (const example of examples) {
    for (const sentence of await runRetentionExample(example, loaded.rules)) found.push(faultInWords({ category: 'input', code: 'example-due', sentence: `Example \`${example.name}\`: ${sentence}`, place: example.place }));
  }
  for (const sentence of found) terminal.err(`${sentence}\n`);
  terminal.out(`${loaded.rules.length} rules, ${examples.length} worked examples, ${found.length} faults\n`);
  return found.length === 0 ? EXIT.done : EXIT.invalidInput;
}
