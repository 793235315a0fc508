import type { Names } from '../../assessment/names.ts';
import type { Block, Definitions, Showing, Wording } from '../../documents/document.ts';
import { mainLanguage } from '../../documents/shown.ts';
import { dayWording, filledWording, joinedWording, plainIn } from '../../documents/wording.ts';
import type { BothLanguages } from '../../kernel/text.ts';
import { contains } from '../../kernel/period.ts';
import type { Ref } from '../../model/field.ts';
import type { Meeting } from '../../model/meetings.ts';
import type { Snapshot } from '../../register/snapshot.ts';
import { WORDS } from './paper-words.ts';

/** For whom a paper is: in the public variant a private item is its number and why it is private, and nothing else. */
export type Variant = 'public' | 'private';

/** What the papers of a meeting are printed from. */
export interface PaperedMeeting {
  readonly meeting: Meeting;
  /** As the reader may see it: a private item that they may not see has its number and why, and no words. */
  readonly snapshot: Snapshot;
  readonly names: Names;
  readonly variant: Variant;
}

export type Item = Meeting['items'][number];

/** Whether the variant leaves out what the item says. */
export const isWithheld = (item: Item, variant: Variant): boolean => variant === 'public' && item.private === true;

export const itemTitle = (item: Item, variant: Variant): Wording => (isWithheld(item, variant) ? WORDS.privateItem : item.title);

/** That the item is private and why; undefined of an item that is not. */
export const privateSentence = ({ private: isPrivate, privateBecause }: Item): BothLanguages | undefined =>
  isPrivate !== true ? undefined : privateBecause === undefined ? WORDS.privateNoReason : filledWording(WORDS.privateBecause, { because: privateBecause });

/** "Corporate Management Team, 5 November 2012". */
export function meetingName({ body, series, on }: Meeting, names: Names): Wording {
  const whose = series ?? body;
  return joinedWording([whose === undefined ? WORDS.meeting : names(whose), dayWording(on)]);
}

export const authorityName = (snapshot: Snapshot, showing: Showing): string => plainIn(snapshot.header.authority.name, mainLanguage(showing));

/** When and where, and that it was called off. */
export function occasionBlocks({ meeting: { body, series, on, at, place, calledOff, agenda }, names }: PaperedMeeting): readonly Block[] {
  const whose = body ?? series;
  const rows: Definitions['rows'] = [
    ...(whose === undefined ? [] : [{ term: WORDS.body, words: names(whose) }]),
    { term: WORDS.when, words: at === undefined ? dayWording(on) : filledWording(WORDS.at, { on: dayWording(on), time: at }) },
    ...(place === undefined ? [] : [{ term: WORDS.where, words: { same: place } }]),
    ...(agenda?.on === undefined ? [] : [{ term: WORDS.agendaIssued, words: dayWording(agenda.on) }]),
  ];
  return [{ is: 'definitions', rows }, ...(calledOff === undefined ? [] : [{ is: 'note', words: filledWording(WORDS.calledOff, { on: dayWording(calledOff.on), why: calledOff.why }) } as const])];
}

/** Who was there, who sent apologies, who declared an interest. */
export function attendanceRows({ meeting: { attended, apologies, declarations, on }, snapshot, names }: PaperedMeeting): Definitions['rows'] {
  const listed = (refs: readonly Ref[], nobody: Wording): Wording => (refs.length === 0 ? nobody : joinedWording(refs.map((ref) => inOffice(ref, on, snapshot, names)), '\n'));
  return [
    { term: WORDS.present, words: attended === undefined ? WORDS.presentUnknown : listed(attended, WORDS.nobody) },
    { term: WORDS.apologies, words: listed(apologies, WORDS.none) },
    { term: WORDS.declarations, words: declarations.length === 0 ? WORDS.none : joinedWording(declarations.map(({ by, what }) => joinedWording([inOffice(by, on, snapshot, names), { same: what }], ': ')), '\n') },
  ];
}

/** A post with who held it on the day, where one did. */
function inOffice(ref: Ref, on: Meeting['on'], snapshot: Snapshot, names: Names): Wording {
  const holders = ref.startsWith('posts/') ? snapshot.where('appointments', 'post', ref, 'ever').filter(({ valid }) => contains(valid, on)) : [];
  const [holder, another] = holders;
  return holder === undefined || another !== undefined ? names(ref) : joinedWording([names(holder.person), names(ref)]);
}

/** What an item came to: what was said, the decision, the votes. */
export function resultRows({ outcome, decision, votes }: Item): Definitions['rows'] {
  return [
    ...(outcome === undefined ? [] : [{ term: WORDS.outcome, words: outcome }]),
    ...(decision === undefined ? [] : [{ term: WORDS.decision, words: decision }]),
    ...(votes === undefined ? [] : [{ term: WORDS.votes, words: { same: votes } }]),
  ];
}
