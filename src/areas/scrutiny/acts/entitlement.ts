import { z } from 'zod';
import { areaAct } from '../../../acts/area-act.ts';
import { changed, withoutUndefined } from '../../../acts/changed.ts';
import { freeId } from '../../../acts/free-id.ts';
import { refuse } from '../../../acts/refuse.ts';
import { ok } from '../../../kernel/result.ts';
import { date, duration, ref, text, themes, words } from '../../../model/field.ts';
import type { Text } from '../../../kernel/text.ts';
import { SCRUTINY_ACTS } from '../transitions.ts';

/** What a body or post is to receive, in which form and how often. The same information for the same holder is changed from the day on. */
export const setEntitlement = areaAct({
  name: 'entitlement.set',
  says: { en: 'Set what is to be received', cy: 'Pennu’r hyn sydd i’w dderbyn' },
  row: SCRUTINY_ACTS['entitlement.set'],
  input: z.strictObject({
    holder: ref(['bodies', 'posts'], 'Who is to receive it', 'Pwy sydd i’w dderbyn'),
    information: text('Information', 'Gwybodaeth'),
    themes: themes(),
    form: words('Form', 'Ffurf'),
    frequency: duration('How often', 'Pa mor aml'),
    from: date('From', 'O').optional(),
  }),
  decide({ snapshot, input: { from, ...fields }, today }) {
    if (!fields.holder.includes('/')) return refuse('input', 'unclear-holder', 'Say who is to receive it with the kind: `bodies/…` or `posts/…`.', { path: 'holder' });
    const since = from ?? today;
    const before = snapshot.where('entitlements', 'holder', fields.holder).find(({ information }) => isSame(information, fields.information));
    if (before === undefined) return ok([{ kind: 'entitlements', id: freeId(snapshot, 'entitlements', `${fields.holder.slice(fields.holder.indexOf('/') + 1)}-receives`.slice(0, 90)), from: since, fields: withoutUndefined(fields) }]);
    if (before.form === fields.form && before.frequency === fields.frequency && before.themes.join() === fields.themes.join()) return refuse('conflict', 'set-already', 'That is what they are to receive already. Change its form, how often it comes or its themes.', { path: 'information' });
    return ok([changed(before, since, fields)]);
  },
});

const isSame = (a: Text, b: Text): boolean => (a.en !== undefined && a.en === b.en) || (a.cy !== undefined && a.cy === b.cy);
