import { quoted, type Fault, type Place } from '../kernel/fault.ts';
import { didYouMean } from '../kernel/nearest.ts';
import type { LoadedPack } from '../guidance/load.ts';
import type { Expectation, Pack } from '../guidance/pack.ts';
import { shapeFaults } from '../guidance/shape-faults.ts';
import type { Path } from '../guidance/yaml-file.ts';
import { contains } from '../kernel/period.ts';
import { ok, refused, type Result } from '../kernel/result.ts';
import type { BothLanguages } from '../kernel/text.ts';
import { all, any, not, when, type Test } from './compose-tests.ts';
import { doesNotApply, reason } from './outcome.ts';
import { OPERATORS } from './operators.ts';
import { PackWords, type WordSchemas } from './pack-words.ts';

/** An expectation whose tests are ready to run. A lens that it does not have is absent. */
export interface CompiledExpectation {
  readonly expectation: Expectation;
  readonly appliesWhen: Test | undefined;
  readonly paper: Test | undefined;
  readonly practice: Test | undefined;
  /** Each lens together with the condition on which the expectation applies at all; a lens without a test does not apply. */
  readonly whole: { readonly paper: Test; readonly practice: Test };
}

export interface CompiledPack {
  readonly pack: Pack;
  readonly expectations: readonly CompiledExpectation[];
}

/** Reads every test of a pack. Answers every fault at once: unknown operators, parameters and words, with file and line. */
export function compilePack(loaded: LoadedPack): Result<CompiledPack> {
  const { compiled, faults } = compileWhatIsSound(loaded);
  return faults.length > 0 ? refused(...faults) : ok(compiled);
}

/** Every fault, and beside them the expectations that have none: for checking the rest of a pack that is being mended. */
export function compileWhatIsSound({ pack, placeOf }: LoadedPack): { readonly compiled: CompiledPack; readonly faults: readonly Fault[] } {
  const faults: Fault[] = [];
  const words = new PackWords(pack).schemas();
  const shared = new SharedTests();
  const expectations = pack.expectations.flatMap((expectation): readonly CompiledExpectation[] => {
    const before = faults.length;
    const compiled = (key: 'appliesWhen' | 'onPaper' | 'inPractice'): Test | undefined => {
      const written = expectation[key];
      return written === undefined ? undefined : new Compiler(words, faults, shared, key === 'appliesWhen' ? 2 : 1, (path) => placeOf(expectation, [key, ...path])).test(written, []);
    };
    const [appliesWhen, paper, practice] = [compiled('appliesWhen'), compiled('onPaper'), compiled('inPractice')];
    const ready = { expectation, appliesWhen, paper, practice, whole: { paper: whole(expectation, appliesWhen, paper), practice: whole(expectation, appliesWhen, practice) } };
    return faults.length > before ? [] : [ready];
  });
  return { compiled: { pack, expectations }, faults };
}

/** Tests that a pack asks in several places, or a condition for both lenses, are put to the same facts once. */
class SharedTests {
  readonly #uses = new Map<string, { count: number }>();

  /** @param times how often it is asked where it stands */
  add(written: string, times: number, test: Test): Test {
    let uses = this.#uses.get(written);
    if (uses === undefined) this.#uses.set(written, (uses = { count: 0 }));
    uses.count += times;
    const all = uses;
    return (facts) => (all.count > 1 ? facts.once(written, () => test(facts), this) : test(facts));
  }
}

const COMBINATORS = ['all', 'any', 'not', 'when'] as const;

class Compiler {
  readonly #words: WordSchemas;
  readonly #faults: Fault[];
  readonly #shared: SharedTests;
  readonly #times: number;
  readonly #placeOf: (path: Path) => Place;

  constructor(words: WordSchemas, faults: Fault[], shared: SharedTests, times: number, placeOf: (path: Path) => Place) {
    this.#words = words;
    this.#faults = faults;
    this.#shared = shared;
    this.#times = times;
    this.#placeOf = placeOf;
  }

  /** A test is a map with one key: a combinator or an operator. Undefined where it has a fault. */
  test(written: unknown, path: Path): Test | undefined {
    if (typeof written !== 'object' || written === null || Array.isArray(written) || Object.keys(written).length !== 1) {
      return this.#fault('wrong-shape', `${quoted(written)} is not a test: a test is one operator with its parameters.`, path);
    }
    const [[name = '', params] = []] = Object.entries(written);
    const at = [...path, name];
    switch (name) {
      case 'all':
      case 'any': {
        if (!Array.isArray(params) || params.length === 0) return this.#fault('wrong-shape', `\`${name}\` takes a list of tests.`, at);
        const tests = params.map((part: unknown, index) => this.test(part, [...at, index]));
        return tests.every((test) => test !== undefined) ? (name === 'all' ? all(tests) : any(tests)) : undefined;
      }
      case 'not': {
        const test = this.test(params, at);
        return test === undefined ? undefined : not(test);
      }
      case 'when': {
        const parts = (typeof params === 'object' && params !== null ? params : {}) as Readonly<Record<string, unknown>>;
        const condition = this.test(parts['if'], [...at, 'if']);
        const test = this.test(parts['then'], [...at, 'then']);
        return condition === undefined || test === undefined ? undefined : when(condition, test);
      }
      default:
        return this.#operator(name, params, at);
    }
  }

  #operator(name: string, written: unknown, at: Path): Test | undefined {
    const operator = OPERATORS.get(name);
    if (operator === undefined) {
      return this.#fault('unknown-operator', `\`${name}\` is not an operator.${didYouMean(name, [...OPERATORS.keys(), ...COMBINATORS])}`, at);
    }
    const params = operator.params(this.#words).safeParse(written ?? {});
    if (!params.success) {
      this.#faults.push(...shapeFaults(params.error, { placeOf: this.#placeOf }, at, written));
      return undefined;
    }
    return this.#shared.add(JSON.stringify([name, written]), this.#times, (facts) => operator.evaluate(params.data, facts));
  }

  #fault(code: string, sentence: string, path: Path): undefined {
    this.#faults.push({ category: 'input', code, sentence, place: this.#placeOf(path) });
    return undefined;
  }
}

const OUTSIDE: BothLanguages = {
  en: 'The guidance asks for this only on dates from {from} until {until}.',
  cy: 'Dim ond ar ddyddiadau o {from} tan {until} y mae’r canllawiau’n gofyn am hyn.',
};
const OPEN: BothLanguages = { en: 'further notice', cy: 'hysbysiad pellach' };
const START: BothLanguages = { en: 'its beginning', cy: 'ei ddechrau' };

const NOTHING_ASKED = doesNotApply();

/** A lens without a test asks for nothing; an expectation with dates of its own asks on those only, within those of its pack. */
function whole({ inForce }: Expectation, condition: Test | undefined, test: Test | undefined): Test {
  if (test === undefined) return () => NOTHING_ASKED;
  const applying = condition === undefined ? test : when(condition, test);
  if (inForce === undefined) return applying;
  return (facts) => (contains(inForce, facts.on) ? applying(facts) : doesNotApply(reason(OUTSIDE, { from: inForce.from ?? START, until: inForce.until ?? OPEN })));
}
