import type { List, Showing } from './document.ts';
import { columns } from './shown.ts';

/** Whether any item of the list, however deep, is in two columns; a list of names alone is not written twice. */
export const inColumns = (list: List, showing: Showing): boolean =>
  list.items.some(({ words, inner }) => columns(words, showing).length > 1 || (inner !== undefined && inColumns(inner, showing)));
