import { addAction } from '../../areas/meetings/acts/actions.ts';
import { actionLists } from '../../areas/meetings/queries/action-lists.ts';
import { mayActOn } from '../acting/act-form.ts';
import type { Section } from '../entity/section.ts';
import type { Page } from '../page.ts';
import { pageOfRegister, type Reading } from '../reading.ts';
import { entityWords } from '../words/entity.ts';
import { meetingsWords } from '../words/meetings.ts';
import { inLanguage } from '../words/pairs.ts';
import { actionsTable } from './actions-table.ts';

const LISTS = ['mine', 'claimed', 'overdue', 'open'] as const;

/** Who is to do what by when: one's own first, then what is said to be done, what is overdue, and the rest. */
export function actionsPage(reading: Reading): Page {
  const { access, language, seen, to } = reading;
  const t = inLanguage(meetingsWords, language);
  const lists = actionLists(seen, access?.standing.posts.map(({ ref }) => ref) ?? []);
  const sections = LISTS.flatMap((id): readonly Section[] => (id === 'mine' && access === undefined ? [] : [{ id, heading: t.action[id], body: actionsTable(reading, lists[id]) }]));
  return pageOfRegister(reading, {
    view: 'entity.njk', title: t.actions, current: 'work',
    model: {
      t: inLanguage(entityWords, language), caption: '', heading: { text: t.actions }, summary: [], told: [], sections,
      buttons: mayActOn(reading, addAction, undefined) ? [{ href: to.page('/actions/new'), said: { text: t.do.addAction } }] : [],
      links: [{ href: to.page('/meetings'), said: { text: t.meetings } }],
    },
  });
}
