import { rule, type AreaTable } from '../../access/table.ts';

const KEEPERS = ['democratic-services', 'statutory-officer', 'head-of-paid-service'] as const;
const EVERYONE_INSIDE = ['insider', 'inspector'] as const;

/** An instrument is public once it says where it is published; what it provides goes with it. */
export const instruments: AreaTable = {
  instruments: rule('instruments', { read: EVERYONE_INSIDE, published: ({ publishedAt, state }) => publishedAt !== undefined && state === 'agreed', keep: KEEPERS, guarded: { note: EVERYONE_INSIDE } }),
  provisions: rule('provisions', {
    read: EVERYONE_INSIDE,
    published: ({ instrument }, snapshot) => snapshot.get(instrument)?.publishedAt !== undefined && snapshot.get(instrument)?.state === 'agreed',
    keep: KEEPERS,
    guarded: { note: EVERYONE_INSIDE },
  }),
  agreements: rule('agreements', { read: EVERYONE_INSIDE, concerns: ['party'], keep: [...KEEPERS, 'concerned'] }),
  communications: rule('communications', { read: EVERYONE_INSIDE, keep: [...KEEPERS, 'manager'] }),
  acknowledgements: rule('acknowledgements', { read: EVERYONE_INSIDE, concerns: ['by'], keep: [...KEEPERS, 'concerned'] }),
};
