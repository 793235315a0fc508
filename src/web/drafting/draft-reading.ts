import type { Draft } from '../../drafts/draft.ts';
import { isAuthor, mayChange } from '../../drafts/draft.ts';
import type { Image } from '../../register/image.ts';
import { Speaker } from '../../rules/say.ts';
import type { Access } from '../../access/access.ts';
import type { Visitor } from '../account/door.ts';
import type { Reading } from '../reading.ts';
import { draftAddresses } from './draft-addresses.ts';
import { draftSight, mayLearnOf, viewed, type DraftSight } from './draft-access.ts';
import { layDraft, refOf, type LaidChange, type LaidDraft } from './lay-draft.ts';

/** A draft as one reader looks at it, on its own date. */
export interface DraftReading {
  readonly draft: Draft;
  /** The register without the draft. */
  readonly reading: Reading;
  readonly visitor: Visitor;
  readonly access: Access;
  readonly image: Image;
  readonly laid: LaidDraft;
  readonly sight: DraftSight;
  /** The changes of which the reader may learn, in order. */
  readonly shown: readonly LaidChange[];
  /** The register with those changes, as the reader may see it; a link to a record that only the draft has leads to its change. */
  readonly after: Reading;
  readonly to: ReturnType<typeof draftAddresses>;
  /** Whether the draft is open and theirs to change; whether it is theirs to share and give up. */
  readonly mayChange: boolean;
  readonly isAuthor: boolean;
}

/** @param reading on the date of the draft, by somebody who may read it */
export function draftReading(reading: Reading, draft: Draft): DraftReading {
  const { access, visitor, kept } = reading;
  if (access === undefined || visitor === undefined || kept === undefined) throw new RangeError('A draft is read by somebody who has signed in, over a register that is kept.');
  const { image } = kept;
  const laid = layDraft(image, draft, reading.assessment.snapshot);
  const sight = draftSight(access, laid.after);
  const shown = laid.parts.filter((part) => mayLearnOf(sight, part));
  const to = draftAddresses(reading);
  const { person } = visitor.account;
  return {
    draft, reading, visitor, access, image, laid, sight, shown, to,
    after: readingAfter(reading, shown, sight, (number) => `${to.draft(draft.id)}#change-${number}`),
    mayChange: draft.state.is === 'open' && mayChange(draft, person),
    isAuthor: isAuthor(draft, person),
  };
}

function readingAfter(reading: Reading, shown: readonly LaidChange[], sight: DraftSight, changeAddress: (number: number) => string): Reading {
  const changes = shown.flatMap((part) => part.changes.map((change) => (change.record === undefined ? change : { ...change, record: viewed(sight, change.record) })));
  const seen = reading.seen.with(changes);
  const madeBy = new Map<string, number>();
  for (const { change, changes: own } of shown) for (const one of own) if (one.record !== undefined && reading.seen.where(one.kind, 'id', one.id, 'ever').length === 0) madeBy.set(refOf(one), madeBy.get(refOf(one)) ?? change.number);
  const orChange = (address: (ref: string) => string) => (ref: string): string => {
    const number = madeBy.get(ref);
    return number === undefined ? address(ref) : changeAddress(number);
  };
  const to = { ...reading.to, record: orChange(reading.to.record), standing: orChange(reading.to.standing) };
  return { ...reading, seen, speaker: new Speaker(seen, reading.assessment.facts.words, reading.language), to };
}
