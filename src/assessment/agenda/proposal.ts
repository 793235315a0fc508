import type { BothLanguages, Text } from '../../kernel/text.ts';
import type { Ref } from '../../model/field.ts';
import type { Reason } from '../../rules/outcome.ts';

/** What an item is proposed from, the weightiest first: that is their order on a proposed agenda. */
export const PROPOSAL_KINDS = ['advice', 'protocol', 'gap', 'signal', 'overdue-action', 'claimed-action', 'theme', 'open-action', 'minutes'] as const;
export type ProposalKind = (typeof PROPOSAL_KINDS)[number];

/** An item that is proposed for an agenda, with why. */
export interface Proposal {
  /** Stays the same from day to day: `advice/a3`, `gap access.agenda`. */
  readonly key: string;
  readonly is: ProposalKind;
  readonly title: BothLanguages;
  readonly themes: readonly string[];
  readonly because: readonly Reason[];
  /** The record that it comes from, where it is one. */
  readonly record?: Ref;
  /** The expectation of the guidance that is not secured, where it is that. */
  readonly expectation?: string;
  /** Who raised it, or is to answer for it. */
  readonly by?: Ref<'posts'>;
}

/** Who meets: for whom items are proposed. */
export interface Meeters {
  readonly series?: Ref<'series'> | undefined;
  readonly body?: Ref<'bodies'> | undefined;
  /** The posts between which it is held, or that have a seat on the body. */
  readonly posts: readonly Ref<'posts'>[];
}

/** Words in both languages, the one that there is in place of the one that there is not. */
export const both = ({ en, cy }: Text): BothLanguages => ({ en: en ?? cy ?? '', cy: cy ?? en ?? '' });
