import { z } from 'zod';
import { areaAct } from '../../../acts/area-act.ts';
import { called } from '../../../acts/called.ts';
import { changed, fieldsOf } from '../../../acts/changed.ts';
import { freeId } from '../../../acts/free-id.ts';
import { refuse } from '../../../acts/refuse.ts';
import { ok } from '../../../kernel/result.ts';
import { instruments } from '../../../model/instruments.ts';
import { clausesOf } from '../clauses.ts';
import { INSTRUMENT_ACTS } from '../transitions.ts';
import { renewedVersion } from '../version-numbers.ts';
import { list, ref } from '../../../model/field.ts';
import { instrumentInput } from './open.ts';

const { reviewBy, title } = instruments.fields;

/** A draft that is to take the place of what is agreed, from its clauses. What is agreed stays in force until that is agreed. */
export const renew = areaAct({
  name: 'protocol.renew',
  says: { en: 'Begin the renewal of an instrument', cy: 'Dechrau adnewyddu offeryn' },
  row: INSTRUMENT_ACTS['protocol.renew'],
  input: z.strictObject({ ...instrumentInput, title: title.optional(), parties: list(ref(['posts', 'bodies', 'organisations'], 'Party', 'Parti'), 'Parties', 'Partïon'), reviewBy }),
  decide({ subject, input, snapshot, today }) {
    const under = snapshot.where('instruments', 'supersedes', subject.ref).find(({ state }) => state === 'draft' || state === 'negotiating' || state === 'agreed');
    if (under !== undefined) return refuse('conflict', 'renewed-already', `${called(snapshot, under.ref)} (version ${under.version}) is to take its place already: go on with that, or withdraw it.`, { found: called(snapshot, under.ref) });
    if (input.reviewBy !== undefined && input.reviewBy <= today) return refuse('input', 'review-past', 'The day by which it is to be reviewed is not after today. Give a later one.', { path: 'reviewBy' });
    const kept = subject.parties.filter((party) => snapshot.get(party) !== undefined);
    const parties = input.parties.length === 0 ? kept : input.parties;
    const id = freeId(snapshot, 'instruments', `${subject.id.replace(/-renewed(-\d+)?$/, '').slice(0, 80)}-renewed`);
    const { agreedOn: _agreed, publishedAt: _published, note: _note, reviewBy: _review, ...fields } = fieldsOf(subject);
    return ok([
      {
        kind: 'instruments', id, from: today,
        fields: { ...fields, title: input.title ?? subject.title, parties, state: 'draft', version: renewedVersion(subject.version), supersedes: subject.ref, ...(input.reviewBy === undefined ? {} : { reviewBy: input.reviewBy }) },
      },
      ...clausesOf(snapshot, subject.ref).map((provision, index) => ({
        kind: 'provisions', id: freeId(snapshot, 'provisions', `${id}-${index + 1}`), from: today, fields: { ...fieldsOf(provision), instrument: `instruments/${id}` },
      })),
    ]);
  },
});

/** What is being drafted or negotiated is given up, with what was said of it. */
export const withdraw = areaAct({
  name: 'protocol.withdraw',
  says: { en: 'Withdraw an instrument that is not agreed', cy: 'Tynnu’n ôl offeryn nas cytunwyd' },
  row: INSTRUMENT_ACTS['protocol.withdraw'],
  input: z.strictObject(instrumentInput),
  decide({ subject, snapshot, today }) {
    const said = snapshot.where('amendments', 'instrument', subject.ref).filter(({ state }) => state === 'open' || state === 'disputed');
    return ok([changed(subject, today, { state: 'withdrawn' }), ...said.map((one) => changed(one, today, { state: 'withdrawn', closedOn: today }))]);
  },
});
