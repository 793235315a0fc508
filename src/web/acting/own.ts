import { randomUUID } from 'node:crypto';
import type { Access } from '../../access/access.ts';
import type { Actor } from '../../register/entry.ts';
import type { FormFault } from '../forms/form-fault.ts';
import { optionOf, type FormField } from '../forms/form-field.ts';
import type { FormValue } from '../forms/form-value.ts';
import type { Page } from '../page.ts';
import { pageOfRegister, type Reading } from '../reading.ts';
import { recordName } from '../record-name.ts';
import { inLanguage } from '../words/pairs.ts';
import { recordingWords } from '../words/recording.ts';

/** The names under which every form posts what is no field of a record or an act. */
export const OWN = { reason: 'act-reason', post: 'act-post', id: 'act-id', from: 'act-from', until: 'act-until', key: 'act-key', read: 'act-read', oneLanguage: 'act-one-language', csrf: 'csrf', more: 'more' } as const;

/** Why, and as what one acts, where one holds several posts. @param reason stands ready in the first */
export function actingFields(reading: Reading, value: FormValue, errors: ReadonlyMap<string, FormFault>, reason = ''): readonly FormField[] {
  const t = inLanguage(recordingWords, reading.language);
  const posts = reading.access?.standing.posts ?? [];
  return [
    { is: 'words', name: OWN.reason, id: `field-${OWN.reason}`, label: t.reason, hint: t.reasonHint, value: value.get(OWN.reason) ?? reason, error: errors.get(OWN.reason) },
    ...(posts.length > 1 ? [{ is: 'choice' as const, name: OWN.post, id: `field-${OWN.post}`, label: t.post, value: value.get(OWN.post) ?? posts[0]?.ref ?? '', options: posts.map(({ ref }) => optionOf(ref, recordName(reading, ref))), error: errors.get(OWN.post) }] : []),
  ];
}

/** What a form posts unseen: that it is ours, the key by which it is done once, and the version that was read of the record that it is about. */
export const actingHidden = ({ visitor, kept }: Reading, value: FormValue, ref?: string) => [
  { name: OWN.csrf, value: visitor?.session.csrf ?? '' },
  { name: OWN.key, value: value.get(OWN.key) ?? randomUUID() },
  ...(ref === undefined ? [] : [{ name: OWN.read, value: value.get(OWN.read) ?? String(kept?.image.lastChanged(ref) ?? '') }]),
];

/** Whoever has signed in, in the post that they chose among those they hold. */
export function actorIn({ standing: { person = 'persons/', posts } }: Access, value: FormValue): Actor {
  const chosen = posts.find(({ ref }) => ref === value.get(OWN.post)) ?? posts[0];
  return { person: person.slice('persons/'.length), ...(chosen === undefined ? {} : { post: chosen.ref.slice('posts/'.length) }) };
}

/** What was posted, each name once; the last where a name came twice. */
export function postedValue(body: unknown): FormValue {
  const entries = Object.entries((body ?? {}) as Readonly<Record<string, unknown>>);
  return new Map(entries.flatMap(([name, value]): [string, string][] => {
    const last: unknown = Array.isArray(value) ? value.at(-1) : value;
    return typeof last === 'string' ? [[name, last.replaceAll('\r\n', '\n')]] : [];
  }));
}

export function forbiddenPage(reading: Reading): Page {
  const t = inLanguage(recordingWords, reading.language);
  return { ...pageOfRegister(reading, { view: 'message.njk', title: t.forbidden, model: { heading: t.forbidden, lead: [t.forbiddenLead] } }), status: 403 };
}
