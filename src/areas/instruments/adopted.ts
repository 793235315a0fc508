import { called } from '../../acts/called.ts';
import { changed } from '../../acts/changed.ts';
import { freeId } from '../../acts/free-id.ts';
import { refuse } from '../../acts/refuse.ts';
import type { CalendarDate } from '../../kernel/date.ts';
import { ok, type Result } from '../../kernel/result.ts';
import type { Amendment, Instrument } from '../../model/instruments.ts';
import type { Proposed } from '../../register/acts/act.ts';
import type { Snapshot } from '../../register/snapshot.ts';
import { nextNumber } from './clauses.ts';
import { nextVersion } from './version-numbers.ts';

/** What is adopted where that is not word for word what was proposed. */
export interface AsAdopted {
  readonly wording?: unknown;
  readonly gives?: unknown;
  readonly reason?: unknown;
}

/** The clause as proposed, the next version of the instrument, and the amendment closed; refused where it proposes nothing to adopt. */
export function adopting(snapshot: Snapshot, amendment: Amendment, as: AsAdopted, today: CalendarDate): Result<readonly Proposed[]> {
  const instrument = negotiated(snapshot, amendment);
  if (!instrument.ok) return instrument;
  const clause = amendment.leavesOut === true ? leftOut(snapshot, amendment, today) : worded(snapshot, amendment, as, instrument.value, today);
  if (!clause.ok) return clause;
  const closed = { state: 'adopted', closedOn: today, ...(as.reason === undefined ? {} : { reason: as.reason }) };
  const own = clause.value.find(({ kind, id }) => kind === 'amendments' && id === amendment.id);
  return ok([
    ...clause.value.filter((one) => one !== own),
    own === undefined ? changed(amendment, today, closed) : { ...own, fields: { ...own.fields, ...closed } },
    changed(instrument.value, today, { version: nextVersion(instrument.value.version) }),
  ]);
}

/** The amendment closed without a change to the text. */
export const declining = (amendment: Amendment, reason: unknown, today: CalendarDate): readonly Proposed[] => [changed(amendment, today, { state: 'declined', closedOn: today, reason })];

/** The instrument of an amendment, while it is negotiated. */
export function negotiated(snapshot: Snapshot, { instrument: ref }: Amendment): Result<Instrument> {
  const instrument = snapshot.get(ref);
  if (instrument?.state === 'negotiating') return ok(instrument);
  return refuse('conflict', 'not-negotiated', `${called(snapshot, ref)} is not being negotiated: what is agreed is changed by a renewal (protocol.renew).`, { found: called(snapshot, ref) });
}

function worded(snapshot: Snapshot, amendment: Amendment, { wording = amendment.wording, gives = amendment.gives }: AsAdopted, instrument: Instrument, today: CalendarDate): Result<readonly Proposed[]> {
  if (amendment.provision !== undefined) {
    const provision = snapshot.get(amendment.provision);
    if (provision === undefined) return refuse('conflict', 'clause-gone', 'The clause has been left out since. Decline this, or have a new clause proposed.');
    if (wording === undefined && gives === undefined) return nothingToAdopt();
    return ok([changed(provision, today, { ...(wording === undefined ? {} : { text: wording }), ...(gives === undefined ? {} : { gives }) })]);
  }
  if (wording === undefined) return nothingToAdopt();
  const count = new Set(snapshot.where('provisions', 'instrument', instrument.ref, 'ever').map((one) => one.id)).size;
  const id = freeId(snapshot, 'provisions', `${instrument.id.slice(0, 80)}-${count + 1}`);
  const number = amendment.number ?? nextNumber(snapshot, instrument);
  return ok([{ kind: 'provisions', id, from: today, fields: { instrument: instrument.ref, number, text: wording, gives: gives ?? [] } }]);
}

const nothingToAdopt = () => refuse('input', 'nothing-to-adopt', 'This is a comment: it proposes no wording. Give the wording that answers it, or decline it with the answer.', { path: 'wording' });

/** The clause ends. One that began the same day leaves nothing behind: what was said of it keeps its number in place of the clause. */
function leftOut(snapshot: Snapshot, amendment: Amendment, today: CalendarDate): Result<readonly Proposed[]> {
  const provision = amendment.provision === undefined ? undefined : snapshot.get(amendment.provision);
  if (provision === undefined) return refuse('conflict', 'clause-gone', 'The clause has been left out already. Decline this.');
  const ends: Proposed = { kind: 'provisions', id: provision.id, from: today };
  if (provision.valid.from === undefined || provision.valid.from < today) return ok([ends]);
  const about = snapshot.where('amendments', 'provision', provision.ref, 'ever').map((one) => changed(one, today, { provision: undefined, number: provision.number }));
  return ok([...about, ends]);
}
