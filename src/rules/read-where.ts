import { quoted } from '../kernel/fault.ts';
import { didYouMean } from '../kernel/nearest.ts';
import { isKindName, KIND_NAMES, type KindName } from '../model/kinds.ts';
import { fieldsOf, type FieldShape, type FieldShapes } from './field-shape.ts';
import { everyMatch } from './match.ts';
import {
  anyOf, equals, fieldsMeet, hasAll, isCalled, isFilled, isOfficeOrDeputy, isOneOf, isReferredToBy, refersTo, someItem, type Condition,
} from './matching.ts';
import type { WordSchemas } from './pack-words.ts';

/** Told of everything in a `where` that no record could ever meet: where it stands and one sentence without its full stop. */
export type Complain = (path: readonly (string | number)[], sentence: string) => void;

type Path = readonly (string | number)[];
type Written = Readonly<Record<string, unknown>>;

const isMap = (written: unknown): written is Written => typeof written === 'object' && written !== null && !Array.isArray(written);

/** Reads the `where` of a pack against the fields of a kind: unknown fields and values are complained of, never ignored. */
export class WhereReader {
  readonly #words: WordSchemas;
  readonly #complain: Complain;

  constructor(words: WordSchemas, complain: Complain) {
    this.#words = words;
    this.#complain = complain;
  }

  /** Undefined where something was complained of. */
  ofKind(written: Written, kind: KindName, path: Path): Condition | undefined {
    const { referredToBy, ...where } = written;
    const own = this.#ofFields(where, fieldsOf(kind), path, kind);
    if (referredToBy === undefined) return own;
    const referring = this.#referredToBy(referredToBy, kind, [...path, 'referredToBy']);
    return own === undefined || referring === undefined ? undefined : (record, standing) => everyMatch([own, referring], (condition) => condition(record, standing));
  }

