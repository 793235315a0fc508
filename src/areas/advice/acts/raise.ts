import { z } from 'zod';
import { areaAct } from '../../../acts/area-act.ts';
import { called, joined } from '../../../acts/called.ts';
import { refuse } from '../../../acts/refuse.ts';
import { refAmong, refTo } from '../../../acts/written-ref.ts';
import { ok } from '../../../kernel/result.ts';
import { advice } from '../../../model/advice.ts';
import { flag, ref } from '../../../model/field.ts';
import { ADVICE_ACTS } from '../transitions.ts';
import { capacities, whoAnswers } from '../who-answers.ts';
import { raised } from './raised.ts';

const { nature, to, theme, subject, arisingFrom, under, answerBy } = advice.fields;

/** Advice, a concern, a challenge or a dissent, from a post to whom it is for: one step whatever it is. */
export const raise = areaAct({
  name: 'advice.raise',
  says: { en: 'Give advice, raise a concern, challenge or dissent', cy: 'Rhoi cyngor, codi pryder, herio neu anghytuno' },
  row: ADVICE_ACTS['advice.raise'],
  input: z.strictObject({ nature, from: ref(['posts', 'persons'], 'From', 'Oddi wrth').optional(), to, theme, subject, arisingFrom, under, answerBy, confidential: flag('Confidential', 'Cyfrinachol').optional() }),
  decide(occasion) {
    const { snapshot, input, actor } = occasion;
    const own = capacities(snapshot, `persons/${actor.person}`);
    const asked = input.from === undefined ? undefined : refAmong(snapshot, ['posts', 'persons'], input.from);
    const from = asked ?? own.find((ref) => ref === `posts/${actor.post ?? ''}`) ?? own.find((ref) => ref.startsWith('posts/')) ?? own[0];
    if (from === undefined) return refuse('forbidden', 'not-of-the-authority', `${called(snapshot, `persons/${actor.person}`)} holds neither a post nor a seat on this day. Act as somebody who does.`, { path: 'from' });
    if (!own.includes(from)) return refuse('forbidden', 'not-your-post', `Only who holds ${called(snapshot, from)} speaks for it${held(whoAnswers(snapshot, from).map((one) => called(snapshot, one)))}. Raise it from a post of your own.`, { path: 'from' });
    const addressee = refAmong(snapshot, ['posts', 'bodies'], input.to);
    if (addressee === from) return refuse('input', 'to-oneself', 'It is raised with somebody else: choose another post or body.', { path: 'to' });
    const record = raised(occasion, {
      ...input, from: from as `posts/${string}`, to: addressee,
      ...(input.under === undefined ? {} : { under: refTo('instruments', input.under) }),
    });
    return record.ok ? ok([record.value]) : record;
  },
});

const held = (names: readonly string[]): string => (names.length === 0 ? '' : `: ${joined(names)}`);
