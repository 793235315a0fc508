import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Database } from '../../src/database/database.ts';
import type { Asked, Draft } from '../../src/drafts/draft.ts';
import { Drafts, MOST_DRAFTS } from '../../src/drafts/drafts.ts';
import { MOST_CHANGES } from '../../src/drafts/edit-draft.ts';
import { date } from '../../src/kernel/date.ts';
import type { Result } from '../../src/kernel/result.ts';
import { at, good } from '../kept/folder.ts';

const NOW = at('2026-03-02T09:00:00Z');
const [ANN, BEN, CAI] = ['persons/ann', 'persons/ben', 'persons/cai'] as const;
const VACATE: Asked = { type: 'vacate', post: 'director' };
const codeOf = (result: Result<unknown>): string | undefined => (result.ok ? undefined : result.faults[0]?.code);

/** What drafts do alike, whatever keeps them. */
export function draftsBehaviour(name: string, open: () => Promise<Database>): void {
  describe(`Drafts of change, in ${name}`, () => {
    let database: Database;
    let drafts: Drafts;
    before(async () => {
      database = await open();
      drafts = new Drafts(database);
    });
    after(() => database.close());

    const made = async (register = 'small'): Promise<Draft> => good(await drafts.make({ register, author: ANN, name: 'One directorate', purpose: 'Fewer lines.', from: date('2027-04-01') }, NOW));
    const withChange = async (): Promise<Draft> => good(await drafts.alter(await made(), { does: 'add', changes: [{ asked: VACATE, base: { 'appointments/a2': 0 } }] }, ANN, NOW));

    it('are found by their author and by nobody else', async () => {
      const draft = await made();
      assert.deepEqual(await drafts.find('small', draft.id, ANN), draft);
      assert.equal(await drafts.find('small', draft.id, BEN), undefined);
      assert.equal(await drafts.find('other', draft.id, ANN), undefined, 'of another register');
      assert.deepEqual(await drafts.of('small', BEN), []);
    });

    it('need a name and a purpose, and tell of both at once', async () => {
      const refused = await drafts.make({ register: 'small', author: ANN, name: ' ', purpose: '', from: date('2027-04-01') }, NOW);
      assert.deepEqual(refused.ok ? [] : refused.faults.map(({ place }) => place?.path), ['name', 'purpose']);
    });

    it('shared for reading are read and not changed; shared for changing are changed, but not shared further or set aside', async () => {
      let draft = await withChange();
      draft = good(await drafts.alter(draft, { does: 'share', share: { person: BEN, mayChange: false } }, ANN, NOW));
      draft = good(await drafts.alter(draft, { does: 'share', share: { person: CAI, mayChange: true } }, ANN, NOW));
      assert.deepEqual(await drafts.find('small', draft.id, BEN), draft);
      assert.equal(codeOf(await drafts.alter(draft, { does: 'take-out', number: draft.changes[0]?.number ?? 0 }, BEN, NOW)), 'draft-not-theirs');
      assert.equal(codeOf(await drafts.alter(draft, { does: 'share', share: { person: BEN, mayChange: true } }, CAI, NOW)), 'draft-not-theirs');
      assert.equal(codeOf(await drafts.alter(draft, { does: 'set-aside', reason: 'Mine now.' }, CAI, NOW)), 'draft-not-theirs');
      draft = good(await drafts.alter(draft, { does: 'add', changes: [{ asked: VACATE, base: {} }] }, CAI, NOW));
      assert.equal(draft.changes.length, 2);
      draft = good(await drafts.alter(draft, { does: 'unshare', person: BEN }, ANN, NOW));
      assert.equal(await drafts.find('small', draft.id, BEN), undefined);
      assert.deepEqual((await drafts.of('small', CAI)).map(({ id }) => id), [draft.id]);
    });

    it('are altered only as they were seen: of two who alter the same, one is told to look again', async () => {
      const draft = await withChange();
      const outcomes = await Promise.all([VACATE, VACATE].map((asked) => drafts.alter(draft, { does: 'add', changes: [{ asked, base: {} }] }, ANN, NOW)));
      assert.deepEqual(new Set(outcomes.map(codeOf)), new Set(['draft-changed', undefined]));
      assert.equal((await drafts.find('small', draft.id, ANN))?.changes.length, 2);
    });

    it('keep their changes in order, which can be changed, and never use a number twice', async () => {
      let draft = await withChange();
      const asked = ['a', 'b'].map((id): { asked: Asked; base: Record<string, number | null> } => ({ asked: { type: 'end', kind: 'bodies', id }, base: {} }));
      draft = good(await drafts.alter(draft, { does: 'add', changes: asked }, ANN, NOW));
      const [first, second, third] = draft.changes.map(({ number }) => number);
      draft = good(await drafts.alter(draft, { does: 'move', number: third ?? 0, places: -1 }, ANN, NOW));
      assert.deepEqual(draft.changes.map(({ number }) => number), [first, third, second]);
      draft = good(await drafts.alter(draft, { does: 'move', number: first ?? 0, places: -1 }, ANN, NOW));
      assert.deepEqual(draft.changes.map(({ number }) => number), [first, third, second], 'at the top there is no further');
      draft = good(await drafts.alter(draft, { does: 'take-out', number: second ?? 0 }, ANN, NOW));
      draft = good(await drafts.alter(draft, { does: 'add', changes: asked.slice(0, 1) }, ANN, NOW));
      assert.equal(new Set([first, second, third, ...draft.changes.map(({ number }) => number)]).size, 4);
      assert.equal(codeOf(await drafts.alter(draft, { does: 'take-out', number: second ?? 0 }, ANN, NOW)), 'no-such-change');
    });

    it('once adopted or set aside are read and never altered', async () => {
      const aside = good(await drafts.alter(await withChange(), { does: 'set-aside', reason: 'The cabinet decided otherwise.' }, ANN, NOW));
      const adopting = await withChange();
      const adopted = good(await drafts.alter(adopting, { does: 'adopt', reason: 'Decided.', first: 7, last: 7, changes: adopting.changes }, ANN, NOW));
      assert.deepEqual(adopted.state, { is: 'adopted', by: ANN, at: NOW, reason: 'Decided.', first: 7, last: 7 });
      for (const draft of [aside, adopted]) {
        assert.equal(codeOf(await drafts.alter(draft, { does: 'describe', name: 'Other', purpose: 'Other.', from: draft.from }, ANN, NOW)), 'draft-closed');
        assert.deepEqual(await drafts.find('small', draft.id, ANN), draft);
      }
      assert.equal(codeOf(await drafts.alter(await withChange(), { does: 'set-aside', reason: ' ' }, ANN, NOW)), 'wrong-reason');
    });

    it('tell who did what and when, the last first, also of what was taken out', async () => {
      let draft = await withChange();
      draft = good(await drafts.alter(draft, { does: 'share', share: { person: BEN, mayChange: true } }, ANN, NOW));
      const later = at('2026-03-03T09:00:00Z');
      draft = good(await drafts.alter(draft, { does: 'take-out', number: draft.changes[0]?.number ?? 0 }, BEN, later));
      const history = await drafts.history(draft);
      assert.deepEqual(history.map(({ at: when, by, did }) => [when, by, did]), [[later, BEN, 'taken-out'], [NOW, ANN, 'shared'], [NOW, ANN, 'added'], [NOW, ANN, 'made']]);
      assert.deepEqual(history[0]?.changes[0]?.asked, VACATE);
      assert.deepEqual(history[1]?.with, { person: BEN, mayChange: true });
    });

    it('have no more changes, and nobody has more of them, than can be looked over', async () => {
      const draft = await made('large');
      const many = Array.from({ length: MOST_CHANGES + 1 }, () => ({ asked: VACATE, base: {} }));
      assert.equal(codeOf(await drafts.alter(draft, { does: 'add', changes: many }, ANN, NOW)), 'too-many-changes');
      for (let count = 1; count < MOST_DRAFTS; count += 1) await made('large');
      assert.equal(codeOf(await drafts.make({ register: 'large', author: ANN, name: 'One more', purpose: 'To try.', from: date('2027-04-01') }, NOW)), 'too-many-drafts');
    });
  });
}
