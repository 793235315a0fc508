import { SETTINGS } from '../../src/cli/settings.ts';
import type { DocsFault, TrackedFile } from './tracked-files.ts';

/** The page that lists every setting. */
export const SETTINGS_PAGE = 'docs/reference/settings.md';

const OPEN = '<!-- settings: written by `node tools/check-docs.ts --write` -->';
const CLOSE = '<!-- end of settings -->';

/** The list of settings in the documents is the one that the program reads by. */
export function settingsFaults(files: readonly TrackedFile[]): readonly DocsFault[] {
  if (!files.some(({ file }) => file === 'src/cli/settings.ts')) return [];
  const page = files.find(({ file }) => file === SETTINGS_PAGE);
  if (page !== undefined && withSettings(page.text) === page.text) return [];
  return [{ file: SETTINGS_PAGE, line: 1, sentence: 'The list of settings is not the one in src/cli/settings.ts: run `node tools/check-docs.ts --write`.' }];
}

/** The page with the list between its two marks written anew. */
export function withSettings(page: string): string {
  const [before] = page.split(OPEN);
  const after = page.split(CLOSE)[1];
  return before === page || after === undefined ? `${page}${OPEN}\n${table()}\n${CLOSE}\n` : `${before ?? ''}${OPEN}\n${table()}\n${CLOSE}${after}`;
}

function table(): string {
  const rows = SETTINGS.map(({ name, option, usual, what, isSecret }) => `| \`${name}\` | ${option === undefined ? '' : `\`${option}\``} | ${usual} | ${what}${isSecret === true ? ' (secret)' : ''} |`);
  return ['| setting | option | usual | what |', '| --- | --- | --- | --- |', ...rows].join('\n');
}
