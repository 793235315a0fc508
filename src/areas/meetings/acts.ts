import type { AreaAct } from '../../acts/area-act.ts';
import { acceptAction, addAction, extendAction, reportAction } from './acts/actions.ts';
import { agreeRecord } from './acts/agree-record.ts';
import { callOff } from './acts/call-off.ts';
import { issueAgenda } from './acts/issue-agenda.ts';
import { minute } from './acts/minute.ts';
import { proposeItem } from './acts/propose-item.ts';
import { recordOneToOne } from './acts/record-one-to-one.ts';
import { schedule } from './acts/schedule.ts';

/** The steps of the everyday work with meetings, and with the actions that arise from them. */
export const meetingActs: readonly AreaAct[] = [schedule, proposeItem, issueAgenda, minute, recordOneToOne, agreeRecord, callOff, addAction, reportAction, acceptAction, extendAction];
