/** Fewer than a cell may hold, so that escapes fit. */
export const MOST_WRITTEN = 30_000;

/** Names that every JavaScript object answers to: the writer looks words up in a plain object and would take one of these as found. */
const INHERITED = new Set(Object.getOwnPropertyNames(Object.prototype));

/** What the writer would drop as unfit for XML, and the underscore that would begin an escape. */
const DROPPED = /_(?=x[0-9A-Fa-f]{4}_)|[\u007f-\u0084\u0086-\u009f\ufdd0-\ufdef\ufffd-\uffff]|[\ud83f\ud87f\ud8bf\ud8ff\ud93f\ud97f\ud9bf\ud9ff\uda3f\uda7f\udabf\udaff\udb3f\udb7f\udbbf\udbff][\udffe\udfff]/g;

/** Words as the file keeps them: what XML cannot hold, or would look like such, is written `_xHHHH_`, which spreadsheet programs show as the sign. */
export function cellText(words: string): string {
  const escaped = words.replace(DROPPED, (signs) => signs.split('').map(escape).join(''));
  return INHERITED.has(words) ? `${escape(words[0] ?? '')}${words.slice(1)}` : escaped;
}

const escape = (sign: string): string => `_x${sign.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`;
