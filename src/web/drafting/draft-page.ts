import type { Happening } from '../../drafts/draft.ts';
import { dateInWords } from '../../kernel/date.ts';
import type { Page } from '../page.ts';
import { errorsOf, type FormFault } from '../forms/form-fault.ts';
import { draftingWords } from '../words/drafting.ts';
import { filled, inLanguage } from '../words/pairs.ts';
import { mayLearnOf } from './draft-access.ts';
import { dayOf, momentInWords, pageOfDraft, personName, stateInWords } from './draft-pages.ts';
import { hiddenOf } from './drafting-form.ts';
import type { DraftReading } from './draft-reading.ts';
import { titleOf, toldChange } from './told-change.ts';

/** A draft whole: what it is for, its changes in order with what each does, what to do with it, and what was done to it. */
export function draftPage(dr: DraftReading, history: readonly Happening[], faults: readonly FormFault[] = []): Page {
  const { reading, draft, shown, laid, to } = dr;
  const t = inLanguage(draftingWords, reading.language);
  const { state } = draft;
  const toSettle = shown.filter((part) => part.overtaken.length > 0 || part.faults.length > 0).length;
  return pageOfDraft(dr, {
    view: 'draft.njk',
    title: draft.name,
    errors: errorsOf(faults),
    model: {
      t, caption: filled(t.by, { person: personName(reading, draft.author) }),
      heading: draft.name, purpose: draft.purpose, state: stateInWords(reading, draft), isOpen: state.is === 'open',
      from: filled(t.wouldHold, { date: dayOf(draft, reading) }),
      decided: state.is === 'open' ? undefined : filled(t.decided, { state: stateInWords(reading, draft), person: personName(reading, state.by), moment: momentInWords(state.at, reading), reason: state.reason }),
      changes: shown.map((part) => toldChange(dr, part)),
      hidden: shown.length < laid.parts.length ? t.someHidden : undefined,
      toSettle: toSettle === 0 || state.is !== 'open' ? undefined : toSettle === 1 ? t.toSettleOne : filled(t.toSettle, { count: toSettle }),
      mayChange: dr.mayChange, isAuthor: dr.isAuthor && state.is === 'open',
      hiddenFields: hiddenOf(dr),
      changeAddress: `${to.draft(draft.id)}/changes`,
      shares: draft.shares.map(({ person, mayChange }) => ({ name: personName(reading, person), may: mayChange ? t.mayChange : t.mayRead })),
      links: {
        comparison: to.comparison(draft.id), map: to.map(draft.id), add: to.add(draft.id), describe: to.describe(draft.id), sharing: to.sharing(draft.id), file: to.file(draft.id), upload: to.upload(draft.id), adopt: to.adopt(draft.id), setAside: to.setAside(draft.id),
      },
      history: history.map((one) => happeningModel(dr, one)),
    },
  });
}

function happeningModel(dr: DraftReading, { at, by, did, changes, with: share }: Happening) {
  const { reading, after, sight, laid, draft } = dr;
  const t = inLanguage(draftingWords, reading.language);
  // A change that was taken out is laid nowhere: whether it may be told follows from the records that it names.
  const told = changes.filter((change) => mayLearnOf(sight, laid.parts.find((part) => part.change.number === change.number) ?? { change, changes: [], faults: [], over: laid.after, overtaken: [] }));
  const what = filled(t.did[did], {
    changes: told.length === 0 ? t.aChange : told.map(({ asked }) => titleOf({ after }, asked)).join('; '),
    person: share === undefined ? '' : personName(reading, share.person),
    may: share?.mayChange === true ? t.toChange : t.toRead,
    date: dateInWords(draft.from, reading.language),
  });
  return { when: momentInWords(at, reading), who: personName(reading, by), what };
}
