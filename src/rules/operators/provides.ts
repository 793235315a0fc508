import { z } from 'zod';
import type { BothLanguages } from '../../kernel/text.ts';
import { isKindName } from '../../model/kinds.ts';
import type { Ref } from '../../model/field.ts';
import type { InstrumentType, Provision, Responsibility } from '../../model/instruments.ts';
import { absent } from '../absence.ts';
import { all } from '../compose-tests.ts';
import type { Facts } from '../facts.ts';
import { isInForce } from '../in-force.ts';
import { holdersOf, postsDesignated } from '../offices.ts';
import { defineOperator } from '../operator.ts';
import { anyOf, met, reason, type Outcome } from '../outcome.ts';
import { bodiesOf } from '../meetings-held.ts';
import { isParty } from '../parties.ts';

const says = {
  gives: { en: '{instrument}, provision {number}: {to} {responsibility}', cy: '{instrument}, darpariaeth {number}: {to} {responsibility}' },
  wanted: { en: 'a provision in force by which {to} {responsibility}', cy: 'darpariaeth mewn grym y mae {to} {responsibility} drwyddi' },
  over: { en: ', over {over}', cy: ', dros {over}' },
  towards: { en: ', towards {towards}', cy: ', tuag at {towards}' },
  end: { en: '.', cy: '.' },
};

type Gift = Provision['gives'][number];

/** A provision of an instrument in force gives the responsibility to the office, body or audience. */
export const provides = defineOperator({
  name: 'provides',
  params: ({ anyoneOr, responsibilities, over, party, instrumentTypes, oneOrMore }) =>
    z.strictObject({
      to: anyoneOr,
      responsibility: responsibilities.optional(),
      over: oneOrMore(over).optional(),
      overEach: z.union([z.literal('accountabilities'), z.array(over).min(1)]).optional(),
      towards: oneOrMore(party).optional(),
      in: instrumentTypes.optional(),
    }),
  evaluate({ overEach, ...asked }, facts) {
    if (overEach === undefined) return given(facts, asked);
    const each = overEach === 'accountabilities' ? facts.words.accountabilities : overEach;
    return all(each.map((one) => () => given(facts, { ...asked, over: [one] })))(facts);
  },
  explain: ({ to, responsibility, over, overEach, towards, in: types }) => ({
    says: joined(
      { en: 'A provision in force ({types}) says that {to} {responsibility}, over {over}', cy: 'Mae darpariaeth mewn grym ({types}) yn dweud bod {to} {responsibility}, dros {over}' },
      towards && says.towards,
      says.end,
    ),
    with: {
      to,
      towards: anyOf(towards ?? []),
      responsibility: responsibility !== undefined ? anyOf(responsibility) : { en: 'has a part', cy: 'â rhan' },
      over: over !== undefined ? anyOf(over) : (overEach === undefined ? { en: 'any matter', cy: 'unrhyw fater' } : overEach === 'accountabilities' ? { en: 'each accountability', cy: 'bob atebolrwydd' } : overEach),
      types: types !== undefined ? anyOf(types) : { en: 'any document', cy: 'unrhyw ddogfen' },
    },
  }),
});

interface Asked {
  readonly to: string;
  readonly responsibility?: readonly Responsibility[] | undefined;
  readonly over?: readonly string[] | undefined;
  /** Any of these. */
  readonly towards?: readonly string[] | undefined;
  readonly in?: readonly InstrumentType[] | undefined;
}

