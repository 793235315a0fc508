import { z } from 'zod';
import { quoted } from '../../kernel/fault.ts';
import { nearest } from '../../kernel/nearest.ts';
import type { AnyRecord } from '../../model/kind.ts';
import { KIND_NAMES, type KindName } from '../../model/kinds.ts';
import { historyOf } from '../../register/record-history.ts';
import { cursorOf, pageQuery, pageSchema, placeIn } from '../http/page.ts';
import { operation, type Answered, type Operation } from '../http/operation.ts';
import { several } from '../http/shape.ts';
import { entryAnswer, entrySchema } from './entry-answer.ts';
import { notFound, opened, whenQuery, type Opened } from './opened.ts';
import type { Ports } from './ports.ts';
import { recordAnswer, recordSchema } from './record-answer.ts';
import { recordsWanted } from './record-list.ts';
import { registerParam } from './register-operations.ts';

const kindParam = { kind: z.enum(KIND_NAMES as [KindName, ...KindName[]]).describe('A kind of record, in the plural.') };

const listQuery = z.strictObject({
  ...whenQuery,
  versions: z.enum(['now', 'all']).default('now').describe('Those that hold on the date, or every version.'),
  q: z.string().max(200).optional().describe('Words that stand somewhere in the record, capitals and accents aside.'),
  where: several(z.string().max(400)).optional().describe('`FIELD:VALUE`, as in `reportsTo:chief-executive`; given more than once, all must hold.'),
  ...pageQuery,
});

const recordPage = pageSchema(recordSchema).meta({ id: 'RecordPage' });
const place = z.tuple([z.string(), z.string(), z.string()]);

const withHistory = z.strictObject({
  record: z.string(),
  holds: z.boolean().describe('Whether it holds on the date. Where it does not, `current` is the last version there is.'),
  current: recordSchema,
  versions: z.array(recordSchema),
  entries: z.array(entrySchema).describe('Who entered what about it, and why; the oldest first.'),
}).meta({ id: 'RecordWithHistory' });

/** Records as the caller may see them. */
export const recordOperations = (ports: Ports): readonly Operation[] => [
  operation({
    id: 'searchRecords', method: 'get', path: '/registers/{register}/records', tag: 'records', scope: 'read',
    summary: 'Records of every kind',
    params: z.strictObject(registerParam), query: listQuery,
    answers: { status: 200, says: 'Records by kind and id.', schema: recordPage },
    refuses: [404],
    run: ({ caller, query }) => opened(ports, caller, query).then((open) => (open.ok ? listed(open.value, KIND_NAMES, query) : open)),
  }),
  operation({
    id: 'listRecords', method: 'get', path: '/registers/{register}/records/{kind}', tag: 'records', scope: 'read',
    summary: 'Records of one kind',
    params: z.strictObject({ ...registerParam, ...kindParam }), query: listQuery,
    answers: { status: 200, says: 'Records by id.', schema: recordPage },
    refuses: [404],
    run: ({ caller, params, query }) => opened(ports, caller, query).then((open) => (open.ok ? listed(open.value, [params.kind], query) : open)),
  }),
  operation({
    id: 'getRecord', method: 'get', path: '/registers/{register}/records/{kind}/{id}', tag: 'records', scope: 'read',
    summary: 'One record with its versions and its history',
    description: 'The ETag is the version: send it as If-Match with an act, and the act is refused where another came between.',
    params: z.strictObject({ ...registerParam, ...kindParam, id: z.string() }), query: z.strictObject(whenQuery),
    answers: { status: 200, says: 'The record.', schema: withHistory, headers: { ETag: 'The entry that last changed it, in quotes.' } },
    refuses: [404],
    async run({ caller, params: { kind, id }, query }) {
      const open = await opened(ports, caller, query);
      return open.ok ? single(open.value, kind, id) : open;
    },
  }),
];

function listed(open: Opened, kinds: readonly KindName[], { where = [], q, versions, limit, cursor }: z.output<typeof listQuery>): Answered {
  const after = placeIn(cursor, place);
  if (!after.ok) return after;
  const wanted = recordsWanted(open, kinds, { where, q, versions });
  if (!wanted.ok) return { ...wanted, status: 400 };
  const begin = after.value === undefined ? 0 : firstAfter(wanted.value, after.value);
  const items = wanted.value.slice(begin, begin + limit);
  const last = items.at(-1);
  const next = last === undefined || begin + limit >= wanted.value.length ? null : cursorOf(placeOf(last));
  const image = open.knownAt === undefined ? open.image : undefined;
  return { ok: true, value: { json: { items: items.map((record) => recordAnswer(record, image)), next } } };
}

const placeOf = ({ ref, id, valid }: AnyRecord): [string, string, string] => [ref.slice(0, ref.indexOf('/')), id, valid.from ?? ''];

/** What was put in or taken out meanwhile moves nothing that was not given yet. */
function firstAfter(records: readonly AnyRecord[], [kind, id, from]: z.output<typeof place>): number {
  const at = KIND_NAMES.indexOf(kind as KindName);
  const found = records.findIndex((record) => {
    const [otherKind, otherId, otherFrom] = placeOf(record);
    const other = KIND_NAMES.indexOf(otherKind as KindName);
    return other !== at ? other > at : otherId !== id ? otherId > id : otherFrom > from;
  });
  return found < 0 ? records.length : found;
}

function single(open: Opened, kind: KindName, id: string): Answered {
  const { access, image, knownAt, seen } = open;
  const versions = seen.where(kind, 'id', id, 'ever') as readonly AnyRecord[];
  const now = (seen.where(kind, 'id', id) as readonly AnyRecord[])[0];
  const current = now ?? versions.at(-1);
  if (current === undefined) {
    const near = nearest(id, seen.all(kind, 'ever').map((one) => one.id));
    return { ok: false, faults: [{ ...notFound('no-such-record', `${quoted(`${kind}/${id}`)} is not a record of the register.${near === undefined ? '' : ` Did you mean \`${near}\`?`}`, `${kind}/${id}`), ...(near === undefined ? {} : { nearest: near }) }] };
  }
  const known = knownAt === undefined ? image : undefined;
  const { entries } = historyOf(image.entries, kind, id, knownAt);
  const version = known?.lastChanged(current.ref);
  return {
    ok: true,
    value: {
      json: {
        record: current.ref,
        holds: now !== undefined,
        current: recordAnswer(current, known),
        versions: versions.map((one) => recordAnswer(one, known)),
        entries: entries.flatMap((entry) => entryAnswer(entry, image, access) ?? []),
      },
      ...(version === undefined ? {} : { headers: { etag: `"${version}"` } }),
    },
  };
}