  /** `{ kind: commentaries, field: on }`: a record of that kind names this one in that field, and meets whatever else is asked. */
  #referredToBy(written: unknown, to: KindName, path: Path): Condition | undefined {
    const { kind, field, ...where } = isMap(written) ? written : {};
    if (typeof kind !== 'string' || !isKindName(kind)) return this.#refuse([...path, 'kind'], `${quoted(kind)} is not a kind of record${near(String(kind), KIND_NAMES)}`);
    const shape = typeof field === 'string' ? fieldsOf(kind).get(field) : undefined;
    if (shape === undefined || !shape.refs.includes(to)) return this.#refuse([...path, 'field'], `${quoted(field)} is not a field of ${kind} that names ${to}`);
    const condition = this.ofKind(where, kind, path);
    return condition === undefined ? undefined : isReferredToBy(kind, shape.name, condition);
  }

  #ofFields(written: Written, shapes: FieldShapes, path: Path, what: string): Condition | undefined {
    const conditions: { shape: FieldShape; condition: Condition }[] = [];
    for (const [name, value] of Object.entries(written)) {
      const shape = shapes.get(name);
      if (shape === undefined) {
        this.#complain([...path, name], unknownField(name, shapes, what));
        continue;
      }
      const condition = this.#ofField(value, shape, [...path, name]);
      if (condition !== undefined) conditions.push({ shape, condition });
    }
    return conditions.length === Object.keys(written).length ? fieldsMeet(conditions) : undefined;
  }

  #ofField(written: unknown, shape: FieldShape, path: Path): Condition | undefined {
    if (written === 'present') return isFilled;
    if (isMap(written) && 'includesAll' in written) return this.#includesAll(written, shape, path);
    const wanted: readonly unknown[] = Array.isArray(written) ? written : [written];
    const conditions = wanted.map((one, index) => this.#ofValue(one, shape, Array.isArray(written) ? [...path, index] : path));
    if (conditions.length === 0 || conditions.includes(undefined)) return undefined;
    const literal = shape.holds === 'word' ? isOneOf(wanted as readonly string[]) : anyOf(conditions as readonly Condition[]);
    return shape.list ? someItem(literal) : literal;
  }

  #includesAll(written: Written, shape: FieldShape, path: Path): Condition | undefined {
    const wanted = written['includesAll'];
    if (!shape.list) return this.#refuse(path, `\`${shape.name}\` is not a list`);
    if (wanted === 'accountabilities') return hasAll(({ words }) => words.accountabilities);
    const words = Array.isArray(wanted) ? (wanted as readonly unknown[]) : [wanted];
    const good = words.map((word, index) => this.#ofValue(word, shape, [...path, 'includesAll', ...(Array.isArray(wanted) ? [index] : [])]));
    return good.includes(undefined) ? undefined : hasAll(() => words as readonly string[]);
  }

  #ofValue(written: unknown, shape: FieldShape, path: Path): Condition | undefined {
    switch (shape.holds) {
      case 'flag':
        return typeof written === 'boolean' ? equals(written) : this.#refuse(path, `\`${shape.name}\` is true or false`);
      case 'word': {
        const choices = [...shape.values.keys(), ...this.#vocabulary(shape)];
        return typeof written === 'string' && choices.includes(written) ? equals(written) : this.#refuse(path, notAmong(written, shape, choices));
      }
      case 'group':
        return isMap(written) ? this.#ofFields(written, shape.fields, path, shape.name) : this.#refuse(path, `\`${shape.name}\` is a group of ${[...shape.fields.keys()].join(', ')}`);
      case 'reference':
        return this.#reference(written, shape, path);
      case 'open':
        return this.#refuse(path, `of \`${shape.name}\` a test can only ask whether it is \`present\``);
    }
  }

  #reference(written: unknown, shape: FieldShape, path: Path): Condition | undefined {
    if (isMap(written)) return 'officeOrDeputy' in written ? this.#officeOrDeputy(written['officeOrDeputy'], path) : this.#referred(written, shape, path);
    if (typeof written === 'string') {
      if (isKindName(written.slice(0, Math.max(0, written.indexOf('/')))) || this.#vocabulary(shape).includes(written)) return equals(written);
      if (this.#words.party.safeParse(written).success) return isCalled(written);
    }
    return this.#refuse(path, notAmong(written, shape, [...this.#vocabulary(shape), ...this.#words.party.options]));
  }

  #officeOrDeputy(office: unknown, path: Path): Condition | undefined {
    return typeof office === 'string' && this.#words.office.options.includes(office)
      ? isOfficeOrDeputy(office)
      : this.#refuse([...path, 'officeOrDeputy'], `${quoted(office)} is not a designation of the pack${near(String(office), this.#words.office.options)}`);
  }

  /** `{ kind: reports, type: annual }`: the kinds that the reference may name, and what is asked of the record itself. */
  #referred(written: Written, shape: FieldShape, path: Path): Condition | undefined {
    const { kind: named, ...where } = written;
    const kinds = (named === undefined ? shape.refs : [named].flat()) as readonly string[];
    const wrong = kinds.find((kind) => !(shape.refs as readonly string[]).includes(kind));
    if (wrong !== undefined) return this.#refuse([...path, 'kind'], `\`${shape.name}\` names ${shape.refs.length > 12 ? 'a kind of record' : shape.refs.join(', ')}, not ${quoted(wrong)}${near(wrong, shape.refs)}`);
    const asked = new Map<KindName, Condition>();
    const complaints: (readonly [Path, string])[] = [];
    // A person stands for the posts that they hold, so what is asked of a person may be asked of those.
    const candidates = kinds.includes('persons') && !kinds.includes('posts') ? [...kinds, 'posts'] : kinds;
    for (const kind of candidates as readonly KindName[]) {
      if (!Object.keys(where).every((name) => name === 'referredToBy' || fieldsOf(kind).has(name))) continue;
      // Kinds may share a field and not its values (the type of a body, of an organisation): one that knows the value is enough.
      const condition = new WhereReader(this.#words, (at, sentence) => complaints.push([at, sentence])).ofKind(where, kind, path);
      if (condition !== undefined) asked.set(kind, condition);
    }
    if (asked.size > 0) return refersTo(asked);
    if (complaints.length === 0) return this.#refuse(path, noKindHas(Object.keys(where), kinds as readonly KindName[]));
    for (const [at, sentence] of complaints) this.#complain(at, sentence);
    return undefined;
  }

  #vocabulary({ vocabulary }: FieldShape): readonly string[] {
    const { theme, accountability, competency, office } = this.#words;
    const lists = { themes: theme, accountabilities: accountability, competencies: competency, designations: office };
    return vocabulary.flatMap((list) => lists[list].options);
  }

  #refuse(path: Path, sentence: string): undefined {
    this.#complain(path, sentence);
    return undefined;
  }
}

const near = (found: string, choices: readonly string[]): string => didYouMean(found, choices).replace(' Did', '; did').replace('?', '');

const unknownField = (name: string, shapes: FieldShapes, what: string): string =>
  `${quoted(name)} is not a field of ${what} (${[...shapes.keys()].join(', ')})${near(name, [...shapes.keys()])}`;

const notAmong = (found: unknown, { name }: FieldShape, choices: readonly string[]): string =>
  `\`${name}\` is ${choices.length > 14 ? `one of ${choices.length} words` : `one of ${choices.join(', ')}`}${typeof found === 'string' ? near(found, choices) : ''}`;

function noKindHas(names: readonly string[], kinds: readonly KindName[]): string {
  const possible = kinds.length === KIND_NAMES.length ? 'the kinds that it may name' : kinds.join(', ');
  const fields = [...new Set(kinds.flatMap((kind) => [...fieldsOf(kind).keys()]))];
  const stray = names.find((name) => !fields.includes(name)) ?? names[0] ?? '';
  return `none of ${possible} has the fields ${names.join(', ')}${near(stray, fields)}`;
}
