import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { Instant } from '../../kernel/instant.ts';
import type { Ref } from '../../model/field.ts';
import { ROLES } from '../../access/roles.ts';
import { subjectRef, type AreaAct } from '../../acts/area-act.ts';
import { AREA_ACTS } from '../../areas/acts.ts';
import { areaRequest } from '../../areas/area-request.ts';
import { wordsFor } from '../../assessment/open-register.ts';
import { kindNamed } from '../../model/kinds.ts';
import { correct, end, put } from '../../register/acts/record-acts.ts';
import type { Registers } from '../../register/registers.ts';
import type { Request } from '../../register/request.ts';
import type { Asked } from '../../register/requests.ts';
import { operation, type Answered, type Call, type Header, type Operation } from '../http/operation.ts';
import { opened, type Opened } from '../read/opened.ts';
import type { Ports } from '../read/ports.ts';
import { registerParam } from '../read/register-operations.ts';
import { askedFields, changesRead, changesToEnd, changesToPut, dryRunSchema, erasureByNumber, erasureToPropose, performedSchema, proposalRead } from './act-schemas.ts';
import { NOT_ALLOWED } from '../../areas/as-seen.ts';
import { erasureActNamed, erasureRequest } from './erasure-request.ts';
import { dryRun, performed } from './perform.ts';
import { readOf } from './read-versions.ts';
import { refsGiven } from './refs-given.ts';
import { recordRequest } from './record-request.ts';

export const KEY_HEADER: Header = { name: 'Idempotency-Key', required: true, says: 'Up to 150 characters of your own choosing, another one for every act: the same again, with the same act, answers what happened the first time.' };
const HEADERS: readonly Header[] = [KEY_HEADER, { name: 'If-Match', says: 'The ETag of the record as you read it, for an act on one record. `*` stands for whatever there is.' }, { name: 'If-None-Match', says: '`*`, for an act on one record that is not there yet.' }];

const actQuery = z.strictObject({ 'dry-run': z.enum(['true', 'false']).default('false').describe('Says what would come of it, and records nothing.') });
const asks = z.strictObject(askedFields);
type Asks = z.output<typeof asks>;

interface Parts {
  readonly ports: Ports;
  readonly registers: Registers;
  readonly now: () => Instant;
}

/** Every act that can be done from elsewhere, as whoever the token belongs to, in a post that they hold today. */
export const actOperations = ({ ports, registers, now }: Parts): readonly Operation[] => {
  /** @param refs the records that the act names: what If-Match speaks of where it is one */
  async function act<B extends Asks>({ caller, query, headers, body }: Call<unknown, z.output<typeof actQuery>, B>, input: unknown, refs: readonly string[], make: (person: Ref<'persons'>, asked: Asked) => Request): Promise<Answered> {
    const open = await opened(ports, caller, {});
    if (!open.ok) return open;
    const asked = askedBy(open.value, caller, body, headers, refs, now());
    if (!asked.ok) return asked;
    const request = make(caller.account.person, asked.value);
    const register = await registers.register(open.value.id);
    return query['dry-run'] === 'true' ? dryRun(register, request, open.value.access) : performed(register, request, input, open.value.access);
  }

  const writing = {
    method: 'post', tag: 'acts', scope: 'write', params: z.strictObject(registerParam), query: actQuery, headers: HEADERS,
    answers: { status: 201, says: 'It is recorded, and on the disk.', schema: performedSchema, headers: { Location: 'The entry.' } },
    also: { 200: { says: 'The Idempotency-Key was used before, or it was a dry run.', schema: z.union([performedSchema, dryRunSchema]) } },
    refuses: [404, 409, 422, 503],
  } as const;

  return [
    ...([[put, 'put', 'Enter records, or say what is different from a date', changesToPut], [correct, 'correct', 'Correct what was entered wrongly', changesToPut], [end, 'end', 'Say that records hold no longer', changesToEnd]] as const).map(([named, id, summary, published]) =>
      operation({
        ...writing, id: `${id}Records`, path: `/registers/{register}/acts/${named.name}`, summary,
        description: 'All of the changes or none, as one entry.',
        body: { read: changesRead, published },
        run: (call) => act(call, { changes: call.body.changes }, refsGiven(call.body.changes), (person, asked) => recordRequest(named, { changes: call.body.changes }, person, asked)),
      })),
    ...([['propose', 'Propose to erase records', erasureToPropose], ['carry-out', 'Carry out what another proposed to erase', erasureByNumber], ['withdraw', 'Withdraw what was proposed to be erased', erasureByNumber]] as const).map(([word, summary, published]) =>
      operation({
        ...writing, id: `${word === 'carry-out' ? 'carryOut' : word}Erasure`, path: `/registers/{register}/acts/erasure.${word}`, summary,
        description: 'Erasing takes two people: one proposes it, another carries it out while the proposal stands.',
        body: { read: proposalRead, published },
        run: (call) => act(call, call.body.input, [], (person, asked) => erasureRequest(erasureActNamed(`erasure.${word}`), call.body.input, person, asked)),
      })),
    ...AREA_ACTS.map((area) => operation({
      ...writing, id: area.name.replace(/[.-](\w)/g, (_, letter: string) => letter.toUpperCase()), path: `/registers/{register}/acts/${area.name}`, summary: area.says.en,
      description: whoMay(area),
      body: { read: z.strictObject({ ...askedFields, input: z.unknown() }), published: z.strictObject({ ...askedFields, input: area.input }) },
      run: (call) => act(call, call.body.input, namedBy(area, call.body.input), (person, asked) => areaRequest(area, call.body.input, person, asked, wordsFor)),
    })),
  ];
};

