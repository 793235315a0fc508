import { z } from 'zod';
import { areaAct } from '../../../acts/area-act.ts';
import { freeId } from '../../../acts/free-id.ts';
import { refuse } from '../../../acts/refuse.ts';
import { judgedByItsGuidance } from '../../../assessment/guidance-of.ts';
import { newMembers } from '../../../assessment/new-members.ts';
import { dateInWords } from '../../../kernel/date.ts';
import { ok } from '../../../kernel/result.ts';
import { date, flag, list, ref, text, themes, words } from '../../../model/field.ts';
import type { Ref } from '../../../model/field.ts';
import { SCRUTINY_ACTS } from '../transitions.ts';

/** A briefing that was given, and that it went to each of them: each can acknowledge it. */
export const giveBriefing = areaAct({
  name: 'briefing.give',
  says: { en: 'Record a briefing', cy: 'Cofnodi sesiwn friffio' },
  row: SCRUTINY_ACTS['briefing.give'],
  input: z.strictObject({
    subject: text('What it was about', 'Am beth yr oedd'),
    themes: themes(),
    to: list(ref(['posts', 'persons', 'bodies', 'organisations'], 'To', 'I'), 'To', 'I'),
    newMembers: flag('And to everybody who is new and was not briefed yet', 'Ac i bawb sy’n newydd ac na chafodd eu briffio eto').optional(),
    on: date('Given on', 'Rhoddwyd ar').optional(),
    how: words('How', 'Sut').optional(),
  }),
  decide({ snapshot, input, today }) {
    const on = input.on ?? today;
    if (on > today) return refuse('input', 'day-to-come', `${dateInWords(on, 'en')} is still to come. Put it on the programme, and record it when it has been given.`, { path: 'on' });
    const unclear = input.to.findIndex((one) => !one.includes('/'));
    if (unclear >= 0) return refuse('input', 'unclear-recipient', 'Say to whom with the kind: `posts/…`, `persons/…` or `bodies/…`.', { path: `to[${unclear}]` });
    const judged = judgedByItsGuidance(snapshot);
    if (!judged.ok) return judged;
    const fresh: readonly Ref[] = input.newMembers === true ? newMembers(judged.value.facts).filter(({ briefed, from }) => briefed === undefined && from <= on).map(({ who }) => who) : [];
    const to = [...new Set<Ref>([...input.to, ...fresh])];
    if (to.length === 0) return refuse('input', 'to-nobody', input.newMembers === true ? 'Nobody who is new is still without a briefing. Name whom you briefed.' : 'Say who was briefed: posts, people or bodies, or those who are new.', { path: 'to' });
    const id = freeId(snapshot, 'briefings', `briefing-${on}`);
    const how = input.how === undefined ? {} : { how: input.how };
    return ok([
      { kind: 'briefings', id, from: on, fields: { subject: input.subject, themes: input.themes, to, on } },
      ...to.map((one, index) => ({ kind: 'communications', id: freeId(snapshot, 'communications', `${id}-${index + 1}`), fields: { of: `briefings/${id}`, to: one, on, ...how } })),
    ]);
  },
});
