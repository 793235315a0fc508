import assert from 'node:assert/strict';
import Ajv2020 from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { publishedDocument } from '../../src/api/document/published.ts';

type Json = Readonly<Record<string, unknown>>;
export const document = JSON.parse(publishedDocument()) as Json & { readonly paths: Readonly<Record<string, Readonly<Record<string, { readonly operationId: string; readonly responses: Readonly<Record<string, { readonly content?: Readonly<Record<string, { readonly schema: object }>> }>> }>>>> };

const ajv = new Ajv2020.default({ strict: false, allErrors: false });
addFormats.default(ajv);
ajv.addSchema(document, 'api');

/** Holds an answer against what the document says of the operation. */
export function asPublished(operation: string, status: number, body: unknown): void {
  const [path, methods] = Object.entries(document.paths).find(([, all]) => Object.values(all).some(({ operationId }) => operationId === operation)) ?? assert.fail(`There is no operation ${operation}.`);
  const [method] = Object.entries(methods).find(([, { operationId }]) => operationId === operation) ?? assert.fail(operation);
  const type = Object.keys(methods[method]?.responses[String(status)]?.content ?? {})[0] ?? assert.fail(`${operation} does not answer ${status}.`);
  const pointer = ['paths', path, method, 'responses', String(status), 'content', type, 'schema'].map((part) => encodeURIComponent(part.replaceAll('~', '~0').replaceAll('/', '~1'))).join('/');
  const validate = ajv.getSchema(`api#/${pointer}`) ?? assert.fail(pointer);
  assert.ok(validate(body), `${operation} ${status}: ${ajv.errorsText(validate.errors)}\n${JSON.stringify(body).slice(0, 600)}`);
}
