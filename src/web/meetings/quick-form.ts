import { withoutUndefined } from '../../acts/changed.ts';
import { recordOneToOne } from '../../areas/meetings/acts/record-one-to-one.ts';
import { whoMeets } from '../../assessment/agenda/who-meets.ts';
import type { Series } from '../../model/meetings.ts';
import type { ActForm } from '../acting/act-form.ts';
import { checksField, choiceField, dateBegins, dateField, lineField, recordsByName, themeOptions, typedWords } from '../acting/controls.ts';
import type { FormValue } from '../forms/form-value.ts';
import type { Page } from '../page.ts';
import { pageOfRegister, type Reading } from '../reading.ts';
import { recordName } from '../record-name.ts';
import { dateTyped } from '../recording/record-form.ts';
import { seenFacts } from '../seen-facts.ts';
import { mayActOn } from '../acting/act-form.ts';
import { linked, listOr, type Parts } from '../entity/section.ts';
import { entityWords } from '../words/entity.ts';
import { meetingsWords } from '../words/meetings.ts';
import { inLanguage } from '../words/pairs.ts';
import { doneAt } from './done-address.ts';
import { privacyOf } from './agenda-form.ts';
import { proposalChecks, proposalsFor, tickedItems } from './proposals.ts';

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
    begins: new Map([...dateBegins('on', asAt.usual), ...series.between.map((post, index): readonly [string, string] => [`there.${index}`, post])]),
    fields: (typed) => [
      dateField(typed, { name: 'on', label: t.form.on }),
      checksField(typed, { name: 'attended', label: t.form.attendance, of: series.between.map((post, index) => ({ name: `there.${index}`, value: post, text: recordName(reading, post).text })) }),
      // The reasons stand on the page of the agenda: here they would not fit.
      ...(offered.length === 0 ? [] : [checksField(typed, { name: 'topics', label: t.form.topics, of: offered.map(({ name, value, text }) => ({ name, value, text })) })]),
      lineField(typed, { name: 'own', label: offered.length === 0 ? t.form.topics : t.form.ownTopic }),
      choiceField(typed, { name: 'own-theme', label: t.form.theme, options: themeOptions(reading, t.form.none) }),
      lineField(typed, { name: 'action', label: t.form.action }),
      choiceField(typed, { name: 'action-owner', label: t.form.owner, options: recordsByName(reading, series.between) }),
      dateField(typed, { name: 'actions.0.due', label: t.form.due }),
      checksField(typed, { name: 'private', label: t.form.private, of: [{ name: 'private', value: 'yes', text: t.form.privateTick }] }),
    ],
    input: (value) => withoutUndefined({
      series: series.ref, on: dateTyped(value, 'on'), attended: series.between.filter((post, index) => value.get(`there.${index}`) === post),
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
  return what === undefined ? [] : [withoutUndefined({ what: { [language]: what }, owner: typedWords(value, 'action-owner'), due: dateTyped(value, 'actions.0.due') })];
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
