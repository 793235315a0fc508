import type { Assessment } from '../assessment/assess.ts';
import { dateInLondon, type Instant } from '../kernel/instant.ts';
import { nearest } from '../kernel/nearest.ts';
import { words } from '../kernel/text.ts';
import { isKindName, KIND_NAMES } from '../model/kinds.ts';
import type { Signed } from '../register/signed.ts';
import { addresses } from './addresses.ts';
import { advicePage } from './advice/advice-page.ts';
import { oneAdvicePage } from './advice/one-page.ts';
import { barriersPage } from './barriers/barriers-page.ts';
import { ofRecord } from './entity/of-record.ts';
import { homePage } from './home/home-page.ts';
import { actionsPage } from './meetings/actions-page.ts';
import { diaryPage } from './meetings/diary-page.ts';
import { meetingPage } from './meetings/meeting-page.ts';
import { quickPage } from './meetings/quick-form.ts';
import type { Ask, Download, Page } from './page.ts';
import { accountabilityPage } from './pages/accountability.ts';
import { bodyPage } from './pages/body.ts';
import { coveragePage } from './pages/coverage.ts';
import { expectationPage } from './pages/expectation.ts';
import { unreadablePage } from './pages/fault.ts';
import { instrumentPage } from './pages/instrument.ts';
import { checkpointFile, keptPage, receiptFile } from './pages/kept.ts';
import { negotiatePage } from './instruments/negotiate-page.ts';
import { protocolsPage } from './instruments/protocols-page.ts';
import { versionsPage } from './instruments/versions-page.ts';
import { mapPage } from './pages/map.ts';
import { matrixPage } from './pages/matrix.ts';
import { notFoundPage } from './pages/not-found.ts';
import { personPage } from './pages/person.ts';
import { postPage } from './pages/post.ts';
import { reachPage } from './pages/reach.ts';
import { recordPage } from './pages/record.ts';
import { timelinePage } from './pages/timeline.ts';
import { whatIfPage } from './pages/what-if.ts';
import { PUBLISHED, PUBLISHED_RECORD } from './published/published-addresses.ts';
import { publishedPage, publishedRecordPage } from './published/published-pages.ts';
import { publishedReading } from './published/published-reading.ts';
import { inboxPage } from './inbox/inbox-page.ts';
import { kindsPage, recordsPage } from './recording/record-lists.ts';
import { withShaken } from './recording/shaken.ts';
import { readingOf, type Library, type Reading } from './reading.ts';
import { recordName, recordOf } from './record-name.ts';
import type { Answer, Route } from './route.ts';
import { said } from './said-text.ts';
import { askPage } from './scrutiny/ask-page.ts';
import { questionsPage } from './scrutiny/questions-page.ts';
import { entitlementsPage, newMembersPage } from './scrutiny/receiving-pages.ts';
import { searchPage } from './search/search-page.ts';
import { statementPage } from './statement/statement-page.ts';
import { withToDo } from './set-up/tasks.ts';
import { workPage } from './work/work-page.ts';
import type { Shelf, Shelved, Standing } from './shelf.ts';

/** The pages of every register on the shelf, by their path after the language. */
export function registerPages(shelf: Shelf, library: Library): Readonly<Record<string, Route>> {
  /** Opens the register that the address names, judges it on the date asked for, and hands it to the page. */
  const over = (build: (reading: Reading) => Page): Route => async (ask) => {
    const found = await registerIn(ask, shelf);
    if ('answer' in found) return found.answer;
    const { shelved, standing } = found;
    return { edition: standing.edition, page: () => build(readingOf(ask, shelved, standing, library)) };
  };

  /** The same for what also shows what was signed. */
  const overSigned = (build: (reading: Reading, signed: Signed | undefined) => Page | Download): Route => async (ask) => {
    const found = await registerIn(ask, shelf);
    if ('answer' in found) return found.answer;
    const { shelved, standing } = found;
    const signed = await standing.kept?.signed();
    return { edition: `${standing.edition} ${signed?.note.length ?? ''}`, page: () => build(readingOf(ask, shelved, standing, library), signed) };
  };

  /** The first page, which also tells what is other than when the reader last looked. */
  const home: Route = async (ask) => {
    const found = await registerIn(ask, shelf);
    if ('answer' in found) return found.answer;
    const { shelved, standing } = found;
    const signed = await standing.kept?.signed();
    const ended = ask.lastLooked;
    const judgedThen = (then: Instant): Assessment => library.assessments.on(shelved.slug, standing, standing.content.header.asAt ?? dateInLondon(then), then);
    const told = (reading: Reading): Page => withToDo(homePage(reading, signed, { ended, judgedThen }), reading);
    return { edition: `${standing.edition} ${signed?.note.length ?? ''} ${ended ?? ''}`, page: () => told(readingOf(ask, shelved, standing, library)) };
  };

  return {
    '/:register': home,
    '/:register/work': over(workPage),
    '/:register/ask': over(askPage),
    '/:register/questions': over(questionsPage),
    '/:register/entitlements': over(entitlementsPage),
    '/:register/briefings/new-members': over(newMembersPage),
    '/:register/statement': over(statementPage),
    '/:register/barriers': over(barriersPage),
    '/:register/advice': over(advicePage),
    '/:register/advice/:id': over(oneAdvicePage),
    '/:register/inbox': over(inboxPage),
    '/:register/meetings': over(diaryPage),
    '/:register/meetings/quick': over(quickPage),
    '/:register/meetings/:id': over(ofRecord('meetings', meetingPage)),
    '/:register/actions': over(actionsPage),
    '/:register/reach': over(reachPage),
    '/:register/map': over(mapPage),
    '/:register/responsibilities': over(matrixPage),
    '/:register/coverage': over(coveragePage),
    '/:register/timeline': over(timelinePage),
    '/:register/search': over(searchPage),
    '/:register/records': over(kindsPage),
    '/:register/records/:kind': over(records),
    '/:register/what-if': over(whatIfPage),
    '/:register/expectations/:id': over(expectation),
    '/:register/records/:kind/:id': over((reading) => withShaken(record(reading), reading)),
    '/:register/people/:id': over(ofRecord('persons', personPage)),
    '/:register/posts/:id': over(ofRecord('posts', postPage)),
    '/:register/bodies/:id': over(ofRecord('bodies', bodyPage)),
    '/:register/instruments/:id': over(ofRecord('instruments', instrumentPage)),
    '/:register/instruments/:id/negotiate': over(ofRecord('instruments', negotiatePage)),
    '/:register/instruments/:id/versions': over(ofRecord('instruments', versionsPage)),
    '/:register/protocols': over(protocolsPage),
    '/:register/accountabilities/:id': over(accountabilityPage),
    '/:register/kept': overSigned(keptPage),
    '/:register/kept/checkpoint': overSigned(checkpointFile),
    '/:register/kept/receipt': overSigned(receiptFile),
  };
}

