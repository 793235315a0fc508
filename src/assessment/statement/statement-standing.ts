import type { CalendarDate } from '../../kernel/date.ts';
import { duration, plus } from '../../kernel/duration.ts';
import type { Ref } from '../../model/field.ts';
import type { AnyRecord } from '../../model/kind.ts';
import type { KindName } from '../../model/kinds.ts';
import type { Statement } from '../../model/self-assessment.ts';
import type { Snapshot } from '../../register/snapshot.ts';
import type { Change } from '../../register/entry.ts';
import { assessAgain, type Assessment } from '../assess.ts';
import { movedSince, type MovedSince } from './compose.ts';
import { sealOf } from './seal.ts';

/** What a statement rests on, and what of it is otherwise by now. */
export interface StatementStanding {
  readonly statement: Statement;
  /** True where anything below is so: what was signed is no longer how it is. */
  readonly isOutdated: boolean;
  readonly moved: readonly MovedSince[];
  /** Posts, holders, instruments and the like that began, changed or ended after the day that it was composed from. */
  readonly arrangements: readonly Ref[];
  readonly isOtherGuidance: boolean;
  /** Whoever signed no longer holds the post. */
  readonly hasLeft: boolean;
  /** The words are not those that were signed. */
  readonly isAltered: boolean;
}

/** What the arrangements are made of. */
export const ARRANGEMENTS: readonly KindName[] = ['units', 'posts', 'appointments', 'bodies', 'seats', 'functions', 'instruments', 'provisions', 'agreements', 'series', 'entitlements'];

/** @param entered what is known to have been entered after it was signed, whatever day it holds from */
export function statementStanding(assessment: Assessment, statement: Statement, entered: readonly Ref[] = []): StatementStanding {
  const { compiled: { pack }, snapshot } = assessment;
  const { as, assessedAs, by, seal, state } = statement;
  const moved = movedSince(withoutSignature(assessment, statement).judged, statement);
  const arrangements = [...new Set([...entered.filter((ref) => (ARRANGEMENTS as readonly string[]).includes(ref.slice(0, ref.indexOf('/')))), ...changedAfter(snapshot, assessedAs.on)])];
  const isOtherGuidance = assessedAs.digest !== pack.digest;
  const hasLeft = state === 'signed' && by !== undefined && !snapshot.where('appointments', 'person', by).some(({ post }) => post === as) && snapshot.where('appointments', 'post', as).length > 0;
  const isAltered = state === 'signed' && seal !== sealOf(statement);
  return { statement, moved, arrangements, isOtherGuidance, hasLeft, isAltered, isOutdated: moved.length + arrangements.length > 0 || isOtherGuidance || hasLeft || isAltered };
}

/** The verdicts as they would be had it not been signed: that it was is what one of them asks for. */
function withoutSignature(assessment: Assessment, { ref }: Statement): Assessment {
  const { snapshot } = assessment;
  const signatures = snapshot.where('confirmations', 'assessment', ref).map(({ id, valid }): Change => ({ kind: 'confirmations', id, ...valid }));
  return signatures.length === 0 ? assessment : assessAgain(assessment, snapshot.with(signatures));
}

function changedAfter(snapshot: Snapshot, day: CalendarDate): readonly Ref[] {
  const isAfter = (date: CalendarDate | undefined): boolean => date !== undefined && date > day && date <= snapshot.validOn;
  return ARRANGEMENTS.flatMap((kind) =>
    (snapshot.all(kind, 'ever') as readonly AnyRecord[]).filter((record) => isAfter(record.valid.from) || isAfter(record.valid.until) || isAfter((record as { readonly on?: CalendarDate }).on)).map(({ ref }) => ref));
}

const EVERY = duration('P1Y');

/** The last that was signed by the date; undefined where none was. */
export const lastSigned = (snapshot: Snapshot): Statement | undefined =>
  snapshot.all('statements').filter(({ state, signedOn }) => state === 'signed' && signedOn !== undefined && signedOn <= snapshot.validOn).toSorted((a, b) => ((a.signedOn ?? '') < (b.signedOn ?? '') ? 1 : -1))[0];

/** The day by which the next is due: a year after the last. */
export const nextDue = ({ signedOn }: Statement): CalendarDate | undefined => (signedOn === undefined ? undefined : plus(signedOn, EVERY));
