import { z } from 'zod';
import { areaAct } from '../../../acts/area-act.ts';
import { freeId } from '../../../acts/free-id.ts';
import { refuse } from '../../../acts/refuse.ts';
import { ok } from '../../../kernel/result.ts';
import { words } from '../../../kernel/text.ts';
import { instruments, provisions } from '../../../model/instruments.ts';
import { INSTRUMENT_ACTS } from '../transitions.ts';
import { FIRST_VERSION } from '../version-numbers.ts';
import { list, group, code, ref } from '../../../model/field.ts';

const { text, themes, functions, gives } = provisions.fields;
const { title, type, parties, reviewBy } = instruments.fields;

/** A new instrument with the clauses from which its negotiation starts. */
export const draft = areaAct({
  name: 'protocol.draft',
  says: { en: 'Draft an instrument', cy: 'Drafftio offeryn' },
  row: INSTRUMENT_ACTS['protocol.draft'],
  input: z.strictObject({
    title, type, parties, reviewBy,
    supersedes: ref(['instruments'], 'Takes the place of', 'Yn cymryd lle').optional(),
    provisions: list(group({ number: code('Number', 'Rhif').optional(), text, themes, functions, gives }, 'Clause', 'Cymal'), 'Clauses', 'Cymalau'),
  }),
  decide({ input: { provisions: clauses, ...fields }, snapshot, today }) {
    if (fields.parties.length === 0) return refuse('input', 'no-parties', 'An instrument is an agreement of somebody: name its parties. A constitution or a scheme of delegation is the council’s.', { path: 'parties' });
    const twice = fields.parties.find((party, index) => fields.parties.indexOf(party) !== index);
    if (twice !== undefined) return refuse('input', 'party-twice', `\`${twice}\` is named twice among the parties. Name each once.`, { path: 'parties', found: twice });
    if (fields.reviewBy !== undefined && fields.reviewBy <= today) return refuse('input', 'review-past', 'The day by which it is to be reviewed is not after today. Give a later one.', { path: 'reviewBy' });
    const id = freeId(snapshot, 'instruments', stemOf(words(fields.title, 'en')));
    const from = today;
    return ok([
      { kind: 'instruments', id, from, fields: { ...fields, state: 'draft', version: FIRST_VERSION } },
      ...clauses.map(({ number, ...clause }, index) => ({ kind: 'provisions', id: freeId(snapshot, 'provisions', `${id}-${index + 1}`), from, fields: { ...clause, instrument: `instruments/${id}`, number: number ?? String(index + 1) } })),
    ]);
  },
});

/** The words of a title as an id. */
function stemOf(title: string): string {
  const stem = title.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '').replace(/[^a-z0-9]+/g, '-').replace(/^-+|-+$/g, '').slice(0, 60).replace(/-+$/, '');
  return stem === '' ? 'instrument' : stem;
}
