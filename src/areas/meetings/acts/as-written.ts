import type { AnyRecord } from '../../../model/kind.ts';
import { agendaAsWritten, type Action, type Meeting } from '../../../model/meetings.ts';
import type { Proposed } from '../../../register/acts/act.ts';
import type { CalendarDate } from '../../../kernel/date.ts';

const NOT_FIELDS = ['ref', 'id', 'valid'];

const fieldsOf = (record: AnyRecord): Readonly<Record<string, unknown>> => Object.fromEntries(Object.entries(record).filter(([name, value]) => !NOT_FIELDS.includes(name) && value !== undefined));

/** The meeting with some of its fields other than they were; a field that is undefined goes. What happened has one version. */
export function meetingWith(meeting: Meeting, changes: Partial<Readonly<Record<keyof Meeting, unknown>>>): Proposed {
  const { agenda } = meeting;
  const written = { ...fieldsOf(meeting), ...(agenda === undefined ? {} : { agenda: agendaAsWritten(agenda) }), ...changes };
  return { kind: 'meetings', id: meeting.id, ...meeting.valid, fields: withoutUndefined(written) };
}

/** The action as it is from the day on. */
export const actionFrom = (action: Action, day: CalendarDate, changes: Partial<Readonly<Record<keyof Action, unknown>>>): Proposed => ({
  kind: 'actions', id: action.id, ...(action.valid.from !== undefined && action.valid.from > day ? action.valid : { from: day, until: action.valid.until }), fields: withoutUndefined({ ...fieldsOf(action), ...changes }),
});

export const withoutUndefined = (fields: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> => Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
