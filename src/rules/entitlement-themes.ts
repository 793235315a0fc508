import type { PackFile } from '../guidance/pack.ts';
import type { BothLanguages, Text } from '../kernel/text.ts';
import type { Entitlement } from '../model/scrutiny.ts';
import type { Facts } from './facts.ts';

/** What each entitlement names in its own words, worked out once: neither a record nor a pack changes. */
const named = new WeakMap<PackFile, { readonly themes: readonly SpeltTheme[]; readonly of: WeakMap<Entitlement, readonly string[]> }>();

interface SpeltTheme {
  readonly id: string;
  readonly names: readonly string[];
}

/** What the information is about: the themes recorded with it, else those of the guidance that its own words name. */
export function themesOf({ words: { pack } }: Facts, entitlement: Entitlement): readonly string[] {
  if (entitlement.themes.length > 0) return entitlement.themes;
  let known = named.get(pack);
  if (known === undefined) named.set(pack, (known = { themes: pack.themes.map(({ id, name }) => ({ id, names: spelling(id, name) })), of: new WeakMap() }));
  let themes = known.of.get(entitlement);
  if (themes === undefined) {
    const said = bothSpelt(entitlement.information);
    known.of.set(entitlement, (themes = known.themes.filter(({ names }) => names.some((name) => said.includes(name))).map(({ id }) => id)));
  }
  return themes;
}

const spelling = (id: string, { en, cy }: BothLanguages): readonly string[] => [id, en, cy].map((words) => ` ${spelt(words)} `);

/** In small letters, with every other character a space: `" quarterly safeguarding report | … "`. */
const bothSpelt = ({ en = '', cy = '' }: Text): string => ` ${spelt(en)} | ${spelt(cy)} `;

const spelt = (words: string): string => words.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ' ').trim();
