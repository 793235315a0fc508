import type { Ask, Page } from '../page.ts';
import { home } from '../reading.ts';
import { accessibilityWords } from '../words/accessibility.ts';
import { inLanguage } from '../words/pairs.ts';

/** What was tested of these pages, what was not, and what is known to be amiss. */
export function accessibilityPage({ language }: Ask): Page {
  const t = inLanguage(accessibilityWords, language);
  return {
    status: 200,
    view: 'accessibility.njk',
    title: t.title,
    crumbs: [home(language)],
    model: {
      t,
      sections: [
        { heading: t.can, items: Object.values(t.canList) },
        { heading: t.tested, lead: t.testedLead, items: Object.values(t.testedList) },
        { heading: t.untested, items: Object.values(t.untestedList) },
        { heading: t.known, items: Object.values(t.knownList) },
      ],
    },
  };
}
