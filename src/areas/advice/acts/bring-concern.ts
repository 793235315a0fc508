import { z } from 'zod';
import { areaAct } from '../../../acts/area-act.ts';
import { called } from '../../../acts/called.ts';
import { refuse } from '../../../acts/refuse.ts';
import { ok } from '../../../kernel/result.ts';
import { advice } from '../../../model/advice.ts';
import { flag } from '../../../model/field.ts';
import { mayBringConcern } from '../registered.ts';
import { statutoryPosts } from '../statutory-officer.ts';
import { ADVICE_ACTS } from '../transitions.ts';
import { raised } from './raised.ts';

const { theme, subject } = advice.fields;

/** Any registered social worker reaches the statutory officer directly, past every line; confidential unless they say otherwise. */
export const bringConcern = areaAct({
  name: 'concern.bring',
  says: { en: 'Bring a professional concern to the statutory officer', cy: 'Dod â phryder proffesiynol at y swyddog statudol' },
  row: ADVICE_ACTS['concern.bring'],
  input: z.strictObject({ subject, theme, confidential: flag('Confidential', 'Cyfrinachol').default(true) }),
  decide(occasion) {
    const { snapshot, input: { confidential, ...said }, actor, today } = occasion;
    const person = `persons/${actor.person}` as const;
    if (!mayBringConcern(snapshot, person, today)) {
      return refuse('forbidden', 'not-registered', `This way is for registered social workers who hold a post, and the register shows no registration of ${called(snapshot, person)} that is in force. Have it entered, or raise the concern through the line.`);
    }
    const officer = statutoryPosts(snapshot)[0];
    if (officer === undefined) return refuse('conflict', 'no-statutory-officer', 'No post carries the statutory office on this day. Enter which one does, or raise the concern with the Head of Paid Service.');
    const record = raised(occasion, { ...said, nature: 'concern', from: person, to: officer.ref, ...(confidential ? { confidential } : {}) });
    return record.ok ? ok([record.value]) : record;
  },
});
