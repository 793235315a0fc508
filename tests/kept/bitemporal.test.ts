import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { addDays, date } from '../../src/kernel/date.ts';
import { instantOf, type Instant } from '../../src/kernel/instant.ts';
import { contains } from '../../src/kernel/period.ts';
import type { AnyRecord } from '../../src/model/kind.ts';
import type { RegisterHeader } from '../../src/model/register-header.ts';
import type { Change } from '../../src/register/entry.ts';
import { readRegister } from '../../src/register/folder/read-folder.ts';
import { good, openFolder, temporaryFolder, verified } from './folder.ts';

/** How many histories; raise it for a campaign: `KEPT_HISTORIES=100000 npm test kept/bitemporal`. */
const HISTORIES = Number(process.env['KEPT_HISTORIES'] ?? 2_000);

/** How many share a folder. */
const TOGETHER = 250;

const DAYS = 12;
const START = Date.parse('2013-03-30T22:00:00Z');
const day = (n: number) => addDays(date('2013-03-25'), n);
const header: RegisterHeader = { id: 'h', authority: { name: { en: 'Example' }, nation: 'wales' }, completeFor: [], thresholds: {} };

interface Said {
  readonly record: number;
  readonly from: number | null;
  readonly length: number | null;
  readonly put: boolean;
}
/** Acts of one or two changes. The clock goes on by hours, stands still, or goes back. */
const histories = fc.array(
  fc.record({
    clock: fc.oneof(fc.constant(0), fc.integer({ min: -3, max: 5 })),
    changes: fc.array(fc.record({ record: fc.integer({ min: 0, max: 2 }), from: fc.option(fc.integer({ min: 0, max: DAYS })), length: fc.option(fc.integer({ min: 1, max: 6 })), put: fc.boolean() }), { minLength: 1, maxLength: 2 }),
  }),
  { minLength: 1, maxLength: 8 },
);

type History = typeof histories extends fc.Arbitrary<infer Drawn> ? Drawn : never;

function changeOf({ record, from, length, put }: Said, note: string): Change {
  const id = `r${record}`;
  const period = { from: from === null ? undefined : day(from), until: length === null ? undefined : day((from ?? 0) + length) };
  const value = { ref: `persons/${id}`, id, valid: period, note } as AnyRecord;
  return { kind: 'persons', id, ...period, ...(put ? { record: value } : {}) };
}

describe('Every history', () => {
  it(`reads back from the disk, on every date as known at every instant, as a plain list of what was said does (${HISTORIES} histories)`, async () => {
    const all = fc.sample(histories, HISTORIES);
    for (let first = 0; first < all.length; first += TOGETHER) await readsBack(all.slice(first, first + TOGETHER));
  });
});

/** Enters the histories in a folder, a register each, and reads them from it again. */
async function readsBack(drawn: readonly History[]): Promise<void> {
  const path = temporaryFolder();
  const folder = openFolder(path);
  const all: { id: string; plain: { at: Instant; change: Change }[]; instants: Instant[] }[] = [];
  for (const [number, acts] of drawn.entries()) {
    const id = `h${number}`;
    const register = await folder.register(id);
    const plain: { at: Instant; change: Change }[] = [];
    const instants: Instant[] = [];
    let clock = START;
    let latest = 0;
    const asks = acts.map(({ clock: hours, changes }, index) => {
      clock += hours * 3_600_000;
      latest = Math.max(latest, clock);
      const own = changes.map((said, position) => changeOf(said, `${index}.${position}`));
      instants.push(instantOf(latest));
      for (const change of own) plain.push({ at: instantOf(latest), change });
      return register.perform({ act: 'test', actor: { person: 'x' }, reason: 'r', now: instantOf(clock), key: `k${index}`, decide: () => ({ ok: true, value: { changes: own, ...(index === 0 ? { header: { ...header, id } } : {}) } }) });
    });
    for (const answer of await Promise.all(asks)) good(answer);
    all.push({ id, plain, instants });
  }
  await folder.close();
  for (const { id, plain, instants } of all) {
    const read = good(await readRegister(path, id));
    for (const known of [undefined, ...instants]) {
      for (let n = -1; n < DAYS + 7; n += 3) {
        const snapshot = read.image.snapshot(day(n), known);
        for (const record of ['r0', 'r1', 'r2']) {
          const last = plain.filter(({ at, change }) => (known === undefined || at <= known) && change.id === record && contains(change, day(n))).at(-1);
          assert.equal(snapshot.get(`persons/${record}`)?.note, last?.change.record?.note, `${id}, ${record} on ${day(n)}, known at ${known ?? 'now'}`);
        }
      }
    }
  }
  assert.equal(verified(path, all.at(-1)?.id).state, 'intact');
}
