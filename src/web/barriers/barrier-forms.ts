import { raiseBarrier, resolveBarrier, respondToBarrier } from '../../areas/self-assessment/acts/barrier-acts.ts';
import { words } from '../../kernel/text.ts';
import type { Barrier } from '../../model/self-assessment.ts';
import { actFields } from '../acting/act-fields.ts';
import type { FormAt } from '../acting/act-routes.ts';
import { optionOf, type Option } from '../forms/form-field.ts';
import type { Reading } from '../reading.ts';
import { recordName, recordOf } from '../record-name.ts';
import { withExpectations } from '../statement/statement-forms.ts';
import { inLanguage } from '../words/pairs.ts';
import { barrierWords } from '../words/statement.ts';

const barrierAt = (reading: Reading, params: Readonly<Record<string, string>>): Barrier | undefined => recordOf(reading, `barriers/${params['id'] ?? ''}`) as Barrier | undefined;

/** The posts of the reader: a barrier is raised and answered in one of them. */
const ownPosts = (reading: Reading): readonly Option[] => (reading.access?.standing.posts ?? []).map(({ ref }) => optionOf(ref, recordName(reading, ref)));

export const raiseForm: FormAt = (reading) => {
  const t = inLanguage(barrierWords, reading.language);
  const back = reading.to.page('/barriers');
  return {
    act: raiseBarrier, title: t.raise, lead: [t.raiseLead], submit: t.raiseDo, reason: t.raiseReason,
    ...withExpectations(reading, actFields(reading, raiseBarrier, { without: ['about'], choices: { raisedBy: ownPosts(reading) } })),
    done: () => back, cancel: back,
  };
};

export const respondForm: FormAt = (reading, params) => {
  const barrier = barrierAt(reading, params);
  const t = inLanguage(barrierWords, reading.language);
  const back = reading.to.page('/barriers');
  return barrier && {
    act: respondToBarrier, title: t.respondTitle, lead: [words(barrier.what, reading.language)], submit: t.respond, reason: t.respondReason,
    ...actFields(reading, respondToBarrier, { fixed: { barrier: barrier.ref }, choices: { by: ownPosts(reading) } }),
    done: () => back, cancel: back,
  };
};

export const closeForm: FormAt = (reading, params) => {
  const barrier = barrierAt(reading, params);
  const t = inLanguage(barrierWords, reading.language);
  const back = reading.to.page('/barriers');
  return barrier && {
    act: resolveBarrier, title: t.closeTitle, lead: [words(barrier.what, reading.language), t.closeLead], submit: t.close, reason: t.closeReason,
    ...actFields(reading, resolveBarrier, { fixed: { barrier: barrier.ref }, without: ['by'] }),
    done: () => back, cancel: back,
  };
};
