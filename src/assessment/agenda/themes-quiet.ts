import { duration, minus } from '../../kernel/duration.ts';
import type { Facts } from '../../rules/facts.ts';
import { reason } from '../../rules/outcome.ts';
import type { Meeters, Proposal } from './proposal.ts';
import { meetingsOf } from './who-meets.ts';

const says = {
  since: { en: 'Last on the agenda here on {on}.', cy: 'Ar yr agenda yma ddiwethaf ar {on}.' },
  never: { en: 'What these meetings are held under names it; it was not on the agenda here in the last year.', cy: 'Mae’r hyn y cynhelir y cyfarfodydd hyn oddi tano yn ei enwi; ni fu ar yr agenda yma yn y flwyddyn ddiwethaf.' },
};

const QUARTER = duration('P3M');

/**
 * Themes that these meetings are for, and that they have not discussed for a quarter: what the instrument under which they are held or
 * the remit of the body names, and what they discussed before in the look-back.
 */
export function themesQuiet(facts: Facts, who: Meeters): readonly Proposal[] {
  const held = meetingsOf(facts, who).filter(({ held: was, on }) => was === true && facts.window.from <= on && on <= facts.on);
  const known = new Map(facts.words.pack.themes.map(({ id, name }) => [id, name]));
  const under = who.series === undefined ? undefined : facts.get(who.series)?.under;
  const provided = under === undefined ? [] : facts.where('provisions', 'instrument', under).flatMap(({ themes }) => themes);
  const remit = who.body === undefined ? [] : (facts.get(who.body)?.remit ?? []);
  const discussed = held.flatMap(({ items }) => items.flatMap(({ themes }) => themes));
  const quarterAgo = minus(facts.on, QUARTER);
  return [...new Set([...provided, ...remit, ...discussed])].flatMap((theme): readonly Proposal[] => {
    const title = known.get(theme);
    const last = held.findLast(({ items }) => items.some(({ themes }) => themes.includes(theme)));
    if (title === undefined || (last !== undefined && last.on > quarterAgo)) return [];
    const because = last === undefined ? reason(says.never, {}, under === undefined ? [] : [under]) : reason(says.since, { on: last.on }, [last.ref]);
    return [{ key: `theme ${theme}`, is: 'theme', title: { en: title.en, cy: title.cy }, themes: [theme], because: [because] }];
  });
}
