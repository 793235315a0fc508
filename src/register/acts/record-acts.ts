import { quoted, type Fault } from '../../kernel/fault.ts';
import { dateInLondon } from '../../kernel/instant.ts';
import { didYouMean } from '../../kernel/nearest.ts';
import { overlaps } from '../../kernel/period.ts';
import { parseDate } from '../../kernel/date.ts';
import { ok, type Result } from '../../kernel/result.ts';
import type { Snapshot } from '../snapshot.ts';
import type { Act, Proposed } from './act.ts';
import { readChanges, type ChangeInput } from './change-input.ts';

/** Says what a record is over a period, of any kind: a new record, or a new version of one. Outside the period, what was said stands. */
export const put: Act = {
  name: 'record.put',
  decide: (_today, input) => each(readChanges(input, 'needed'), (change) => ok([proposed(change)])),
};

/** Says that a record is no more: from a date, or from today. */
export const end: Act = {
  name: 'record.end',
  decide: (today, input, _actor, now) => each(readChanges(input, 'none'), (change) => {
    if (change.from === undefined && change.until !== undefined) {
      return refusal('period-unclear', `Say with \`from\` the first day on which ${quoted(`${change.kind}/${change.id}`)} no longer holds; \`until\` is for one that holds again later.`, 'input');
    }
    const from = change.from ?? dateInLondon(now);
    const snapshot = today();
    const versions = snapshot.where(change.kind, 'id', change.id, 'ever');
    if (versions.length === 0) return notThere(snapshot, change);
    const period = { from: parseDate(from), until: change.until === undefined ? undefined : parseDate(change.until) };
    if (!versions.some(({ valid }) => overlaps(valid, period))) {
      return refusal('already-ended', `${quoted(`${change.kind}/${change.id}`)} does not hold from ${from} on: there is nothing to end.`, 'conflict');
    }
    return ok([{ kind: change.kind, id: change.id, from, until: change.until }]);
  }),
};

/** Says that what was entered was wrong: all versions of the record give way to this one. The history keeps them. */
export const correct: Act = {
  name: 'record.correct',
  decide: (today, input) => each(readChanges(input, 'needed'), (change) => {
    const snapshot = today();
    if (snapshot.where(change.kind, 'id', change.id, 'ever').length === 0) return notThere(snapshot, change);
    return ok([{ kind: change.kind, id: change.id }, proposed(change)]);
  }),
};

const proposed = ({ kind, id, from, until, body }: ChangeInput): Proposed => ({ kind, id, from, until, fields: body ?? {} });

function each(changes: Result<readonly ChangeInput[]>, decide: (change: ChangeInput) => Result<readonly Proposed[]>): Result<readonly Proposed[]> {
  if (!changes.ok) return changes;
  const decided = changes.value.map(decide);
  const faults = decided.flatMap((one) => (one.ok ? [] : one.faults));
  return faults.length > 0 ? { ok: false, faults } : ok(decided.flatMap((one) => (one.ok ? one.value : [])));
}

function notThere(snapshot: Snapshot, { kind, id }: ChangeInput): Result<never> {
  return refusal('no-such-record', `${quoted(`${kind}/${id}`)} is not a record of the register.${didYouMean(id, snapshot.all(kind, 'ever').map((record) => record.id))}`, 'not-found');
}

const refusal = (code: string, sentence: string, category: Fault['category']): Result<never> => ({ ok: false, faults: [{ category, code, sentence }] });
