import type { BothLanguages } from '../../kernel/text.ts';
import type { Responsibility } from '../../model/instruments.ts';

/** How a clause says a responsibility, in plain words: `{to}` has it, `{over}` is what it is over, `{towards}` towards whom. */
interface ClauseForm {
  readonly says: BothLanguages;
  readonly towards: BothLanguages;
}

const form = (en: string, cy: string, towardsEn: string, towardsCy: string): ClauseForm => ({ says: { en, cy }, towards: { en: towardsEn, cy: towardsCy } });

/** The Welsh names what a clause is over after a colon, so that no name has to mutate. */
const FORMS: Readonly<Record<Responsibility, ClauseForm>> = {
  accountable: form('{to} is accountable for {over}.', 'Mae’r {to} yn atebol am hyn: {over}.', '{to} is accountable to {towards} for {over}.', 'Mae’r {to} yn atebol i’r {towards} am hyn: {over}.'),
  manages: form('{to} manages {over}.', 'Mae’r {to} yn rheoli hyn: {over}.', '{to} manages {towards} in {over}.', 'Mae’r {to} yn rheoli’r {towards} yn hyn: {over}.'),
  decides: form('{to} decides on {over}.', 'Mae’r {to} yn penderfynu ar hyn: {over}.', '{to} decides on {over} for {towards}.', 'Mae’r {to} yn penderfynu i’r {towards} ar hyn: {over}.'),
  'leads-profession': form('{to} leads the profession in {over}.', 'Mae’r {to} yn arwain y proffesiwn yn hyn: {over}.', '{to} leads the profession in {over}, towards {towards}.', 'Mae’r {to} yn arwain y proffesiwn i’r {towards} yn hyn: {over}.'),
  chairs: form('{to} chairs the meetings about {over}.', 'Mae’r {to} yn cadeirio’r cyfarfodydd am hyn: {over}.', '{to} chairs the meetings with {towards} about {over}.', 'Mae’r {to} yn cadeirio’r cyfarfodydd gyda’r {towards} am hyn: {over}.'),
  reports: form('{to} reports on {over}.', 'Mae’r {to} yn adrodd ar hyn: {over}.', '{to} reports to {towards} on {over}.', 'Mae’r {to} yn adrodd i’r {towards} ar hyn: {over}.'),
  advises: form('{to} advises on {over}.', 'Mae’r {to} yn cynghori ar hyn: {over}.', '{to} advises {towards} on {over}.', 'Mae’r {to} yn cynghori’r {towards} ar hyn: {over}.'),
  challenges: form('{to} may challenge decisions on {over}.', 'Caiff y {to} herio penderfyniadau ar hyn: {over}.', '{to} may challenge {towards} on {over}.', 'Caiff y {to} herio’r {towards} ar hyn: {over}.'),
  'is-consulted': form('{to} is consulted on {over} before it is decided.', 'Ymgynghorir â’r {to} cyn penderfynu ar hyn: {over}.', '{towards} consults {to} on {over} before it is decided.', 'Mae’r {towards} yn ymgynghori â’r {to} cyn penderfynu ar hyn: {over}.'),
  'is-informed': form('{to} is told of {over}.', 'Rhoddir gwybod i’r {to} am hyn: {over}.', '{towards} tells {to} of {over}.', 'Mae’r {towards} yn rhoi gwybod i’r {to} am hyn: {over}.'),
  'deputises-for': form('{to} deputises.', 'Mae’r {to} yn dirprwyo.', '{to} deputises for {towards} while that post is vacant or its holder is away.', 'Mae’r {to} yn dirprwyo i’r {towards} tra bo’r swydd honno’n wag neu ei deiliad i ffwrdd.'),
};

/** A clause in both languages. Where nothing is named that it is over, it is over all social services. */
export function clauseText(responsibility: Responsibility, named: { readonly to: BothLanguages; readonly over: BothLanguages | undefined; readonly towards: BothLanguages | undefined }): BothLanguages {
  const { says, towards } = FORMS[responsibility];
  const pattern = named.towards === undefined ? says : towards;
  const over = named.over ?? { en: 'social services', cy: 'y gwasanaethau cymdeithasol' };
  const filled = (language: 'en' | 'cy'): string => {
    const values: Readonly<Record<string, string>> = { to: the(named.to, language), over: over[language], towards: named.towards === undefined ? '' : the(named.towards, language) };
    const text = pattern[language].replace(/\{(\w+)\}/g, (_, place: string) => values[place] ?? '');
    return text.slice(0, 1).toUpperCase() + text.slice(1);
  };
  return { en: filled('en'), cy: filled('cy') };
}

/** The name of a post or a body as it stands in a sentence: the Welsh forms have their own article. */
const the = (name: BothLanguages, language: 'en' | 'cy'): string => (language === 'cy' ? name.cy.replace(/^(yr?|y) /i, '') : /^the /i.test(name.en) ? name.en : `the ${name.en}`);
