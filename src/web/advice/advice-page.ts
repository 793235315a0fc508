import { turnOf, type Turn } from '../../areas/advice/queries/mine.ts';
import { mayBringConcern } from '../../areas/advice/registered.ts';
import { adviceActs } from '../../areas/advice/acts.ts';
import { dateInWords, earlierFirst } from '../../kernel/date.ts';
import type { Advice } from '../../model/advice.ts';
import { mayActOn } from '../acting/act-form.ts';
import type { Page } from '../page.ts';
import { pageOfRegister, type Reading } from '../reading.ts';
import { recordLink, recordName } from '../record-name.ts';
import { adviceWords } from '../words/advice.ts';
import { filled, inLanguage } from '../words/pairs.ts';
import { natureName, standsInWords } from './advice-words-of.ts';

const TURNS: readonly Turn[] = ['yours', 'further', 'waiting', 'escalated', 'answered'];
const NATURES = ['advice', 'concern', 'challenge', 'dissent'] as const;

/** All that was raised and that the reader may see, by whose turn it is; of each group what is due first, or happened last, comes first. */
export function advicePage(reading: Reading): Page {
  const { language, seen, asAt: { date }, access, to } = reading;
  const t = inLanguage(adviceWords, language);
  const person = access?.standing.person;
  const byTurn = Map.groupBy(seen.all('advice').filter(({ on }) => on <= date), (one) => turnOf(seen, person, one, date));
  const groups = TURNS.flatMap((turn) => {
    const own = byTurn.get(turn) ?? [];
    const isOpen = turn !== 'escalated' && turn !== 'answered';
    return own.length === 0 ? [] : [{ id: turn, heading: t.groups[turn], rows: own.toSorted((a, b) => (isOpen ? earlierFirst(a.answerBy ?? a.on, b.answerBy ?? b.on) : earlierFirst(b.on, a.on))).map((one) => rowOf(reading, one)) }];
  });
  return pageOfRegister(reading, { view: 'advice.njk', title: t.heading, current: 'work', model: { t, groups, begins: waysToBegin(reading).map(({ path, name }) => ({ href: to.page(path[0], path[1]), said: { text: name } })) } });
}

function rowOf(reading: Reading, one: Advice) {
  const { language, to } = reading;
  const t = inLanguage(adviceWords, language);
  return {
    link: { href: to.page(`/advice/${encodeURIComponent(one.id)}`), said: recordName(reading, one.ref) },
    nature: natureName(reading, one),
    isConfidential: one.confidential === true,
    from: recordLink(reading, one.from),
    to: recordLink(reading, one.to),
    on: dateInWords(one.on, language),
    stands: standsInWords(reading, one),
    t,
  };
}

/** The forms by which the reader may raise something. */
function waysToBegin(reading: Reading): readonly { readonly path: readonly [`/${string}`, Readonly<Record<string, string>>?]; readonly name: string }[] {
  const { language, seen, asAt: { date }, access, register: { content: { header } } } = reading;
  const t = inLanguage(adviceWords, language);
  const [raise] = adviceActs;
  const person = access?.standing.person;
  if (raise === undefined || person === undefined || !mayActOn(reading, raise, undefined)) return [];
  return [
    ...NATURES.map((nature) => ({ path: ['/advice/new', { nature }] as const, name: t.begins[nature] })),
    ...(mayBringConcern(seen, person, date) ? [{ path: ['/concern'] as const, name: filled(t.begins.professional, { officer: t.officer[header.authority.nation] }) }] : []),
  ];
}
