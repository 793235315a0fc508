import { acceptAction, extendAction, reportAction } from '../../areas/meetings/acts/actions.ts';
import { dueNow, isOver } from '../../areas/meetings/queries/action-lists.ts';
import { stateFault, type AreaAct } from '../../acts/area-act.ts';
import { dateInWords } from '../../kernel/date.ts';
import type { Action } from '../../model/meetings.ts';
import { actions as actionsKind } from '../../model/meetings.ts';
import { fieldMeta } from '../../model/field.ts';
import { mayActOn } from '../acting/act-form.ts';
import { joined, linked, tableOr, text, type Part, type Parts, type SectionBody } from '../entity/section.ts';
import { records } from '../entity/record-parts.ts';
import type { Reading } from '../reading.ts';
import { recordLink } from '../record-name.ts';
import { meetingsWords } from '../words/meetings.ts';
import { filled, inLanguage } from '../words/pairs.ts';

/** Actions with their owner, their day and what the reader may do about them. */
export function actionsTable(reading: Reading, actions: readonly Action[]): SectionBody {
  const t = inLanguage(meetingsWords, reading.language).action;
  return tableOr([t.what, t.owner, t.due, t.stands, t.do], actions.map((action): readonly Parts[] => [
    [linked(recordLink(reading, action.ref))],
    records(reading, [action.owner]),
    [text(dueInWords(reading, action))],
    [text(stateInWords(reading, action))],
    joined(doing(reading, action)),
  ]), t.none);
}

function dueInWords({ language, asAt }: Reading, action: Action): string {
  const t = inLanguage(meetingsWords, language).action;
  const due = dueNow(action);
  if (due === undefined) return t.noDay;
  const date = dateInWords(due, language);
  const count = action.extensions.length;
  const put = count === 0 ? '' : ` (${count === 1 ? t.extendedOnce : filled(t.extended, { count })})`;
  return `${due < asAt.date && !isOver(action) ? filled(t.wasDue, { date }) : date}${put}`;
}

const stateInWords = ({ language }: Reading, { state }: Action): string => fieldMeta.get(actionsKind.fields.state)?.values?.[state]?.[language] ?? state;

function doing(reading: Reading, action: Action): readonly Part[] {
  const t = inLanguage(meetingsWords, reading.language).do;
  const posts = reading.access?.standing.posts.map(({ ref }) => ref) ?? [];
  const own = posts.includes(action.owner);
  const may = (act: AreaAct): boolean => mayActOn(reading, act, action) && stateFault(act.row, 'actions', action) === undefined;
  const link = (step: string, words: string): Part => linked({ href: reading.to.page(`/actions/${encodeURIComponent(action.id)}/${step}`), said: { text: words } });
  return [
    ...(own && may(reportAction) ? [link('report', t.report)] : []),
    ...(!own && action.state === 'complete-claimed' && may(acceptAction) ? [link('accept', t.accept)] : []),
    ...(!own && dueNow(action) !== undefined && may(extendAction) ? [link('extend', t.extend)] : []),
  ];
}
