import { quoted } from '../../kernel/fault.ts';
import { idOf, wordsOf } from './fields.ts';
import type { Popolo } from './popolo.ts';
import type { Thing } from './things.ts';

/** Memberships: of a post they are appointments, of a body they are seats. */
export function takeMemberships(popolo: Popolo, things: readonly Thing[]): void {
  const { gathering } = popolo;
  for (const thing of things) {
    const { fields, place } = thing;
    const [person, post, organization] = [idOf(fields, 'person_id', 'person', 'member_id', 'member'), idOf(fields, 'post_id', 'post'), idOf(fields, 'organization_id', 'organization')];
    const words = wordsOf(fields, 'role', 'label') ?? '';
    const name = `The membership of ${quoted(person ?? post ?? '')} in ${quoted(organization ?? post ?? '')}`;
    const missing = [person, post, organization].find((id) => id !== undefined && !popolo.refs.has(id) && popolo.ownRef(id)?.startsWith('authorities/') !== true);
    if (missing !== undefined || (person === undefined && post === undefined)) {
      gathering.note('names-nothing', place, { name, word: missing === undefined ? 'whoever it is of' : quoted(missing) });
      continue;
    }
    const [holder, office, where] = [popolo.refs.get(person ?? ''), popolo.refs.get(post ?? ''), popolo.refs.get(organization ?? '')];
    const source = idOf(fields, 'id', '_id') ?? [person, post, organization, words, wordsOf(fields, 'start_date')].join(' ');
    if (popolo.isListedTwice('membership', source, thing)) continue;
    const period = popolo.period(thing, 'start_date', 'end_date', name);
    const body = [where, office].find((ref) => ref?.startsWith('bodies/') === true);
    if (office?.startsWith('posts/') === true && holder?.startsWith('persons/') === true) {
      const basis = basisOf(wordsOf(fields, 'basis') ?? words);
      if (basis === undefined) gathering.note('basis-taken', place, { name });
      popolo.add({ kind: 'appointments', class: 'membership', source, thing, name, fields: { person: holder, post: office, ...(basis === undefined ? { basis: 'permanent' } : { basis }), ...period } });
    } else if (body !== undefined) {
      popolo.add({ kind: 'seats', class: 'membership', source, thing, name, fields: { body, holder: holder ?? office, role: roleOf(words), ...period } });
    } else gathering.note('not-of-the-register', place, { name, word: 'membership of what is no body here' });
  }
}

const basisOf = (words: string): string | undefined => ['permanent', 'interim', 'acting', 'seconded', 'shared'].find((basis) => new RegExp(`\\b${basis}\\b`, 'i').test(words));

function roleOf(words: string): string {
  if (/^in[- ]attendance$/i.test(words)) return 'in-attendance';
  if (/vice|deputy|dirprwy|\bis-?gadeir/i.test(words)) return 'vice-chair';
  if (/chair|cadeir|gadeir|convener|speaker|presid|llywydd/i.test(words)) return 'chair';
  return /advis/i.test(words) ? 'adviser' : 'member';
}
