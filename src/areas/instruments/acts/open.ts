import { z } from 'zod';
import { areaAct } from '../../../acts/area-act.ts';
import { called } from '../../../acts/called.ts';
import { changed } from '../../../acts/changed.ts';
import { refuse } from '../../../acts/refuse.ts';
import { ok } from '../../../kernel/result.ts';
import { ref } from '../../../model/field.ts';
import type { InstrumentType } from '../../../model/instruments.ts';
import { clausesOf } from '../clauses.ts';
import { INSTRUMENT_ACTS } from '../transitions.ts';

export const instrumentInput = { instrument: ref(['instruments'], 'Instrument', 'Offeryn') };

/** What is nothing without somebody else to agree it with. */
const BETWEEN_SEVERAL: readonly InstrumentType[] = ['protocol', 'partnership-agreement', 'information-sharing'];

/** The draft is put to its parties. */
export const open = areaAct({
  name: 'protocol.open',
  says: { en: 'Open an instrument for negotiation', cy: 'Agor offeryn i’w negodi' },
  row: INSTRUMENT_ACTS['protocol.open'],
  input: z.strictObject(instrumentInput),
  decide({ subject, snapshot, today }) {
    const name = called(snapshot, subject.ref);
    if (clausesOf(snapshot, subject.ref).length === 0) return refuse('conflict', 'no-clauses', `${name} has no clause yet: there is nothing to negotiate. Add its provisions first.`, { found: name });
    if (subject.parties.length === 0) return refuse('conflict', 'no-parties', `${name} names no parties. Name them first.`, { found: name });
    if (BETWEEN_SEVERAL.includes(subject.type) && subject.parties.length < 2) return refuse('conflict', 'one-party', `${name} has one party only: name the other before it is negotiated.`, { found: name });
    return ok([changed(subject, today, { state: 'negotiating' })]);
  },
});
