import { z } from 'zod';
import type { CalendarDate } from '../kernel/date.ts';
import { parseDate } from '../kernel/date.ts';
import type { BothLanguages } from '../kernel/text.ts';
import { NATIONS, type Nation } from '../model/structure.ts';

const both = z.strictObject({ en: z.string().min(1), cy: z.string().min(1) }) as unknown as z.ZodType<BothLanguages>;
const day = z.string().refine((written) => parseDate(written) !== undefined, 'a date written YYYY-MM-DD') as unknown as z.ZodType<CalendarDate, string>;
const id = z.string().regex(/^[a-z0-9][a-z0-9.-]*$/, 'an id of small letters, digits, dots and dashes');
const period = z.strictObject({ from: day.optional(), until: day.optional(), note: both.optional() });
const cites = z.array(z.strictObject({ document: z.string().min(1), paragraph: z.string().min(1) })).min(1);
const named = z.strictObject({ id, name: both, note: both.optional() });

/** A value that the guidance leaves open: dated, with its reason. An authority may set a stricter one. */
const threshold = z.strictObject({
  id,
  value: z.string().min(1),
  because: both,
  checkedOn: day,
});

/** A headed cell of a report. One that carries forward takes up the improvements named in the report before. */
const reportHeading = z.strictObject({
  id,
  number: z.string().min(1),
  name: both,
  cites,
  part: id.optional(),
  section: id.optional(),
  carriesForward: z.boolean().optional(),
});

/** `pack.yaml`: one body of guidance in one edition, without its expectations. */
export const packFile = z.strictObject({
  id,
  edition: z.string().min(1),
  title: both,
  nation: z.enum(Object.keys(NATIONS) as [Nation, ...Nation[]]),
  inForce: period,
  welsh: z.enum(['not-translated', 'in-translation', 'machine-drafted', 'checked']),
  note: both.optional(),
  /** The designation of the officer whom the guidance makes answerable. */
  statutoryOfficer: id,
  documents: z.array(z.strictObject({
    id: z.string().min(1),
    title: both,
    publisher: z.union([both, z.string()]).optional(),
    publishedOn: day.optional(),
    digest: z.string().regex(/^sha256:[0-9a-f]{64}$/).optional(),
    note: both.optional(),
  })).min(1),
  accountabilities: z.array(z.strictObject({ id, name: both, says: both, cites })).min(1),
  chapters: z.array(named).min(1),
  themes: z.array(named).min(1),
  functions: z.array(z.strictObject({ id, name: both, group: z.enum(['adult', 'children', 'both', 'corporate']), note: both.optional() })),
  designations: z.array(z.strictObject({ id, name: both, councillor: z.boolean().optional(), note: both.optional() })).min(1),
  competencies: z.array(z.strictObject({ id, name: both, cites: cites.optional(), note: both.optional() })),
  thresholds: z.array(threshold),
  /** Words of an earlier edition that this one no longer has: registers that use them can still be read. No test may ask for them. */
  formerWords: z
    .strictObject({
      themes: z.array(named).optional(),
      accountabilities: z.array(named).optional(),
      designations: z.array(named).optional(),
      competencies: z.array(named).optional(),
    })
    .optional(),
  coverage: z.strictObject({
    document: z.string().optional(),
    from: z.string().optional(),
    until: z.string().optional(),
    to: z.string().optional(),
    note: both.optional(),
    notEncoded: z.array(z.strictObject({ document: z.string().optional(), paragraphs: z.array(z.string()).min(1), why: both })),
  }),
  /** Slips of the document itself that a careful reader meets. */
  faults: z.array(z.strictObject({ says: both, cites })).optional(),
  /** The headed cells that a report under this guidance must have. */
  reportHeadings: z.array(reportHeading).optional(),
});

/** One thing that the guidance says must or should be so. The tests are read by the rules, not here. */
export const expectationEntry = z.strictObject({
  id,
  chapter: id,
  serves: z.array(id).min(1),
  force: z.enum(['must', 'should', 'may']),
  bearer: id,
  title: both,
  says: both,
  cites,
  inForce: period.optional(),
  appliesWhen: z.unknown().optional(),
  onPaper: z.unknown().optional(),
  inPractice: z.unknown().optional(),
  ask: both,
  remedy: both,
  notEncoded: both,
  examples: z.array(z.string().min(1)).min(1),
});

export type ReportHeading = z.output<typeof reportHeading>;
export type PackFile = z.output<typeof packFile>;
export type Expectation = z.output<typeof expectationEntry>;

/** A pack read whole. `digest` is of its canonical content, so that an assessment can say exactly what it was judged by. */
export interface Pack extends PackFile {
  readonly expectations: readonly Expectation[];
  readonly digest: string;
}
