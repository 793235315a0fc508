import type { CalendarDate } from '../../kernel/date.ts';
import { contains } from '../../kernel/period.ts';
import type { Ref } from '../../model/field.ts';
import type { Agreement, Instrument } from '../../model/instruments.ts';
import type { RegisterContent } from '../../model/register-header.ts';
import type { Appointment } from '../../model/structure.ts';
import { reason } from '../../rules/outcome.ts';
import type { Happening } from './happening.ts';

const says = {
  lapsed: { en: '{instrument} was no longer agreed by whoever held {post}: {person} took it up and had not agreed it.', cy: 'Nid oedd {instrument} bellach wedi’i gytuno gan bwy bynnag a ddaliai {post}: cymerodd {person} y swydd heb gytuno arno.' },
  review: { en: 'The review of {instrument} fell due.', cy: 'Daeth yn bryd adolygu {instrument}.' },
};

/** The days on which somebody took up a post that is party to an instrument which only another holder of it had agreed. */
export function lapses({ records }: RegisterContent): readonly Happening[] {
  const instruments = (records.instruments ?? []) as readonly Instrument[];
  const agreements = (records.agreements ?? []) as readonly Agreement[];
  return ((records.appointments ?? []) as readonly Appointment[]).flatMap(({ ref, post, person, valid }) => {
    const day = valid.from;
    if (day === undefined) return [];
    return instruments.filter((one) => one.parties.includes(post) && isInForceOn(instruments, one, day)).flatMap((instrument): readonly Happening[] => {
      const earlier = agreements.filter((one) => one.instrument === instrument.ref && one.version === instrument.version && one.party === post && one.on <= day);
      if (earlier.length === 0 || earlier.some(({ signedBy }) => signedBy === person)) return [];
      const names: readonly Ref[] = [instrument.ref, post, person, ref];
      return [{ day, of: 'instruments', says: reason(says.lapsed, { instrument: instrument.ref, post, person }, [instrument.ref, ref]), record: instrument.ref, names: new Set(names) }];
    });
  });
}

/** Agreed by the day, valid on it and not superseded by another that was agreed by then. */
function isInForceOn(all: readonly Instrument[], { ref, state, agreedOn, valid }: Instrument, day: CalendarDate): boolean {
  const isAgreed = (one: Pick<Instrument, 'state' | 'agreedOn' | 'valid'>): boolean => (one.state === 'agreed' || one.state === 'superseded') && (one.agreedOn === undefined || one.agreedOn <= day) && contains(one.valid, day);
  return isAgreed({ state, agreedOn, valid }) && !all.some((later) => later.supersedes === ref && isAgreed(later));
}

/** The days on which the review of an instrument that was in force fell due. */
export function reviews({ records }: RegisterContent): readonly Happening[] {
  const instruments = (records.instruments ?? []) as readonly Instrument[];
  const told = new Map(instruments.map((one) => [`${one.ref} ${one.reviewBy ?? ''}`, one]));
  return [...told.values()].flatMap((instrument): readonly Happening[] => {
    const { ref, reviewBy, parties } = instrument;
    if (reviewBy === undefined || !isInForceOn(instruments, instrument, reviewBy)) return [];
    return [{ day: reviewBy, of: 'instruments', says: reason(says.review, { instrument: ref }, [ref]), record: ref, names: new Set<string>([ref, ...parties]) }];
  });
}
