import type { Name, Names } from '../../assessment/names.ts';
import type { Block, Document, Showing, Wording } from '../../documents/document.ts';
import { paragraphs } from '../../documents/paragraphs.ts';
import { mainLanguage } from '../../documents/shown.ts';
import { dayWording, filledWording, joinedWording, plainIn } from '../../documents/wording.ts';
import type { BothLanguages } from '../../kernel/text.ts';
import type { Ref } from '../../model/field.ts';
import type { Report } from '../../model/reporting.ts';
import type { Snapshot } from '../../register/snapshot.ts';

const WORDS = {
  reportBy: { en: 'Report by the {post}', cy: 'Adroddiad gan {post}' },
  meeting: { en: 'Meeting', cy: 'Cyfarfod' },
  subject: { en: 'Subject', cy: 'Pwnc' },
  notOnAgenda: { en: 'On no agenda that is on record', cy: 'Ddim ar unrhyw agenda sydd wedi’i chofnodi' },
  noText: { en: 'The text of this section is not on record here.', cy: 'Nid yw testun yr adran hon wedi’i gofnodi yma.' },
  nothing: { en: 'The report says nothing under this heading.', cy: 'Nid yw’r adroddiad yn dweud dim o dan y pennawd hwn.' },
  contact: { en: 'Person to contact', cy: 'Person i gysylltu ag ef' },
  background: { en: 'Background papers', cy: 'Papurau cefndir' },
  appendices: { en: 'Appendices', cy: 'Atodiadau' },
  appendix: { en: 'Appendix {number}: {title}', cy: 'Atodiad {number}: {title}' },
  wards: { en: 'Wards affected', cy: 'Wardiau yr effeithir arnynt' },
  none: { en: 'None', cy: 'Dim' },
  notSaid: { en: 'Not said', cy: 'Heb ei nodi' },
  draft: { en: 'This is {state}: it is not the report as it was agreed.', cy: 'Mae hwn yn {state}: nid hwn yw’r adroddiad fel y cytunwyd arno.' },
} as const;

/** A heading that every council report has, and how a section of the record is known to be it. */
interface Heading {
  readonly words: BothLanguages;
  readonly is: RegExp;
}

/** Before the report’s own sections, and after them: the order of a report to a Scottish council of 2008, 1 and 2, 7 to 11. */
const BEFORE: readonly Heading[] = [
  { words: { en: 'Purpose', cy: 'Diben' }, is: /^(purpose|diben|pwrpas)\b/i },
  { words: { en: 'Background', cy: 'Cefndir' }, is: /^(background|cefndir)\b/i },
];
const AFTER: readonly Heading[] = [
  { words: { en: 'Personnel Issues', cy: 'Materion Personél' }, is: /^(personnel|staffing|personél|materion personél|materion staffio)(?![\p{L}])/iu },
  { words: { en: 'Financial Implications', cy: 'Goblygiadau Ariannol' }, is: /^(financial|finance\b|goblygiadau ariannol)/i },
  { words: { en: 'Risk Analysis', cy: 'Dadansoddi Risg' }, is: /^(risk|dadansoddi(ad)? risg|risg)/i },
  { words: { en: 'Conclusion', cy: 'Casgliad' }, is: /^(conclusion|casgliad)/i },
  { words: { en: 'Recommendation', cy: 'Argymhelliad' }, is: /^(recommendation|argymhell)/i },
];

/** A report to a council, and what the records around it say: on whose agenda it is, who holds the post that made it, what supports it. */
export interface PaperedReport {
  readonly report: Report;
  /** As the reader may see it. */
  readonly snapshot: Snapshot;
  readonly names: Names;
}

type Section = Report['sections'][number];

/** A section, or a usual heading that the report has no section for. */
type Headed = Pick<Section, 'title' | 'text'> | { readonly title: BothLanguages; readonly text: undefined; readonly isAbsent: true };

