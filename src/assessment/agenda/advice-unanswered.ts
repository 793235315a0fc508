import type { BothLanguages } from '../../kernel/text.ts';
import type { Ref } from '../../model/field.ts';
import type { Facts } from '../../rules/facts.ts';
import { reason } from '../../rules/outcome.ts';
import { both, type Meeters, type Proposal } from './proposal.ts';

const says: Readonly<Record<'advice' | 'concern' | 'challenge' | 'dissent', BothLanguages>> = {
  advice: { en: '{from} advised {to} on {on}; no answer is on record.', cy: 'Rhoddodd {from} gyngor i {to} ar {on}; nid oes ateb wedi’i gofnodi.' },
  concern: { en: '{from} raised a concern with {to} on {on}; no answer is on record.', cy: 'Cododd {from} bryder gyda {to} ar {on}; nid oes ateb wedi’i gofnodi.' },
  challenge: { en: '{from} challenged {to} on {on}; no answer is on record.', cy: 'Heriodd {from} {to} ar {on}; nid oes ateb wedi’i gofnodi.' },
  dissent: { en: '{from} put on record to {to} on {on} that they disagree; no answer is on record.', cy: 'Cofnododd {from} i {to} ar {on} eu bod yn anghytuno; nid oes ateb wedi’i gofnodi.' },
};

/** Advice, concerns, challenges and disagreements from one of those who meet to another, or to the body itself, that nobody has answered. */
export function adviceUnanswered(facts: Facts, { posts, body }: Meeters): readonly Proposal[] {
  const meets = (ref: Ref): boolean => ref === body || posts.some((post) => post === ref);
  return facts
    .all('advice')
    .filter(({ from, to, on, responses, escalatedTo }) => meets(to) && (to === body || meets(from)) && on <= facts.on && escalatedTo === undefined && !responses.some((response) => response.on <= facts.on))
    .toSorted((a, b) => (a.on < b.on ? -1 : 1))
    .map(({ ref, nature, from, to, on, subject, theme }): Proposal => ({
      key: ref, is: 'advice', title: both(subject), themes: theme === undefined ? [] : [theme], because: [reason(says[nature], { from, to, on }, [ref])], record: ref, ...(from.startsWith('posts/') ? { by: from as Ref<'posts'> } : {}),
    }));
}
