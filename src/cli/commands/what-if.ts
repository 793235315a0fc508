import { changesOf, type Proposal } from '../../assessment/proposals.ts';
import { readOverlay } from '../../assessment/overlay-file.ts';
import { compare, comparisonAnswer, type ComparisonAnswer } from '../../assessment/what-if.ts';
import type { Language } from '../../kernel/text.ts';
import type { Change } from '../../register/entry.ts';
import { InvalidInput, Misuse, type Command, type Terminal } from '../command.ts';
import { EXIT } from '../exit-code.ts';
import { wordsAfterFile } from '../kept.ts';
import { wrapped } from '../layout.ts';
import { parsed, PLACE_USAGE, READING } from '../options.ts';
import { assessed } from '../reading.ts';
import { VERDICT_WORDS } from '../words.ts';

const several = { type: 'string', multiple: true } as const;

export const whatIf: Command = {
  summary: 'Put a change beside the present: which verdicts rise and fall.',
  usage: `answerable what-if FILE [--vacate POST] [--merge POST,INTO] [--move UNIT,UNDER] [--adopt INSTRUMENT]
                        [--overlay FILE] [--guidance PACK] [--as-at DATE] [--lang en|cy] [--json]

  --data DIR [--register ID] [--known-at INSTANT] in place of FILE reads a kept register.
  Each may be given more than once; they are laid over the register in this order.
  An overlay file has the kinds of a register file, whose records are put in place,
  and may have lists \`vacate\`, \`merge\`, \`move\`, \`adopt\` and \`end\`.
  ${PLACE_USAGE}`,
  async run(args, terminal) {
    const { values, positionals } = parsed(args, { ...READING, vacate: several, merge: several, move: several, adopt: several, overlay: several });
    const [file] = wordsAfterFile(positionals, values);
    const proposals: readonly Proposal[] = [
      ...(values.vacate ?? []).map((post): Proposal => ({ type: 'vacate', post })),
      ...(values.merge ?? []).map((pair): Proposal => { const [post, into] = twoOf(pair, 'merge', 'POST,INTO'); return { type: 'merge', post, into }; }),
      ...(values.move ?? []).map((pair): Proposal => { const [unit, under] = twoOf(pair, 'move', 'UNIT,UNDER'); return { type: 'move', unit, under }; }),
      ...(values.adopt ?? []).map((instrument): Proposal => ({ type: 'adopt', instrument })),
    ];
    if (proposals.length === 0 && values.overlay === undefined) throw new Misuse('Say what would change: `--vacate POST`, `--merge`, `--move`, `--adopt` or `--overlay FILE`.');
    const { assessment, language } = await assessed(file, values);
    const changes: Change[] = [];
    let laidOver = assessment.snapshot;
    const lay = (more: readonly Change[]): void => {
      changes.push(...more);
      laidOver = assessment.snapshot.with(changes);
    };
    for (const proposal of proposals) {
      const found = changesOf(laidOver, proposal);
      if (!found.ok) throw new InvalidInput(found.faults);
      lay(found.value);
    }
    for (const overlay of values.overlay ?? []) {
      const read = await readOverlay(overlay, laidOver, assessment.compiled.pack);
      if (!read.ok) throw new InvalidInput(read.faults);
      lay(read.value);
    }
    const answer = comparisonAnswer(compare(assessment, changes), language);
    terminal.out(values.json === true ? `${JSON.stringify(answer, null, 2)}\n` : told(answer, language, terminal));
    return EXIT.done;
  },
};

function twoOf(written: string, option: string, names: string): readonly [string, string] {
  const [one, other, ...more] = written.split(',');
  if (one === undefined || one === '' || other === undefined || other === '' || more.length > 0) throw new Misuse(`\`--${option}\` takes ${names}.`);
  return [one, other];
}

const says = {
  none: { en: 'No verdict would change.', cy: 'Ni fyddai unrhyw ddyfarniad yn newid.' },
  lens: { paper: { en: 'on paper', cy: 'ar bapur' }, practice: { en: 'in practice', cy: 'yn ymarferol' }, resilient: { en: 'resilient', cy: 'gwydn' } },
} as const;

function told({ changes }: ComparisonAnswer, language: Language, terminal: Terminal): string {
  if (changes.length === 0) return `${says.none[language]}\n`;
  return changes
    .map(({ expectation, lens, before, after, because }) =>
      [
        `${expectation}, ${says.lens[lens][language]}: ${VERDICT_WORDS[before][language]} -> ${VERDICT_WORDS[after][language]}`,
        ...because.slice(0, 3).map(({ text }) => `  ${wrapped(text, terminal.columns - 2, '  ')}`),
      ].join('\n'),
    )
    .join('\n')
    .concat('\n');
}