const namedBy = (area: AreaAct, input: unknown): readonly string[] => [subjectRef(area, input) ?? []].flat();

const whoMay = ({ row: { on, from, who } }: AreaAct): string =>
  `${on === undefined ? 'For' : `Done to ${kindNamed(on).labels.en.toLowerCase()}${from === undefined ? '' : ` that are ${from.join(' or ')}`}, by`} ${who.map((one) => (one === 'concerned' ? 'those whom the record concerns' : ROLES[one].en.toLowerCase())).join(', ')}.`;

/** Who asks, why, and having read what. The key is theirs alone: another’s is another. */
function askedBy({ access, image }: Opened, { account }: Call<unknown, unknown, unknown>['caller'], { reason, as, read }: Asks, headers: Call<unknown, unknown, unknown>['headers'], refs: readonly string[], now: Instant): { readonly ok: true; readonly value: Asked } | Extract<Answered, { ok: false }> {
  const key = headers['idempotency-key'] ?? '';
  if (!/^[\x21-\x22\x24-\x7e]{1,150}$/.test(key)) {
    return { ok: false, status: 400, faults: [{ category: 'input', code: key === '' ? 'key-missing' : 'wrong-key', sentence: key === '' ? 'The header `Idempotency-Key` is missing: with it, an act that is sent twice is done once.' : 'An `Idempotency-Key` has up to 150 characters, none of them a space or `#`.', place: { path: 'Idempotency-Key' } }] };
  }
  const { posts } = access.standing;
  const post = as === undefined ? posts[0] : posts.find(({ ref }) => ref === as || ref === `posts/${as}`);
  if (post === undefined && as !== undefined) return { ...NOT_ALLOWED, faults: [{ category: 'forbidden', code: 'not-your-post', sentence: 'You do not hold this post today.', place: { path: 'as' }, found: as }] };
  const versions = readOf(read, headers, refs, image, access);
  if (!versions.ok) return versions;
  const actor = { person: account.person.slice('persons/'.length), ...(post === undefined ? {} : { post: post.ref.slice('posts/'.length) }) };
  return { ok: true, value: { actor, reason, now, key: keyOf(account.person, key), ...(versions.value === undefined ? {} : { read: versions.value }) } };
}

/** As long for every person and key, and one that is chosen elsewhere is never the same. */
const keyOf = (person: string, key: string): string => `api-${createHash('sha256').update(`${person}\n${key}`).digest('base64url')}`;
