import { quoted } from '../../kernel/fault.ts';
import { Temporal } from 'temporal-polyfill';
import { parseInstant, ZONE } from '../../kernel/instant.ts';
import { dayOf, idOf, wordsOf } from './fields.ts';
import type { Popolo } from './popolo.ts';
import { isFields, type Thing } from './things.ts';

/** Events of a body are its meetings. */
export function takeEvents(popolo: Popolo, things: readonly Thing[]): void {
  const { gathering, today } = popolo;
  for (const thing of things) {
    const { fields, place } = thing;
    const id = idOf(fields, 'id', '_id');
    const written = wordsOf(fields, 'start_date', 'start_time', 'date');
    const name = wordsOf(fields, 'name') ?? `The event ${quoted(id ?? '')}`;
    const own = id === undefined ? undefined : popolo.ownRef(id);
    if (own?.startsWith('series/') === true) continue;
    if (id === undefined) {
      gathering.note('no-id', place, { name });
      continue;
    }
    const day = written === undefined ? undefined : dayOf(written, false);
    if (day === undefined || day.isPart) {
      gathering.fault('bad-date', written === undefined ? `${name} has no date.` : `${quoted(written)} is not a whole date that exists.`, { ...place, path: 'start_date' }, written ?? '');
      continue;
    }
    const series = popolo.ownRef(idOf(fields, 'parent_id') ?? '');
    const organization = idOf(fields, 'organization_id', 'organization') ?? '';
    const body = popolo.refs.get(organization);
    if (body?.startsWith('bodies/') !== true && series?.startsWith('series/') !== true) {
      gathering.note(organization === '' ? 'body-unknown' : 'names-nothing', place, { name, word: quoted(organization) });
      continue;
    }
    if (popolo.isListedTwice('event', id, thing)) continue;
    const attended = attendeesOf(popolo, fields['attendees']);
    const status = wordsOf(fields, 'status') ?? '';
    const isOff = /cancel|not.held|postpon/i.test(status);
    const isHeld = !isOff && day.on <= today && (/^(held|completed?|passed|past)$/i.test(status) || (attended ?? []).length > 0);
    const where = wordsOf(fields, 'location');
    const at = clockOf(written ?? '');
    popolo.add({
      kind: 'meetings', class: 'event', source: id, thing, name: `${name}, ${day.on}`,
      fields: {
        // A meeting of a series of ours is of the body that the series says.
        ...(series?.startsWith('series/') === true ? { series } : body?.startsWith('bodies/') === true ? { body } : {}),
        on: day.on,
        ...(at === undefined ? {} : { at }),
        ...(where === undefined ? {} : { place: where.slice(0, 500) }),
        ...(isOff ? { held: false } : isHeld ? { held: true } : {}),
        ...(isHeld && attended !== undefined ? { attended } : {}),
      },
    });
  }
}

function attendeesOf(popolo: Popolo, attendees: unknown): readonly string[] | undefined {
  if (!Array.isArray(attendees)) return undefined;
  const refs = (attendees as readonly unknown[]).flatMap((one) => {
    const id = isFields(one) ? idOf(one, 'id', '_id') : typeof one === 'string' ? one : undefined;
    const ref = id === undefined ? undefined : (popolo.refs.get(id) ?? popolo.ownRef(id));
    return ref?.startsWith('persons/') === true || ref?.startsWith('posts/') === true ? [ref] : [];
  });
  return [...new Set(refs)];
}

/** The time of the clock in London, where one is given. */
function clockOf(written: string): string | undefined {
  const instant = parseInstant(written);
  if (instant !== undefined) return Temporal.Instant.from(instant).toZonedDateTimeISO(ZONE).toPlainTime().toString().slice(0, 5);
  return /^\d{4}-\d{2}-\d{2}[T ](([01]\d|2[0-3]):[0-5]\d)/.exec(written)?.[1];
}

/** A motion is an item of the meeting of its body on its day, with its result as the decision. */
export function takeMotions(popolo: Popolo, things: readonly Thing[]): void {
  const { gathering } = popolo;
  const meetings = new Map(gathering.findings('popolo').records.flatMap((one) => (one.kind === 'meetings' ? [[`${String(one.fields['body'])} ${String(one.fields['on'])}`, one] as const] : [])));
  for (const thing of things) {
    const { fields, place } = thing;
    const text = wordsOf(fields, 'text', 'title', 'name');
    const id = idOf(fields, 'id', '_id');
    const name = `The motion ${quoted(id ?? text ?? '')}`;
    const body = popolo.refs.get(idOf(fields, 'organization_id', 'organization') ?? '');
    const on = dayOf(wordsOf(fields, 'date') ?? '', false)?.on;
    const meeting = body === undefined || on === undefined ? undefined : meetings.get(`${body} ${on}`);
    if (text === undefined) gathering.note('no-name', place, { name });
    else if (meeting === undefined) gathering.note('motion-without-meeting', place, { name });
    else {
      const now = gathering.get('meetings', meeting.id) ?? meeting;
      const items = (now.fields['items'] as readonly Readonly<Record<string, unknown>>[] | undefined) ?? [];
      const result = wordsOf(fields, 'result');
      gathering.put([{ ...now, fields: { ...now.fields, items: [...items, { number: items.length + 1, title: text.slice(0, 2_000), ...(result === undefined ? {} : { decision: result.slice(0, 2_000) }) }] } }]);
    }
  }
}
