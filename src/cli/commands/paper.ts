import type { Variant } from '../../areas/meetings/paper-parts.ts';
import { PAPERS, sourcesIn } from '../../areas/papers.ts';
import { assurancePaper } from '../../areas/self-assessment/assurance-paper.ts';
import type { Assessment } from '../../assessment/assess.ts';
import type { Document, Showing } from '../../documents/document.ts';
import { htmlPage } from '../../documents/html/html.ts';
import { quoted } from '../../kernel/fault.ts';
import { didYouMean } from '../../kernel/nearest.ts';
import type { Result } from '../../kernel/result.ts';
import type { AnyRecord } from '../../model/kind.ts';
import { isKindName } from '../../model/kinds.ts';
import { InvalidInput, Misuse, type Command } from '../command.ts';
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
const VARIANTS: Readonly<Record<string, Variant>> = { public: 'public', private: 'private' };

export const paperCommand: Command = {
  summary: 'Write verdicts, a pack, minutes, a protocol or a report as HTML, Word or PDF.',
  usage: `answerable paper FILE --format html|word|pdf -o PATH [--lang en|cy|both|side-by-side]
                 [--of KIND/ID [--what pack|minutes-paper|note|paper] [--variant public|private]]
                 [--guidance PACK] [--as-at DATE] [--look-back P1Y]

  A paper for a committee or a binder. Without --of: every verdict with its reasons, the
  summary first, then each accountability. With --of meetings/ID its pack, minutes or note;
  instruments/ID, reports/ID and statements/ID the thing itself. A pack and minutes for the public (unless
  --variant private) have the number of each private item and why it is private.
  The PDF is tagged for screen readers. The same register on the same date gives the same bytes.
  --data DIR [--register ID] [--known-at INSTANT] in place of FILE reads a kept register.
  ${PLACE_USAGE}`,
  async run(args, terminal) {
    const { json: _, ...reading } = READING;
    const { values, positionals } = parsed(args, { ...reading, format: { type: 'string' }, of: { type: 'string' }, what: { type: 'string' }, variant: { type: 'string' }, output: { type: 'string', short: 'o' } });
    const [write, showing, variant] = [chosen(WRITERS, values.format, '--format'), chosen(SHOWINGS, values.lang ?? 'en', '--lang'), chosen(VARIANTS, values.variant ?? 'public', '--variant')];
    if (values.output === undefined) throw new Misuse('Say with `-o PATH` where the paper is to be written.');
    if (values.of === undefined && (values.what ?? values.variant) !== undefined) throw new Misuse('`--what` and `--variant` are of the papers of a record: say with `--of KIND/ID` of which.');
    const [file] = wordsAfterFile(positionals, values);
    const { assessment } = await assessed(file, { ...values, lang: undefined });
    const document = values.of === undefined ? assurancePaper(assessment, showing) : paperOf(assessment, values.of, values.what, variant, showing);
    await writtenTo(values.output, given(await write(document)));
    terminal.out(`${values.output}\n`);
    return EXIT.done;
  },
};

/** A paper of one record, the first of its kind unless said otherwise. @throws Misuse, InvalidInput */
function paperOf(assessment: Assessment, ref: string, what: string | undefined, variant: Variant, showing: Showing): Document {
  const { snapshot, facts } = assessment;
  const kind = ref.slice(0, Math.max(0, ref.indexOf('/')));
  const papers = isKindName(kind) ? PAPERS[kind] : undefined;
  if (!isKindName(kind) || papers === undefined) throw new Misuse(`${quoted(ref)} names nothing that a paper is of: \`--of\` takes a record of ${Object.keys(PAPERS).join(', ')}, written KIND/ID.`);
  const id = ref.slice(kind.length + 1);
  const record = (snapshot.where(kind, 'id', id)[0] ?? snapshot.where(kind, 'id', id, 'ever').at(-1)) as AnyRecord | undefined;
  if (record === undefined) throw new InvalidInput([{ category: 'not-found', code: 'no-such-record', sentence: `${quoted(ref)} is not a record of the register.${didYouMean(id, snapshot.all(kind, 'ever').map((one: AnyRecord) => one.id))}`, found: ref }]);
  const { paper } = chosen(Object.fromEntries(papers.map((one) => [one.what, one])), what ?? papers[0]?.what, '--what');
  return paper(record, variant, sourcesIn(assessment, snapshot, facts), showing);
}

function chosen<T>(choices: Readonly<Record<string, T>>, written: string | undefined, option: string): T {
  const found = written === undefined ? undefined : choices[written];
  if (found !== undefined) return found;
  const names = Object.keys(choices);
  throw new Misuse(`${written === undefined ? `\`${option}\` is missing` : `${quoted(written)} is not one of them`}: \`${option}\` takes ${names.join(', ')}.${written === undefined ? '' : didYouMean(written, names)}`);
}
