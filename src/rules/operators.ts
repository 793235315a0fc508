import type { Operator } from './operator.ts';
import { agreedByCurrentHolders } from './operators/agreed-by-current-holders.ts';
import { answered } from './operators/answered.ts';
import { attends } from './operators/attends.ts';
import { beforePublished } from './operators/before-published.ts';
import { briefed } from './operators/briefed.ts';
import { communicated } from './operators/communicated.ts';
import { confirmed } from './operators/confirmed.ts';
import { consulted } from './operators/consulted.ts';
import { covers } from './operators/covers.ts';
import { designated } from './operators/designated.ts';
import { discussed } from './operators/discussed.ts';
import { each } from './operators/each.ts';
import { entitled } from './operators/entitled.ts';
import { evidenced } from './operators/evidenced.ts';
import { headed } from './operators/headed.ts';
import { held } from './operators/held.ts';
import { heldAsStated } from './operators/held-as-stated.ts';
import { holderHas } from './operators/holder-has.ts';
import { inDate } from './operators/in-date.ts';
import { indicatorsFor } from './operators/indicators-for.ts';
import { instrument } from './operators/instrument.ts';
import { newerThanChange } from './operators/newer-than-change.ts';
import { onRecord } from './operators/on-record.ts';
import { provides } from './operators/provides.ts';
import { reaches } from './operators/reaches.ts';
import { recorded } from './operators/recorded.ts';
import { reported } from './operators/reported.ts';
import { reportsTo } from './operators/reports-to.ts';
import { responsibleForMore } from './operators/responsible-for-more.ts';
import { reviewed } from './operators/reviewed.ts';
import { seat } from './operators/seat.ts';
import { series } from './operators/series.ts';
import { signalsActedOn } from './operators/signals-acted-on.ts';
import { stated } from './operators/stated.ts';
import { structure } from './operators/structure.ts';

const ALL: readonly unknown[] = [
  agreedByCurrentHolders,
  answered,
  attends,
  beforePublished,
  briefed,
  communicated,
  confirmed,
  consulted,
  covers,
  designated,
  discussed,
  each,
  entitled,
  evidenced,
  headed,
  held,
  heldAsStated,
  holderHas,
  inDate,
  indicatorsFor,
  instrument,
  newerThanChange,
  onRecord,
  provides,
  reaches,
  recorded,
  reported,
  reportsTo,
  responsibleForMore,
  reviewed,
  seat,
  series,
  signalsActedOn,
  stated,
  structure,
];

/** Every operator, by the name that a pack uses. Their parameters are checked by their own schemas when a pack is read. */
export const OPERATORS: ReadonlyMap<string, Operator> = new Map((ALL as readonly Operator[]).map((operator) => [operator.name, operator]));
