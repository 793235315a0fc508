import type { InstrumentType, Responsibility } from '../../model/instruments.ts';

/** A clause as a test of the guidance asks for it: offices, types of body and audiences, not yet the posts of a register. */
export interface Wanted {
  readonly to: string;
  /** Undefined where any part in the matter would do. */
  readonly responsibility: Responsibility | undefined;
  readonly over: string | undefined;
  /** Any of these. */
  readonly towards: readonly string[] | undefined;
  /** Whether it stands for meetings of the two. */
  readonly isMeeting: boolean;
  /** Whether the test names the type of instrument. */
  readonly isOfType: boolean;
}

type Written = Readonly<Record<string, unknown>>;

/**
 * The clauses that a test, as a pack writes it, asks an instrument of the type to hold. Of alternatives the first that can be written
 * stands for all; what a test asks beside clauses (seats, meetings, evidence) is no clause.
 * @param canBe whether a clause can be written in the register at all
 */
export function wantedBy(test: unknown, type: InstrumentType, canBe: (wanted: Wanted) => boolean): readonly Wanted[] {
  const [[operator, params] = []] = typeof test === 'object' && test !== null ? Object.entries(test as Written) : [];
  const given = (typeof params === 'object' && params !== null ? params : {}) as Written;
  const inner = (one: unknown): readonly Wanted[] => wantedBy(one, type, canBe);
  switch (operator) {
    case 'all':
      return (params as readonly unknown[]).flatMap(inner);
    case 'any':
      return (params as readonly unknown[]).map(inner).find((wanted) => wanted.some(canBe)) ?? [];
    case 'when':
      return inner(given['then']);
    case 'provides':
      return provided(given, type);
    case 'reportsTo':
      return [{ to: listOf(given['who'])[0] ?? '', responsibility: 'reports', over: undefined, towards: listOf(given['to']), isMeeting: false, isOfType: false }];
    case 'series':
      return listOf(given['between']).length < 2 ? [] : [metBetween(given)];
    case 'instrument':
    case 'agreedByCurrentHolders':
      return aboutThemes(given, type);
    default:
      return [];
  }
}

function provided(given: Written, type: InstrumentType): readonly Wanted[] {
  const types = listOf(given['in']);
  if (types.length > 0 && !types.includes(type)) return [];
  const each = given['overEach'];
  const over = listOf(given['over']);
  // Where each of them is asked for there is a clause for each; where any would do, one for the first.
  const matters: readonly (string | undefined)[] = Array.isArray(each) ? (each as readonly string[]) : [over[0]];
  const towards = given['towards'] === undefined ? undefined : listOf(given['towards']);
  const any = listOf(given['responsibility']) as readonly Responsibility[];
  const responsibility = (towards === undefined ? undefined : (['reports', 'advises'] as const).find((one) => any.includes(one))) ?? any[0];
  return matters.map((matter) => ({ to: listOf(given['to'])[0] ?? '', responsibility, over: matter, towards, isMeeting: false, isOfType: types.length > 0 }));
}

/** Two who are to meet: one answers to the other. */
function metBetween(given: Written): Wanted {
  const [to = '', ...towards] = listOf(given['between']);
  return { to, responsibility: 'reports', over: undefined, towards, isMeeting: true, isOfType: false };
}

/** An instrument of the type that is about certain themes: each party has a part in each. */
function aboutThemes(given: Written, type: InstrumentType): readonly Wanted[] {
  const parties = listOf(given['parties']);
  if (!listOf(given['types']).includes(type)) return [];
  return listOf(given['about']).flatMap((theme) => parties.map((party): Wanted => ({ to: party, responsibility: undefined, over: theme, towards: undefined, isMeeting: false, isOfType: true })));
}

const listOf = (value: unknown): readonly string[] => (typeof value === 'string' ? [value] : Array.isArray(value) ? (value as readonly string[]) : []);
