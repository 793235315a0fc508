import type { Ref } from '../../model/field.ts';
import type { Need } from './need.ts';

/** The same for a thing for as long as it waits, whatever day it is due and whoever looks: what it is, for whom, and the records that make it one. */
export function needKey({ is, says, whose, does }: Need): string {
  const about = does.act === 'enter' ? [does.kind, says.records[0] ?? '', ...Object.entries(does.filled).toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([field, value]) => `${field}=${value}`)].join(' ') : does.ref;
  return `${is} ${whose} ${about}`;
}

/** The record that a need is about. */
export function needRecord({ says, does }: Need): Ref {
  return does.act === 'enter' ? (says.records[0] ?? (does.kind as unknown as Ref)) : does.ref;
}
