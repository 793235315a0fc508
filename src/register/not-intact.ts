/** What is stored is not what was acknowledged and signed, or the key to tell is missing: nothing may be built on it. */
export class NotIntact extends Error {}
