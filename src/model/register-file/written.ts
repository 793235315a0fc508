import type { Text } from '../../kernel/text.ts';
import { hasOwnFrom, type AnyRecord } from '../kind.ts';
import { KIND_NAMES, kindNamed, type KindName } from '../kinds.ts';
import { agendaAsWritten, type Agenda } from '../meetings.ts';
import type { RegisterContent, RegisterHeader } from '../register-header.ts';
import { kindsNamed, KnownIds } from './known-ids.ts';
import { shapeOf, type GroupShape, type Shape } from './shape.ts';

/** Fields as a person writes them, in the order of the schema. */
export type Written = Record<string, unknown>;

/** The records of a register by kind, in its order. */
export function recordsOf(content: RegisterContent): readonly (readonly [KindName, readonly AnyRecord[]])[] {
  return KIND_NAMES.flatMap((kind) => {
    const records: readonly AnyRecord[] = content.records[kind] ?? [];
    return records.length === 0 ? [] : [[kind, records] as const];
  });
}

/** Writes records the way people do: bare ids where only one record can be meant, English as plain words, nothing where absence says the same. */
export class Writing {
  readonly #ids = new KnownIds();

  constructor(content: RegisterContent) {
    for (const [kind, records] of recordsOf(content)) for (const { id } of records) this.#ids.add(kind, id);
  }

  record(kind: KindName, record: AnyRecord): Written {
    const period = hasOwnFrom(kindNamed(kind)) ? {} : record.valid;
    return this.#group(shapeOf(kind), { ...record, ...period });
  }

  #group(shape: GroupShape, value: Readonly<Record<string, unknown>>): Written {
    const written: Written = {};
    for (const [key, field] of shape.fields) {
      const held = value[key];
      if (held === undefined || (Array.isArray(held) && held.length === 0 && Array.isArray(field.absent)) || held === field.absent) continue;
      written[key] = this.#value(field, held);
    }
    return written;
  }

  #value(shape: Shape, value: unknown): unknown {
    if (value === null) return null;
    if (shape.is === 'list') return (value as readonly unknown[]).map((item) => this.#value(shape.item, item));
    if (shape.is === 'group') return this.#group(shape, value as Readonly<Record<string, unknown>>);
    if (shape.is === 'text') return textAsWritten(value as Text);
    if (shape.is === 'agenda') return agendaAsWritten(value as Agenda);
    return shape.is === 'reference' && typeof value === 'string' ? this.#reference(shape, value) : value;
  }

  #reference({ meta }: Shape, ref: string): string {
    const slash = ref.indexOf('/');
    // Where the guidance's words come first, a bare id could be read as one of them.
    if (slash === -1 || meta.vocabulary !== undefined) return ref;
    const id = ref.slice(slash + 1);
    return this.#ids.kindsWith(id, kindsNamed(meta.refs)).length === 1 ? id : ref;
  }
}

export const textAsWritten = (text: Text): unknown => (text.cy === undefined ? text.en : { ...(text.en === undefined ? {} : { en: text.en }), cy: text.cy });

export function headerAsWritten({ id, authority, pack, completeFor, asAt, thresholds }: RegisterHeader): Written {
  return {
    id,
    authority: { name: textAsWritten(authority.name), nation: authority.nation },
    ...(pack === undefined ? {} : { pack }),
    ...(completeFor.length === 0 ? {} : { completeFor }),
    ...(asAt === undefined ? {} : { asAt }),
    ...(Object.keys(thresholds).length === 0 ? {} : { thresholds }),
  };
}
