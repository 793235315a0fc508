import type { FastifyRequest } from 'fastify';
import type { Draft } from '../../drafts/draft.ts';
import type { Drafts } from '../../drafts/drafts.ts';
import type { Fault } from '../../kernel/fault.ts';
import type { Instant } from '../../kernel/instant.ts';
import type { Result } from '../../kernel/result.ts';
import type { KeptRegister } from '../../register/kept-register.ts';
import { isTheirForm } from '../account/your-account.ts';
import type { FormFault } from '../forms/form-fault.ts';
import type { FormValue } from '../forms/form-value.ts';
import type { Page } from '../page.ts';
import { pageOfRegister, type Reading } from '../reading.ts';
import { saidFault } from '../said-fault.ts';
import { accountWords } from '../words/account.ts';
import { draftingWords } from '../words/drafting.ts';
import { inLanguage } from '../words/pairs.ts';
import { recordingWords } from '../words/recording.ts';
import type { DraftReading } from './draft-reading.ts';

/** The names under which every form about a draft posts what is no answer of its own. */
export const DRAFT_VERSION = 'draft-version';
export const CSRF = 'csrf';

/** What the forms of drafts work with beside what they are about. */
export interface Drafting {
  readonly drafts: Drafts;
  readonly register: KeptRegister;
  readonly now: () => Instant;
}

/** What a form that was posted comes to. */
export type Saved = { readonly to: string } | { readonly faults: readonly FormFault[]; readonly status?: Page['status'] } | 'forbidden';

/** A page with a form about something, and what is done when it is posted. */
export interface DraftingForm<About> {
  /** Undefined where there is no such page; `forbidden` where it is not theirs. */
  readonly page: (about: About, value: FormValue, faults: readonly FormFault[]) => Page | 'forbidden' | undefined | Promise<Page | 'forbidden' | undefined>;
  /** Absent of a page that is only read. */
  readonly save?: (about: About, value: FormValue, drafting: Drafting) => Promise<Saved>;
}

/** What a form says is wrong, in place of what a refusal says to other programs. */
export function savedFrom(result: Result<Draft>, language: 'en' | 'cy', to: string | ((draft: Draft) => string), asFaults: (faults: readonly Fault[]) => readonly FormFault[] = (faults) => faults.map((fault) => saidFault(fault, language))): Saved {
  if (result.ok) return { to: typeof to === 'string' ? to : to(result.value) };
  const t = inLanguage(draftingWords, language);
  const [first] = result.faults;
  if (first?.code === 'not-allowed' || first?.code === 'draft-not-theirs') return 'forbidden';
  if (first?.code === 'draft-changed') return { faults: [{ text: t.changedMeanwhile }], status: 409 };
  if (first?.code === 'draft-closed') return { faults: [{ text: t.closed }], status: 409 };
  return { faults: asFaults(result.faults), status: first?.category === 'conflict' ? 409 : 400 };
}

/** The version of the draft that the form was about; 0, which is none, where it says no number. */
export const versionIn = (value: FormValue): number => Number(/^\d{1,9}$/.exec(value.get(DRAFT_VERSION) ?? '')?.[0] ?? 0);

export const hiddenOf = ({ visitor, draft }: Pick<DraftReading, 'visitor' | 'draft'>) => [
  { name: CSRF, value: visitor.session.csrf },
  { name: DRAFT_VERSION, value: String(draft.version) },
];

/** Whether what was posted came from a form of ours; what to say where it did not. */
export function notTheirForm(request: FastifyRequest, reading: Reading, value: FormValue): FormFault | undefined {
  const isTheirs = reading.visitor !== undefined && isTheirForm(request, reading.visitor, { csrf: value.get(CSRF) });
  return isTheirs ? undefined : { text: inLanguage(accountWords, reading.language).formTooOld };
}

/** That somebody may look and not do: what they asked for is for others. */
export function forbiddenPage(reading: Reading, shared: boolean): Page {
  const [t, own] = [inLanguage(recordingWords, reading.language), inLanguage(draftingWords, reading.language)];
  const heading = shared ? own.onlyReading : t.forbidden;
  return { ...pageOfRegister(reading, { view: 'message.njk', title: heading, current: 'what-if', model: { heading, lead: [shared ? own.onlyReadingLead : t.forbiddenLead] } }), status: 403 };
}
