import { nearest } from '../../kernel/nearest.ts';
import type { KindName, RecordOfKind } from '../../model/kinds.ts';
import { notFoundPage } from '../pages/not-found.ts';
import type { Page } from '../page.ts';
import type { Reading } from '../reading.ts';
import { recordLink, recordOf } from '../record-name.ts';

/** The page of the record of a kind that the address names; what the reader may not know of is answered like what never was. */
export const ofRecord =
  <K extends KindName>(kind: K, page: (reading: Reading, record: RecordOfKind<K>) => Page) =>
  (reading: Reading): Page => {
    const { ask, seen } = reading;
    const { id = '' } = ask.params;
    const found = recordOf(reading, `${kind}/${id}`);
    if (found !== undefined) return page(reading, found as unknown as RecordOfKind<K>);
    const near = nearest(id, seen.all(kind, 'ever').map((one) => one.id));
    return notFoundPage(ask, 'record', `${kind}/${id}`, near === undefined ? undefined : recordLink(reading, `${kind}/${near}`));
  };
