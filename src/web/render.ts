import path from 'node:path';
import { fileURLToPath } from 'node:url';
import nunjucks from 'nunjucks';
import type { Language } from '../kernel/text.ts';
import { accessibilityAddress, inOtherLanguage, startAddress } from './addresses.ts';
import { AS_AT_SCRIPT, GOVUK, ICON, MAP_SCRIPT, PASSKEY_SCRIPT, STYLE_SHEET } from './assets.ts';
import type { Page } from './page.ts';
import { inLanguage } from './words/pairs.ts';
import { LANGUAGE_LINKS, site } from './words/site.ts';
import { VERDICTS } from './words/verdicts.ts';

const VIEWS = fileURLToPath(new URL('./views/', import.meta.url));

const templates = new nunjucks.Environment(new nunjucks.FileSystemLoader([VIEWS, path.normalize(`${GOVUK}/`)]), { autoescape: true, trimBlocks: true, lstripBlocks: true });

/**
 * A diagnosis or a verdict as a tag of GOV.UK Frontend: words, with a colour beside them. There are some thirty in all and a
 * page holds a hundred, so each is rendered once.
 */
const tags = new Map<string, nunjucks.runtime.SafeString>();
templates.addGlobal('tag', (of: string, words: string) => {
  const key = `${of} ${words}`;
  let tag = tags.get(key);
  if (tag === undefined) tags.set(key, (tag = new nunjucks.runtime.SafeString(templates.render('tag.njk', { of, words }).trim())));
  return tag;
});

/** The page as HTML. @param url path and query of the page, for the link to the other language */
export function render(page: Page, language: Language, url: string): string {
  return templates.render(page.view, {
    ...page.model,
    page,
    language,
    site: inLanguage(site, language),
    verdicts: inLanguage(VERDICTS, language),
    languages: languageLinks(language, url),
    startHref: startAddress(language),
    accessibilityHref: accessibilityAddress(language),
    styles: STYLE_SHEET.address,
    icon: ICON.address,
    passkeyScript: PASSKEY_SCRIPT.address,
    asAtScript: AS_AT_SCRIPT.address,
    mapScript: MAP_SCRIPT.address,
  });
}

function languageLinks(language: Language, url: string) {
  const isOurs = /^\/(en|cy)(\/|\?|$)/.test(url);
  return (['en', 'cy'] as const).map((one) =>
    one === language
      ? { text: LANGUAGE_LINKS[one].text, lang: one, current: true }
      : { text: LANGUAGE_LINKS[one].text, lang: one, href: isOurs ? inOtherLanguage(url, one) : startAddress(one), languageDescriptionText: LANGUAGE_LINKS[one].change },
  );
}
