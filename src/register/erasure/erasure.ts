import { quoted, type Fault } from '../../kernel/fault.ts';
import { didYouMean } from '../../kernel/nearest.ts';
import type { Period } from '../../kernel/period.ts';
import { ok, type Result } from '../../kernel/result.ts';
import { hasOwnFrom } from '../../model/kind.ts';
import { kindNamed } from '../../model/kinds.ts';
import type { Vocabularies } from '../../model/register-header.ts';
import type { Proposed } from '../acts/act.ts';
import { checkChanges } from '../acts/check-changes.ts';
import type { Change } from '../entry.ts';
import type { Image } from '../image.ts';
import type { Versions } from '../timeline.ts';
import { bodiesOf } from './bodies.ts';
import type { ErasedRecord, Leaving } from './erasure-said.ts';
import { named } from './named.ts';

/** What erasing records comes to on the register as it is. */
export interface Erasure {
  readonly erased: readonly ErasedRecord[];
  /** Each record is said to be nothing over all time, and then what is left in its place, over its whole period. */
  readonly changes: readonly Change[];
}

/** Refused where a record has nothing to erase, where what is to be left is not a record, or where something still refers to what would be gone. */
export function erasureOf(records: readonly string[], leaving: Leaving, image: Image, vocabularies: Vocabularies): Result<Erasure> {
  const erased = bodiesOf(image.entries, records);
  const faults = erased.flatMap(({ record, bodies }) => (bodies.length > 0 ? [] : [nothingToErase(record, image)]));
  for (const [record, fields] of Object.entries(leaving)) faults.push(...leavingFaults(record, fields, image));
  if (faults.length > 0) return { ok: false, faults };
  const proposed = records.flatMap((record): readonly Proposed[] => {
    const { kind, id } = named(record);
    const fields = leaving[record];
    if (fields === undefined) return [{ kind, id }];
    return [{ kind, id }, { kind, id, fields, ...(hasOwnFrom(kindNamed(kind)) ? {} : wholePeriod(image.versions(kind, id))) }];
  });
  const checked = checkChanges(proposed, image, vocabularies);
  if (!checked.ok) return { ok: false, faults: checked.faults.map((fault) => (fault.code === 'still-referred-to' ? { ...fault, sentence: `${fault.sentence} Or say with \`leaving\` what is to stay in its place.` } : fault)) };
  const changes = checked.value.map((change): Change => {
    if (change.record === undefined) return change;
    // A kind with a `from` of its own takes no period from what people write.
    const valid = wholePeriod(image.versions(change.kind, change.id));
    return { ...change, ...valid, record: { ...change.record, valid } };
  });
  return ok({ erased, changes });
}

/** From the beginning of the first version to the end of the last. */
function wholePeriod(versions: Versions): Period {
  const ends = versions.map(({ valid }) => valid.until);
  return {
    from: versions[0]?.valid.from,
    until: ends.includes(undefined) ? undefined : ends.reduce((one, other) => ((one ?? '') > (other ?? '') ? one : other)),
  };
}

function nothingToErase(record: string, image: Image): Fault {
  const last = image.lastChanged(record);
  const { kind, id } = named(record);
  const sentence = last === undefined ? `${quoted(record)} was never entered.${didYouMean(id, image.ids(kind))}` : `Nothing that was entered of ${quoted(record)} is there to erase: it was erased before, or only ever ended.`;
  return { category: last === undefined ? 'not-found' : 'conflict', code: last === undefined ? 'no-such-record' : 'nothing-to-erase', sentence, found: record };
}

function leavingFaults(record: string, fields: Readonly<Record<string, unknown>>, image: Image): readonly Fault[] {
  const { kind, id } = named(record);
  const tell = (code: string, sentence: string): Fault => ({ category: 'input', code, sentence, place: { path: `leaving.${record}` } });
  if (image.versions(kind, id).length === 0) return [tell('nothing-left', `Nothing holds of ${quoted(record)} at any time: nothing needs to stay in its place.`)];
  const periods = hasOwnFrom(kindNamed(kind)) ? [] : ['from', 'until'].filter((key) => key in fields);
  return periods.map((key) => tell('no-period', `What stays in the place of ${quoted(record)} stays for the record’s whole period. Leave \`${key}\` out.`));
}