function given(facts: Facts, asked: Asked): Outcome {
  for (const provision of candidates(facts, asked)) {
    const gift = provision.gives.find((one) => isAsked(facts, asked, provision, one));
    if (gift === undefined || !isOfTypeInForce(facts, provision.instrument, asked.in)) continue;
    const { to, responsibility, towards } = gift;
    const over = gift.over ?? asked.over?.find((word) => isNamed(word, provision, gift));
    const filled = { instrument: provision.instrument, number: provision.number, to, responsibility, over: over ?? '', towards: towards ?? '' };
    return met(reason(joined(says.gives, over && says.over, towards && says.towards, says.end), filled, [provision.ref, provision.instrument]));
  }
  return absent(
    facts,
    'provisions',
    WANTED[asked.over === undefined ? 0 : 1][asked.towards === undefined ? 0 : 1],
    { to: asked.to, responsibility: asked.responsibility !== undefined ? anyOf(asked.responsibility) : { en: 'has a part', cy: 'â rhan' }, over: anyOf(asked.over ?? []), towards: anyOf(asked.towards ?? []) },
  );
}

/** The parts of a sentence that are there, one after the other. */
function joined(...parts: readonly (BothLanguages | '' | undefined)[]): BothLanguages {
  const there = parts.filter((part) => part !== undefined && part !== '');
  return { en: there.map(({ en }) => en).join(''), cy: there.map(({ cy }) => cy).join('') };
}

const WANTED = [
  [says.wanted, joined(says.wanted, says.towards)],
  [joined(says.wanted, says.over), joined(says.wanted, says.over, says.towards)],
] as const;

/** The provisions that give anything to whom the test names: found by index for an office or a body. */
function candidates(facts: Facts, { to, in: types }: Asked): readonly Provision[] {
  const posts = postsDesignated(facts, to);
  const refs: readonly Ref[] = [...posts.map(({ ref }) => ref), ...posts.flatMap(({ ref }) => holdersOf(facts, ref).map(({ person }) => person))];
  if (refs.length > 0) return refs.flatMap((ref) => facts.where('provisions', 'gives.to', ref));
  const bodies = bodiesOf(facts, [to as never]);
  if (bodies.length > 0) return bodies.flatMap((ref) => facts.where('provisions', 'gives.to', ref));
  if (types !== undefined) return types.flatMap((type) => facts.where('instruments', 'type', type)).flatMap(({ ref }) => facts.where('provisions', 'instrument', ref));
  return facts.all('provisions');
}

function isAsked(facts: Facts, { to, responsibility, over, towards }: Asked, provision: Provision, gift: Gift): boolean {
  if (responsibility !== undefined && !responsibility.includes(gift.responsibility)) return false;
  if (over !== undefined && !over.some((word) => isOver(facts, word, provision, gift))) return false;
  if (to !== 'anyone' && !isParty(facts, gift.to, to)) return false;
  return towards === undefined || towards.some((party) => gift.towards !== undefined && isParty(facts, gift.towards, party));
}

/** What a gift is over: the matter that it names itself. One that names none, or only a function, is over what its provision is about. */
function isOver(facts: Facts, word: string, provision: Provision, gift: Gift): boolean {
  if (isNamed(word, provision, gift)) return true;
  if (word !== 'all-functions' && word !== 'adult' && word !== 'children' && word !== 'both') return false;
  const subjects = gift.over === undefined ? provision.functions : [gift.over];
  const named = subjects.filter((subject) => isKindName(subject.slice(0, Math.max(0, subject.indexOf('/')))));
  const groups = new Set(named.map((subject) => facts.get(subject as Ref<'functions'>)?.group));
  if (word === 'all-functions') return facts.all('functions').filter(({ group }) => group !== 'corporate').every(({ ref }) => named.includes(ref)) && named.length > 0;
  return groups.has(word) || groups.has('both');
}

function isNamed(word: string, { themes, functions }: Provision, { over }: Gift): boolean {
  if (over === undefined) return themes.includes(word) || functions.includes(word as Ref<'functions'>);
  return over === word || (over.startsWith('functions/') && themes.includes(word));
}

function isOfTypeInForce(facts: Facts, ref: Ref<'instruments'>, types: readonly InstrumentType[] | undefined): boolean {
  const type = facts.get(ref)?.type;
  return type !== undefined && (types === undefined || types.includes(type)) && isInForce(facts, ref);
}
