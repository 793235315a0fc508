import { z } from 'zod';
import type { BothLanguages } from '../kernel/text.ts';
import type { AnyRecord } from '../model/kind.ts';
import { KIND_NAMES, kindNamed, type KindName } from '../model/kinds.ts';
import type { Facts } from './facts.ts';
import { finder, indexFor, namingFor, type Found } from './find-records.ts';
import { inText } from '../model/labels.ts';
import type { Match } from './match.ts';
import type { Value } from './outcome.ts';
import { Standing } from './matching.ts';
import type { WordSchemas } from './pack-words.ts';
import { inPlace } from './phrase.ts';
import { WhereReader, type Complain } from './read-where.ts';
import { DURINGS, isDated, type During } from './record-date.ts';
import { sayWhere, type Said } from './say-where.ts';

/** What a pack writes to say which records a test is about. */
export const selectionShape = {
  kind: z.enum(KIND_NAMES as readonly [KindName, ...KindName[]]),
  where: z.record(z.string(), z.unknown()).default({}),
  during: z.enum(DURINGS).optional(),
} as const;

export interface WrittenSelection {
  readonly kind: KindName;
  readonly where: Readonly<Record<string, unknown>>;
  readonly during?: During | undefined;
}

/** Records of one kind that meet a condition at a time: read from the pack once, put to a register many times. */
export interface RecordSelection {
  readonly kind: KindName;
  readonly during: During;
  find(facts: Facts): Found;
  /**
   * The phrase with `{what}` and `{when}` put into words: "advice (nature: challenge; from: Director of Social Services)",
   * "between {from} and {to}". What fills the places that remain is in `filled`.
   */
  phrase(phrase: BothLanguages): BothLanguages;
  /** What fills the places of `{what}` on any date. */
  readonly words: Readonly<Record<string, Value>>;
  filled(facts: Facts, more?: Readonly<Record<string, Value>>): Readonly<Record<string, Value>>;
}

/** Reads a selection; undefined where something was complained of. What has no time of its own is asked about as it is now. */
export function readSelection(written: WrittenSelection, words: WordSchemas, complain: Complain, present: readonly string[] = []): RecordSelection | undefined {
  const { kind, where } = written;
  const asked = { ...where, ...Object.fromEntries(present.map((field) => [field, 'present'])) };
  const reader = new WhereReader(words, complain);
  const field = namingFor(asked, kind);
  const { [field ?? '']: ofNamed, ...others } = asked;
  const condition = field === undefined ? undefined : reader.ofKind({ [field]: ofNamed }, kind, ['where']);
  const rest = reader.ofKind(others, kind, ['where']);
  if (rest === undefined || (field !== undefined && condition === undefined)) return undefined;
  const during = written.during ?? (isDated(kind) ? 'ever' : 'now');
  const naming = field === undefined || condition === undefined ? undefined : { field, condition };
  const what = nameSelection(kind, asked);
  const phrases = new Map<BothLanguages, BothLanguages>();
  return {
    kind,
    during,
    find: finder({ kind, during, index: indexFor(where, kind), naming, rest }),
    phrase(phrase) {
      let put = phrases.get(phrase);
      if (put === undefined) phrases.set(phrase, (put = inPlace(inPlace(phrase, '{what}', what.says), '{when}', WHEN[during])));
      return put;
    },
    words: what.with,
    filled: (facts, more) => ({ ...what.with, from: facts.window.from, to: facts.on, ...more }),
  };
}

const WHEN: Readonly<Record<During, BothLanguages>> = {
  'look-back': { en: 'between {from} and {to}', cy: 'rhwng {from} a {to}' },
  now: { en: 'on {to}', cy: 'ar {to}' },
  ever: { en: 'up to {to}', cy: 'hyd at {to}' },
};

/** Reads a further `where` for the records of the same kind. */
export function readCondition(where: Readonly<Record<string, unknown>>, kind: KindName, words: WordSchemas, complain: Complain, at: string): ((record: AnyRecord, facts: Facts) => Match) | undefined {
  const condition = new WhereReader(words, complain).ofKind(where, kind, [at]);
  return condition === undefined ? undefined : (record, facts) => condition(record, new Standing(facts, record, kind));
}

/** Passes complaints on as issues of the schema, so that the pack is refused with the place of each. */
export const complainTo = (issues: { addIssue(issue: { code: 'custom'; message: string; path: (string | number)[] }): void }): Complain => (path, message) =>
  issues.addIssue({ code: 'custom', message, path: [...path] });

function nameSelection(kind: KindName, where: Readonly<Record<string, unknown>>): Said {
  const labels = inText(kindNamed(kind).labels);
  if (Object.keys(where).length === 0) return { says: labels, with: {} };
  const said = sayWhere(where, kind);
  return { says: { en: `${labels.en} (${said.says.en})`, cy: `${labels.cy} (${said.says.cy})` }, with: said.with };
}
