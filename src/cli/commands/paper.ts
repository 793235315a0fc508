import { assurancePaper } from '../../areas/self-assessment/assurance-paper.ts';
import type { Document, Showing } from '../../documents/document.ts';
import { htmlPage } from '../../documents/html/html.ts';
import { quoted } from '../../kernel/fault.ts';
import { didYouMean } from '../../kernel/nearest.ts';
import type { Result } from '../../kernel/result.ts';
import { Misuse, type Command } from '../command.ts';
import { EXIT } from '../exit-code.ts';
import { given, wordsAfterFile } from '../kept.ts';
import { parsed, PLACE_USAGE, READING } from '../options.ts';
import { assessed } from '../reading.ts';
import { writtenTo } from '../write-out.ts';

/** What writes each format; loaded when it is asked for. */
const WRITERS: Readonly<Record<string, (document: Document) => Promise<Result<Uint8Array | string>>>> = {
  html: (document) => Promise.resolve(htmlPage(document)),
  word: async (document) => (await import('../../documents/word/word.ts')).word(document),
  pdf: async (document) => (await import('../../documents/pdf/pdf.ts')).pdf(document),
};
const SHOWINGS: Readonly<Record<string, Showing>> = { en: { in: 'en' }, cy: { in: 'cy' }, both: { both: 'one-after-other', first: 'cy' }, 'side-by-side': { both: 'side-by-side', first: 'cy' } };

export const paperCommand: Command = {
  summary: 'Write every verdict with its reasons as HTML, Word or PDF.',
  usage: `answerable paper FILE --format html|word|pdf -o PATH [--lang en|cy|both|side-by-side]
                 [--guidance PACK] [--as-at DATE] [--look-back P1Y]

  A paper for a committee or a binder: the summary, then each accountability with its
  expectations, verdicts, reasons, paragraphs, questions and what to do. The PDF is tagged
  for screen readers. The same register on the same date gives the same bytes.
  --data DIR [--register ID] [--known-at INSTANT] in place of FILE reads a kept register.
  ${PLACE_USAGE}`,
  async run(args, terminal) {
    const { json: _, ...reading } = READING;
    const { values, positionals } = parsed(args, { ...reading, format: { type: 'string' }, output: { type: 'string', short: 'o' } });
    const [write, showing] = [chosen(WRITERS, values.format, '--format'), chosen(SHOWINGS, values.lang ?? 'en', '--lang')];
    if (values.output === undefined) throw new Misuse('Say with `-o PATH` where the paper is to be written.');
    const [file] = wordsAfterFile(positionals, values);
    const { assessment } = await assessed(file, { ...values, lang: undefined });
    await writtenTo(values.output, given(await write(assurancePaper(assessment, showing))));
    terminal.out(`${values.output}\n`);
    return EXIT.done;
  },
};

function chosen<T>(choices: Readonly<Record<string, T>>, written: string | undefined, option: string): T {
  const found = written === undefined ? undefined : choices[written];
  if (found !== undefined) return found;
  const names = Object.keys(choices);
  throw new Misuse(`${written === undefined ? `\`${option}\` is missing` : `${quoted(written)} is not one of them`}: \`${option}\` takes ${names.join(', ')}.${written === undefined ? '' : didYouMean(written, names)}`);
}
