import { nearest } from '../kernel/nearest.ts';
import { words } from '../kernel/text.ts';
import { isKindName, KIND_NAMES } from '../model/kinds.ts';
import { addresses } from './addresses.ts';
import { Assessments } from './assessments.ts';
import type { Ask, Page } from './page.ts';
import { authorityPage } from './pages/authority.ts';
import { expectationPage } from './pages/expectation.ts';
import { unreadablePage } from './pages/fault.ts';
import { notFoundPage } from './pages/not-found.ts';
import { reachPage } from './pages/reach.ts';
import { recordPage } from './pages/record.ts';
import { whatIfPage } from './pages/what-if.ts';
import { readingOf, type Reading } from './reading.ts';
import { recordLink, recordOf } from './record-name.ts';
import { said } from './said-text.ts';
import type { Shelf } from './shelf.ts';

/** The pages of every register on the shelf, by their path after the language. */
export function registerPages(shelf: Shelf): Readonly<Record<string, (ask: Ask) => Promise<Page>>> {
  const assessments = new Assessments();

  /** Opens the register that the address names, judges it on the date asked for, and hands it to the page. */
  const over = (page: (reading: Reading) => Page) => async (ask: Ask): Promise<Page> => {
    const slug = ask.params['register'] ?? '';
    const shelved = shelf.find((one) => one.slug === slug);
    if (shelved === undefined) {
      const near = shelf.find((one) => one.slug === nearest(slug, shelf.map((each) => each.slug)));
      return notFoundPage(ask, 'register', slug, near === undefined ? undefined : { href: addresses(ask.language, near.slug, undefined).authority(), said: said(near.header.authority.name, ask.language) });
    }
    const opened = await shelved.open();
    return opened.ok ? page(readingOf(ask, shelved, opened.value, assessments)) : unreadablePage(ask, opened.faults);
  };

  return {
    '/:register': over(authorityPage),
    '/:register/reach': over(reachPage),
    '/:register/what-if': over(whatIfPage),
    '/:register/expectations/:id': over(expectation),
    '/:register/records/:kind/:id': over(record),
  };
}

function expectation(reading: Reading): Page {
  const { ask, assessment: { judged }, language, to } = reading;
  const id = ask.params['id'] ?? '';
  const found = judged.find((one) => one.compiled.expectation.id === id);
  if (found !== undefined) return expectationPage(reading, found);
  const near = judged.find((one) => one.compiled.expectation.id === nearest(id, judged.map((each) => each.compiled.expectation.id)))?.compiled.expectation;
  return notFoundPage(ask, 'expectation', id, near === undefined ? undefined : { href: to.expectation(near.id), said: { text: words(near.title, language) } });
}

function record(reading: Reading): Page {
  const { ask, assessment: { snapshot } } = reading;
  const { kind = '', id = '' } = ask.params;
  if (!isKindName(kind)) {
    const near = nearest(kind, KIND_NAMES);
    const isThere = near !== undefined && recordOf(reading, `${near}/${id}`) !== undefined;
    return notFoundPage(ask, 'kind', kind, isThere ? recordLink(reading, `${near}/${id}`) : undefined);
  }
  const page = recordPage(reading, kind, id);
  if (page !== undefined) return page;
  const near = nearest(id, snapshot.all(kind, 'ever').map((one) => one.id));
  return notFoundPage(ask, 'record', `${kind}/${id}`, near === undefined ? undefined : recordLink(reading, `${kind}/${near}`));
}
