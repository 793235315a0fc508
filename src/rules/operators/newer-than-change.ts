import { z } from 'zod';
import type { CalendarDate } from '../../kernel/date.ts';
import type { Ref } from '../../model/field.ts';
import type { Instrument } from '../../model/instruments.ts';
import { kindNamed } from '../../model/kinds.ts';
import { inText } from '../../model/labels.ts';
import type { Post } from '../../model/structure.ts';
import { ofEveryInstrument } from '../every-instrument.ts';
import type { Facts } from '../facts.ts';
import { agreementsToCurrent, provisionsOf } from '../in-force.ts';
import { defineOperator } from '../operator.ts';
import { met, missing, notKnown, notMet, reason, type Outcome } from '../outcome.ts';

const says = {
  newer: { en: '{instrument} was agreed on {agreed}, not before the last change to {post} on {changed}.', cy: 'Cytunwyd ar {instrument} ar {agreed}, nid cyn y newid diwethaf i {post} ar {changed}.' },
  unchanged: { en: 'No post that {instrument} names has changed.', cy: 'Nid oes swydd y mae {instrument} yn ei henwi wedi newid.' },
  noChangeKnown: {
    en: 'No change to a post that {instrument} names is on record, and the register does not say that it has all its {kind}.',
    cy: 'Nid oes newid i swydd y mae {instrument} yn ei henwi wedi’i gofnodi, ac nid yw’r gofrestr yn dweud bod ganddi ei holl {kind}.',
  },
  recordChange: {
    en: 'Record since when the posts that {instrument} names have stood as they do, or say that the register is complete for {kind}.',
    cy: 'Cofnodwch ers pryd y mae’r swyddi y mae {instrument} yn eu henwi fel y maent, neu dywedwch fod y gofrestr yn gyflawn ar gyfer {kind}.',
  },
  older: { en: '{instrument} was agreed on {agreed}; {post}, which it names, changed on {changed}.', cy: 'Cytunwyd ar {instrument} ar {agreed}; newidiodd {post}, y mae’n ei henwi, ar {changed}.' },
  undated: { en: 'When {instrument} was agreed is not on record; {post}, which it names, changed on {changed}.', cy: 'Nid yw’n hysbys pryd y cytunwyd ar {instrument}; newidiodd {post}, y mae’n ei henwi, ar {changed}.' },
  record: { en: 'Record when {instrument} was agreed.', cy: 'Cofnodwch pryd y cytunwyd ar {instrument}.' },
  asked: { en: 'No {types} in force is older than the last change to a post or line that it names.', cy: 'Nid oes {types} mewn grym yn hŷn na’r newid diwethaf i swydd neu linell y mae’n ei henwi.' },
};

/** Every such instrument in force was agreed, or agreed again, since the last structural change to a post that it names. */
export const newerThanChange = defineOperator({
  name: 'newerThanChange',
  params: ({ instrumentTypes, party, themes }) => z.strictObject({ types: instrumentTypes, parties: z.array(party).optional(), about: themes.optional() }),
  evaluate: (selection, facts) => ofEveryInstrument(facts, selection, (instrument) => isNewer(facts, instrument)),
  explain: ({ types }) => ({ says: says.asked, with: { types } }),
});

export interface StructuralChange {
  readonly post: Ref<'posts'>;
  readonly on: CalendarDate;
}

function isNewer(facts: Facts, instrument: Instrument): Outcome {
  const { ref, agreedOn } = instrument;
  const named = postsNamed(facts, instrument);
  const last = named.flatMap((post) => lastChange(facts, post)).reduce<StructuralChange | undefined>((latest, one) => (latest === undefined || one.on > latest.on ? one : latest), undefined);
  if (last === undefined) return unchanged(facts, ref, named.length === 0 ? 'provisions' : 'posts');
  const agreements = agreementsToCurrent(facts, instrument);
  const agreed = [...agreements.map(({ on }) => on), ...(agreedOn === undefined ? [] : [agreedOn])].sort().at(-1);
  const filled = { instrument: ref, post: last.post, changed: last.on, agreed: agreed ?? '' };
  const records = [ref, last.post];
  if (agreed === undefined) return notKnown([reason(says.undated, filled, records)], missing(says.record, filled, 'instruments'));
  return agreed >= last.on ? met(reason(says.newer, filled, records)) : notMet(reason(says.older, filled, records));
}

/** No change is on record: there was none only where the register has every post, or every clause that would name one. */
function unchanged(facts: Facts, instrument: Ref<'instruments'>, kind: 'posts' | 'provisions'): Outcome {
  if (facts.isComplete(kind)) return met(reason(says.unchanged, { instrument }, [instrument]));
  const filled = { instrument, kind: inText(kindNamed(kind).labels) };
  return notKnown([reason(says.noChangeKnown, filled, [instrument])], missing(says.recordChange, filled, kind));
}

/** The posts that are parties to an instrument, or to which its provisions give something or refer. */
export function postsNamed(facts: Facts, instrument: Instrument): readonly Ref<'posts'>[] {
  const named = provisionsOf(facts, instrument).flatMap(({ gives }) => gives.flatMap(({ to, towards }) => [to, ...(towards === undefined ? [] : [towards])]));
  return [...new Set<Ref>([...instrument.parties, ...named])].filter((ref): ref is Ref<'posts'> => ref.startsWith('posts/'));
}

/** The last day, up to the date, on which the post began, ended or changed its line, unit, designations or span. */
export const lastChange = (facts: Facts, post: Ref<'posts'>): readonly StructuralChange[] =>
  facts.once(`last change of ${post}`, () => {
    const versions = facts.everWhere('posts', 'id', post.slice('posts/'.length)).toSorted((a, b) => ((a.valid.from ?? '') < (b.valid.from ?? '') ? -1 : 1));
    const days = versions.flatMap((version, index) => {
      const before = versions[index - 1];
      const begins = before === undefined || before.valid.until !== version.valid.from || isRestructured(before, version) ? version.valid.from : undefined;
      const ends = versions[index + 1] === undefined ? version.valid.until : undefined;
      return [begins, ends].filter((day): day is CalendarDate => day !== undefined && day <= facts.on);
    });
    const on = days.sort().at(-1);
    return on === undefined ? [] : [{ post, on }];
  });

const isRestructured = (before: Post, after: Post): boolean =>
  before.reportsTo !== after.reportsTo || before.unit !== after.unit || !same(before.designations, after.designations) || !same(before.alsoResponsibleFor, after.alsoResponsibleFor);

const same = (some: readonly string[], others: readonly string[]): boolean => some.length === others.length && some.every((one) => others.includes(one));
