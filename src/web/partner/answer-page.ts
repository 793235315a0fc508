import { dateInWords } from '../../kernel/date.ts';
import { instantInWords } from '../../kernel/instant.ts';
import { words, type Language } from '../../kernel/text.ts';
import type { RegisterHeader } from '../../model/register-header.ts';
import type { Snapshot } from '../../register/snapshot.ts';
import type { Page } from '../page.ts';
import { said, type SaidText } from '../said-text.ts';
import { formWords } from '../words/form.ts';
import { filled, inLanguage } from '../words/pairs.ts';
import { partnerWords } from '../words/partner.ts';
import { partnerAddress } from './partner-addresses.ts';
import type { PartnerLink } from './partner-links.ts';
import { partnerName, partnerSaid } from './partner-names.ts';
import type { Asking, Purpose } from './purpose.ts';

/** The longest answer, in characters. */
export const MOST_ANSWER = 10_000;

/** What a link opens. */
export interface Opened {
  readonly link: PartnerLink;
  readonly purpose: Purpose;
  readonly asking: Asking;
  readonly seen: Snapshot;
  readonly header: RegisterHeader;
}

/** What somebody without an account is asked, with all that they need to answer and nothing else. */
export function answerPage({ link, purpose, asking, seen, header }: Opened, language: Language, secret: string, text = '', fault?: SaidText): Page {
  const t = inLanguage(partnerWords, language);
  const name = (ref: string): string => partnerName(seen, ref, language);
  const heading = filled(t.asked[purpose.name], { authority: words(header.authority.name, language) });
  const field = { name: 'answer', id: 'field-answer', label: t.answer[purpose.name], hint: t.answerHint, value: text, error: fault, errorWord: inLanguage(formWords, language).error };
  const rows = [
    { label: t.rows.for, value: partnerSaid(seen, link.recipient, language) },
    ...(link.person === undefined || link.person === link.recipient ? [] : [{ label: t.rows.by, value: partnerSaid(seen, link.person, language) }]),
    ...asking.rows.map(({ label, value }) => ({ label: label[language], value: typeof value === 'string' ? { text: dateInWords(value, language) } : said(value, language) })),
    { label: t.rows.until, value: { text: instantInWords(link.expiresAt, language) } },
  ];
  return {
    status: fault === undefined ? 200 : 400,
    view: 'partner-answer.njk',
    writes: true,
    title: heading,
    crumbs: [],
    errors: fault === undefined ? [] : [{ ...fault, ...(purpose.asksWords ? { href: '#field-answer' } : {}) }],
    model: {
      heading, title: said(asking.title, language), lead: t.askedLead, rows, action: partnerAddress(language, secret),
      field: purpose.asksWords ? field : undefined, submit: filled(t.send[purpose.name], { recipient: name(link.recipient) }),
    },
  };
}

/** What a link that opens nothing, or nothing more, says; `when` is when it was answered or ran out. */
export function closedLinkPage(language: Language, why: 'unknown' | 'expired' | 'withdrawn' | 'closed' | 'answered', when?: string): Page {
  const t = inLanguage(partnerWords, language);
  const [heading, lead] = why === 'answered' ? [t.thanks, [filled(t.thanksLead, { when: when ?? '' })]] : [t.gone, [filled(t.goneLead[why], { when: when ?? '' }), t.askAgain]];
  return { status: why === 'answered' ? 200 : 404, view: 'partner-closed.njk', writes: true, title: heading, crumbs: [], model: { heading, lead } };
}
