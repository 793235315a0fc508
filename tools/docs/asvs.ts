import type { DocsFault, TrackedFile } from './tracked-files.ts';

export const ASVS_PAGE = 'docs/reference/asvs.md';

/** How many requirements each chapter of ASVS 5.0.0 has of level 1 and of level 2. */
const CHAPTERS: readonly (readonly [one: number, two: number])[] = [
  [8, 19], [4, 7], [8, 11], [2, 8], [4, 5], [13, 22], [6, 12], [4, 3], [4, 3], [5, 24], [3, 11], [3, 6], [1, 12], [2, 7], [3, 10], [0, 16], [0, 7],
];

const ANSWERS = ['tested', 'by design', 'operator', 'none', 'not met'] as const;
type Answer = (typeof ANSWERS)[number];

interface Row {
  readonly id: string;
  readonly level: number;
  readonly answer: string;
  readonly by: string;
  readonly line: number;
}

const BEGIN = '<!-- counts: written by `node tools/check-docs.ts --write` -->';
const END = '<!-- end of counts -->';

/** Every requirement of levels 1 and 2 once, each `tested` one by tests that are there under that name, every other one with a reason, and the counts at the top right. */
export function asvsFaults(files: readonly TrackedFile[]): readonly DocsFault[] {
  const page = files.find(({ file }) => file === ASVS_PAGE);
  if (page === undefined) return [];
  const rows = rowsOf(page.text);
  const seen = new Set<string>();
  const faults: DocsFault[] = [];
  const fault = (line: number, sentence: string): void => void faults.push({ file: ASVS_PAGE, line, sentence });
  for (const { id, answer, by, line } of rows) {
    if (seen.has(id)) fault(line, `${id} stands here twice.`);
    seen.add(id);
    if (!(ANSWERS as readonly string[]).includes(answer)) fault(line, `${id} is answered \`${answer}\`; it is one of ${ANSWERS.join(', ')}.`);
    const tests = [...by.matchAll(/`(tests\/[\w./-]+\.test\.ts)`(?: “([^”]*)”)?/g)];
    if (answer === 'tested' && !tests.some(([, , name]) => name !== undefined)) fault(line, `${id} is tested by no test that is named.`);
    if (answer !== 'tested' && by.trim().length < 5) fault(line, `${id} needs a reason.`);
    for (const [, at = '', name] of tests) {
      const found = files.find(({ file }) => file === at);
      if (found === undefined) fault(line, `${id}: there is no ${at}.`);
      else if (name !== undefined && (name === '' || !found.text.includes(name))) fault(line, `${id}: ${at} has no test “${name}”.`);
    }
  }
  for (const [index, wanted] of CHAPTERS.entries()) {
    const found = [1, 2].map((level) => rows.filter((row) => row.id.startsWith(`v5.0.0-${index + 1}.`) && row.level === level).length);
    if (found.join() !== wanted.join()) fault(1, `Chapter V${index + 1} has ${wanted.join(' and ')} requirements of levels 1 and 2; here are ${found.join(' and ')}.`);
  }
  if (withAsvsCounts(page.text) !== page.text) fault(1, 'The counts at the top are not those of the rows: `node tools/check-docs.ts --write`.');
  return faults;
}

/** The page with its counts as the rows have them. */
export function withAsvsCounts(text: string): string {
  const rows = rowsOf(text);
  const count = (answer: Answer, level?: number): number => rows.filter((row) => row.answer === answer && (level === undefined || row.level === level)).length;
  const words: Readonly<Record<Answer, string>> = { tested: 'shown by a test', 'by design': 'so by design, with the reason', operator: 'left to whoever runs it', none: 'does not apply', 'not met': '**not met**' };
  const table = ['| answer | | level 1 | level 2 | all |', '| --- | --- | ---: | ---: | ---: |', ...ANSWERS.map((one) => `| ${one} | ${words[one]} | ${count(one, 1)} | ${count(one, 2)} | ${count(one)} |`)];
  const [begin, end] = [text.indexOf(BEGIN), text.indexOf(END)];
  return begin < 0 || end < begin ? text : `${text.slice(0, begin + BEGIN.length)}\n${table.join('\n')}\n${text.slice(end)}`;
}

const rowsOf = (text: string): readonly Row[] =>
  text.split('\n').flatMap((written, index) => {
    const [, id, level, , answer, by] = /^\| (v5\.0\.0-[\d.]+) \| ([123]) \| ([^|]*) \| ([^|]*) \| (.*) \|$/.exec(written) ?? [];
    return id === undefined || answer === undefined || by === undefined ? [] : [{ id, level: Number(level), answer, by, line: index + 1 }];
  });
