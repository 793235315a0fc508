import { quoted } from '../../kernel/fault.ts';
import type { FaultList } from './fault-list.ts';
import type { Held } from './held.ts';

/** A series is of a body, or between two posts. */
export function checkSeries(held: readonly Held[], faults: FaultList): void {
  for (const { kind, id, path, value, whole } of held) {
    if (kind !== 'series' || !whole) continue;
    const between = new Set(value['between'] as readonly string[]);
    if (between.size === 0 && value['body'] === undefined) {
      faults.add(path, 'value', 'series-without-parties', () => ({ sentence: `The series ${quoted(id)} does not say who meets. Give it a ${quoted('body')}, or the two posts ${quoted('between')} whom it is held.`, expected: 'body or between' }));
    } else if (between.size === 1) {
      faults.add([...path, 'between'], 'value', 'series-without-parties', () => ({ sentence: `The series ${quoted(id)} is ${quoted('between')} one post alone. Name both.`, expected: 'two posts' }));
    }
  }
}
