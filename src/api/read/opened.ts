import { z } from 'zod';
import type { Access } from '../../access/access.ts';
import { HIDDEN_REASON, restsOnHidden } from '../../areas/rests-on-hidden.ts';
import type { Told } from '../../assessment/answer.ts';
import { assess, type Assessment } from '../../assessment/assess.ts';
import type { CalendarDate } from '../../kernel/date.ts';
import { quoted } from '../../kernel/fault.ts';
import type { Instant } from '../../kernel/instant.ts';
import { ok, refused, type Result } from '../../kernel/result.ts';
import type { RegisterContent } from '../../model/register-header.ts';
import type { Image } from '../../register/image.ts';
import type { Signed } from '../../register/signed.ts';
import { Snapshot } from '../../register/snapshot.ts';
import type { Caller } from '../http/operation.ts';
import { dateText, durationText, instantText } from '../http/shape.ts';
import type { Ports, Standing } from './ports.ts';

/** On what date, and as known when. */
export const whenQuery = {
  'as-at': dateText.optional().describe('The date that the answer is about. Without it: the register’s own date, else today in London.'),
  'known-at': instantText.optional().describe('Leaves out what was entered later than this instant.'),
};

/** How verdicts are asked for beside that. */
export const verdictQuery = {
  ...whenQuery,
  'look-back': durationText.optional().describe('How far back practice is looked for. Without it: what the guidance pack says, else a year.'),
  lang: z.enum(['en', 'cy']).default('en').describe('The language of sentences.'),
};

interface When {
  readonly 'as-at'?: CalendarDate | undefined;
  readonly 'known-at'?: Instant | undefined;
}

/** A register as one caller sees it, on a date, as known at an instant. */
export interface Opened {
  readonly id: string;
  readonly image: Image;
  readonly access: Access;
  readonly asAt: CalendarDate;
  readonly knownAt: Instant | undefined;
  /** The records that the caller may see: every version, and those of the date. */
  readonly content: RegisterContent;
  readonly seen: Snapshot;
  readonly signed: () => Promise<Signed | undefined>;
  /** Judged by all there is: what may be told of it says `told`. */
  readonly assessment: (lookBack?: Parameters<typeof assess>[2]) => Assessment;
  readonly told: (assessment: Assessment, seen?: Snapshot) => Told;
}

/** Another authority’s register is not there, for all that a caller can tell. */
export const noSuchRegister = (slug: string): { readonly ok: false; readonly faults: readonly [ReturnType<typeof notFound>] } => ({ ok: false, faults: [notFound('no-such-register', `${quoted(slug)} is not a register that you may read.`, slug)] });

export const notFound = (code: string, sentence: string, found: string) => ({ category: 'not-found' as const, code, sentence, found });

/** @throws where what is kept is not intact */
export async function opened({ shelf, library }: Ports, { account }: Caller, when: When): Promise<Result<Opened>> {
  const slug = account.register;
  const shelved = (await shelf.all()).find((one) => one.slug === slug);
  if (shelved === undefined) return noSuchRegister(slug);
  const standing = await shelved.open();
  if (!standing.ok) return standing;
  const { kept } = standing.value;
  if (kept === undefined) return noSuchRegister(slug);
  const knownAt = when['known-at'];
  if (knownAt !== undefined && knownAt < kept.begun) return refused(notFound('nothing-known', `Nothing was known at ${knownAt}: the register \`${shelved.id}\` began at ${kept.begun}.`, knownAt));
  const open = seenBy({ library }, slug, standing.value, kept, account.person, when['as-at'], knownAt);
  return open.access.standing.roles.size === 0 ? NO_STANDING : ok(open);
}

/** A token dies with what its owner is: it tells a program nothing that it did not know. */
const NO_STANDING = refused({ category: 'forbidden', code: 'no-standing', sentence: 'Whoever this token belongs to holds nothing here today: it lets nobody in.' });

function seenBy({ library: { sights, assessments, today } }: Pick<Ports, 'library'>, slug: string, standing: Standing, { image, signed }: NonNullable<Standing['kept']>, person: Caller['account']['person'], date: CalendarDate | undefined, knownAt: Instant | undefined): Opened {
  const whole = knownAt === undefined ? standing.content : image.content(knownAt);
  const usual = whole.header.asAt ?? today();
  const asAt = date ?? usual;
  const { access, content } = sights.of(slug, standing, whole, person, usual, knownAt);
  const seen = new Snapshot(content, asAt, knownAt);
  return {
    id: slug, image, access, asAt, knownAt, content, seen, signed,
    assessment: (lookBack) => (lookBack === undefined ? assessments.on(slug, standing, asAt, knownAt) : assess(image.snapshot(asAt, knownAt), standing.compiled, lookBack)),
    told: (assessment, over = seen) => ({ seen: over, hidden: HIDDEN_REASON, isHidden: (judged, lens) => restsOnHidden({ access, assessment }, judged, lens) }),
  };
}
