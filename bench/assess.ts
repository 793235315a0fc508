import { evaluateAll } from '../src/assessment/cells.ts';
import { assess } from '../src/assessment/assess.ts';
import { Snapshot } from '../src/register/snapshot.ts';
import { Facts } from '../src/rules/facts.ts';
import { PackWords } from '../src/rules/pack-words.ts';
import { asAt, fileOf, read, recordsIn, wales, YEAR } from './generated.ts';
import { heapUsed, takeTurns } from './measure.ts';
import { megabytes, ms, ratio, type Report } from './report.ts';

/** About as many records as the least authority has, one of ordinary size, and one kept for decades. */
const SIZES = [200, 2000, 20_000];

interface Sized {
  readonly records: number;
  readonly warm: number;
}

/** One authority judged by the whole of wales-2009: both lenses with reasons and read-sets, and the full assessment. */
export default async function assessOne(): Promise<Report> {
  const compiled = wales();
  const words = new PackWords(compiled.pack);
  const rows = [];
  for (const size of SIZES) {
    const before = heapUsed();
    const bytes = fileOf({ seed: 1, records: size, people: Math.min(300, Math.max(20, Math.floor(size / 7))) });
    const content = await read(bytes, compiled);
    const loaded = heapUsed();
    const snapshot = new Snapshot(content, asAt(content));
    const held = assess(snapshot, compiled, YEAR);
    const assessed = heapUsed();
    const [warm, cold, whole, fromFile] = await takeTurns(
      [
        { name: 'warm', run: () => evaluateAll(compiled, new Facts(snapshot, words, YEAR)) },
        { name: 'cold', run: () => evaluateAll(compiled, new Facts(new Snapshot(content, asAt(content)), words, YEAR)) },
        { name: 'whole', run: () => assess(new Snapshot(content, asAt(content)), compiled, YEAR) },
        { name: 'file', run: () => read(bytes, compiled) },
      ],
      { rounds: 9, warmMs: 1500, roundMs: 150 },
    );
    rows.push({ records: recordsIn(content), warm: warm?.ms ?? Number.NaN, best: warm?.best ?? Number.NaN, cold: cold?.ms ?? Number.NaN, whole: whole?.ms ?? Number.NaN, file: fromFile?.ms ?? Number.NaN, content: loaded - before, kept: assessed - loaded, judged: held.judged.length });
  }
  const [small, middle, large] = rows;
  if (small === undefined || middle === undefined || large === undefined) throw new Error('Three sizes are measured.');
  const times = (from: Sized, to: Sized) => ({ records: to.records / from.records, time: to.warm / from.warm });
  const [whole, upper] = [times(small, large), times(middle, large)];
  return {
    title: 'One authority, assessed',
    goals: [
      { goal: `2,000 records and 100 expectations through both lenses, with reasons, in 1 ms or less`, measured: `${ms(middle.warm)} for ${middle.judged} expectations, indexes made (quickest round ${ms(middle.best)}); ${ms(middle.cold)} with them made anew`, reached: middle.warm <= 1 },
      { goal: 'close to linear from 200 to 20,000 records', measured: `${ratio(whole.records)} the records take ${ratio(whole.time)} the time; from 2,000 to 20,000, ${ratio(upper.records)} take ${ratio(upper.time)}`, reached: whole.time <= 1.25 * whole.records && upper.time <= 1.25 * upper.records },
    ],
    tables: [
      {
        caption: 'The whole of `wales-2009` over generated authorities',
        head: ['records', 'both lenses', 'a record', 'indexes made anew', 'with resilience and diagnosis', 'reading the file', 'records in memory', 'indexes and assessment'],
        rows: rows.map((row) => [row.records.toLocaleString('en-GB'), ms(row.warm), `${((row.warm * 1e6) / row.records).toFixed(0)} ns`, ms(row.cold), ms(row.whole), ms(row.file), megabytes(row.content), megabytes(Math.max(0, row.kept))]),
      },
    ],
    notes: [
      '*Both lenses* is every test of every expectation, with its reasons and what it read; the facts are made anew each time, so nothing is remembered between two runs but the indexes.',
      '*With resilience and diagnosis* begins with a new snapshot too: what `answerable assess` does once the file is read.',
      '*Reading the file* is from the bytes of a JSON file: schema, references, periods and cycles checked.',
    ],
  };
}
