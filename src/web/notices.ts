import { instantInWords } from '../kernel/instant.ts';
import type { Language } from '../kernel/text.ts';
import type { KeptStanding } from './kept-standing.ts';
import type { KnownAt } from './known-at.ts';
import type { Ask, Notice } from './page.ts';
import { DEMONSTRATION, tryAddress } from './addresses.ts';
import { demonstrationWords } from './words/demonstration.ts';
import { recordingWords } from './words/recording.ts';
import { noticeWords } from './words/notices.ts';
import { filled, inLanguage } from './words/pairs.ts';

/** What a reader has to know before they read on: that nothing can be added now, that what is shown is what was known once. */
export function noticesOf({ ask, shelved, kept, knownAt, language }: { readonly ask: Ask; readonly shelved: { readonly id: string }; readonly kept: KeptStanding | undefined; readonly knownAt: KnownAt | undefined; readonly language: Language }): readonly Notice[] {
  const t = inLanguage(noticeWords, language);
  const saved = ask.visitor === undefined ? null : ask.query.get('saved');
  return [
    ...(shelved.id === DEMONSTRATION ? [demonstrationNotice(language)] : []),
    ...(saved !== null && /^\d{1,15}$/.test(saved) ? [doneNotice(language, saved)] : []),
    ...(kept?.state.mode === 'read-only' ? [readOnlyNotice(language)] : []),
    ...(knownAt?.instant === undefined ? [] : [{ is: 'known-then' as const, title: t.knownTitle, text: filled(t.known, { moment: instantInWords(knownAt.instant, language) }), link: { href: asKnownNow(ask), said: { text: t.knownNow } } }]),
  ];
}

/** The same page without the moment that was asked for. */
function asKnownNow({ url, query }: Ask): string {
  const rest = new URLSearchParams([...query].filter(([name]) => !name.startsWith('known-')));
  return [url.split('?')[0], ...(rest.size === 0 ? [] : [rest.toString()])].join('?');
}

function demonstrationNotice(language: Language): Notice {
  const t = inLanguage(demonstrationWords, language);
  return { is: 'known-then', title: t.notice, text: t.noticeText, link: { href: tryAddress(language), said: { text: t.other } } };
}

function doneNotice(language: Language, number: string): Notice {
  const t = inLanguage(recordingWords, language);
  return { is: 'done', title: t.success, text: filled(t.saved, { number }) };
}

export function readOnlyNotice(language: Language): Notice {
  const t = inLanguage(noticeWords, language);
  return { is: 'read-only', title: t.important, text: t.readOnly };
}
