import type { CalendarDate } from '../../kernel/date.ts';
import type { RecordOfKind } from '../../model/kinds.ts';
import type { RegisterHeader } from '../../model/register-header.ts';
import type { Snapshot } from '../../register/snapshot.ts';
import { lastDayFor, type LastDay } from '../../statutory-time/last-day-for.ts';
import { periodsOf } from '../../statutory-time/periods.ts';
import type { StatutoryPeriod } from '../../statutory-time/shapes.ts';

/** By when something about a meeting has to be public. */
export interface Publication {
  readonly period: StatutoryPeriod;
  readonly last: LastDay;
  /** When the agenda was issued, and whether that was in time; absent where the register does not say. */
  readonly issued?: { readonly on: CalendarDate; readonly inTime: boolean };
}

/** The periods that hold for meetings of the council and its committees; those of executives are not encoded for Wales. */
const OF_COUNCILS = ['wales-agenda', 'wales-note-of-meeting', 'england-agenda', 'scotland-agenda'];
const AGENDAS = ['wales-agenda', 'england-agenda', 'scotland-agenda'];
const PUBLIC_BODIES = ['council', 'scrutiny-committee'];

/** What the law asks to be public before and after a meeting, each with its last day; none for a body that does not meet in public, and none in years whose bank holidays are not known. */
export function publicationsOf(meeting: RecordOfKind<'meetings'>, snapshot: Snapshot, { authority }: RegisterHeader): readonly Publication[] {
  const series = meeting.series === undefined ? undefined : snapshot.where('series', 'id', meeting.series.slice('series/'.length), 'ever').at(-1);
  const ref = meeting.body ?? series?.body;
  const body = ref === undefined ? undefined : snapshot.where('bodies', 'id', ref.slice('bodies/'.length), 'ever').at(-1);
  if (body?.type === undefined || !PUBLIC_BODIES.includes(body.type)) return [];
  return periodsOf(authority.nation, meeting.on).filter(({ id }) => OF_COUNCILS.includes(id)).flatMap((period): readonly Publication[] => {
    const last = lastDayFor(period, meeting.on);
    if (!last.ok) return [];
    const on = AGENDAS.includes(period.id) ? meeting.agenda?.on : undefined;
    return [{ period, last: last.value, ...(on === undefined ? {} : { issued: { on, inTime: on <= last.value.on } }) }];
  });
}
