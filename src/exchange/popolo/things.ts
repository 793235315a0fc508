import type { Place } from '../../kernel/fault.ts';
import { faultAt } from '../../model/register-file/fault-list.ts';
import { readJson } from '../../model/register-file/json.ts';
import { LIMITS } from '../../model/register-file/limits.ts';
import { placesInText, Unreadable as UnreadableText, type Source } from '../../model/register-file/source.ts';
import { Unreadable, unreadable, type ExchangeLimits } from '../findings.ts';

/** The classes of Popolo that are read, each with the names that its list has. */
export const CLASSES = { person: ['persons', 'people'], organization: ['organizations', 'organisations'], post: ['posts'], membership: ['memberships'], event: ['events'], motion: ['motions'] } as const;
export type ThingClass = keyof typeof CLASSES;

export type Fields = Readonly<Record<string, unknown>>;

/** An object of the document with its class and where it stands. */
export interface Thing {
  readonly class: ThingClass;
  readonly fields: Fields;
  readonly place: Place;
}

export interface Document {
  readonly things: readonly Thing[];
  /** The register that wrote it: its ids are then ours. */
  readonly register: string | undefined;
  /** Lists and objects that are none of the classes. */
  readonly others: readonly { readonly name: string; readonly place: Place }[];
}

/** Reads a document of Popolo: an object of lists, a list, a page of an API, or a single thing; things inside things too. @throws Unreadable */
export function thingsIn(file: string, text: string, limits: ExchangeLimits): Document {
  const whereIs = placesInText(file, text);
  const source = opened(text, limits, (fault) => new Unreadable(faultAt(fault, whereIs)));
  const things: Thing[] = [];
  const others: { name: string; place: Place }[] = [];
  const placeOf = (list: readonly unknown[], index: number): Place => whereIs(source.spots.get(list)?.valueAt[index] ?? 0);

  const take = (one: unknown, as: ThingClass | undefined, place: Place): void => {
    if (!isFields(one)) return void others.push({ name: `\`${String(one).slice(0, 40)}\``, place });
    const kind = as ?? classOf(one);
    if (kind === undefined) return void others.push({ name: `An object of ${Object.keys(one).slice(0, 4).join(', ').slice(0, 80)}`, place });
    things.push({ class: kind, fields: one, place });
    for (const [name, listed] of INSIDE[kind]) {
      const inside = one[name];
      if (Array.isArray(inside)) for (const [index, each] of inside.entries()) if (isFields(each)) take(withOwner(each, kind, one, listed), listed, placeOf(inside, index));
      if (isFields(inside) && listed !== 'membership') take(inside, listed, place);
    }
  };
  const takeList = (list: readonly unknown[], as: ThingClass | undefined): void => list.forEach((one, index) => take(one, as, placeOf(list, index)));

  const { value } = source;
  if (Array.isArray(value)) takeList(value, undefined);
  else if (!isFields(value)) unreadable('not-popolo', 'This is JSON, but neither an object nor a list of Popolo.', { file, line: 1 });
  else {
    const listed = Object.entries(CLASSES).flatMap(([name, names]) => names.filter((one) => Array.isArray(value[one])).map((one) => [name as ThingClass, one] as const));
    const paged = ['result', 'results', 'items', 'data', 'objects'].find((name) => Array.isArray(value[name]) || isFields(value[name]));
    // A person with memberships is one thing, not a document of memberships.
    const single = classOf(value);
    if (single !== undefined && (value['id'] !== undefined || value['_id'] !== undefined || value['name'] !== undefined)) take(value, single, { file, line: 1 });
    else if (listed.length > 0) {
      for (const [name, key] of listed) takeList(value[key] as readonly unknown[], name);
      for (const key of Object.keys(value)) if (Array.isArray(value[key]) && !listed.some(([, one]) => one === key) && (value[key] as readonly unknown[]).length > 0) others.push({ name: `The list \`${key.slice(0, 40)}\``, place: placeOf(value[key] as readonly unknown[], 0) });
    } else if (paged !== undefined) {
      const page = value[paged];
      if (Array.isArray(page)) takeList(page, undefined);
      else take(page, undefined, { file, line: 1 });
    } else if (single !== undefined) take(value, single, { file, line: 1 });
    else unreadable('not-popolo', 'Nothing of Popolo stands here: no persons, organizations, posts, memberships, events or motions.', { file, line: 1 });
  }
  const mark = isFields(value) && isFields(value['answerable']) ? value['answerable']['register'] : undefined;
  return { things, register: typeof mark === 'string' ? mark : undefined, others };
}

function opened(text: string, limits: ExchangeLimits, fault: (slip: UnreadableText['faults'][number]) => Unreadable): Source {
  try {
    return readJson(text.charCodeAt(0) === 0xfeff ? ` ${text.slice(1)}` : text, { ...LIMITS, values: limits.parts * 4, depth: limits.depth });
  } catch (error) {
    const [slip] = error instanceof UnreadableText ? error.faults : [];
    if (slip === undefined) throw error;
    throw fault(slip);
  }
}

/** Where things stand inside others, by the names that they have there. */
const INSIDE: Readonly<Record<ThingClass, readonly (readonly [name: string, as: ThingClass])[]>> = {
  person: [['memberships', 'membership'], ['motions', 'motion']],
  organization: [['memberships', 'membership'], ['posts', 'post'], ['parent', 'organization']],
  post: [['memberships', 'membership'], ['organization', 'organization']],
  membership: [['person', 'person'], ['organization', 'organization'], ['post', 'post']],
  event: [['organization', 'organization'], ['attendees', 'person']],
  motion: [['organization', 'organization']],
};

/** What stands inside a thing need not say of which thing it is. */
function withOwner(fields: Fields, owner: ThingClass, { id, _id }: Fields, as: ThingClass): Fields {
  const key = as === 'person' ? undefined : owner === 'person' ? (as === 'motion' ? 'creator_id' : 'person_id') : owner === 'organization' ? 'organization_id' : owner === 'post' ? 'post_id' : undefined;
  return key === undefined || fields[key] !== undefined ? fields : { ...fields, [key]: id ?? _id };
}

/** The class of an object that does not stand in a list with a name, by what it says. */
function classOf(fields: Fields): ThingClass | undefined {
  const has = (...names: readonly string[]): boolean => names.some((name) => Object.hasOwn(fields, name));
  if (has('text', 'vote_events', 'requirement', 'creator_id')) return 'motion';
  if (has('attendees') || (has('name') && has('start_date', 'start_time') && has('location', 'status', 'organization_id', 'event_id'))) return 'event';
  if (has('person_id', 'person', 'member', 'member_id') || (has('organization_id', 'organization', 'post_id') && has('start_date', 'end_date', 'on_behalf_of_id') && !has('label', 'name'))) return 'membership';
  if (has('label') || (has('role') && has('organization_id', 'organization'))) return 'post';
  if (has('classification', 'classifications', 'parent_id', 'founding_date', 'dissolution_date', 'posts')) return 'organization';
  return has('given_name', 'family_name', 'birth_date', 'gender', 'email', 'honorific_prefix', 'sort_name', 'memberships', 'death_date', 'biography') ? 'person' : undefined;
}

export const isFields = (value: unknown): value is Fields => typeof value === 'object' && value !== null && !Array.isArray(value);
