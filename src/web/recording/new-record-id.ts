import { randomBytes } from 'node:crypto';
import { kindNamed, type KindName } from '../../model/kinds.ts';

/** An id that says nothing of anybody, after the kind. */
export const newRecordId = (kind: KindName): string => `${kindNamed(kind).singular}-${randomBytes(5).toString('hex')}`;
