import { NEED_KINDS, type Need } from '../../assessment/needs/need.ts';
import { addDays, daysBetween, type CalendarDate } from '../../kernel/date.ts';
import { needItem, type NeedItem } from '../home/needs-model.ts';
import type { Page } from '../page.ts';
import { pageOfRegister, type Reading } from '../reading.ts';
import { counted } from '../words/counted.ts';
import { homeWords } from '../words/home.ts';
import { inboxWords } from '../words/inbox.ts';
import { inLanguage } from '../words/pairs.ts';
import { needsOf, officeOf } from './needs-of.ts';

/** Things on one page. */
export const ON_A_PAGE = 50;

const GROUPS = ['overdue', 'week', 'later', 'none'] as const;
type Group = (typeof GROUPS)[number];

/** Everything that waits for whoever reads, by when: what is theirs first, then what has waited longest. Only what is shown is put into words. */
export function inboxPage(reading: Reading): Page {
  const { ask: { query }, access, language, to } = reading;
  const t = inLanguage(inboxWords, language);
  const office = officeOf(reading);
  if (access === undefined || office === undefined) return pageOfRegister(reading, { view: 'message.njk', title: t.inbox, model: { heading: t.inbox, lead: [t.nobody] } });
  const all = needsOf(reading, office);
  const kind = NEED_KINDS.find((one) => one === query.get('kind'));
  const inGroups = byWhen(kind === undefined ? all : all.filter(({ is }) => is === kind), reading.asAt.date);
  const ordered = GROUPS.flatMap((group) => inGroups.get(group) ?? []);
  const pages = Math.max(1, Math.ceil(ordered.length / ON_A_PAGE));
  const page = Math.min(pages, Math.max(1, /^\d{1,4}$/.test(query.get('page') ?? '') ? Number(query.get('page')) : 1));
  const shown = new Set(ordered.slice((page - 1) * ON_A_PAGE, page * ON_A_PAGE));
  const groups = GROUPS.flatMap((group) => {
    const items = (inGroups.get(group) ?? []).filter((need) => shown.has(need));
    return items.length === 0 ? [] : [{ id: group, heading: t.groups[group], count: inGroups.get(group)?.length ?? 0, items: items.map((need) => ({ ...needItem(reading, access, need), late: lateIn(reading, need) }) satisfies NeedItem & { late: string | undefined }) }];
  });
  const at = (chosen: string | undefined, number?: number): string => to.page('/inbox', { kind: chosen, page: number === undefined || number === 1 ? undefined : String(number) });
  const counts = Map.groupBy(all, ({ is }) => is);
  return pageOfRegister(reading, {
    view: 'inbox.njk',
    title: t.inbox,
    current: 'inbox',
    model: {
      t, h: inLanguage(homeWords, language), groups,
      lead: counted(t.lead, all.length, language),
      filters: [{ text: t.all, count: all.length, href: at(undefined), isCurrent: kind === undefined }, ...NEED_KINDS.filter((one) => counts.has(one)).map((one) => ({ text: t.kinds[one], count: counts.get(one)?.length ?? 0, href: at(one), isCurrent: one === kind }))],
      pagination: pages === 1 ? undefined : { items: pagesAround(page, pages).map((number) => (number === undefined ? { ellipsis: true } : { number, href: at(kind, number), current: number === page })), previous: page > 1 ? { href: at(kind, page - 1), text: t.previous } : undefined, next: page < pages ? { href: at(kind, page + 1), text: t.next } : undefined },
      reminders: { href: to.page('/inbox/reminders'), said: { text: t.toReminders } },
    },
  });
}

function byWhen(needs: readonly Need[], today: CalendarDate): ReadonlyMap<Group, readonly Need[]> {
  const weekEnds = addDays(today, 7);
  return Map.groupBy(needs, ({ by }): Group => (by === undefined ? 'none' : by < today ? 'overdue' : by <= weekEnds ? 'week' : 'later'));
}

function lateIn({ asAt: { date }, language }: Reading, { by }: Need): string | undefined {
  const t = inLanguage(inboxWords, language);
  if (by === undefined || by > date) return undefined;
  return by === date ? t.today : counted(t.late, daysBetween(by, date), language);
}

/** The first, the last and those beside the page that is shown; undefined where some are left out. */
function pagesAround(page: number, pages: number): readonly (number | undefined)[] {
  const kept = [...new Set([1, page - 1, page, page + 1, pages])].filter((one) => one >= 1 && one <= pages).sort((a, b) => a - b);
  return kept.flatMap((one, index) => (index > 0 && one - (kept[index - 1] ?? one) > 1 ? [undefined, one] : [one]));
}

