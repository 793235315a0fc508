import assert from 'node:assert/strict';
import { globSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { actNamed } from '../../src/register/acts/acts.ts';
import { erasureActs } from '../../src/register/erasure/erasure-acts.ts';
import type { KeptRegister } from '../../src/register/kept-register.ts';
import type { RetentionRule } from '../../src/model/retention-rule.ts';
import { actRequest, type Asked } from '../../src/register/requests.ts';
import type { Performed, Request } from '../../src/register/request.ts';
import { asked, good, request, smallFolder } from '../kept/folder.ts';

/** What is to be erased: no part of it stands anywhere else. */
export const SECRET = 'Xanthippe Quillfeather';
export const FRAGMENT = 'lfeath';

export const GROUNDS = { authority: 'UK GDPR, article 17', why: 'They asked for it.' };

export const erasing = (name: string, input: unknown, more: Partial<Asked> = {}, rules: readonly RetentionRule[] = []): Request =>
  actRequest(good(actNamed(name, erasureActs(rules))), input, asked(more), {});

/** Proposed by one person and carried out by another; answers the erasing entry. */
export async function erase(register: KeptRegister, records: readonly string[], leaving?: object): Promise<Performed> {
  const { number } = good(await register.perform(erasing('erasure.propose', { records, ...GROUNDS, ...(leaving === undefined ? {} : { leaving }) })));
  return good(await register.perform(erasing('erasure.carry-out', { proposal: number }, { actor: { person: 'officer' }, reason: 'Checked.' })));
}

/** A folder in which the person `x` was entered, changed and ended, and holds a post; 40 others are between, so that pages split. */
export async function folderWithSecret(): ReturnType<typeof smallFolder> {
  const made = await smallFolder();
  const { register } = made;
  const put = async (name: string, input: unknown) => good(await register.perform(request(name, input)));
  await put('record.put', { kind: 'persons', id: 'x', from: '2010-01-01', body: { name: SECRET, note: `${SECRET} the first` } });
  for (let n = 0; n < 40; n += 1) await put('record.put', { kind: 'persons', id: `other-${n}`, body: { name: `Other ${n}`, note: 'n'.repeat(150) } });
  await put('record.put', { kind: 'appointments', id: 'ax', from: '2011-01-01', until: '2012-01-01', body: { person: 'x', post: 'deputy', basis: 'acting' } });
  await put('record.put', { kind: 'persons', id: 'x', from: '2011-06-01', body: { name: SECRET, note: 'moved' } });
  await put('record.put', { kind: 'persons', id: 'y', body: { name: `${SECRET} junior` } });
  await put('record.end', { kind: 'persons', id: 'x', from: '2012-06-01' });
  return made;
}

/** Every file of the folder in which the words stand, in any of the ways in which they could be written there. */
export function filesWith(folder: string, words: string): readonly string[] {
  const ways = [Buffer.from(words), Buffer.from(words, 'utf16le'), Buffer.from(Buffer.from(words).toString('hex')), Buffer.from(Buffer.from(words).toString('base64').slice(0, -4))];
  const files = globSync('**/*', { cwd: folder }).filter((file) => statSync(join(folder, file)).isFile());
  assert.ok(files.length > 1);
  return files.filter((file) => ways.some((way) => readFileSync(join(folder, file)).includes(way)));
}
