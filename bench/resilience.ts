import { evaluateAll } from '../src/assessment/cells.ts';
import { departure } from '../src/assessment/departure.ts';
import { Departures, restingOf } from '../src/assessment/resilience.ts';
import type { Ref } from '../src/model/field.ts';
import { Snapshot } from '../src/register/snapshot.ts';
import { Facts } from '../src/rules/facts.ts';
import { PackWords } from '../src/rules/pack-words.ts';
import { asAt, fileOf, read, wales, YEAR } from './generated.ts';
import { takeTurns } from './measure.ts';
import { ms, ratio, type Report } from './report.ts';

const PEOPLE = 300;
const SAMPLE = 15;

/** On whom each verdict rests: every one of 300 people taken away in turn. */
export default async function resilience(): Promise<Report> {
  const compiled = wales();
  const content = await read(fileOf({ seed: 1, records: 2000, people: PEOPLE }), compiled);
  const snapshot = new Snapshot(content, asAt(content));
  const words = new PackWords(compiled.pack);
  const people = [...new Set(snapshot.all('appointments').map(({ person }) => person))];
  const sample = people.filter((_, index) => index % Math.floor(people.length / SAMPLE) === 0).slice(0, SAMPLE);
  const facts = new Facts(snapshot, words, YEAR);
  const cells = evaluateAll(compiled, facts);

  const ours = () => {
    const departures = new Departures(facts);
    return cells.map((cell) => restingOf(cell, snapshot, departures));
  };
  const naive = (person: Ref<'persons'>) => evaluateAll(compiled, new Facts(snapshot.with(departure(snapshot, person)), words, YEAR));
  agree(cells.length, ours(), people, naive);

  const [quick, slow] = await takeTurns([{ name: 'only what a departure touches', run: ours }, { name: 'everything again', run: () => sample.map(naive) }], { rounds: 9, warmMs: 2000, roundMs: 200 });
  const [mine, all] = [quick?.ms ?? Number.NaN, ((slow?.ms ?? Number.NaN) * people.length) / sample.length];
  const resting = ours();
  return {
    title: `Resilience: every one of ${people.length} people gone in turn`,
    goals: [{ goal: '25 ms or less', measured: ms(mine), reached: mine <= 25 }],
    tables: [
      {
        caption: `All ${compiled.expectations.length} expectations of \`wales-2009\` over 2,000 records, after they have been evaluated once`,
        head: ['', 'time', 'times ours'],
        rows: [['only what a departure touches', ms(mine), '1×'], [`everything again for each person (${sample.length} measured, scaled to ${people.length})`, ms(all), ratio(all / mine)]],
      },
    ],
    notes: [
      `${resting.reduce((sum, { on }) => sum + on.length, 0)} times a lens was found to rest on somebody. Both ways were compared first, for all ${people.length} people: the same verdicts fall, as far.`,
      'The other way uses our own engine and indexes too, so the ratio is what reading-sets save and nothing else.',
    ],
  };
}

/** @throws where evaluating everything again finds another fall than ours */
function agree(count: number, resting: readonly ReturnType<typeof restingOf>[], people: readonly Ref<'persons'>[], naive: (person: Ref<'persons'>) => ReturnType<typeof evaluateAll>): void {
  for (const person of people) {
    const cells = naive(person);
    for (let place = 0; place < count; place += 1) {
      const verdict = cells[place]?.outcome.verdict ?? 'met';
      const falls = resting[place]?.on.find((one) => one.person === person)?.falls;
      if (falls !== undefined && falls !== verdict) throw new Error(`Without ${person}, cell ${place} is ${verdict}, not ${falls}.`);
    }
  }
}
