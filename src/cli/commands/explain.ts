import { LENS_NAMES } from '../../assessment/judge.ts';
import { explainedAnswer } from '../../assessment/answer.ts';
import { quoted } from '../../kernel/fault.ts';
import { didYouMean } from '../../kernel/nearest.ts';
import { words, type BothLanguages } from '../../kernel/text.ts';
import { Speaker } from '../../rules/say.ts';
import { InvalidInput, type Command } from '../command.ts';
import { EXIT } from '../exit-code.ts';
import { wordsAfterFile } from '../kept.ts';
import { paint, wrapped } from '../layout.ts';
import { parsed, PLACE_USAGE, READING } from '../options.ts';
import { assessed } from '../reading.ts';
import { DIAGNOSIS_WORDS } from '../words.ts';

export const explain: Command = {
  summary: 'Tell one verdict in sentences, with the paragraphs it rests on.',
  usage: `answerable explain FILE EXPECTATION [--guidance PACK] [--as-at DATE] [--look-back P1Y] [--lang en|cy] [--json]

  EXPECTATION is an id such as access.corporate-management-team.
  --data DIR [--register ID] [--known-at INSTANT] in place of FILE reads a kept register.
  ${PLACE_USAGE}`,
  async run(args, terminal) {
    const { values, positionals } = parsed(args, READING);
    const [file, id = ''] = wordsAfterFile(positionals, values, 'EXPECTATION');
    const { assessment, language } = await assessed(file, values);
    const judged = assessment.judged.find((one) => one.compiled.expectation.id === id);
    if (judged === undefined) {
      const ids = assessment.judged.map((one) => one.compiled.expectation.id);
      throw new InvalidInput([{ category: 'input', code: 'unknown-expectation', sentence: `${quoted(id)} is not an expectation of \`${assessment.compiled.pack.id}\`.${didYouMean(id, ids)}`, found: id }]);
    }
    const { expectation } = judged.compiled;
    const speaker = new Speaker(assessment.snapshot, assessment.facts.words, language);
    if (values.json === true) {
      terminal.out(`${JSON.stringify(explainedAnswer(judged, speaker), null, 2)}\n`);
      return EXIT.done;
    }
    const say = (text: BothLanguages): string => wrapped(text[language], terminal.columns);
    const cites = expectation.cites.map(({ document, paragraph }) => `${document} ¶ ${paragraph}`).join(', ');
    const lines = [
      paint(terminal, 'bold', words(expectation.title, language)),
      say(expectation.says),
      wrapped(`${HEADS.cites[language]}: ${cites}`, terminal.columns, '  '),
      '',
      `${HEADS.diagnosis[language]}: ${paint(terminal, 'bold', DIAGNOSIS_WORDS[judged.diagnosis][language])}`,
      ...(['paper', 'practice', 'resilient'] as const).flatMap((lens) => {
        const { verdict, because, missing } = judged[lens];
        return [
          '',
          paint(terminal, 'bold', `${LENS_NAMES[lens][language]}: ${speaker.value(verdict)}`),
          ...speaker.each(because).map(({ text, records }) => {
            const named = records.length === 0 ? '' : ` [${records.slice(0, 6).join(', ')}${records.length > 6 ? ', …' : ''}]`;
            return `  ${wrapped(`${text}${named}`, terminal.columns - 2, '    ')}`;
          }),
          ...speaker.each(missing).map(({ text }) => `  ${wrapped(`${HEADS.missing[language]}: ${text}`, terminal.columns - 2, '    ')}`),
        ];
      }),
      '',
      wrapped(`${HEADS.ask[language]}: ${expectation.ask[language]}`, terminal.columns, '  '),
      wrapped(`${HEADS.remedy[language]}: ${expectation.remedy[language]}`, terminal.columns, '  '),
      wrapped(`${HEADS.notEncoded[language]}: ${expectation.notEncoded[language]}`, terminal.columns, '  '),
    ];
    terminal.out(`${lines.join('\n')}\n`);
    return EXIT.done;
  },
};

const HEADS = {
  cites: { en: 'Where it says so', cy: 'Lle dywedir hynny' },
  diagnosis: { en: 'Diagnosis', cy: 'Diagnosis' },
  missing: { en: 'To know', cy: 'I wybod' },
  ask: { en: 'Ask', cy: 'Gofynnwch' },
  remedy: { en: 'Do', cy: 'Gwnewch' },
  notEncoded: { en: 'What this cannot see', cy: 'Yr hyn na all hyn ei weld' },
} as const;
