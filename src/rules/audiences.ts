import type { Ref } from '../model/field.ts';
import type { Meeting } from '../model/meetings.ts';
import type { Facts } from './facts.ts';

/** The body that met: the meeting's own, else that of its series. */
export const bodyOf = (facts: Facts, { body, series }: Meeting): Ref<'bodies'> | undefined =>
  body ?? (series === undefined ? undefined : facts.get(series)?.body);

/** Held meetings, on or before the date, at which the report was the paper of an item. */
export const meetingsWithPaper = (facts: Facts, report: Ref<'reports'>): readonly Meeting[] =>
  facts.where('meetings', 'items.paper', report).filter(({ held, on }) => held && on <= facts.on);
