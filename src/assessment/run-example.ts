import type { Fault } from '../kernel/fault.ts';
import type { WorkedExample } from '../guidance/worked-example.ts';
import { duration } from '../kernel/duration.ts';
import { readRegisterFile } from '../model/register-file/read.ts';
import { Snapshot } from '../register/snapshot.ts';
import type { CompiledPack } from '../rules/compile.ts';
import { Speaker } from '../rules/say.ts';
import { vocabulariesOf } from '../rules/vocabularies.ts';
import { assess } from './assess.ts';

/** Runs a worked example; answers what came out otherwise than it says, one fault each. */
export async function runExample(example: WorkedExample, compiled: CompiledPack): Promise<readonly Fault[]> {
  const fault = (code: string, sentence: string): Fault => ({ category: 'input', code, sentence: `Example \`${example.name}\`: ${sentence}`, place: example.place });
  const bytes = new TextEncoder().encode(JSON.stringify(example.register));
  const register = await readRegisterFile({ name: `${example.name}.json`, bytes }, vocabulariesOf(compiled.pack));
  if (!register.ok) return register.faults.map(({ sentence, place }) => fault('example-register', `${place?.path ?? ''} ${sentence}`));
  const one = compiled.expectations.filter(({ expectation }) => expectation.id === example.expectation);
  const assessment = assess(new Snapshot(register.value, example.asAt), { pack: compiled.pack, expectations: one }, duration('P1Y'));
  const [judged] = assessment.judged;
  if (judged === undefined) return [fault('example-expectation', `the pack has no expectation \`${example.expectation}\`.`)];

  const { then } = example;
  const lenses = (['paper', 'practice', 'resilient'] as const).filter((lens) => then[lens] !== undefined);
  const speaker = new Speaker(assessment.snapshot, assessment.facts.words, 'en');
  const asked = (lenses.length > 0 ? lenses : (['paper', 'practice'] as const)).map((lens) => judged[lens]);
  const said = asked.flatMap(({ because, missing }) => [...because, ...missing].map((reason) => speaker.say(reason)));
  const named = new Set(asked.flatMap(({ because }) => because.flatMap(({ records }) => records)));
  const found = `It says: ${said.join(' ')}`;

  const faults: Fault[] = [];
  if (then.applies !== undefined && then.applies !== judged.applies) faults.push(fault('example-applies', `it ${judged.applies ? 'applies' : 'does not apply'}. ${found}`));
  for (const lens of lenses) {
    if (judged[lens].verdict !== then[lens]) faults.push(fault('example-verdict', `${lens} is \`${judged[lens].verdict}\`, not \`${then[lens] ?? ''}\`. ${found}`));
  }
  for (const fragment of then.because ?? []) {
    if (!said.some((sentence) => sentence.toLowerCase().includes(fragment.toLowerCase()))) faults.push(fault('example-reason', `no reason says \`${fragment}\`. ${found}`));
  }
  for (const record of then.records ?? []) if (!named.has(record as never)) faults.push(fault('example-record', `no reason names \`${record}\`. They name ${[...named].join(', ')}.`));
  return faults;
}
