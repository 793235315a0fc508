import { z } from 'zod';
import { areaAct } from '../../../acts/area-act.ts';
import { withoutUndefined } from '../../../acts/changed.ts';
import { freeId } from '../../../acts/free-id.ts';
import { refuse } from '../../../acts/refuse.ts';
import { refTo } from '../../../acts/written-ref.ts';
import { dateInWords } from '../../../kernel/date.ts';
import { ok } from '../../../kernel/result.ts';
import { date, functions, ref, text, themes } from '../../../model/field.ts';
import { SCRUTINY_ACTS } from '../transitions.ts';

/** Something that a body is to look at, by a day. */
export const addToProgramme = areaAct({
  name: 'programme.add',
  says: { en: 'Put something on a programme', cy: 'Rhoi rhywbeth ar raglen' },
  row: SCRUTINY_ACTS['programme.add'],
  input: z.strictObject({
    body: ref(['bodies'], 'Body', 'Corff'),
    topic: text('Topic', 'Testun'),
    themes: themes(),
    functions: functions(),
    due: date('To be looked at by', 'I’w drafod erbyn').optional(),
  }),
  decide({ snapshot, input, today }) {
    if (input.due !== undefined && input.due < today) return refuse('input', 'day-past', `${dateInWords(input.due, 'en')} is past. Choose a day to come.`, { path: 'due' });
    if (input.themes.length + input.functions.length === 0) return refuse('input', 'about-nothing', 'Say by a theme or a function what it is about: from that it is seen whether a meeting looked at it.', { path: 'themes' });
    const body = refTo('bodies', input.body);
    return ok([{ kind: 'programme-items', id: freeId(snapshot, 'programme-items', `programme-${today}`), from: today, fields: withoutUndefined({ ...input, body }) }]);
  },
});
