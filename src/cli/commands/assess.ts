import { answerOf, summaryOf } from '../../assessment/answer.ts';
import type { Assessment, Judged } from '../../assessment/assess.ts';
import { DIAGNOSES } from '../../assessment/diagnosis.ts';
import { whatToDoFirst } from '../../assessment/priorities.ts';
import { dateInWords } from '../../kernel/date.ts';
import { contains } from '../../kernel/period.ts';
import { words, type Language } from '../../kernel/text.ts';
import { Speaker } from '../../rules/say.ts';
import { structureOf } from '../../rules/structure-type.ts';
import type { Command, Terminal } from '../command.ts';
import { EXIT } from '../exit-code.ts';
import { wordsAfterFile } from '../kept.ts';
import { cut, paint, wrapped } from '../layout.ts';
import { parsed, PLACE_USAGE, READING } from '../options.ts';
import { assessed } from '../reading.ts';
import { DIAGNOSIS_WORDS, VERDICT_WORDS } from '../words.ts';

export const assessCommand: Command = {
  summary: 'Judge a register file against the guidance, with reasons.',
  usage: `answerable assess FILE [--guidance PACK] [--as-at DATE] [--look-back P1Y] [--lang en|cy] [--json]

  FILE is a register file: YAML, JSON or an Excel workbook. In its place,
  --data DIR [--register ID] [--known-at INSTANT] reads a kept register.
  Exit code 0 when every expectation that applies is secured, 1 when some are not,
  2 when the command was misused, 3 when the file is invalid, 4 for a fault of ours.
  ${PLACE_USAGE}`,
  async run(args, terminal) {
    const { values, positionals } = parsed(args, READING);
    const [file] = wordsAfterFile(positionals, values);
    const { assessment, language } = await assessed(file, values);
    terminal.out(values.json === true ? `${JSON.stringify(answerOf(assessment, language), null, 2)}\n` : told(assessment, language, terminal));
    return assessment.judged.every(({ diagnosis }) => diagnosis === 'secured' || diagnosis === 'does-not-apply') ? EXIT.done : EXIT.notSecured;
  },
};

const says = {
  asAt: { en: 'as at', cy: 'fel yr oedd ar' },
  structure: { en: 'Structure', cy: 'Strwythur' },
  notInForce: { en: 'This guidance was not in force on that date.', cy: 'Nid oedd y canllawiau hyn mewn grym ar y dyddiad hwnnw.' },
  heads: { en: ['Expectation', 'Paper', 'Practice', 'Resilient', 'Diagnosis'], cy: ['Disgwyliad', 'Papur', 'Ymarfer', 'Gwydn', 'Diagnosis'] },
  first: { en: 'What to do first', cy: 'Beth i’w wneud gyntaf' },
  more: { en: 'answerable explain FILE EXPECTATION tells the reasons and the paragraphs.', cy: 'Mae answerable explain FILE DISGWYLIAD yn rhoi’r rhesymau a’r paragraffau.' },
} as const;

function told(assessment: Assessment, language: Language, terminal: Terminal): string {
  const { snapshot, compiled, facts, judged } = assessment;
  const speaker = new Speaker(snapshot, facts.words, language);
  const structure = structureOf(facts, compiled.pack.statutoryOfficer);
  const counts = summaryOf(judged);
  const lines = [
    paint(terminal, 'bold', words(snapshot.header.authority.name, language)),
    wrapped(`${words(compiled.pack.title, language)}, ${says.asAt[language]} ${dateInWords(snapshot.validOn, language)}`, terminal.columns),
    ...(contains(compiled.pack.inForce, snapshot.validOn) ? [] : [wrapped(says.notInForce[language], terminal.columns)]),
    wrapped(`${says.structure[language]}: ${STRUCTURES[structure.type][language]}. ${structure.because.map((reason) => speaker.say(reason)).join(' ')}`, terminal.columns, '  '),
    '',
    wrapped(DIAGNOSES.filter((diagnosis) => counts[diagnosis] > 0).map((diagnosis) => `${counts[diagnosis]} ${DIAGNOSIS_WORDS[diagnosis][language]}`).join(', '), terminal.columns),
    ...grid(assessment, language, terminal),
    '',
    paint(terminal, 'bold', says.first[language]),
    ...whatToDoFirst(judged).slice(0, 8).flatMap((one, index) => [
      wrapped(`${index + 1}. ${whatToDo(one, speaker)}`, terminal.columns, '   '),
      `   ${paint(terminal, 'dim', `${one.compiled.expectation.id} (${DIAGNOSIS_WORDS[one.diagnosis][language]})`)}`,
    ]),
    '',
    says.more[language],
  ];
  return `${lines.join('\n')}\n`;
}

/** What mends it; where it is not known, what to record first. */
function whatToDo({ compiled, diagnosis, paper, practice }: Judged, speaker: Speaker): string {
  const [missing] = [...paper.missing, ...practice.missing];
  return diagnosis === 'not-known' && missing !== undefined ? speaker.say(missing) : words(compiled.expectation.remedy, speaker.language);
}

const STRUCTURES = {
  single: { en: 'single', cy: 'un gyfarwyddiaeth' },
  dual: { en: 'dual', cy: 'mwy nag un gyfarwyddiaeth' },
  integrated: { en: 'integrated', cy: 'integredig' },
  shared: { en: 'shared', cy: 'a rennir' },
  'not-known': { en: 'not known', cy: 'ddim yn hysbys' },
} as const;

/** Expectation by lens, under each accountability that they first serve. */
function grid({ compiled, judged }: Assessment, language: Language, terminal: Terminal): readonly string[] {
  const [expectation, ...heads] = says.heads[language];
  const widths = [9, 9, 10, 15];
  const name = Math.max(24, terminal.columns - widths.reduce((sum, width) => sum + width + 1, 0));
  const row = (first: string, cells: readonly string[]): string => [cut(first, name), ...cells.map((cell, index) => cut(cell, widths[index] ?? 10))].join(' ').trimEnd();
  const lines = ['', row(expectation, heads)];
  for (const accountability of compiled.pack.accountabilities) {
    const serving = judged.filter((one) => one.compiled.expectation.serves[0] === accountability.id);
    if (serving.length === 0) continue;
    lines.push('', paint(terminal, 'bold', words(accountability.name, language)));
    for (const one of serving) lines.push(row(` ${one.compiled.expectation.id}`, cellsOf(one, language)));
  }
  return lines;
}

const SHORT = {
  'despite-the-arrangements': { en: 'despite', cy: 'er gwaethaf' },
  'person-dependent': { en: 'one person', cy: 'un person' },
  'on-paper-only': { en: 'on paper only', cy: 'papur yn unig' },
  'does-not-apply': { en: 'does not apply', cy: 'amherthnasol' },
} as const;

const cellsOf = ({ paper, practice, resilient, diagnosis }: Judged, language: Language): readonly string[] => [
  ...[paper, practice, resilient].map(({ verdict }) => VERDICT_WORDS[verdict][language]),
  (diagnosis in SHORT ? SHORT[diagnosis as keyof typeof SHORT] : DIAGNOSIS_WORDS[diagnosis])[language],
];
