import type { RegisterContent } from '../src/model/register-header.ts';
import { takeTurns, type Run } from './measure.ts';
import { read, recordsIn } from './generated.ts';
import { ms, ratio, type Report } from './report.ts';
import { TWELVE, type Answers, type Contender } from './twelve/contender.ts';
import { datascript } from './twelve/datascript.ts';
import { handWritten } from './twelve/hand-written.ts';
import { jsonRules } from './twelve/json-rules.ts';
import { ours } from './twelve/ours.ts';
import { twelveRegister, type Amiss } from './twelve/register.ts';
import { shacl } from './twelve/shacl.ts';
import { sql } from './twelve/sql.ts';

type Peer = (content: RegisterContent) => Contender;

const QUICK: readonly Peer[] = [handWritten, ours, sql, jsonRules];
/** More than a second for sixty people gone: asked for fewer. They are timed after the others, whose code they would slow down. */
const SLOW: readonly Peer[] = [datascript, shacl];
const PEOPLE = Array.from({ length: 60 }, (_, n) => `persons/p${n}`);
const FEW = 6;

/** The dozen that every contender can express, over the same records, answered alike before anything is timed. */
export default async function twelve(): Promise<Report> {
  const content = await contentOf('nothing');
  const us = ours(content);
  await agree(QUICK, PEOPLE);
  const quick = await timed(QUICK, content, PEOPLE, { name: `${us.name}, indexes made anew`, run: () => us.askCold() });
  await agree(SLOW, PEOPLE.slice(0, FEW));
  const slow = await timed(SLOW, content, PEOPLE.slice(0, FEW));
  const rows = [...quick, ...slow.map((one) => ({ ...one, sixty: one.sixty === undefined ? undefined : (one.sixty * PEOPLE.length) / FEW }))];

  const [floor, mine, ...others] = rows.filter(({ load }) => load !== undefined);
  if (floor?.sixty === undefined || mine === undefined) throw new Error('The floor and ours are always timed.');
  const [base, baseSixty] = [floor.once, floor.sixty];
  const quickest = Math.min(...others.map(({ once }) => once));
  return {
    title: `The dozen over ${recordsIn(content).toLocaleString('en-GB')} records`,
    goals: [
      { goal: 'with reasons, within 5 times of the hand-written loops, which give none', measured: `${ratio(mine.once / base)} (by the quickest rounds ${ratio(mine.best / floor.best)})`, reached: mine.once <= 5 * base },
      { goal: 'ahead of every peer', measured: `the quickest peer takes ${ratio(quickest / mine.once)} our time`, reached: mine.once < quickest },
    ],
    tables: [
      {
        caption: 'Once, indexes made; to load and index; and the dozen again for each of 60 people gone',
        head: ['', 'the dozen', 'to the floor', 'load and index', '60 departures', 'to the floor'],
        rows: rows.map(({ name, once, load, sixty }) => [name, ms(once), ratio(once / base), load === undefined ? '–' : ms(load), sixty === undefined ? '–' : ms(sixty), sixty === undefined ? '–' : ratio(sixty / baseSixty)]),
      },
    ],
    notes: [
      'All gave the same answers first, on this register and on two in which half of the dozen are not so, for people gone as well (SHACL: the nine that it can say).',
      'Only ours gives reasons, tells not met from not known, and notes what it read. The others give true or false. Ours makes its indexes when they are first asked for, so its load is shown by the last row instead.',
      'The hand-written loops know the questions and the date: an index for each, no reasons. json-rules-engine compares facts that hand-written functions derive from the same indexes.',
      'SHACL Core has no share of a number that the data gives, and cannot match an agreement with both the version of its instrument and the present holder of its party: three of the dozen.',
      `DataScript and SHACL were asked for ${FEW} departures; ten times that is shown. Ours evaluates only what a departure touches.`,
    ],
  };
}

interface Row {
  readonly name: string;
  readonly once: number;
  /** Its quickest round. */
  readonly best: number;
  readonly load: number | undefined;
  readonly sixty: number | undefined;
}

/** Every peer timed side by side: asked once, loaded, and asked for each person gone. */
async function timed(peers: readonly Peer[], content: RegisterContent, people: readonly string[], ...more: readonly Run[]): Promise<readonly Row[]> {
  const contenders = peers.map((peer) => peer(content));
  const asked = await takeTurns([...contenders.map((contender): Run => ({ name: contender.name, run: () => contender.ask() })), ...more], { rounds: 15, warmMs: 1500 });
  const loaded = await takeTurns(peers.map((peer, index): Run => ({ name: contenders[index]?.name ?? '', run: () => peer(content) })), { rounds: 3, warmMs: 100, roundMs: 30 });
  const gone = await takeTurns(contenders.map((contender): Run => ({ name: contender.name, run: () => contender.askWithout?.(people) })), { rounds: 5, warmMs: 200, roundMs: 60 });
  return asked.map(({ name, ms: once, best }, index) => ({ name, once, best, load: loaded[index]?.ms, sixty: gone[index]?.ms }));
}

const contentOf = (amiss: Amiss) => read(new TextEncoder().encode(JSON.stringify(twelveRegister(amiss))));

/** The peers answer as the hand-written loops do, whatever is amiss and whoever is gone. @throws where one does not */
async function agree(peers: readonly Peer[], people: readonly string[]): Promise<void> {
  for (const amiss of ['practice', 'structure', 'nothing'] as const) {
    const content = await contentOf(amiss);
    const asked = async (contender: Contender): Promise<readonly Answers[]> => [await contender.ask(), ...((await contender.askWithout?.(people)) ?? [])];
    const right = await asked(handWritten(content));
    for (const contender of peers.map((peer) => peer(content))) {
      for (const [index, answers] of (await asked(contender)).entries()) {
        const wrong = TWELVE.filter((_, place) => answers[place] !== undefined && answers[place] !== right[index]?.[place]);
        if (wrong.length > 0) throw new Error(`${contender.name} answers otherwise on ${wrong.join(', ')} (${amiss}; ${index === 0 ? 'nobody' : (people[index - 1] ?? '')} gone).`);
      }
    }
  }
}
