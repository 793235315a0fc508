import { giveBriefing } from '../../areas/scrutiny/acts/briefing.ts';
import { setEntitlement } from '../../areas/scrutiny/acts/entitlement.ts';
import { entitlementsReceived, type EntitlementReceived } from '../../assessment/entitlements-received.ts';
import { newMembers, type NewMember } from '../../assessment/new-members.ts';
import { dateInWords } from '../../kernel/date.ts';
import type { Ref } from '../../model/field.ts';
import { mayActOn } from '../acting/act-form.ts';
import { entityPage } from '../entity/entity-page.ts';
import { dateText, record, verdictTag } from '../entity/record-parts.ts';
import { linked, quiet, tableOr, tagged, text, type Parts, type Section } from '../entity/section.ts';
import type { Page } from '../page.ts';
import type { Reading } from '../reading.ts';
import { recordName } from '../record-name.ts';
import { seenFacts } from '../seen-facts.ts';
import { counted } from '../words/counted.ts';
import { filled, inLanguage } from '../words/pairs.ts';
import { scrutinyWords } from '../words/scrutiny.ts';
import { workWords } from '../words/work.ts';

/** What each is to receive and what came: what the reader themself is to receive first, then by holder. */
export function entitlementsPage(reading: Reading): Page {
  const { language, to } = reading;
  const t = inLanguage(scrutinyWords, language).entitlements;
  const all = entitlementsReceived(seenFacts(reading));
  const own = ownOf(reading);
  const holders = Map.groupBy(all.filter(({ entitlement }) => !own.has(entitlement.holder)), ({ entitlement }) => entitlement.holder);
  const mine = all.filter(({ entitlement }) => own.has(entitlement.holder));
  const late = all.filter(({ isOverdue }) => isOverdue).length;
  const sections: readonly Section[] = [
    ...(mine.length === 0 ? [] : [{ id: 'mine', heading: t.mine, body: table(reading, mine) }]),
    ...[...holders].map(([holder, theirs]): Section => ({ id: `of-${holder.replace('/', '-')}`, heading: recordName(reading, holder).text, body: table(reading, theirs) })),
  ];
  return entityPage(reading, {
    caption: inLanguage(workWords, language).work, heading: { text: t.title },
    summary: [all.length === 0 ? t.none : late === 0 ? t.notLate : counted(t.late, late, language)],
    sections, links: mayActOn(reading, setEntitlement, undefined) ? [{ href: to.page('/entitlements/new'), said: { text: t.new } }] : [],
  });
}

const ownOf = ({ access }: Reading): ReadonlySet<Ref> => new Set<Ref>([...(access?.standing.posts ?? []).map(({ ref }) => ref), ...(access?.standing.bodies ?? [])]);

function table(reading: Reading, all: readonly EntitlementReceived[]): Section['body'] {
  const { language, speaker } = reading;
  const t = inLanguage(scrutinyWords, language).entitlements;
  const rows = all.map(({ entitlement, outcome, last, nextDue, isOverdue }): readonly Parts[] => [
    [record(reading, entitlement.ref)],
    [text(entitlement.form)],
    [text(filled(t.every, { frequency: speaker.value(entitlement.frequency) }))],
    [verdictTag(reading, outcome.verdict)],
    last === undefined ? [quiet(t.never)] : [linked({ href: reading.to.record(last.record), said: { text: dateInWords(last.on, language) } })],
    nextDue === undefined ? [quiet('–')] : [dateText(reading, nextDue), ...(isOverdue ? [text(' '), tagged('exposed', t.overdue)] : [])],
  ]);
  return tableOr([t.information, t.form, t.often, t.came, t.last, t.next], rows, t.none);
}

/** Who is new to a councillor's post or seat, and whether they were briefed. */
export function newMembersPage(reading: Reading): Page {
  const { asAt, language, to } = reading;
  const t = inLanguage(scrutinyWords, language).briefings;
  const all = newMembers(seenFacts(reading));
  const waiting = all.filter(({ briefed }) => briefed === undefined);
  const cells = ({ who, place, from }: NewMember): readonly Parts[] => [[record(reading, who)], [record(reading, place)], [dateText(reading, from)]];
  return entityPage(reading, {
    caption: inLanguage(workWords, language).work, heading: { text: t.title },
    summary: [waiting.length === 0 ? t.allDone : counted(t.summary, waiting.length, language)],
    sections: [
      { id: 'waiting', heading: t.waiting, body: tableOr([t.who, t.place, t.since, t.by], waiting.map((one) => [...cells(one), [dateText(reading, one.by), ...(one.by < asAt.date ? [text(' '), tagged('exposed', t.late)] : [])]]), t.none) },
      { id: 'briefed', heading: t.done, body: tableOr([t.who, t.place, t.since, t.briefing], all.flatMap((one) => (one.briefed === undefined ? [] : [[...cells(one), [record(reading, one.briefed.ref), text(`, ${dateInWords(one.briefed.on, language)}`)] as Parts]])), t.none) },
    ],
    links: mayActOn(reading, giveBriefing, undefined) ? [{ href: to.page('/briefings/new', { newMembers: waiting.length > 0 ? 'yes' : undefined }), said: { text: t.give } }] : [],
  });
}
