import type { CalendarDate } from '../../kernel/date.ts';
import type { Ref } from '../../model/field.ts';
import type { KindName } from '../../model/kinds.ts';
import type { Facts } from '../../rules/facts.ts';
import type { Reason } from '../../rules/outcome.ts';

/** What can wait for somebody, beside the expectations that are theirs to see to. */
export const NEED_KINDS = ['answer', 'agreement', 'meeting', 'request', 'action', 'report', 'review', 'acknowledgement', 'question', 'entitlement', 'briefing', 'statement', 'barrier'] as const;
export type NeedKind = (typeof NEED_KINDS)[number];

/** Where one does what is needed: a new record, with what is known of it filled in, or one that is there already. */
export type Doing =
  | { readonly act: 'enter'; readonly kind: KindName; readonly filled: Readonly<Record<string, string>> }
  | { readonly act: 'change' | 'open'; readonly ref: Ref };

/** One thing that waits, said in a sentence that names the records which show it. */
export interface Need {
  readonly is: NeedKind;
  readonly says: Reason;
  /** The post, body, person or organisation that it waits for. */
  readonly whose: Ref;
  /** The day from which it has waited; undefined where no record says. */
  readonly since?: CalendarDate | undefined;
  /** The day by which it is to be done; undefined where none is set. */
  readonly by?: CalendarDate | undefined;
  readonly does: Doing;
}

/** For whom it is asked what waits: a person in the posts that they hold, or stand in for, on the date. */
export interface InOffice {
  readonly person: Ref<'persons'>;
  readonly posts: readonly Ref<'posts'>[];
  /** Of these it is theirs to see to what waits for anybody, as those who keep the record. */
  readonly keeps: ReadonlySet<NeedKind>;
}

/** The bodies that they chair, by name or through a post. */
export const chaired = (facts: Facts, { person, posts }: InOffice): ReadonlySet<Ref> =>
  new Set([person, ...posts].flatMap((holder) => facts.where('seats', 'holder', holder)).filter(({ role }) => role === 'chair').map(({ body }) => body));

/** Whether what waits for a post, a body or a person waits for them. */
export function waitsFor(facts: Facts, office: InOffice): (ref: Ref) => boolean {
  const bodies = chaired(facts, office);
  return (ref) => ref === office.person || bodies.has(ref) || office.posts.some((post) => post === ref);
}
