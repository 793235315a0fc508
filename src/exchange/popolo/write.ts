import { Temporal } from 'temporal-polyfill';
import { addDays, type CalendarDate } from '../../kernel/date.ts';
import { ZONE } from '../../kernel/instant.ts';
import { contains } from '../../kernel/period.ts';
import { words } from '../../kernel/text.ts';
import type { AnyRecord } from '../../model/kind.ts';
import type { KindName, RecordOfKind } from '../../model/kinds.ts';
import type { RegisterContent } from '../../model/register-header.ts';

type Thing = Readonly<Record<string, unknown>>;

/** A register as a document of Popolo: each record once, as it stands on the day, else as it last stood. */
export interface PopoloDocument {
  /** Which register wrote it: its ids are the references of that register. */
  readonly answerable: { readonly register: string };
  readonly persons: readonly Thing[];
  readonly organizations: readonly Thing[];
  readonly posts: readonly Thing[];
  readonly memberships: readonly Thing[];
  readonly events: readonly Thing[];
}

export function popoloDocument({ header, records }: RegisterContent, on: CalendarDate): PopoloDocument {
  const authority = `authorities/${header.id}`;
  const once = <K extends KindName>(kind: K): readonly RecordOfKind<K>[] => oneOfEach((records[kind] ?? []) as unknown as readonly AnyRecord[], on) as unknown as readonly RecordOfKind<K>[];
  const units = once('units');
  const posts = new Map(once('posts').map((post) => [post.ref as string, post]));
  const seriesBody = new Map(once('series').map(({ ref, body }) => [ref as string, body]));
  const names = new Map<string, string>([...once('persons').map(({ ref, name }) => [ref as string, words(name, 'en')] as const), ...once('posts').map(({ ref, title }) => [ref as string, words(title, 'en')] as const)]);
  return {
    answerable: { register: header.id },
    persons: once('persons').map(({ ref, name }) => ({ id: ref, ...named(name) })),
    organizations: [
      { id: authority, ...named(header.authority.name), classification: 'local-authority' },
      ...once('bodies').map(({ ref, name, type, parent, valid }) => ({ id: ref, ...named(name), classification: type, ...(parent === undefined ? {} : { parent_id: parent }), ...dates(valid, 'founding_date', 'dissolution_date') })),
      ...once('organisations').map(({ ref, name, type, valid }) => ({ id: ref, ...named(name), classification: type, ...dates(valid, 'founding_date', 'dissolution_date') })),
      ...units.map(({ ref, name, level, parent, valid }) => ({ id: ref, ...named(name), classification: level, parent_id: parent ?? authority, ...dates(valid, 'founding_date', 'dissolution_date') })),
    ],
    posts: once('posts').map(({ ref, title, unit, valid }) => ({ id: ref, label: words(title, 'en'), organization_id: unit ?? authority, ...dates(valid, 'start_date', 'end_date') })),
    memberships: [
      ...once('appointments').map(({ ref, person, post, basis, valid }) => ({ id: ref, person_id: person, post_id: post, organization_id: posts.get(post)?.unit ?? authority, role: basis, ...dates(valid, 'start_date', 'end_date') })),
      ...once('seats').map(({ ref, body, holder, role, valid }) => ({ id: ref, organization_id: body, ...memberOf(holder), role, ...dates(valid, 'start_date', 'end_date') })),
    ],
    events: once('meetings').map(({ ref, series, body, on: day, at, place, held, attended }) => ({
      id: ref, classification: 'meeting', start_date: at === undefined ? day : startOf(day, at),
      ...(series === undefined ? {} : { parent_id: series }),
      ...((body ?? seriesBody.get(series ?? '')) === undefined ? {} : { organization_id: body ?? seriesBody.get(series ?? '') }),
      ...(place === undefined ? {} : { location: place }),
      status: held === undefined ? 'planned' : held ? 'held' : 'not held',
      ...(attended === undefined ? {} : { attendees: attended.map((one) => ({ id: one, name: names.get(one) ?? one })) }),
    })),
  };
}

/** The version that is valid on the day, else the last. */
function oneOfEach(records: readonly AnyRecord[], on: CalendarDate): readonly AnyRecord[] {
  return [...Map.groupBy(records, ({ id }) => id).values()].flatMap((versions) => versions.find(({ valid }) => contains(valid, on)) ?? versions.at(-1) ?? []);
}

/** The name, and the other language’s as another name of the same thing. */
const named = (name: Parameters<typeof words>[0]): Thing => {
  const first = words(name, 'en');
  const other = words(name, 'cy');
  return { name: first, ...(other === first ? {} : { other_names: [{ name: other, note: 'Cymraeg' }] }) };
};

/** Popolo's last day is the last on which something held. */
const dates = ({ from, until }: AnyRecord['valid'], first: string, last: string): Thing => ({ ...(from === undefined ? {} : { [first]: from }), ...(until === undefined ? {} : { [last]: addDays(until, -1) }) });

/** The moment at which it begins, with what the clock in London is ahead of UTC. */
const startOf = (day: CalendarDate, at: string): string => Temporal.PlainDateTime.from(`${day}T${at}`).toZonedDateTime(ZONE).toString({ timeZoneName: 'never', smallestUnit: 'second' });

/** A seat is of a person, of whoever holds a post, or of an organisation. */
const memberOf = (holder: string): Thing =>
  holder.startsWith('persons/') ? { person_id: holder } : holder.startsWith('posts/') ? { post_id: holder } : { member: { id: holder } };
