/** What a query or a form says, each name once: the last where it came twice, as nothing here asks for a list. */
export const namedOnce = (text: string): Readonly<Record<string, string>> => Object.fromEntries(new URLSearchParams(text));
