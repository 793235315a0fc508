/** What is kept is from a newer version of Answerable, which this one does not know how to read: the message says so to a person. */
export class NewerVersion extends Error {}
