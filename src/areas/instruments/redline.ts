import { diffWordsWithSpace } from 'diff/lib/diff/word.js';

/** A run of words that both texts have, or only one of them. */
export interface RedlinePart {
  readonly is: 'same' | 'added' | 'removed';
  readonly text: string;
}

/** How one text became another, word by word: of what changed together, what was removed stands whole before what took its place. */
export function redline(before: string, after: string): readonly RedlinePart[] {
  const parts: RedlinePart[] = [];
  let [removed, added, space] = ['', '', ''];
  const flush = (): void => {
    if (removed !== '') parts.push({ is: 'removed', text: removed });
    if (added !== '') parts.push({ is: 'added', text: added });
    if (space !== '') parts.push({ is: 'same', text: space });
    [removed, added, space] = ['', '', ''];
  };
  for (const { added: isAdded, removed: isRemoved, value } of diffWordsWithSpace(before, after)) {
    const isChanged = isAdded || isRemoved;
    if (!isChanged && (value.trim() !== '' || removed + added === '')) {
      flush();
      parts.push({ is: 'same', text: value });
    } else if (!isChanged) space += value;
    else {
      // Only a space between two changes, which both texts have: they are read as one change.
      [removed, added, space] = [removed + space, added + space, ''];
      if (isRemoved) removed += value;
      else added += value;
    }
  }
  flush();
  return parts;
}
