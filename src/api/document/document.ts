import type { z } from 'zod';
import type { JsonSchema } from '../../model/register-file/json-schema.ts';
import { TAGS, type Operation } from '../http/operation.ts';
import { PROBLEM_TYPE, problemSchema, titleOf } from '../http/problem.ts';
import { eventSchemas } from '../webhooks/event.ts';
import { Components } from './components.ts';

const DESCRIPTION = `Every record and every act of an authority's register, and the verdicts that follow from it, as JSON.

A program shows a personal token, made on its owner's account page, and may do what the owner may do at that moment and the token's scopes allow. Fields that are not the owner's to see are not there, and reasons that rest on what is not theirs to see are not given. Answers are never to be kept (\`Cache-Control: no-store\`). What is wrong is answered by RFC 9457, all faults at once, each with a sentence and, where there is one, the place and the nearest valid choice.`;

/** The statuses that every operation may answer. */
const ALWAYS = [400, 401, 403, 429, 500] as const;

/** The OpenAPI 3.1 document of the operations: made of the schemas that read and write them. */
export function openApiDocument(operations: readonly Operation[]): JsonSchema {
  const components = new Components();
  const paths: Record<string, Record<string, JsonSchema>> = {};
  for (const one of operations) (paths[one.path] ??= {})[one.method] = operationObject(one, components);
  components.of(problemSchema.meta({ id: 'Problem' }));
  const webhooks = Object.fromEntries(Object.entries(eventSchemas).map(([type, { schema, says }]) => [type, {
    post: {
      operationId: `on.${type}`, tags: [TAGS.webhooks], summary: says,
      description: 'Sent to the address that an administrator registered, signed by the Standard Webhooks scheme.',
      parameters: ['webhook-id', 'webhook-timestamp', 'webhook-signature'].map((name) => ({ name, in: 'header', required: true, schema: { type: 'string' } })),
      requestBody: { required: true, content: { 'application/json': { schema: components.of(schema) } } },
      responses: { '2XX': { description: 'It was taken. Anything else, and it is sent again later.' }, 410: { description: 'Nobody is here any more: nothing is sent to this address again.' } },
    },
  }]));
  return {
    openapi: '3.1.0',
    info: { title: 'Answerable', version: '1', description: DESCRIPTION, license: { name: 'MIT', identifier: 'MIT' } },
    servers: [{ url: '/api/v1' }],
    security: [{ token: [] }],
    tags: Object.values(TAGS).map((name) => ({ name })),
    paths, webhooks,
    components: {
      securitySchemes: { token: { type: 'http', scheme: 'bearer', description: 'A personal token, which begins with `answerable_`.' } },
      schemas: components.all(),
    },
  };
}

function operationObject({ id, tag, summary, description, scope, params, query, headers = [], body, answers, also = {}, refuses }: Operation, components: Components): JsonSchema {
  const parameters = [
    ...parametersOf(params, 'path', components),
    ...(query === undefined ? [] : parametersOf(query, 'query', components)),
    ...headers.map(({ name, required = false, says }) => ({ name, in: 'header', required, description: says, schema: { type: 'string' } })),
  ];
  const content = answers.schema === undefined ? { [(answers.type ?? '').split(';')[0] ?? '']: { schema: { type: 'string' } } } : { 'application/json': { schema: components.of(answers.schema) } };
  const statuses = [...new Set<number>([...ALWAYS, ...refuses])].toSorted((a, b) => a - b);
  return {
    operationId: id, tags: [TAGS[tag]], summary,
    description: [description, `Scope: \`${scope}\`.`].filter((text) => text !== undefined).join('\n\n'),
    ...(parameters.length === 0 ? {} : { parameters }),
    ...(body === undefined ? {} : { requestBody: { required: true, content: { 'application/json': { schema: components.of(body) } } } }),
    responses: {
      [answers.status]: { description: answers.says, ...headersOf(answers.headers), ...(answers.schema === undefined && answers.type === undefined ? {} : { content }) },
      ...Object.fromEntries(Object.entries(also).map(([status, { says, schema }]) => [status, { description: says, content: { 'application/json': { schema: components.of(schema) } } }])),
      ...Object.fromEntries(statuses.map((status) => [status, { description: titleOf(status), ...(status === 429 || status === 503 ? headersOf({ 'Retry-After': 'In how many seconds to ask again.' }) : {}), content: { [PROBLEM_TYPE]: { schema: { $ref: '#/components/schemas/Problem' } } } }])),
    },
  };
}

const headersOf = (headers: Readonly<Record<string, string>> | undefined) => (headers === undefined ? {} : { headers: Object.fromEntries(Object.entries(headers).map(([name, says]) => [name, { description: says, schema: { type: 'string' } }])) });

function parametersOf(group: z.ZodObject, place: 'path' | 'query', components: Components): readonly JsonSchema[] {
  const { properties = {}, required = [] } = components.of(group) as { readonly properties?: Readonly<Record<string, JsonSchema>>; readonly required?: readonly string[] };
  return Object.entries(properties).map(([name, { description, ...schema }]) => ({ name, in: place, required: required.includes(name), ...(description === undefined ? {} : { description }), schema }));
}

/** The document as it is answered and published. */
export const openApiText = (operations: readonly Operation[]): string => `${JSON.stringify(openApiDocument(operations), null, 1)}\n`;
