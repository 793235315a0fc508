import type { CalendarDate } from '../../kernel/date.ts';
import { contains } from '../../kernel/period.ts';
import type { RegisterContent } from '../../model/register-header.ts';
import type { Appointment, Post } from '../../model/structure.ts';
import { reason } from '../../rules/outcome.ts';
import type { Happening } from './happening.ts';

const VACANT = { en: '{post} fell vacant.', cy: 'Daeth {post} yn wag.' };

/** The days on which a post that went on was held by nobody any more. */
export function vacancies({ records }: RegisterContent): readonly Happening[] {
  const posts = (records.posts ?? []) as readonly Post[];
  const byPost = Map.groupBy((records.appointments ?? []) as readonly Appointment[], ({ post }) => post);
  return [...byPost].flatMap(([post, appointments]) => {
    const days = new Set(appointments.flatMap(({ valid }) => valid.until ?? []));
    const isVacant = (day: CalendarDate): boolean => !appointments.some(({ valid }) => contains(valid, day)) && posts.some((one) => one.ref === post && contains(one.valid, day));
    return [...days].filter(isVacant).map((day): Happening => ({ day, of: 'people', says: reason(VACANT, { post }, [post]), record: post, names: new Set([post]) }));
  });
}
