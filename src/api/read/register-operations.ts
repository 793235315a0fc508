import { z } from 'zod';
import { KIND_NAMES, kindNamed, type KindName } from '../../model/kinds.ts';
import { NATIONS } from '../../model/structure.ts';
import { writeRegisterYaml } from '../../model/register-file/write-yaml.ts';
import { writeWorkbook } from '../../model/register-file/workbook/write-workbook.ts';
import { contentForFile } from '../../register/export-content.ts';
import { operation, type Operation } from '../http/operation.ts';
import { opened, whenQuery } from './opened.ts';
import type { Ports } from './ports.ts';

export const registerParam = { register: z.string().describe('The id of the register.') };
const both = z.strictObject({ en: z.string(), cy: z.string() });
const text = z.strictObject({ en: z.string().optional(), cy: z.string().optional() });
const instant = z.string().meta({ format: 'date-time' });
const day = z.string().meta({ format: 'date' });

const registerSchema = z.strictObject({
  id: z.string(),
  authority: z.strictObject({ name: text, nation: z.enum(Object.keys(NATIONS) as [keyof typeof NATIONS]) }),
  pack: z.strictObject({ id: z.string(), edition: z.string(), digest: z.string() }).describe('The guidance that it is judged by.'),
  asAt: day.describe('The date that answers are about where none is asked for.'),
  completeFor: z.array(z.string()).describe('The kinds of which nothing is missing: there, absence means no.'),
  entries: z.number().int().describe('How many entries it has.'),
  recordedAt: instant.describe('When the newest was recorded.'),
  you: z.strictObject({
    person: z.string(),
    posts: z.array(z.strictObject({ post: z.string(), asDeputyBy: z.string().optional() })).describe('What you hold today: what an act may be done as.'),
    roles: z.array(z.string()).describe('What follows from it.'),
    scopes: z.array(z.string()).describe('What this token is for.'),
  }),
}).meta({ id: 'Register' });

const kindsSchema = z.strictObject({
  items: z.array(z.strictObject({
    kind: z.enum(KIND_NAMES as [KindName, ...KindName[]]),
    label: both,
    labels: both,
    count: z.number().int().describe('How many you may see that hold on the date.'),
    mayKeep: z.boolean().describe('Whether you may enter or change some of them.'),
  })),
}).meta({ id: 'Kinds' });

const FORMATS = { yaml: 'application/yaml', xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' } as const;

/** The registers that the caller may read, what is in them, and all of it as a file. */
export const registerOperations = (ports: Ports): readonly Operation[] => {
  async function registerOf(caller: Parameters<typeof opened>[1]) {
    const open = await opened(ports, caller, {});
    if (!open.ok) return open;
    const { access, asAt, content: { header }, image, assessment } = open.value;
    const { pack } = assessment().compiled;
    const { person = '', posts, roles } = access.standing;
    const value = {
      id: open.value.id,
      authority: header.authority,
      pack: { id: pack.id, edition: pack.edition, digest: pack.digest },
      asAt,
      completeFor: header.completeFor,
      entries: image.entries.length,
      recordedAt: image.entries.at(-1)?.recordedAt,
      you: { person, posts: posts.map(({ ref, asDeputyBy }) => ({ post: ref, ...(asDeputyBy === undefined ? {} : { asDeputyBy }) })), roles: [...roles], scopes: [...caller.token.scopes] },
    };
    return { ok: true as const, value };
  }

  return [
    operation({
      id: 'listRegisters', method: 'get', path: '/registers', tag: 'registers', scope: 'read',
      summary: 'The registers that you may read',
      description: 'An account is of one register, so the list has one item.',
      params: z.strictObject({}),
      answers: { status: 200, says: 'The registers.', schema: z.strictObject({ items: z.array(registerSchema) }).meta({ id: 'Registers' }) },
      refuses: [],
      async run({ caller }) {
        const found = await registerOf(caller);
        return found.ok ? { ok: true, value: { json: { items: [found.value] } } } : found;
      },
    }),
    operation({
      id: 'getRegister', method: 'get', path: '/registers/{register}', tag: 'registers', scope: 'read',
      summary: 'One register, and what you are in it',
      params: z.strictObject(registerParam),
      answers: { status: 200, says: 'The register.', schema: registerSchema },
      refuses: [404],
      async run({ caller }) {
        const found = await registerOf(caller);
        return found.ok ? { ok: true, value: { json: found.value } } : found;
      },
    }),
    operation({
      id: 'listKinds', method: 'get', path: '/registers/{register}/kinds', tag: 'records', scope: 'read',
      summary: 'The kinds of record, with how many there are',
      params: z.strictObject(registerParam),
      query: z.strictObject(whenQuery),
      answers: { status: 200, says: 'Every kind.', schema: kindsSchema },
      refuses: [404],
      async run({ caller, query }) {
        const open = await opened(ports, caller, query);
        if (!open.ok) return open;
        const { seen, access } = open.value;
        const items = KIND_NAMES.map((kind) => ({ kind, label: kindNamed(kind).label, labels: kindNamed(kind).labels, count: seen.all(kind).length, mayKeep: access.mightKeep(kind) }));
        return { ok: true, value: { json: { items } } };
      },
    }),
    operation({
      id: 'exportRegister', cost: 10, method: 'get', path: '/registers/{register}/export', tag: 'registers', scope: 'export',
      summary: 'All that you may see of a register, as a register file',
      description: 'Every version of every record; with `as-at` those that hold on the date. What you may not see is not in it.',
      params: z.strictObject(registerParam),
      query: z.strictObject({ ...whenQuery, format: z.enum(Object.keys(FORMATS) as [keyof typeof FORMATS]).default('yaml').describe('YAML, or a workbook.') }),
      answers: { status: 200, says: 'The file.', type: FORMATS.yaml },
      refuses: [404],
      async run({ caller, query }) {
        const open = await opened(ports, caller, query);
        if (!open.ok) return open;
        const content = contentForFile(open.value.content, query['as-at']);
        const bytes = query.format === 'yaml' ? writeRegisterYaml(content) : await writeWorkbook(content);
        return { ok: true, value: { file: { type: FORMATS[query.format], bytes, name: `${open.value.id}.${query.format}` } } };
      },
    }),
  ];
};
