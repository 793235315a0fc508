import { ACCESS_RULES } from '../../areas/access-rules.ts';
import { sourcesIn, type Sources } from '../../areas/papers.ts';
import type { AnyRecord } from '../../model/kind.ts';
import type { KindName } from '../../model/kinds.ts';
import type { Reading } from '../reading.ts';
import { seenFacts } from '../seen-facts.ts';

/** What goes into a paper is what the reader may see, by the names that they read elsewhere. */
export const paperSources = (reading: Reading): Sources => sourcesIn(reading.assessment, reading.seen, seenFacts(reading));

/** Whether the reader may have the private variant: whoever may read the meeting's private items. */
export const maySeePrivate = ({ access }: Reading, meeting: AnyRecord): boolean =>
  access === undefined || access.may(ACCESS_RULES[meeting.ref.slice(0, meeting.ref.indexOf('/')) as KindName].parts?.['items']?.read ?? [], meeting);
