import type { Fault } from '../kernel/fault.ts';
import type { LoadedPack } from './load.ts';
import type { WorkedExample } from './worked-example.ts';

/** Expectations without a lens or without the examples they list; examples that no expectation lists. */
export function coverageFaults({ pack, placeOf }: LoadedPack, examples: readonly WorkedExample[]): readonly Fault[] {
  const faults: Fault[] = [];
  const names = new Set<string>();
  for (const { name, place } of examples) {
    if (names.has(name)) faults.push({ category: 'input', code: 'duplicate-example', sentence: `Another example is called \`${name}\`.`, place });
    names.add(name);
  }
  const listed = new Set(pack.expectations.flatMap((expectation) => expectation.examples.map((name) => `${expectation.id} ${name}`)));
  for (const { name, expectation, place } of examples) {
    if (!listed.has(`${expectation} ${name}`)) faults.push({ category: 'input', code: 'example-not-listed', sentence: `\`${expectation}\` does not list the example \`${name}\`.`, place });
  }
  for (const expectation of pack.expectations) {
    if (expectation.onPaper === undefined && expectation.inPractice === undefined) {
      faults.push({ category: 'input', code: 'no-test', sentence: `\`${expectation.id}\` has a test neither on paper nor in practice.`, place: placeOf(expectation, ['id']) });
    }
    expectation.examples.forEach((name, index) => {
      if (!names.has(name)) faults.push({ category: 'input', code: 'example-missing', sentence: `There is no example \`${name}\`.`, place: placeOf(expectation, ['examples', index]) });
    });
  }
  return faults;
}
