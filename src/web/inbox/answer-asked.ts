import { dateInLondon, instantInWords, type Instant } from '../../kernel/instant.ts';
import { areaRequest } from '../../areas/area-request.ts';
import { AREA_ACTS } from '../../areas/acts.ts';
import { wordsFor } from '../../assessment/open-register.ts';
import { dateInWords, type CalendarDate } from '../../kernel/date.ts';
import type { Language } from '../../kernel/text.ts';
import { refused, type Result } from '../../kernel/result.ts';
import type { Ref } from '../../model/field.ts';
import { titleOf } from '../../model/labels.ts';
import type { KeptRegister } from '../../register/kept-register.ts';
import type { Performed } from '../../register/request.ts';
import { Snapshot } from '../../register/snapshot.ts';
import { answerAddress } from '../../reminders/reminder-mail.ts';
import type { AnswerLink } from '../../reminders/answer-links.ts';
import type { AnswerName, WaitingThing } from '../../reminders/waiting-thing.ts';
import type { Page } from '../page.ts';
import { recordOf } from '../record-name.ts';
import { said, type SaidText } from '../said-text.ts';
import type { Sight } from '../sight.ts';
import { answerLinkWords } from '../words/reminding.ts';
import { filled, inLanguage } from '../words/pairs.ts';

/** What a link would say, about a thing that still waits as it did when the link was made. */
export interface AnswerAsked {
  readonly link: AnswerLink;
  readonly thing: WaitingThing;
  readonly sight: Sight;
  readonly today: CalendarDate;
}

/** The act that says it, and what it takes. */
const ACTS: Readonly<Record<AnswerName, { readonly act: string; readonly input: (record: Ref) => Readonly<Record<string, string>> }>> = {
  done: { act: 'action.report', input: (record) => ({ action: record, state: 'complete-claimed' }) },
  delayed: { act: 'action.report', input: (record) => ({ action: record, state: 'delayed' }) },
  acknowledged: { act: 'communication.acknowledge', input: (record) => ({ communication: record }) },
};

/** Says it, as the person to whom the link was sent and in the post that it waits for; once, and only while the record is as it was. */
export async function sayByLink({ link }: AnswerAsked, register: KeptRegister, now: Instant, language: Language): Promise<Result<Performed>> {
  const { act: name, input } = ACTS[link.answer];
  const act = AREA_ACTS.find((one) => one.name === name);
  if (act === undefined) return refused({ category: 'ours', code: 'no-such-act', sentence: `There is no act ${name}.` });
  const t = inLanguage(answerLinkWords, language);
  const actor = { person: link.person.slice('persons/'.length), ...(link.whose.startsWith('posts/') ? { post: link.whose.slice('posts/'.length) } : {}) };
  const reason = filled(t.reason, { says: t.says[link.answer], day: dateInWords(dateInLondon(link.madeAt), language) });
  return register.perform(areaRequest(act, input(link.record), link.person, { actor, reason, now, key: `answer-link-${link.id}`, read: new Map([[link.record as string, link.entry]]) }, wordsFor));
}

/** What will be said, and the button that says it: to look at the page says nothing. */
export function answerLinkPage({ link, thing, sight, today }: AnswerAsked, language: Language, secret: string, fault?: SaidText): Page {
  const t = inLanguage(answerLinkWords, language);
  const seen = new Snapshot(sight.content, today);
  const name = (ref: Ref): SaidText => {
    const record = recordOf({ seen }, ref);
    const title = record === undefined ? undefined : titleOf(record);
    return title === undefined ? { text: thing.what[language] } : said(title, language);
  };
  const about = link.answer === 'acknowledged' ? (seen.get(link.record as Ref<'communications'>)?.of ?? link.record) : link.record;
  const person = name(link.person).text;
  const heading = t.heading[link.answer];
  const row = (label: string, value: SaidText) => ({ label, value });
  const title = name(about);
  return {
    status: fault === undefined ? 200 : 409,
    view: 'partner-answer.njk',
    writes: true,
    title: heading,
    crumbs: [],
    errors: fault === undefined ? [] : [fault],
    model: {
      heading: thing.what[language], title: { text: heading }, lead: t.lead, action: answerAddress(language, secret), submit: heading,
      rows: [
        row(t.rows.what, title),
        ...(thing.by === undefined ? [] : [row(t.rows.due, { text: dateInWords(thing.by, language) })]),
        row(t.rows.says, { text: t.says[link.answer] }),
        row(t.rows.by, { text: link.whose === link.person ? person : filled(t.as, { person, post: thing.whoseName[language] }) }),
        row(t.rows.then, { text: t.then[link.answer] }),
        row(t.rows.until, { text: instantInWords(link.expiresAt, language) }),
      ],
    },
  };
}

/** Of a link that does nothing, or nothing more. */
export function answerGonePage(language: Language, why: 'unknown' | 'expired' | 'closed' | 'used', when = ''): Page {
  const t = inLanguage(answerLinkWords, language);
  const [heading, lead] = why === 'used' ? [t.thanks, filled(t.thanksLead, { when })] : [t.gone, filled(t.why[why], { when })];
  return { status: why === 'used' ? 200 : 404, view: 'partner-closed.njk', writes: true, title: heading, crumbs: [], model: { heading, lead: [lead], below: why === 'used' ? [] : [{ href: `/${language}/`, said: { text: t.signIn } }] } };
}