/** What everybody may read of each register. */
export function publishedRoutes(shelf: Shelf, library: Library): Readonly<Record<string, Route>> {
  const over = (build: (reading: Reading) => Page): Route => async (ask) => {
    const found = await registerIn(ask, shelf);
    // Which authorities are kept here beside those that publish is not everybody's to know.
    if ('answer' in found) return { edition: '', page: () => notFoundPage(ask, 'page') };
    return { edition: found.standing.edition, page: () => build(publishedReading(ask, found.shelved, found.standing, library)) };
  };
  return { [PUBLISHED]: over(publishedPage), [PUBLISHED_RECORD]: over(publishedRecordPage) };
}

export async function registerIn(ask: Ask, shelf: Shelf): Promise<{ readonly answer: Answer } | { readonly shelved: Shelved; readonly standing: Standing }> {
  const slug = ask.params['register'] ?? '';
  const all = await shelf.all();
  const shelved = all.find((one) => one.slug === slug);
  if (shelved === undefined) {
    const near = await nearestOf(slug, all, ask);
    return { answer: { edition: '', page: () => notFoundPage(ask, 'register', slug, near) } };
  }
  const opened = await shelved.open();
  return opened.ok ? { shelved, standing: opened.value } : { answer: { edition: '', page: () => unreadablePage(ask, opened.faults) } };
}

async function nearestOf(slug: string, all: readonly Shelved[], { language }: Ask) {
  const near = all.find((one) => one.slug === nearest(slug, all.map((each) => each.slug)));
  const header = (await near?.glance())?.header;
  return near === undefined || header === undefined ? undefined : { href: addresses(language, near.slug, undefined).authority(), said: said(header.authority.name, language) };
}

function expectation(reading: Reading): Page {
  const { ask, assessment: { judged }, language, to } = reading;
  const id = ask.params['id'] ?? '';
  const found = judged.find((one) => one.compiled.expectation.id === id);
  if (found !== undefined) return expectationPage(reading, found);
  const near = judged.find((one) => one.compiled.expectation.id === nearest(id, judged.map((each) => each.compiled.expectation.id)))?.compiled.expectation;
  return notFoundPage(ask, 'expectation', id, near === undefined ? undefined : { href: to.expectation(near.id), said: { text: words(near.title, language) } });
}

function records(reading: Reading): Page {
  const { kind = '' } = reading.ask.params;
  if (isKindName(kind)) return recordsPage(reading, kind);
  const near = nearest(kind, KIND_NAMES);
  return notFoundPage(reading.ask, 'kind', kind, near === undefined ? undefined : { href: reading.to.records(near), said: { text: near } });
}

function record(reading: Reading): Page {
  const { ask, seen: snapshot } = reading;
  const { kind = '', id = '' } = ask.params;
  if (!isKindName(kind)) {
    const near = nearest(kind, KIND_NAMES);
    const isThere = near !== undefined && recordOf(reading, `${near}/${id}`) !== undefined;
    return notFoundPage(ask, 'kind', kind, isThere ? { href: reading.to.record(`${near}/${id}`), said: recordName(reading, `${near}/${id}`) } : undefined);
  }
  const page = recordPage(reading, kind, id);
  if (page !== undefined) return page;
  const near = nearest(id, snapshot.all(kind, 'ever').map((one) => one.id));
  return notFoundPage(ask, 'record', `${kind}/${id}`, near === undefined ? undefined : { href: reading.to.record(`${kind}/${near}`), said: recordName(reading, `${kind}/${near}`) });
}
