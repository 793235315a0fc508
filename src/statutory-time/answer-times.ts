import { join } from 'node:path';
import { z } from 'zod';
import { BUNDLED } from '../guidance/bundled.ts';
import { faultInWords } from '../kernel/fault.ts';
import { ok, type Result } from '../kernel/result.ts';
import { loadList } from './load-list.ts';
import { statutoryPeriod } from './shapes.ts';

/** Our own defaults, which come with the product. */
export const ANSWER_TIMES = join(BUNDLED, 'answer-times', 'answer-times.yaml');

/** How many working days what is raised waits for an answer where no instrument says: ours, with the reason. */
const answerTime = z.strictObject({
  natures: z.array(z.string().min(1)).min(1),
  workingDays: z.int().min(1).max(366),
  because: statutoryPeriod.shape.what,
  checkedOn: statutoryPeriod.shape.checkedOn,
});

export type AnswerTime = z.output<typeof answerTime>;

export function loadAnswerTimes(file: string = ANSWER_TIMES): Result<readonly AnswerTime[]> {
  const read = loadList(file, 'answer-times/answer-times.yaml', answerTime);
  return read.ok ? ok(read.value.items) : read;
}

let bundled: readonly AnswerTime[] | undefined;

/** The default for what is raised, by its nature. @throws Error when the bundled file is not sound or knows no such nature, which the tests rule out. */
export function usualAnswerTime(nature: string): AnswerTime {
  if (bundled === undefined) {
    const read = loadAnswerTimes();
    if (!read.ok) throw new Error(read.faults.map(faultInWords).join('\n'));
    bundled = read.value;
  }
  const found = bundled.find(({ natures }) => natures.includes(nature));
  if (found === undefined) throw new Error(`No answer time of \`${nature}\`.`);
  return found;
}
