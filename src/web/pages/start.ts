import { dateInWords } from '../../kernel/date.ts';
import { NATIONS } from '../../model/structure.ts';
import { addresses } from '../addresses.ts';
import type { Ask, Page } from '../page.ts';
import { said } from '../said-text.ts';
import type { Shelf } from '../shelf.ts';
import { inLanguage } from '../words/pairs.ts';
import { startWords } from '../words/start.ts';

/** The authorities that can be looked at. */
export function startPage({ language }: Ask, shelf: Shelf): Page {
  const t = inLanguage(startWords, language);
  const registers = shelf.map(({ slug, isCase, header: { authority, asAt } }) => ({
    isCase,
    href: addresses(language, slug, undefined).authority(),
    said: said(authority.name, language),
    nation: NATIONS[authority.nation][language === 'en' ? 0 : 1],
    asAt: asAt === undefined ? t.today : dateInWords(asAt, language),
  }));
  const tables = [
    { caption: t.registers, registers: registers.filter(({ isCase }) => !isCase) },
    { caption: t.cases, lead: t.casesLead, registers: registers.filter(({ isCase }) => isCase) },
  ];
  return { status: 200, view: 'start.njk', title: t.registers, crumbs: [], model: { t, tables: tables.filter((table) => table.registers.length > 0) } };
}
