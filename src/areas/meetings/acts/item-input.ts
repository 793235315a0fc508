import { z } from 'zod';
import { anyRef, code, flag, functions, listIfRecorded, ref, text, theme, themes, words } from '../../../model/field.ts';

/** What an item of an agenda is about. */
const about = {
  themes: themes(),
  functions: functions(),
  by: ref(['posts', 'persons'], 'By', 'Gan').optional(),
  paper: ref(['reports'], 'Paper', 'Papur').optional(),
  private: flag('Private', 'Preifat').optional(),
  privateBecause: words('Why it is private', 'Pam y mae’n breifat').optional(),
  proposedBecause: anyRef('Proposed because of', 'Cynigiwyd oherwydd').optional(),
  expectation: code('Expectation that it serves', 'Disgwyliad y mae’n ei wasanaethu').optional(),
};

/** What is said of an item once it was talked about. */
const said = {
  outcome: text('What was said', 'Beth a ddywedwyd').optional(),
  decision: text('Decision', 'Penderfyniad').optional(),
  votes: words('Votes', 'Pleidleisiau').optional(),
};

export const proposedItem = z.strictObject({ title: text('Title', 'Teitl'), ...about });

export const topic = z.strictObject({ title: text('Title', 'Teitl'), ...about, ...said });

/** An item of the agenda by its number, with what is now said of it; of a number that is new, an item that came up. */
export const minutedItem = z.strictObject({
  number: code('Number', 'Rhif'), title: text('Title', 'Teitl').optional(), ...about, themes: listIfRecorded(theme(), 'Themes', 'Themâu'), functions: listIfRecorded(ref(['functions'], 'Function', 'Swyddogaeth'), 'Functions', 'Swyddogaethau'), ...said,
});

export type ItemInput = z.output<typeof topic>;
