import { z } from 'zod';
import { parseDuration, daysAbout, type Duration } from '../kernel/duration.ts';
import type { BothLanguages } from '../kernel/text.ts';
import type { Pack, PackFile } from '../guidance/pack.ts';
import { BODY_TYPES, type BodyType } from '../model/structure.ts';
import { INSTRUMENT_TYPES, RESPONSIBILITIES, type InstrumentType, type Responsibility } from '../model/instruments.ts';

/** Groups of people to whom things are told, as the guidance speaks of them. */
export const AUDIENCES = ['councillors', 'officers', 'partners', 'staff'] as const;
export type Audience = (typeof AUDIENCES)[number];

/** A share of cases, as a number from 0 to 1. */
export type Share = number;

/**
 * The words that a pack's tests may use, as the schemas of an operator's parameters, and what they mean when it evaluates.
 * A test with a word that the pack does not define is refused when the pack is loaded.
 */
export class PackWords {
  readonly pack: PackFile;
  readonly statutoryOfficer: string;
  readonly accountabilities: readonly string[];
  readonly councillorDesignations: ReadonlySet<string>;
  readonly #shares = new Map<string, Share>();
  readonly #thresholds: ReadonlyMap<string, string>;
  readonly #names: ReadonlyMap<string, BothLanguages>;

  /** @param stricter an authority's own thresholds, by id; the stricter of both counts. */
  constructor(pack: PackFile | Pack, stricter: Readonly<Record<string, string | number>> = {}) {
    this.pack = pack;
    this.statutoryOfficer = pack.statutoryOfficer;
    this.accountabilities = pack.accountabilities.map(({ id }) => id);
    this.councillorDesignations = new Set(pack.designations.filter(({ councillor }) => councillor === true).map(({ id }) => id));
    this.#thresholds = new Map(pack.thresholds.map(({ id, value }) => [id, stricterOf(value, stricter[id])]));
    this.#names = new Map(
      [...formerWords(pack), ...pack.chapters, ...pack.accountabilities, ...pack.themes, ...pack.competencies, ...pack.designations].map(({ id, name }) => [id, name]),
    );
  }

  /** The pack's own name for an accountability, theme, chapter, designation or competency. */
  nameOf(word: string): BothLanguages | undefined {
    return this.#names.get(word);
  }

  /** What a competency is called, where a theme may have the same id. */
  competencyName(competency: string): BothLanguages | string {
    return this.pack.competencies.find(({ id }) => id === competency)?.name ?? competency;
  }

  /** The share that a threshold of the pack, or a literal such as `75%`, stands for. */
  share(threshold: string): Share {
    let share = this.#shares.get(threshold);
    if (share === undefined) {
      share = shareOf(this.#thresholds.get(threshold) ?? threshold);
      if (share === undefined) throw new RangeError(`\`${threshold}\` is not a share.`);
      this.#shares.set(threshold, share);
    }
    return share;
  }

  /** The length of time that a threshold of the pack, or a literal such as `P28D`, stands for. */
  duration(threshold: string): Duration {
    const length = parseDuration(this.#thresholds.get(threshold) ?? threshold);
    if (length === undefined) throw new RangeError(`\`${threshold}\` is not a duration.`);
    return length;
  }

  /** Parameter schemas, by what an officer would call the thing. */
  schemas() {
    const { pack } = this;
    const choice = (values: readonly string[]) => z.enum(values as [string, ...string[]]);
    const ids = (list: readonly { readonly id: string }[]) => list.map(({ id }) => id);
    const oneOrMore = <S extends z.ZodType>(item: S) =>
      z.union([item, z.array(item).min(1)]).transform((given) => (Array.isArray(given) ? given : [given]) as z.output<S>[]);
    const offices = ids(pack.designations);
    const bodyTypes = Object.keys(BODY_TYPES);
    const office = choice(offices);
    const bodyType = choice(bodyTypes) as unknown as z.ZodType<BodyType>;
    const instrumentType = choice(Object.keys(INSTRUMENT_TYPES)) as unknown as z.ZodType<InstrumentType>;
    const theme = choice(ids(pack.themes));
    const party = choice([...new Set([...offices, ...bodyTypes, ...AUDIENCES])]);
    const shareIds = pack.thresholds.filter(({ value }) => shareOf(value) !== undefined).map(({ id }) => id);
    const durationIds = pack.thresholds.filter(({ value }) => parseDuration(value) !== undefined).map(({ id }) => id);
    return {
      office,
      offices: oneOrMore(office),
      party,
      anyoneOr: choice([...new Set(['anyone', ...offices, ...bodyTypes, ...AUDIENCES])]),
      audience: z.enum(AUDIENCES),
      bodyTypes: oneOrMore(bodyType),
      instrumentTypes: oneOrMore(instrumentType),
      theme,
      themes: oneOrMore(theme),
      accountability: choice(ids(pack.accountabilities)),
      /** What a responsibility may be over: a theme, an accountability, a group of functions, or all of them. */
      over: choice([...new Set([...ids(pack.themes), ...ids(pack.accountabilities), 'adult', 'children', 'both', 'all-functions'])]),
      competency: choice(ids(pack.competencies)),
      responsibilities: oneOrMore(choice(Object.keys(RESPONSIBILITIES)) as unknown as z.ZodType<Responsibility>),
      share: z.string().refine((given) => shareIds.includes(given) || shareOf(given) !== undefined, `a share such as 75% or 10/12, or one of ${shareIds.join(', ')}`),
      length: z.string().refine((given) => durationIds.includes(given) || parseDuration(given) !== undefined, `a duration such as P28D, or one of ${durationIds.join(', ')}`),
      oneOrMore,
    };
  }
}

export type WordSchemas = ReturnType<PackWords['schemas']>;

const formerWords = ({ formerWords: former = {} }: PackFile) => Object.values(former).flatMap((words) => words ?? []);

/** 75%, 10/12 or 0.75 as a number from 0 to 1. */
function shareOf(written: string): Share | undefined {
  const percent = /^(\d{1,3})\s?%$/.exec(written);
  if (percent !== null) return Number(percent[1]) / 100;
  const fraction = /^(\d{1,3})\/(\d{1,3})$/.exec(written);
  if (fraction !== null && Number(fraction[2]) > 0) return Number(fraction[1]) / Number(fraction[2]);
  return undefined;
}

/** The stricter of the pack's value and the authority's: a larger share, a shorter time. */
function stricterOf(packValue: string, own: string | number | undefined): string {
  if (own === undefined) return packValue;
  const written = typeof own === 'number' ? `${Math.round(own <= 1 ? own * 100 : own)}%` : own;
  const [share, ownShare] = [shareOf(packValue), shareOf(written)];
  if (share !== undefined && ownShare !== undefined) return ownShare > share ? written : packValue;
  const [length, ownLength] = [parseDuration(packValue), parseDuration(written)];
  if (length !== undefined && ownLength !== undefined) return daysAbout(ownLength) < daysAbout(length) ? written : packValue;
  return packValue;
}
