import { isTheirs, needsInOrder } from '../../assessment/needs/what-needs-you.ts';
import type { InOffice, Need } from '../../assessment/needs/need.ts';
import { needKey, needRecord } from '../../assessment/needs/need-key.ts';
import { readingLookBack } from '../../assessment/open-register.ts';
import type { CalendarDate } from '../../kernel/date.ts';
import { words, type BothLanguages, type Language } from '../../kernel/text.ts';
import type { Ref } from '../../model/field.ts';
import { titleOf } from '../../model/labels.ts';
import type { RegisterContent } from '../../model/register-header.ts';
import { Snapshot } from '../../register/snapshot.ts';
import type { RemindedRegister } from '../../reminders/reminding-parts.ts';
import type { AnswerName, WaitingThing } from '../../reminders/waiting-thing.ts';
import { Facts } from '../../rules/facts.ts';
import { PackWords } from '../../rules/pack-words.ts';
import { addresses } from '../addresses.ts';
import type { Library } from '../reading.ts';
import { recordOf } from '../record-name.ts';
import type { Standing } from '../shelf.ts';
import { inboxWords } from '../words/inbox.ts';
import { needAddress } from './need-address.ts';

/** What reminding needs of a register that is kept: what waits for each person, by what they may see of it today. */
export function remindedRegister(slug: string, standing: Standing, { sights }: Pick<Library, 'sights'>, today: CalendarDate): RemindedRegister {
  const { content, compiled } = standing;
  const { name, nation } = content.header.authority;
  return {
    authority: name, nation,
    waitsFor(person) {
      const { access, content: theirs } = sights.of(slug, standing, content, person, today, undefined);
      const { posts } = access.standing;
      // Whoever holds nothing any more is nobody's to remind.
      if (posts.length === 0 && access.standing.bodies.size === 0) return [];
      const seen = new Snapshot(theirs, today);
      const facts = new Facts(seen, new PackWords(compiled.pack, content.header.thresholds), readingLookBack(standing));
      const office: InOffice = { person, posts: posts.map(({ ref }) => ref), keeps: new Set() };
      const language = (one: Language) => ({ to: addresses(one, slug, undefined), access, recordOf: (ref: Ref) => recordOf({ seen }, ref) });
      return needsInOrder(facts, office).filter((need) => isTheirs(need, office) || isOfTheirs(need, access.standing.bodies)).map((need): WaitingThing => {
        const record = needRecord(need);
        const entry = standing.kept?.image.lastChanged(record) ?? 0;
        return {
          key: needKey(need), what: inboxWords.one[need.is], whose: need.whose, whoseName: nameIn(seen, need.whose), by: need.by, since: need.since, record, entry,
          isTouched: standing.kept?.image.entries[entry]?.actor.person === person.slice('persons/'.length),
          path: (one) => needAddress(need, language(one))?.href ?? addresses(one, slug, undefined).page('/inbox'),
          answers: answersTo(need, seen, content),
        };
      });
    },
  };
}

/** What waits for a body waits for whoever chairs it: the finders give nothing else of bodies. */
const isOfTheirs = ({ whose }: Need, bodies: ReadonlySet<Ref>): boolean => bodies.has(whose);

/**
 * What can be said of it with one click: how an action stands, that something arrived. Not of an action that arose from anything but a
 * meeting, nor of what was sent beside instruments and reports: the page behind the link names what it is about to whoever has the link.
 */
function answersTo({ is, does, whose }: Need, seen: Snapshot, { records }: RegisterContent): readonly AnswerName[] {
  if (is === 'action' && does.act === 'change' && whose.startsWith('posts/')) {
    const action = seen.get(does.ref as Ref<'actions'>);
    // What it arose from may be hidden from its owner too.
    const whole = records.actions?.filter(({ ref }) => ref === does.ref) ?? [];
    const isOpenly = action?.owner === whose && whole.every(({ arisingFrom }) => arisingFrom === undefined || /^(meetings|series|instruments)\//.test(arisingFrom));
    return !isOpenly ? [] : action.state === 'delayed' ? ['done'] : ['done', 'delayed'];
  }
  const of = is === 'acknowledgement' && does.act === 'enter' ? seen.get(does.filled['of'] as Ref<'communications'>)?.of : undefined;
  return of !== undefined && /^(instruments|reports)\//.test(of) ? ['acknowledged'] : [];
}

function nameIn(seen: Snapshot, ref: Ref): BothLanguages {
  const record = recordOf({ seen }, ref);
  const title = record === undefined ? undefined : titleOf(record);
  const plain = (language: Language): string => (title === undefined ? ref.slice(ref.indexOf('/') + 1) : words(title, language)).replace(/\s+/g, ' ');
  return { en: plain('en'), cy: plain('cy') };
}
