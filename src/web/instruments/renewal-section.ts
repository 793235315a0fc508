import type { InstrumentStanding } from '../../assessment/instrument-standing.ts';
import { joined, linked, listOr, text, type Section } from '../entity/section.ts';
import type { Reading } from '../reading.ts';
import { recordName } from '../record-name.ts';
import { negotiatingWords } from '../words/negotiating.ts';
import { inLanguage } from '../words/pairs.ts';
import { negotiatePath } from './instrument-addresses.ts';

/** Why an instrument is due for renewal, and what is to take its place where somebody has begun. */
export function renewalSection(reading: Reading, { renewal, renewedBy }: Pick<InstrumentStanding, 'renewal' | 'renewedBy'>): Section {
  const { language, speaker, to } = reading;
  const t = inLanguage(negotiatingWords, language);
  return {
    id: 'renewal', heading: t.renewal, lead: renewal.length === 0 ? undefined : t.renewalBecause,
    body: listOr(renewal.map(({ says }) => [text(speaker.say(says))]), t.renewalNone),
    foot: renewedBy === undefined ? undefined : joined([text(t.renewalBegun), linked({ href: to.page(negotiatePath(renewedBy)), said: recordName(reading, renewedBy.ref) })], ' '),
  };
}
