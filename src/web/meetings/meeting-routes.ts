import type { FastifyInstance } from 'fastify';
import type { Action, Meeting, Series } from '../../model/meetings.ts';
import { actRoute, type FormAt } from '../acting/act-routes.ts';
import type { ActForm } from '../acting/act-form.ts';
import type { Reading } from '../reading.ts';
import { recordOf } from '../record-name.ts';
import type { RecordRoutesParts } from '../recording/record-routes.ts';
import { actionForm, addActionForm } from './action-forms.ts';
import { agendaForm, issueForm } from './agenda-form.ts';
import { agreeForm, callOffForm } from './agree-form.ts';
import { minutesForm } from './minutes-form.ts';
import { quickForm } from './quick-form.ts';
import { scheduleForm } from './schedule-form.ts';

const STEPS: Readonly<Record<string, (reading: Reading, meeting: Meeting) => ActForm>> = {
  agenda: agendaForm, issue: issueForm, minutes: minutesForm, agree: agreeForm, 'call-off': callOffForm,
};

/** The forms by which meetings and actions are kept. */
export function meetingRoutes(server: FastifyInstance, parts: RecordRoutesParts): void {
  actRoute(server, parts, '/meetings/new', (reading) => scheduleForm(reading));
  actRoute(server, parts, '/meetings/quick/:id', ofRecord<Series>('series', (reading, series) => (series.between.length > 1 ? quickForm(reading, series) : undefined)));
  for (const [step, form] of Object.entries(STEPS)) actRoute(server, parts, `/meetings/:id/${step}`, ofRecord<Meeting>('meetings', form));
  actRoute(server, parts, '/actions/new', (reading, _params, value) => addActionForm(reading, value));
  for (const step of ['report', 'accept', 'extend'] as const) actRoute(server, parts, `/actions/:id/${step}`, ofRecord<Action>('actions', (reading, action) => actionForm(reading, action, step)));
}

const ofRecord = <R>(kind: string, form: (reading: Reading, record: R) => ActForm | undefined): FormAt => (reading, { id = '' }) => {
  const record = recordOf(reading, `${kind}/${id}`) as R | undefined;
  return record === undefined ? undefined : form(reading, record);
};
