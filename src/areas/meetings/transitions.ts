import { rule, type AreaTable, type PartRule } from '../../access/table.ts';
import { actRow } from '../../acts/act-row.ts';

const EVERYONE_INSIDE = ['insider', 'inspector'] as const;
const KEEPERS = ['democratic-services', 'statutory-officer', 'head-of-paid-service', 'concerned'] as const;

/** What others see as the title of a private item. */
export const PRIVATE_ITEM = { en: 'Private item', cy: 'Eitem breifat' } as const;

/** Of a private item all who see the meeting see its number, what it is about in a word of the guidance, and why it is private. */
const PRIVATE_ITEMS: PartRule = {
  is: (item) => item['private'] === true,
  read: ['concerned', 'inspector'],
  left: ({ number, themes, functions, by, privateBecause }) => ({ number, title: PRIVATE_ITEM, themes, functions, by, private: true, privateBecause }),
  facts: ['themes', 'functions', 'by', 'paper'],
};

/** That people met and what it was about is open inside the authority; those of the meeting keep its record. */
export const meetings: AreaTable = {
  series: rule('series', { read: EVERYONE_INSIDE, concerns: ['between', 'body'], keep: KEEPERS }),
  meetings: rule('meetings', {
    read: EVERYONE_INSIDE, concerns: ['body', 'invited', 'attended', 'apologies'], keep: KEEPERS,
    guarded: { note: ['concerned', 'inspector'] },
    parts: { items: PRIVATE_ITEMS },
  }),
  actions: rule('actions', { read: EVERYONE_INSIDE, concerns: ['owner', 'acceptedBy'], keep: KEEPERS }),
};

/** Who takes which step with meetings and actions. */
export const MEETING_ACTS = {
  'meeting.schedule': actRow({ who: ['democratic-services', 'officer', 'lead-member'] }),
  'meeting.propose-item': actRow({ on: 'meetings', who: KEEPERS }),
  'meeting.issue-agenda': actRow({ on: 'meetings', who: KEEPERS }),
  'meeting.minute': actRow({ on: 'meetings', who: KEEPERS }),
  'meeting.record-one-to-one': actRow({ on: 'series', who: KEEPERS }),
  'meeting.agree-record': actRow({ on: 'meetings', who: KEEPERS }),
  'meeting.call-off': actRow({ on: 'meetings', who: KEEPERS }),
  'action.add': actRow({ who: ['democratic-services', 'officer', 'lead-member', 'scrutiny'] }),
  'action.report': actRow({ on: 'actions', from: ['not-started', 'in-progress', 'delayed', 'complete-claimed'], who: ['concerned', 'democratic-services', 'statutory-officer', 'head-of-paid-service'] }),
  'action.accept': actRow({ on: 'actions', from: ['not-started', 'in-progress', 'delayed', 'complete-claimed'], who: ['democratic-services', 'statutory-officer', 'head-of-paid-service', 'lead-member', 'scrutiny', 'concerned'] }),
  'action.extend': actRow({ on: 'actions', from: ['not-started', 'in-progress', 'delayed'], who: ['democratic-services', 'statutory-officer', 'head-of-paid-service', 'lead-member', 'scrutiny', 'concerned'] }),
} as const;
