import { dateInWords } from '../../kernel/date.ts';
import { NATIONS } from '../../model/structure.ts';
import { addresses, tryAddress } from '../addresses.ts';
import type { Ask, Page } from '../page.ts';
import { said } from '../said-text.ts';
import { readOnlyNotice } from '../notices.ts';
import type { Glance, Shelved } from '../shelf.ts';
import { inLanguage } from '../words/pairs.ts';
import { demonstrationWords } from '../words/demonstration.ts';
import { startWords } from '../words/start.ts';

/** The authorities that can be looked at. */
export function startPage({ language }: Ask, shelf: readonly (Shelved & { readonly glanced: Glance })[], canTry = false): Page {
  const t = inLanguage(startWords, language);
  const registers = shelf.filter(({ isUnlisted }) => isUnlisted !== true).map(({ slug, id, isCase, glanced: { header } }) => ({
    isCase,
    href: addresses(language, slug, undefined).authority(),
    said: header === undefined ? { text: id } : said(header.authority.name, language),
    nation: header === undefined ? t.unreadable : NATIONS[header.authority.nation][language === 'en' ? 0 : 1],
    asAt: header === undefined ? '' : header.asAt === undefined ? t.today : dateInWords(header.asAt, language),
  }));
  const tables = [
    { caption: t.registers, registers: registers.filter(({ isCase }) => !isCase) },
    { caption: t.cases, lead: t.casesLead, registers: registers.filter(({ isCase }) => isCase) },
  ];
  return { status: 200, view: 'start.njk', title: t.registers, crumbs: [], notices: shelf.some(({ glanced }) => glanced.isReadOnly) ? [readOnlyNotice(language)] : [], model: { t, tryIt: canTry ? { href: tryAddress(language), said: { text: inLanguage(demonstrationWords, language).start } } : undefined, tables: tables.filter((table) => table.registers.length > 0) } };
}
