import { HAPPENING_GROUPS, type Happening, type HappeningGroup } from '../../assessment/happenings/happening.ts';
import { happenings } from '../../assessment/happenings/happenings.ts';
import { dateInWords } from '../../kernel/date.ts';
import { kindNamed, type KindName } from '../../model/kinds.ts';
import { heldPosts } from '../held-posts.ts';
import { monthInWords } from '../month-in-words.ts';
import { nameOrder } from '../name-order.ts';
import type { Page } from '../page.ts';
import { pageOfRegister, type Reading } from '../reading.ts';
import { recordLink, recordName } from '../record-name.ts';
import { counted } from '../words/counted.ts';
import { HAPPENING_GROUP_WORDS, timelineWords } from '../words/happenings.ts';
import { filled, inLanguage } from '../words/pairs.ts';

/** What is shown where nothing is chosen: what the story of an authority turns on. */
const MAIN: readonly HappeningGroup[] = ['people', 'structure', 'instruments', 'reports', 'inspection'];
const MOST = 400;
/** Whom or what one can choose by. */
const ABOUT: readonly KindName[] = ['posts', 'persons', 'bodies', 'instruments'];

/** What happened in an authority up to the date, by year and month, the newest first. */
export function timelinePage(reading: Reading): Page {
  const { ask, asAt: { date }, language, register } = reading;
  const t = inLanguage(timelineWords, language);
  const asked = ask.query.get('kind') ?? '';
  const groups = HAPPENING_GROUPS.filter((group) => asked === 'all' || (asked === '' ? MAIN.includes(group) : group === asked));
  const about = ask.query.get('about') ?? '';
  const found = happenings(register.content).filter(({ day, of, names }) => day <= date && groups.includes(of) && (about === '' || names.has(about)));
  // The newest day first, and what one day holds in its own order.
  const shown = found.slice(-MOST).toSorted((a, b) => (a.day < b.day ? 1 : a.day > b.day ? -1 : 0));
  return pageOfRegister(reading, {
    view: 'timeline.njk',
    title: t.title,
    current: 'timeline',
    model: {
      t,
      kinds: [
        { value: '', text: t.main, selected: asked === '' },
        { value: 'all', text: t.everything, selected: asked === 'all' },
        ...HAPPENING_GROUPS.map((group) => ({ value: group, text: HAPPENING_GROUP_WORDS[group][language], selected: group === asked })),
      ],
      abouts: aboutOptions(reading, about),
      found: found.length === 0 ? t.nothing : shown.length < found.length ? filled(t.shown, { count: shown.length, all: found.length }) : counted(t.found, found.length, language),
      years: yearsOf(reading, shown),
      held: about === '' && (asked === '' || asked === 'people') ? heldPosts(reading) : undefined,
    },
  });
}

function aboutOptions(reading: Reading, about: string) {
  const { language, seen } = reading;
  const t = inLanguage(timelineWords, language);
  const order = nameOrder(language);
  return [
    { label: undefined, options: [{ value: '', text: t.anybody, selected: about === '' }] },
    ...ABOUT.map((kind) => ({
      label: kindNamed(kind).labels[language],
      options: [...new Set<string>(seen.all(kind, 'ever').map(({ ref }) => ref))].map((ref) => ({ value: ref, text: recordName(reading, ref).text, selected: ref === about })).toSorted((a, b) => order.compare(a.text, b.text)),
    })),
  ];
}

function yearsOf(reading: Reading, shown: readonly Happening[]) {
  const { language } = reading;
  return [...Map.groupBy(shown, ({ day }) => day.slice(0, 4))].map(([year, inYear]) => ({
    year,
    months: [...Map.groupBy(inYear, ({ day }) => day.slice(0, 7))].map(([month, inMonth]) => ({
      id: month,
      name: monthInWords(`${month}-01` as Happening['day'], language),
      told: inMonth.map((one) => ({ when: dateInWords(one.day, language), text: reading.speaker.say(one.says), group: HAPPENING_GROUP_WORDS[one.of][language], record: recordLink(reading, one.record) })),
    })),
  }));
}
