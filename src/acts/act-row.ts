import type { Allowed } from '../access/table.ts';
import type { KindName } from '../model/kinds.ts';

/** What one act is done to, in which of its states, and who may do it: the row from which rights, buttons and the tests of both come. */
export interface ActRow<K extends KindName = KindName> {
  /** The kind of record that it is done to; absent of an act that begins something. */
  readonly on?: K;
  /** The states of that record in which it may be done; any where absent. */
  readonly from?: readonly string[];
  /** Of a record: roles, or those whom it concerns by the rule of its kind. Of an act that begins something: roles. */
  readonly who: readonly Allowed[];
}

export const actRow = <K extends KindName = KindName>(row: ActRow<K>): ActRow<K> => row;
