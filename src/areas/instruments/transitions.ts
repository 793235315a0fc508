import { rule, type AreaTable } from '../../access/table.ts';
import { actRow } from '../../acts/act-row.ts';

export const KEEPERS = ['democratic-services', 'statutory-officer', 'head-of-paid-service'] as const;
const EVERYONE_INSIDE = ['insider', 'inspector'] as const;

/** An instrument is public once it says where it is published; what it provides goes with it. */
export const instruments: AreaTable = {
  instruments: rule('instruments', { read: EVERYONE_INSIDE, published: ({ publishedAt, state }) => publishedAt !== undefined && state === 'agreed', keep: KEEPERS, guarded: { note: EVERYONE_INSIDE }, concerns: ['parties'] }),
  provisions: rule('provisions', {
    read: EVERYONE_INSIDE,
    published: ({ instrument }, snapshot) => snapshot.get(instrument)?.publishedAt !== undefined && snapshot.get(instrument)?.state === 'agreed',
    keep: KEEPERS,
    guarded: { note: EVERYONE_INSIDE },
  }),
  amendments: rule('amendments', { read: EVERYONE_INSIDE, concerns: ['by'], keep: [...KEEPERS, 'concerned'] }),
  agreements: rule('agreements', { read: EVERYONE_INSIDE, concerns: ['party'], keep: [...KEEPERS, 'concerned'] }),
  communications: rule('communications', { read: EVERYONE_INSIDE, concerns: ['to'], keep: [...KEEPERS, 'manager'] }),
  acknowledgements: rule('acknowledgements', { read: EVERYONE_INSIDE, concerns: ['by'], keep: [...KEEPERS, 'concerned'] }),
};

/** What is done to instruments: to which of their states, by whom. */
export const INSTRUMENT_ACTS = {
  'protocol.draft': actRow({ who: KEEPERS }),
  'protocol.open': actRow({ on: 'instruments', from: ['draft'], who: KEEPERS }),
  'protocol.comment': actRow({ on: 'instruments', from: ['negotiating'], who: ['concerned', ...KEEPERS] }),
  'protocol.propose': actRow({ on: 'instruments', from: ['negotiating'], who: ['concerned', ...KEEPERS] }),
  'protocol.adopt': actRow({ on: 'amendments', from: ['open'], who: KEEPERS }),
  'protocol.decline': actRow({ on: 'amendments', from: ['open'], who: KEEPERS }),
  'protocol.withdraw-amendment': actRow({ on: 'amendments', from: ['open', 'disputed'], who: ['concerned', ...KEEPERS] }),
  'protocol.dispute': actRow({ on: 'instruments', from: ['negotiating'], who: ['concerned', ...KEEPERS] }),
  'protocol.settle': actRow({ on: 'amendments', from: ['disputed'], who: KEEPERS }),
  'protocol.agree': actRow({ on: 'instruments', from: ['negotiating', 'agreed'], who: ['concerned', ...KEEPERS] }),
  'protocol.communicate': actRow({ on: 'instruments', from: ['agreed'], who: [...KEEPERS, 'manager'] }),
  'communication.acknowledge': actRow({ on: 'communications', who: ['concerned'] }),
  'protocol.renew': actRow({ on: 'instruments', from: ['agreed'], who: KEEPERS }),
  'protocol.withdraw': actRow({ on: 'instruments', from: ['draft', 'negotiating'], who: KEEPERS }),
} as const;
