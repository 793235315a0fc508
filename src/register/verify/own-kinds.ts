/** The kinds of changes by which a register speaks of itself (docs/reference/history-format.md). */
export const OWN = { header: 'register', erasure: 'erasure', key: 'signing-key' } as const;

export const isOwn = (kind: string): boolean => kind === OWN.header || kind === OWN.erasure || kind === OWN.key;
