import { randomBytes } from 'node:crypto';
import type { Database, Row } from '../database/database.ts';
import type { CalendarDate } from '../kernel/date.ts';
import type { Instant } from '../kernel/instant.ts';
import { ok, refused, type Result } from '../kernel/result.ts';
import type { Ref } from '../model/field.ts';
import { mayRead, type Draft, type Happening, type Share } from './draft.ts';
import { edited, wronglyDescribed, type Edit } from './edit-draft.ts';

export interface NewDraft {
  readonly register: string;
  readonly author: Ref<'persons'>;
  readonly name: string;
  readonly purpose: string;
  readonly from: CalendarDate;
}

/** Open drafts of one person in one register. */
export const MOST_DRAFTS = 100;

/** The part of a draft that is kept as one text. */
type Body = Pick<Draft, 'name' | 'purpose' | 'from' | 'changes' | 'state'>;

/** The drafts that people keep, each found only by those who may read it. */
export class Drafts {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  async make({ register, author, name, purpose, from }: NewDraft, now: Instant): Promise<Result<Draft>> {
    const wrong = wronglyDescribed({ name, purpose });
    if (wrong !== undefined) return wrong;
    const draft: Draft = {
      id: randomBytes(8).toString('hex'), register, author, name: name.trim(), purpose: purpose.trim(), from, changes: [], shares: [], state: { is: 'open' },
      version: 1, adoptionKey: `draft ${randomBytes(18).toString('base64url')}`, madeAt: now, changedAt: now,
    };
    return this.#database.transaction(async (inside) => {
      const open = Number((await inside.one(`SELECT count(*) AS n FROM drafts WHERE register = ? AND author = ? AND state = 'open'`, register, author))?.['n']);
      if (open >= MOST_DRAFTS) return refused({ category: 'conflict', code: 'too-many-drafts', sentence: `You have ${MOST_DRAFTS} open drafts. Adopt or set aside one of them first.` });
      await inside.run(
        'INSERT INTO drafts (id, register, author, state, version, adoption_key, made_at, changed_at, body) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)',
        draft.id, register, author, draft.state.is, draft.version, draft.adoptionKey, now, now, bodyOf(draft),
      );
      await happened(inside, draft, { at: now, by: author, did: 'made', changes: [] });
      return ok(draft);
    });
  }

  /** The draft, for somebody who may read it; undefined for everybody else, as if it never was. */
  async find(register: string, id: string, person: Ref<'persons'>): Promise<Draft | undefined> {
    const [draft] = await draftsIn(this.#database, 'drafts.register = ? AND drafts.id = ?', register, id);
    return draft !== undefined && mayRead(draft, person) ? draft : undefined;
  }

  /** All that the person made or was let into, the last changed first. */
  async of(register: string, person: Ref<'persons'>): Promise<readonly Draft[]> {
    return draftsIn(this.#database, 'drafts.register = ? AND (drafts.author = ? OR drafts.id IN (SELECT draft FROM draft_shares WHERE person = ?))', register, person, person);
  }

  /**
   * Alters the draft as somebody saw it. Refused where it was altered since (`draft-changed`), is closed, or is not theirs to alter so.
   * That it was adopted is told of whatever it is by then: the register's entry is there.
   */
  async alter(seen: Draft, edit: Edit, by: Ref<'persons'>, now: Instant): Promise<Result<Draft>> {
    return this.#database.transaction(async (inside) => {
      const [current] = await draftsIn(inside, 'drafts.id = ?', seen.id);
      if (current === undefined) return refused({ category: 'not-found', code: 'no-such-draft', sentence: 'There is no such draft.' });
      if (current.version !== seen.version && edit.does !== 'adopt') return refused({ category: 'conflict', code: 'draft-changed', sentence: 'Somebody changed this draft after you opened the page. Look again, and decide again.' });
      const after = edited(current, edit, by, now);
      if (!after.ok) return after;
      const { draft, happening } = after.value;
      await inside.run('UPDATE drafts SET state = ?, version = ?, changed_at = ?, body = ? WHERE id = ?', draft.state.is, draft.version, draft.changedAt, bodyOf(draft), draft.id);
      await inside.run('DELETE FROM draft_shares WHERE draft = ?', draft.id);
      for (const { person, mayChange } of draft.shares) await inside.run('INSERT INTO draft_shares (draft, person, may_change) VALUES (?, ?, ?)', draft.id, person, mayChange ? 1 : 0);
      await happened(inside, draft, happening);
      return ok(draft);
    });
  }

  /** Everything that was done to it, the last first. */
  async history({ id }: Draft): Promise<readonly Happening[]> {
    const rows = await this.#database.all('SELECT at, person, body FROM draft_happenings WHERE draft = ? ORDER BY version DESC', id);
    return rows.map(({ at, person, body }) => ({ at: String(at) as Instant, by: String(person) as Ref<'persons'>, ...(JSON.parse(String(body)) as Omit<Happening, 'at' | 'by'>) }));
  }
}

const bodyOf = ({ name, purpose, from, changes, state }: Draft): string => JSON.stringify({ name, purpose, from, changes, state } satisfies Body);

async function happened(inside: Database, { id, version }: Draft, { at, by, ...said }: Happening): Promise<void> {
  await inside.run('INSERT INTO draft_happenings (draft, version, at, person, body) VALUES (?, ?, ?, ?, ?)', id, version, at, by, JSON.stringify(said));
}

/** @param where a condition on `drafts`; the last changed come first */
async function draftsIn(database: Database, where: string, ...values: readonly string[]): Promise<readonly Draft[]> {
  const sql = `SELECT drafts.*, draft_shares.person, draft_shares.may_change FROM drafts LEFT JOIN draft_shares ON draft_shares.draft = drafts.id WHERE ${where} ORDER BY drafts.changed_at DESC, drafts.id, draft_shares.person`;
  const rows = Map.groupBy(await database.all(sql, ...values), ({ id }) => id);
  return [...rows.values()].flatMap((ofOne) => ofOne.slice(0, 1).map((row) => draftIn(row, ofOne.flatMap(shareIn))));
}

const shareIn = ({ person, may_change: mayChange }: Row): readonly Share[] => (typeof person === 'string' ? [{ person: person as Ref<'persons'>, mayChange: Number(mayChange) === 1 }] : []);

const draftIn = (row: Row, shares: readonly Share[]): Draft => ({
  ...(JSON.parse(String(row['body'])) as Body),
  id: String(row['id']),
  register: String(row['register']),
  author: String(row['author']) as Ref<'persons'>,
  shares,
  version: Number(row['version']),
  adoptionKey: String(row['adoption_key']),
  madeAt: String(row['made_at']) as Instant,
  changedAt: String(row['changed_at']) as Instant,
});
