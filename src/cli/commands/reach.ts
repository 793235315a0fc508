import { answerOf } from '../../assessment/answer.ts';
import { reachOf } from '../../rules/levers.ts';
import { Speaker } from '../../rules/say.ts';
import type { Command } from '../command.ts';
import { EXIT } from '../exit-code.ts';
import { wordsAfterFile } from '../kept.ts';
import { cut, wrapped } from '../layout.ts';
import { parsed, PLACE_USAGE, READING } from '../options.ts';
import { assessed } from '../reading.ts';
import { LEVER_WORDS } from '../../rules/lever-words.ts';

export const reach: Command = {
  summary: 'Print the levers from the statutory officer to every function.',
  usage: `answerable reach FILE [--guidance PACK] [--as-at DATE] [--lang en|cy] [--json]

  --data DIR [--register ID] [--known-at INSTANT] in place of FILE reads a kept register.
  ${PLACE_USAGE}`,
  async run(args, terminal) {
    const { values, positionals } = parsed(args, READING);
    const [file] = wordsAfterFile(positionals, values);
    const { assessment, language } = await assessed(file, values);
    if (values.json === true) {
      terminal.out(`${JSON.stringify(answerOf(assessment, language).reach, null, 2)}\n`);
      return EXIT.done;
    }
    const speaker = new Speaker(assessment.snapshot, assessment.facts.words, language);
    const reached = reachOf(assessment.facts, assessment.compiled.pack.statutoryOfficer);
    if (reached.length === 0) terminal.out(`${says.none[language]}\n`);
    for (const { function: name, levers, chain, gap } of reached) {
      const how = gap ? says.gap[language] : `${levers.map((lever) => LEVER_WORDS[lever][language]).join(', ')}${chain.length > 1 ? ` (${chain.map((post) => speaker.name(post)).join(' > ')})` : ''}`;
      terminal.out(`${cut(speaker.name(name), 30)} ${wrapped(how, terminal.columns - 31).replaceAll('\n', `\n${' '.repeat(31)}`)}\n`);
    }
    return EXIT.done;
  },
};

const says = {
  none: { en: 'The register names no function of social services.', cy: 'Nid yw’r gofrestr yn enwi unrhyw swyddogaeth.' },
  gap: { en: 'ACCOUNTABLE WITH NO LEVER', cy: 'ATEBOL HEB UNRHYW LIFER' },
};
