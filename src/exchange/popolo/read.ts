import type { CalendarDate } from '../../kernel/date.ts';
import { quoted } from '../../kernel/fault.ts';
import type { Gathering } from '../findings.ts';
import { idOf, wordsOf } from './fields.ts';
import { takeEvents, takeMotions } from './events.ts';
import { takeMemberships } from './memberships.ts';
import { takeOrganizations } from './organizations.ts';
import { Popolo } from './popolo.ts';
import { thingsIn, type Thing, type ThingClass } from './things.ts';

interface Reading {
  readonly today: CalendarDate;
  /** The id of the register that it is read into: of a document which that register wrote the ids are its own. */
  readonly register: string | undefined;
}

/** Reads Popolo (popoloproject.com), old names and new. @throws Unreadable */
export function readPopolo(file: string, text: string, { today, register }: Reading, gathering: Gathering): void {
  const document = thingsIn(file, text, gathering.limits);
  for (const { name, place } of document.others) gathering.note('not-read', place, { word: name });
  const popolo = new Popolo(gathering, today, document.register !== undefined && document.register === register);
  const of = (name: ThingClass): readonly Thing[] => document.things.filter((thing) => thing.class === name);
  takeOrganizations(popolo, of('organization'));
  takePersons(popolo, of('person'));
  takePosts(popolo, of('post'));
  takeMemberships(popolo, of('membership'));
  takeEvents(popolo, of('event'));
  takeMotions(popolo, of('motion'));
}

function takePersons(popolo: Popolo, things: readonly Thing[]): void {
  for (const thing of things) {
    const { fields, place } = thing;
    const id = idOf(fields, 'id', '_id');
    const name = wordsOf(fields, 'name') ?? ([wordsOf(fields, 'given_name'), wordsOf(fields, 'family_name')].filter((part) => part !== undefined).join(' ') || undefined);
    // In an attendance a post of ours stands for whoever holds it.
    if (id !== undefined && popolo.ownRef(id)?.startsWith('persons/') === false) continue;
    if (id === undefined || name === undefined) popolo.gathering.note(id === undefined ? 'no-id' : 'no-name', place, { name: quoted(name ?? id ?? 'A person') });
    else if (!popolo.isListedTwice('person', id, thing)) popolo.add({ kind: 'persons', class: 'person', source: id, thing, name, fields: { name: name.slice(0, 2_000) } });
  }
}

/** A post in a body is a seat there: only posts elsewhere are taken as posts. */
function takePosts(popolo: Popolo, things: readonly Thing[]): void {
  for (const thing of things) {
    const { fields, place } = thing;
    const id = idOf(fields, 'id', '_id');
    const title = wordsOf(fields, 'label', 'name', 'role');
    const organization = popolo.refs.get(idOf(fields, 'organization_id', 'organization') ?? '');
    if (id === undefined || title === undefined) popolo.gathering.note(id === undefined ? 'no-id' : 'no-name', place, { name: quoted(title ?? id ?? 'A post') });
    else if (popolo.isListedTwice('post', id, thing)) continue;
    else if (organization?.startsWith('bodies/') === true && popolo.ownRef(id) === undefined) popolo.refs.set(id, organization);
    else popolo.add({ kind: 'posts', class: 'post', source: id, thing, name: title, fields: { title: title.slice(0, 2_000), ...(organization?.startsWith('units/') === true ? { unit: organization } : {}), ...popolo.period(thing, 'start_date', 'end_date', title) } });
  }
}
