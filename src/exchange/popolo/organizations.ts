import { quoted } from '../../kernel/fault.ts';
import { organisations, units } from '../../model/structure.ts';
import type { KindName } from '../../model/kinds.ts';
import { fieldMeta } from '../../model/field.ts';
import { isBodyType, typeByName } from '../body-type.ts';
import { idOf, wordsOf } from './fields.ts';
import type { Popolo } from './popolo.ts';
import type { Thing } from './things.ts';

const valuesOf = (schema: Parameters<typeof fieldMeta.get>[0]): readonly string[] => Object.keys(fieldMeta.get(schema)?.values ?? {});
const ORGANISATIONS = valuesOf(organisations.fields.type);
const UNITS = valuesOf(units.fields.level);

/** What an organization is here, by its classification, else by its name; undefined for what a register has no place for. */
function kindOf(classification: string, name: string): { readonly kind: KindName; readonly fields: Readonly<Record<string, string>> } | undefined {
  const word = classification.toLowerCase().replace(/[\s_]+/g, '-');
  // “Committee” is what others call every one; the name may say more.
  if (word === 'committee') return { kind: 'bodies', fields: { type: typeByName(name) ?? word } };
  if (isBodyType(word)) return { kind: 'bodies', fields: { type: word } };
  if (ORGANISATIONS.includes(word)) return { kind: 'organisations', fields: { type: word } };
  if (UNITS.includes(word)) return { kind: 'units', fields: { level: word } };
  if (/party|faction|political|parliamentary-group|group$/.test(word)) return undefined;
  if (/^(department|division|directorate)s?$/.test(word)) return { kind: 'units', fields: { level: 'directorate' } };
  if (/^(legislature|chamber|council|assembly|local-authority|municipality)$/.test(word)) return { kind: 'bodies', fields: { type: 'council' } };
  if (/^(executive|cabinet|government)$/.test(word)) return { kind: 'bodies', fields: { type: 'cabinet' } };
  const guessed = typeByName(name);
  if (guessed !== undefined) return { kind: 'bodies', fields: { type: guessed } };
  return /committee|board|panel|commission/.test(word) ? { kind: 'bodies', fields: { type: 'committee' } } : undefined;
}

/** Of what the register itself wrote, the reference says which it is. */
function ownKind(own: string | undefined, type: string): ReturnType<typeof kindOf> {
  if (own?.startsWith('bodies/') === true && isBodyType(type)) return { kind: 'bodies', fields: { type } };
  if (own?.startsWith('organisations/') === true && ORGANISATIONS.includes(type)) return { kind: 'organisations', fields: { type } };
  return own?.startsWith('units/') === true && UNITS.includes(type) ? { kind: 'units', fields: { level: type } } : undefined;
}

/** Takes the organizations that are bodies, organisations or units; all of them before anything that names them. */
export function takeOrganizations(popolo: Popolo, things: readonly Thing[]): void {
  const { gathering } = popolo;
  const kept: { readonly thing: Thing; readonly id: string; readonly kind: KindName; readonly fields: Readonly<Record<string, string>> }[] = [];
  for (const thing of things) {
    const id = idOf(thing.fields, 'id', '_id');
    const name = wordsOf(thing.fields, 'name');
    if (id === undefined || name === undefined) {
      // A reference to one by its id alone is no organization of its own.
      if (name !== undefined) gathering.note('no-id', thing.place, { name: quoted(name) });
      continue;
    }
    const classes = thing.fields['classifications'];
    const [first] = Array.isArray(classes) ? (classes as readonly unknown[]) : [];
    const classification = wordsOf(thing.fields, 'classification') ?? (typeof first === 'object' && first !== null ? wordsOf(first as Thing['fields'], 'classification') : undefined) ?? '';
    const own = popolo.ownRef(id);
    if (own?.startsWith('authorities/') === true) continue;
    const as = ownKind(own, classification) ?? kindOf(classification, name);
    if (as === undefined) {
      gathering.note('type-unknown', thing.place, { name: quoted(name), word: classification });
      continue;
    }
    if (popolo.refs.has(id) && popolo.isListedTwice('organization', id, thing)) continue;
    popolo.refs.set(id, own ?? `${as.kind}/${popolo.foreign('organization', id)}`);
    kept.push({ thing, id, ...as, fields: { name: name.slice(0, 2_000), ...as.fields } });
  }
  const parents = new Map(kept.map(({ id, thing }) => [id, idOf(thing.fields, 'parent_id', 'parent')]));
  const cycles = inCycles(parents);
  for (const { thing, id, kind, fields } of kept) {
    const parent = parents.get(id);
    const ref = parent === undefined ? undefined : popolo.refs.get(parent);
    const goesRound = cycles.has(id);
    if (goesRound) gathering.fault('cycle', `${quoted(fields['name'])} is part of itself, through what it is part of.`, thing.place, id);
    popolo.add({ kind, class: 'organization', source: id, thing, name: fields['name'] ?? id, fields: { ...fields, ...(ref?.startsWith(`${kind}/`) === true && !goesRound ? { parent: ref } : {}), ...popolo.period(thing, 'founding_date', 'dissolution_date', fields['name'] ?? id) } });
  }
}

/** The ids whose parents lead back to themselves. Each is looked at once. */
function inCycles(parents: ReadonlyMap<string, string | undefined>): ReadonlySet<string> {
  const found = new Set<string>();
  const done = new Set<string>();
  for (const start of parents.keys()) {
    const way: string[] = [];
    const place = new Map<string, number>();
    let at: string | undefined = start;
    while (at !== undefined && !done.has(at) && !place.has(at)) {
      place.set(at, way.length);
      way.push(at);
      at = parents.get(at);
    }
    const back = at === undefined ? undefined : place.get(at);
    if (back !== undefined) for (const one of way.slice(back)) found.add(one);
    for (const one of way) done.add(one);
  }
  return found;
}
