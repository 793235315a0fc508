import { compareVersions, type ClauseCompared } from '../../areas/instruments/compare-versions.ts';
import { textVersions, type TextVersion } from '../../areas/instruments/text-versions.ts';
import { dateInWords } from '../../kernel/date.ts';
import type { Instrument } from '../../model/instruments.ts';
import type { AnyRecord } from '../../model/kind.ts';
import type { Change } from '../../register/entry.ts';
import type { Page } from '../page.ts';
import { pageOfRegister, type Reading } from '../reading.ts';
import { recordLink, recordName } from '../record-name.ts';
import { negotiatingWords } from '../words/negotiating.ts';
import { filled, inLanguage } from '../words/pairs.ts';
import { giftLines } from './clause-model.ts';

/** A version that can be chosen: of the instrument itself, or of what it takes the place of. */
interface Choice {
  readonly key: string;
  readonly name: string;
  readonly version: TextVersion;
}

/** How one version of the text became another, clause by clause: of the instrument, and of those before it. */
export function versionsPage(reading: Reading, instrument: Instrument): Page {
  const { ask: { query }, language, to } = reading;
  const t = inLanguage(negotiatingWords, language);
  const choices = choicesOf(reading, instrument);
  const after = choices.find(({ key }) => key === query.get('after')) ?? choices.at(-1);
  const before = choices.find(({ key }) => key === query.get('before')) ?? choices[Math.max(0, choices.findIndex((one) => one === after) - 1)];
  const compared = before === undefined || after === undefined || choices.length < 2 ? undefined : compareVersions(before.version, after.version, language);
  const options = choices.map(({ key, name }) => ({ value: key, text: name }));
  return pageOfRegister(reading, {
    view: 'versions.njk',
    title: `${t.versions}: ${recordName(reading, instrument.ref).text}`,
    current: 'work',
    model: {
      t, heading: recordName(reading, instrument.ref), caption: t.versions, instrument: recordLink(reading, instrument.ref), action: to.page(`/instruments/${encodeURIComponent(instrument.id)}/versions`),
      options, before: before?.key, after: after?.key,
      carried: ['as-at', 'known-at'].flatMap((name) => (query.get(name) === null ? [] : [{ name, value: query.get(name) }])),
      lead: compared === undefined ? t.versionsOne : filled(t.versionsLead, { before: before?.name ?? '', after: after?.name ?? '' }),
      clauses: compared?.map((one) => clauseModel(reading, one)),
      same: compared?.every(({ is }) => is === 'same') === true ? t.nothingDiffers : undefined,
    },
  });
}

const TAGS: Readonly<Record<ClauseCompared['is'], string>> = { same: 'govuk-tag--grey', changed: 'govuk-tag--blue', added: 'govuk-tag--green', removed: 'govuk-tag--red' };

function clauseModel(reading: Reading, { gives, is, number, parts }: ClauseCompared) {
  const t = inLanguage(negotiatingWords, reading.language);
  return {
    heading: filled(t.clause, { number }), is, inWords: { same: t.unchanged, changed: t.changed, added: t.isNew, removed: t.leftOut }[is], change: { parts, lang: undefined }, tag: TAGS[is],
    gives: gives.isSame ? [] : giftLines(reading, [], gives.after), gave: gives.isSame ? [] : giftLines(reading, [], gives.before),
  };
}

/** The oldest first. */
function choicesOf(reading: Reading, instrument: Instrument): readonly Choice[] {
  const { language, seen, speaker } = reading;
  const chain = [instrument];
  for (let at = instrument.supersedes; at !== undefined && chain.length < 20; ) {
    const earlier = (seen.get(at) ?? seen.where('instruments', 'id', at.slice('instruments/'.length), 'ever').at(-1)) as Instrument | undefined;
    if (earlier === undefined) break;
    chain.unshift(earlier);
    at = earlier.supersedes;
  }
  const batches = batchesOf(reading, chain);
  return chain.flatMap(({ ref, id }) => textVersions(batches, ref, seen.validOn).map((version): Choice => ({
    key: `${id} ${version.version}`, version,
    name: `${chain.length > 1 ? `${recordName(reading, ref).text}, ` : ''}${version.version} (${speaker.value(version.state)}${version.from === undefined ? '' : `, ${dateInWords(version.from, language)}`})`,
  })));
}

/** What was entered of these instruments, as the reader may see it; of a register that was read from a file all that it holds, at once. */
function batchesOf({ access, kept, knownAt, seen }: Reading, chain: readonly Instrument[]): readonly (readonly Change[])[] {
  const view = <R extends AnyRecord>(record: R | undefined): R | undefined => (record === undefined || access === undefined ? record : access.view(record));
  const isOurs = ({ kind }: Change): boolean => kind === 'instruments' || kind === 'provisions';
  if (kept !== undefined) {
    const until = knownAt?.instant;
    return kept.image.entries.filter(({ recordedAt }) => until === undefined || recordedAt <= until).map(({ changes }) => changes.filter(isOurs).map((change) => ({ ...change, record: view(change.record) })));
  }
  const records = chain.flatMap(({ id, ref }) => [...seen.where('instruments', 'id', id, 'ever'), ...seen.where('provisions', 'instrument', ref, 'ever')]) as readonly AnyRecord[];
  return [records.map((record): Change => ({ kind: record.ref.startsWith('instruments/') ? 'instruments' : 'provisions', id: record.id, from: record.valid.from, until: record.valid.until, record }))];
}
