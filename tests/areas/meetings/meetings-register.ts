import assert from 'node:assert/strict';
import { areaRequest } from '../../../src/areas/area-request.ts';
import { AREA_ACTS } from '../../../src/areas/acts.ts';
import { wordsFor } from '../../../src/assessment/open-register.ts';
import type { Result } from '../../../src/kernel/result.ts';
import type { Ref } from '../../../src/model/field.ts';
import type { KindName, RecordOfKind } from '../../../src/model/kinds.ts';
import type { KeptRegister } from '../../../src/register/kept-register.ts';
import type { Performed } from '../../../src/register/request.ts';
import { actRequest, importRequest } from '../../../src/register/requests.ts';
import { SMALL } from '../../assessment/small-register.ts';
import { asked, at, contentOf, good, openFolder, temporaryFolder } from '../../kept/folder.ts';
import { join } from 'node:path';

/** The small council with its one-to-ones, its council that meets in public, a management team and a clerk. Its day is 10 December 2012. */
export const MEETING_COUNCIL = `${SMALL
  .replace('  - { id: deputy,', '  - { id: clerk, title: Clerk, designations: [head-of-democratic-services], reportsTo: chief }\n  - { id: leader, title: Leader, designations: [leader] }\n  - { id: deputy,')
  .replace('  - { id: cai,', '  - { id: dai, name: Dai Example }\n  - { id: eve, name: Eve Example }\n  - { id: cai,')
  .replace('  - { id: a3,', '  - { id: a4, person: dai, post: clerk, basis: permanent, from: 2010-01-01 }\n  - { id: a5, person: eve, post: leader, basis: permanent, from: 2010-01-01 }\n  - { id: a3,')
  .replace('bodies:\n', 'bodies:\n  - { id: council, name: The council, type: council }\n')
  .replace('seats:\n', 'seats:\n  - { id: s2, body: cmt, holder: chief, role: chair }\n')}
series:
  - { id: one-to-one, title: Monthly one-to-one, between: [chief, director], frequency: P1M, formal: { agenda: true, record: true } }
  - { id: cmt, title: Management team, body: cmt, frequency: P1M, formal: { agenda: true, record: true } }
  - { id: council, title: Council, body: council, frequency: P2M, formal: { agenda: true, record: true } }
advice:
  - { id: closed, nature: concern, from: deputy, by: cai, to: chief, subject: A matter that stays between us, on: 2012-05-02, confidential: true }
`;

export interface MeetingsRegister {
  readonly register: KeptRegister;
  /** Does an act as whoever has the data folder, in the name of the person; each at its own moment of 10 December 2012. */
  readonly act: (name: string, input: unknown, person?: string, post?: string) => Promise<Result<Performed>>;
  /** The same as the person with their sight and rights. */
  readonly actAs: (person: string, name: string, input: unknown) => Promise<Result<Performed>>;
  readonly get: <K extends KindName>(ref: Ref<K>) => Promise<RecordOfKind<K>>;
  readonly close: () => Promise<void>;
}

export async function meetingsRegister(text = MEETING_COUNCIL): Promise<MeetingsRegister> {
  const folder = openFolder(join(temporaryFolder(), 'data'));
  const content = await contentOf(text);
  const register = await folder.register(content.header.id);
  good(await register.perform(importRequest(content, asked())));
  const named = (name: string) => AREA_ACTS.find((act) => act.name === name) ?? assert.fail(`no act ${name}`);
  const now = at('2012-12-10T12:00:00Z');
  return {
    register,
    act: (name, input, person = 'dai', post) => register.perform(actRequest(named(name), input, asked({ actor: { person, ...(post === undefined ? {} : { post }) }, now }), wordsFor)),
    actAs: (person, name, input) => register.perform(areaRequest(named(name), input, `persons/${person}`, asked({ actor: { person }, now }), wordsFor)),
    async get<K extends KindName>(ref: Ref<K>): Promise<RecordOfKind<K>> {
      const image = await register.latest();
      const record = image.snapshot(image.header.asAt ?? assert.fail()).get(ref);
      return record ?? assert.fail(`no ${ref}`);
    },
    close: () => folder.close(),
  };
}

/** The code of the first fault, and its sentence. */
export function refusal(result: Result<unknown>): readonly [string, string] {
  const [fault] = result.ok ? [] : result.faults;
  return fault === undefined ? assert.fail('it was done') : [fault.code, fault.sentence];
}
