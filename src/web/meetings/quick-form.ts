import { recordOneToOne } from '../../areas/meetings/acts/record-one-to-one.ts';
import { whoMeets } from '../../assessment/agenda/who-meets.ts';
import type { Series } from '../../model/meetings.ts';
import type { ActForm } from '../acting/act-form.ts';
import type { FormValue } from '../forms/form-value.ts';
import type { Page } from '../page.ts';
import { pageOfRegister, type Reading } from '../reading.ts';
import { recordName } from '../record-name.ts';
import { seenFacts } from '../seen-facts.ts';
import { mayActOn } from '../acting/act-form.ts';
import { linked, listOr, type Parts } from '../entity/section.ts';
import { entityWords } from '../words/entity.ts';
import { meetingsWords } from '../words/meetings.ts';
import { inLanguage } from '../words/pairs.ts';
import { checks, choice, day, dayBegins, dayTyped, line, recordOptions, themeOptions, typedWords } from './controls.ts';
import { doneAt } from './done-address.ts';
import { privacyOf } from './agenda-form.ts';
import { proposalChecks, proposalsFor, tickedItems } from './proposals.ts';
import { withoutEmpty } from './schedule-form.ts';

/** As many topics as are looked through on a phone without getting lost. */
const TOPICS = 8;

/** A whole one-to-one on one screen of a phone: today, both there, topics to tick, one of one's own, one thing to be done. */
export function quickForm(reading: Reading, series: Series): ActForm {
  const { language, to, asAt } = reading;
  const t = inLanguage(meetingsWords, language);
  const proposals = proposalsFor(reading, whoMeets(seenFacts(reading), { series: series.ref })).slice(0, TOPICS);
  const back = to.page('/meetings', { of: series.ref });
  const offered = proposalChecks(reading, proposals);
  return {
    act: recordOneToOne, title: t.do.quick, caption: recordName(reading, series.ref).text, submit: t.form.recordIt, reason: t.form.quickReason, cancel: back, done: doneAt(back),
    lead: offered.length === 0 ? [] : [t.form.quickLead],
    begins: new Map([...dayBegins('on', asAt.usual), ...series.between.map((post, index): readonly [string, string] => [`there.${index}`, post])]),
    fields: (typed) => [
      day(typed, { name: 'on', label: t.form.on }),
      checks(typed, { name: 'attended', label: t.form.attendance, of: series.between.map((post, index) => ({ name: `there.${index}`, value: post, text: recordName(reading, post).text })) }),
      // The reasons stand on the page of the agenda: here they would not fit.
      ...(offered.length === 0 ? [] : [checks(typed, { name: 'topics', label: t.form.topics, of: offered.map(({ name, value, text }) => ({ name, value, text })) })]),
      line(typed, { name: 'own', label: offered.length === 0 ? t.form.topics : t.form.ownTopic }),
      choice(typed, { name: 'own-theme', label: t.form.theme, options: themeOptions(reading, t.form.none) }),
      line(typed, { name: 'action', label: t.form.action }),
      choice(typed, { name: 'action-owner', label: t.form.owner, options: recordOptions(reading, series.between) }),
      day(typed, { name: 'actions.0.due', label: t.form.due }),
      checks(typed, { name: 'private', label: t.form.private, of: [{ name: 'private', value: 'yes', text: t.form.privateTick }] }),
    ],
    input: (value) => withoutEmpty({
      series: series.ref, on: dayTyped(value, 'on'), attended: series.between.filter((post, index) => value.get(`there.${index}`) === post),
      topics: [...tickedItems(reading, value, proposals), ...ownTopic(reading, value)].map((one) => ({ ...one, ...privacyOf(value, t.form.between) })),
      actions: actionTyped(reading, value),
    }),
  };
}

function ownTopic({ language }: Reading, value: FormValue): readonly Readonly<Record<string, unknown>>[] {
  const title = typedWords(value, 'own');
  const theme = typedWords(value, 'own-theme');
  return title === undefined ? [] : [{ title: { [language]: title }, themes: theme === undefined ? [] : [theme] }];
}

function actionTyped({ language }: Reading, value: FormValue): readonly Readonly<Record<string, unknown>>[] {
  const what = typedWords(value, 'action');
  return what === undefined ? [] : [withoutEmpty({ what: { [language]: what }, owner: typedWords(value, 'action-owner'), due: dayTyped(value, 'actions.0.due') })];
}

/** Which one-to-one: the reader's own series first, or the one that the address names. */
export function quickPage(reading: Reading): Page {
  const { ask, language, seen, to, access } = reading;
  const t = inLanguage(meetingsWords, language);
  const posts = access?.standing.posts.map(({ ref }) => ref) ?? [];
  const asked = ask.query.get('series');
  const isOwn = ({ between }: Series): boolean => between.some((post) => posts.includes(post));
  const all = seen.all('series').filter((series) => series.between.length > 1 && mayActOn(reading, recordOneToOne, series) && (asked === null || series.ref === asked || series.id === asked));
  const items = all.toSorted((a, b) => Number(isOwn(b)) - Number(isOwn(a))).map((series): Parts => [linked({ href: to.page(`/meetings/quick/${encodeURIComponent(series.id)}`), said: recordName(reading, series.ref) })]);
  return pageOfRegister(reading, {
    view: 'entity.njk', title: t.do.quick, current: 'work',
    model: { t: inLanguage(entityWords, language), caption: t.meetings, heading: { text: t.do.quick }, summary: [], told: [], sections: [{ id: 'which', heading: t.form.quickChoose, body: listOr(items, t.form.quickNone) }], links: [{ href: to.page('/meetings'), said: { text: t.meetings } }] },
  });
}