/** A report in the form that councils give theirs: whose, to whom, on what; its sections under the usual headings; who to ask and what it rests on. */
export function councilReport({ report, snapshot, names }: PaperedReport, showing: Showing): Document {
  const { authority } = snapshot.header;
  const { by, state, title } = report;
  return {
    title,
    by: plainIn(authority.name, mainLanguage(showing)),
    on: snapshot.validOn,
    showing,
    blocks: [
      { is: 'paragraph', words: strong(authority.name) },
      ...(by === undefined ? [] : [{ is: 'paragraph', words: filledWording(WORDS.reportBy, { post: names(by) }) } as const]),
      { is: 'definitions', rows: [{ term: WORDS.meeting, words: meetingOf(report, snapshot, names) }, { term: WORDS.subject, words: title }] },
      ...(state === 'draft' || state === 'in-review' || state === 'withdrawn' ? [{ is: 'note', words: filledWording(WORDS.draft, { state: names(state) }) } as const] : []),
      ...reportSections(report, '', 1),
      ...signedOff(report, snapshot, names),
    ],
  };
}

/**
 * The sections of a report, numbered in their order under `within` (`B2.`). One to a council has the usual headings, in their
 * places, whether or not it says anything under them.
 */
export function reportSections({ sections, type }: Report, within: string, level: 1 | 2 | 3): readonly Block[] {
  const ordered: readonly Headed[] = type === 'council' ? inCouncilOrder(sections) : sections;
  return ordered.flatMap((section, index): readonly Block[] => {
    const number = `${within}${index + 1}`;
    const { title, text } = section;
    return [{ is: 'heading', level, number, words: title }, ...(text === undefined ? [{ is: 'paragraph', words: 'isAbsent' in section ? WORDS.nothing : WORDS.noText } as const] : paragraphs(text, number))];
  });
}

function inCouncilOrder(sections: readonly Section[]): readonly Headed[] {
  const taken = new Set<Section>();
  const under = (headings: readonly Heading[]): readonly Headed[] =>
    headings.map(({ words, is }) => {
      const found = sections.find((one) => !taken.has(one) && [one.title.en, one.title.cy].some((title) => title !== undefined && is.test(title)));
      if (found !== undefined) taken.add(found);
      return found ?? { title: words, text: undefined, isAbsent: true };
    });
  const [before, after] = [under(BEFORE), under(AFTER)];
  return [...before, ...sections.filter((one) => !taken.has(one)), ...after];
}

/** The body and the day of the last meeting that had it as a paper: "Council: 26 November 2008". */
function meetingOf({ ref }: Report, snapshot: Snapshot, names: Names): Wording {
  const last = snapshot.all('meetings', 'ever').filter(({ items }) => items.some(({ paper }) => paper === ref)).toSorted((a, b) => (a.on < b.on ? -1 : 1)).at(-1);
  const whose = last?.body ?? last?.series;
  if (last === undefined) return WORDS.notOnAgenda;
  return whose === undefined ? dayWording(last.on) : joinedWording([names(whose), dayWording(last.on)], ': ');
}

function signedOff({ ref, by, appendices, wardsAffected }: Report, snapshot: Snapshot, names: Names): readonly Block[] {
  const holders = by === undefined ? [] : snapshot.where('appointments', 'post', by).map(({ person }) => names(person));
  const whose: readonly Name[] = by === undefined ? [] : [...holders.slice(0, 1), names(by)];
  const listed = (refs: readonly Ref[]): Wording => (refs.length === 0 ? WORDS.none : joinedWording(refs.map(names), '\n'));
  const cited = snapshot.where('claims', 'report', ref).flatMap(({ evidence }) => evidence);
  const supporting = snapshot.all('evidence').filter(({ supports }) => supports.includes(ref)).map((one): Ref => one.ref);
  const background = [...new Set([...supporting, ...cited])].filter((one) => !appendices.some((appendix) => appendix === one));
  return [
    ...(whose.length === 0 ? [] : [{ is: 'paragraph', words: joinedWording(whose, '\n') } as const]),
    {
      is: 'definitions',
      rows: [
        { term: WORDS.contact, words: whose.length === 0 ? WORDS.notSaid : joinedWording(whose) },
        { term: WORDS.background, words: listed(background) },
        { term: WORDS.appendices, words: appendices.length === 0 ? WORDS.none : joinedWording(appendices.map((one, index) => filledWording(WORDS.appendix, { number: index + 1, title: names(one) })), '\n') },
        { term: WORDS.wards, words: wardsAffected ?? WORDS.notSaid },
      ],
    },
  ];
}

const strong = ({ en, cy }: { readonly en?: string | undefined; readonly cy?: string | undefined }): Wording => {
  const run = (text: string) => [{ text, strong: true }];
  if (en === undefined) return { cy: run(cy ?? '') };
  return cy === undefined ? { en: run(en) } : { en: run(en), cy: run(cy) };
};
