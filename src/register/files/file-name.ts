const LONGEST = 200;

/** Signs that no name of a file shows: control characters, marks that turn the direction of writing, and those with a meaning to a file system. */
const UNSHOWN = /[\u0000-\u001f\u007f-\u009f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb]/g;
const RESERVED = /^(?:con|prn|aux|nul|com\d|lpt\d)(?=\.|$)/i;

/**
 * The name that a file came with, made fit to be written in a record and given to a browser: its last part alone, so that `../../x`
 * is `x`. It is never the name of anything on our disk.
 */
export function cleanedName(said: string): string {
  const last = said.toWellFormed().normalize('NFC').replace(UNSHOWN, '').split(/[/\\]/).findLast((part) => part.trim() !== '') ?? '';
  const plain = last.replace(/[<>:"|?*]/g, '-').replace(/\s+/g, ' ').replace(/^[. ]+|[. ]+$/g, '').replace(RESERVED, '$&-');
  if (plain === '') return 'file';
  const ending = endingOf(plain);
  const stem = [...(ending === '' ? plain : plain.slice(0, -ending.length - 1))].slice(0, LONGEST - ending.length - 1).join('');
  return ending === '' ? stem : `${stem}.${ending}`;
}

/** What stands behind the last dot, in small letters; nothing where there is no dot, or too much to be an ending. */
export const endingOf = (name: string): string => /[^.]\.([A-Za-z0-9]{1,16})$/.exec(name)?.[1]?.toLowerCase() ?? '';
