import type { KindName } from '../../model/kinds.ts';
import type { Purpose } from './purpose.ts';
import { acknowledgement } from './purposes/acknowledgement.ts';
import { agreement } from './purposes/agreement.ts';
import { dataReturn } from './purposes/data-return.ts';
import { response } from './purposes/response.ts';

/** By the kind of record that a link is about. */
const PURPOSES: Readonly<Partial<Record<KindName, Purpose>>> = { requests: dataReturn, consultations: response, communications: acknowledgement, instruments: agreement };

/** What a partner may do about a record; undefined where there is nothing. */
export const purposeOf = (ref: string): Purpose | undefined => PURPOSES[ref.slice(0, ref.indexOf('/')) as KindName];
