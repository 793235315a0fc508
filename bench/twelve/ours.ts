import { fileURLToPath } from 'node:url';
import { openPack } from '../../src/assessment/open-register.ts';
import { evaluateAll, type Cell } from '../../src/assessment/cells.ts';
import { Departures } from '../../src/assessment/resilience.ts';
import { duration } from '../../src/kernel/duration.ts';
import type { Ref } from '../../src/model/field.ts';
import type { RegisterContent } from '../../src/model/register-header.ts';
import { Snapshot } from '../../src/register/snapshot.ts';
import { Facts } from '../../src/rules/facts.ts';
import { PackWords } from '../../src/rules/pack-words.ts';
import type { Answers, Contender } from './contender.ts';
import { AS_AT } from './register.ts';

const YEAR = duration('P1Y');

/** The dozen as a pack, by the loader, compiler and operators of the product: every answer with its reasons and its read-set. */
export function ours(content: RegisterContent): Contender & { askCold(): Answers } {
  const opened = openPack(fileURLToPath(new URL('../packs/twelve', import.meta.url)));
  if (!opened.ok) throw new Error(opened.faults.map(({ sentence }) => sentence).join(' '));
  const compiled = opened.value;
  const words = new PackWords(compiled.pack);
  const snapshot = new Snapshot(content, AS_AT);
  const cellsOf = (of: Snapshot): readonly Cell[] => evaluateAll(compiled, new Facts(of, words, YEAR)).filter(({ lens }) => lens === 'paper');
  return {
    name: 'Answerable, with reasons',
    ask: () => cellsOf(snapshot).map(isMet),
    askCold: () => cellsOf(new Snapshot(content, AS_AT)).map(isMet),
    askWithout(people) {
      const facts = new Facts(snapshot, words, YEAR);
      const cells = evaluateAll(compiled, facts).filter(({ lens }) => lens === 'paper');
      const departures = new Departures(facts);
      return people.map((person) => {
        const without = departures.without(person as Ref<'persons'>);
        return cells.map((cell) => {
          const touched = cell.reads.some((bucket) => without.snapshot.differsFrom(snapshot, bucket));
          return (touched ? cell.compiled.whole.paper(without).verdict : cell.outcome.verdict) === 'met';
        });
      });
    },
  };
}

const isMet = ({ outcome }: Cell): boolean => outcome.verdict === 'met';
