import type { Language } from '../kernel/text.ts';

/** The language of a reader who has not chosen one: the first of those in `Accept-Language` that we speak, else English. */
export function preferredLanguage(accepted: string | undefined): Language {
  const wanted = (accepted ?? '').slice(0, 500).split(',').map((part, order) => {
    const [tag = '', ...settings] = part.trim().toLowerCase().split(';');
    const quality = settings.map((one) => /^\s*q=([\d.]+)\s*$/.exec(one)?.[1]).find((one) => one !== undefined);
    return { language: tag.split('-')[0], quality: quality === undefined ? 1 : Number(quality), order };
  });
  const best = wanted
    .filter(({ language, quality }) => (language === 'en' || language === 'cy') && quality > 0)
    .toSorted((a, b) => b.quality - a.quality || a.order - b.order)[0];
  return best?.language === 'cy' ? 'cy' : 'en';
}
