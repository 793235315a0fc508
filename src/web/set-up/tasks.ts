import type { KindName } from '../../model/kinds.ts';
import type { Notice, Page } from '../page.ts';
import type { Reading } from '../reading.ts';
import { filled, inLanguage } from '../words/pairs.ts';
import { taskWords } from '../words/tasks.ts';

type TaskName = 'bodies' | 'posts' | 'functions' | 'instruments' | 'series';

/** Something that a register begins with: the kinds of record that say it, the one that it is about first. */
export interface Task {
  readonly name: TaskName;
  readonly kinds: readonly KindName[];
  /** How many records say it, on the date of the page. */
  readonly count: number;
}

const KINDS: Readonly<Record<TaskName, readonly KindName[]>> = {
  bodies: ['bodies', 'seats'],
  posts: ['posts', 'appointments'],
  functions: ['functions'],
  instruments: ['instruments', 'provisions', 'agreements'],
  series: ['series'],
};

/** What the register says so far of each. Posts count once a line leads from one to the statutory officer's: until then there are only those that a register begins with. */
export function tasksOf({ seen, assessment: { compiled: { pack } } }: Pick<Reading, 'seen' | 'assessment'>): readonly Task[] {
  const officers = new Set<string | undefined>(seen.where('posts', 'designations', pack.statutoryOfficer).map(({ ref }) => ref));
  const hasLines = seen.all('posts').some(({ reportsTo }) => officers.has(reportsTo));
  return (Object.entries(KINDS) as [TaskName, readonly KindName[]][]).map(([name, kinds]) => {
    const count = kinds.reduce((sum, kind) => sum + seen.all(kind).length, 0);
    return { name, kinds, count: name === 'posts' && !hasLines ? 0 : count };
  });
}

export const tasksAddress = ({ language, shelved }: Pick<Reading, 'language' | 'shelved'>): string => `/${language}/${encodeURIComponent(shelved.slug)}/tasks`;

/** The register's first page, with how much is left of what a register begins with, for whoever may do something about it. */
export const withToDo = (page: Page, reading: Reading): Page => ({ ...page, notices: [...(page.notices ?? []), ...toDoNotice(reading)] });

function toDoNotice(reading: Reading): readonly Notice[] {
  const { access, language, visitor } = reading;
  if (visitor === undefined || access?.mightKeep('bodies') !== true) return [];
  const t = inLanguage(taskWords, language);
  const left = tasksOf(reading).filter(({ count }) => count === 0).length;
  return left === 0 ? [] : [{ is: 'known-then', title: t.notice, text: left === 1 ? t.noticeOne : filled(t.noticeText, { count: left }), link: { href: tasksAddress(reading), said: { text: t.noticeGo } } }];
}
