import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { addDays, date } from '../../src/kernel/date.ts';
import { instantOf, type Instant } from '../../src/kernel/instant.ts';
import { contains } from '../../src/kernel/period.ts';
import type { AnyRecord } from '../../src/model/kind.ts';
import type { RegisterHeader } from '../../src/model/register-header.ts';
import { decide } from '../../src/register/decide.ts';
import type { Change } from '../../src/register/entry.ts';
import { readRegister } from '../../src/register/folder/read-folder.ts';
import { Image } from '../../src/register/image.ts';
import { entryOf } from '../../src/register/kept-form.ts';
import type { Request } from '../../src/register/request.ts';
import { good, openFolder, temporaryFolder, verified } from './folder.ts';

/** How many histories; raise it for a campaign: `KEPT_HISTORIES=100000 npm test kept/bitemporal`. */
const HISTORIES = Number(process.env['KEPT_HISTORIES'] ?? 2_000);
/** The same without a disk: `CORE_HISTORIES=100000 npm test kept/bitemporal`. */
const CORE_HISTORIES = Number(process.env['CORE_HISTORIES'] ?? 4_000);

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

/** One history: what was asked, what a plain list holds of it, and when each act was recorded. */
function told(acts: History, id: string) {
  const plain: { at: Instant; change: Change }[] = [];
  const instants: Instant[] = [];
  let clock = START;
  let latest = 0;
  const requests = acts.map(({ clock: hours, changes }, index): Request => {
    clock += hours * 3_600_000;
    latest = Math.max(latest, clock);
    const own = changes.map((said, position) => changeOf(said, `${index}.${position}`));
    instants.push(instantOf(latest));
    for (const change of own) plain.push({ at: instantOf(latest), change });
    return { act: 'test', actor: { person: 'x' }, reason: 'r', now: instantOf(clock), key: `k${index}`, decide: () => ({ ok: true, value: { changes: own, ...(index === 0 ? { header: { ...header, id } } : {}) } }) };
  });
  return { id, plain, instants, requests };
}

/** Holds an image against the plain list: on every third day, as known at every instant and now. */
function sameAsPlain(image: Image, { id, plain, instants }: Pick<ReturnType<typeof told>, 'id' | 'plain' | 'instants'>): void {
  for (const known of [undefined, ...instants]) {
    for (let n = -1; n < DAYS + 7; n += 3) {
      const snapshot = image.snapshot(day(n), known);
      for (const record of ['r0', 'r1', 'r2']) {
        const last = plain.filter(({ at, change }) => (known === undefined || at <= known) && change.id === record && contains(change, day(n))).at(-1);
        assert.equal(snapshot.get(`persons/${record}`)?.note, last?.change.record?.note, `${id}, ${record} on ${day(n)}, known at ${known ?? 'now'}`);
      }
    }
  }
}

describe('Every history', () => {
  it(`reads back from the disk, on every date as known at every instant, as a plain list of what was said does (${HISTORIES} histories)`, async () => {
    const all = fc.sample(histories, HISTORIES);
    for (let first = 0; first < all.length; first += TOGETHER) await readsBack(all.slice(first, first + TOGETHER));
  });

  it(`is told from memory alone as the plain list tells it (${CORE_HISTORIES} histories)`, () => {
    for (let left = CORE_HISTORIES; left > 0; left -= TOGETHER) {
      for (const [number, acts] of fc.sample(histories, Math.min(left, TOGETHER)).entries()) {
        const history = told(acts, `m${left}-${number}`);
        const image = new Image();
        for (const request of history.requests) for (const entry of good(decide(request, image)).entries) image.apply(entryOf(entry), entry.key);
        sameAsPlain(image, history);
      }
    }
  });
});

/** Enters the histories in a folder, a register each, and reads them from it again. */
async function readsBack(drawn: readonly History[]): Promise<void> {
  const path = temporaryFolder();
  const folder = openFolder(path);
  const all: ReturnType<typeof told>[] = [];
  for (const [number, acts] of drawn.entries()) {
    const history = told(acts, `h${number}`);
    const register = await folder.register(history.id);
    for (const answer of await Promise.all(history.requests.map((request) => register.perform(request)))) good(answer);
    all.push(history);
  }
  await folder.close();
  for (const history of all) sameAsPlain(good(await readRegister(path, history.id)).image, history);
  assert.equal(verified(path, all.at(-1)?.id).state, 'intact');
}
