import { openPack } from '../../assessment/open-register.ts';
import { bundledPackIds } from '../../guidance/bundled.ts';
import type { Pack } from '../../guidance/pack.ts';
import type { CalendarDate } from '../../kernel/date.ts';
import { NATIONS, type Nation } from '../../model/structure.ts';

/** The guidance that comes with the product and is in force on a date. */
export const packsInForce = (on: CalendarDate): readonly Pack[] => {
  const packs = bundledPackIds().flatMap((id) => {
    const opened = openPack(id);
    return opened.ok ? [opened.value.pack] : [];
  });
  return packs.filter(({ inForce: { from, until } }) => (from === undefined || from <= on) && (until === undefined || on < until));
};

export const packsFor = (nation: string | undefined, on: CalendarDate): readonly Pack[] => packsInForce(on).filter((pack) => pack.nation === nation);

/** The nations for which there is guidance in force. */
export const nationsWithGuidance = (on: CalendarDate): readonly Nation[] =>
  (Object.keys(NATIONS) as readonly Nation[]).filter((nation) => packsFor(nation, on).length > 0);
