import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { Validator } from '@seriousme/openapi-schema-validator';
import { KIND_NAMES } from '../../src/model/kinds.ts';
import { nameOf } from '../../src/api/document/components.ts';
import { publishedApi } from '../../tools/docs/published-api.ts';
import { apiSite } from './api-site.ts';
import { document } from './published.ts';

describe('The OpenAPI document', () => {
  it('is one of OpenAPI 3.1', async () => {
    const validator = new Validator();
    const { valid, errors } = await validator.validate(structuredClone(document));
    assert.ok(valid, JSON.stringify(errors));
    assert.equal(validator.version, '3.1');
  });

  it('is answered to everybody as it is published, with the types of the example client', async () => {
    const site = await apiSite();
    const answer = await site.ask('/openapi.json');
    assert.equal(answer.status, 200);
    for (const [file, text] of Object.entries(publishedApi())) assert.equal(readFileSync(file, 'utf8'), text, `${file}: run \`node tools/write-api.ts\``);
    assert.equal(answer.text, readFileSync('docs/reference/openapi.json', 'utf8'));
    await site.close();
  });

  it('names every kind of record once, and says of every operation who may ask and what may go wrong', () => {
    const { schemas } = document['components'] as { readonly schemas: Readonly<Record<string, unknown>> };
    const names = KIND_NAMES.map(nameOf);
    assert.equal(new Set(names).size, names.length);
    for (const name of names) assert.ok(schemas[name], name);
    const operations = Object.values(document.paths).flatMap((methods) => Object.values(methods));
    assert.equal(new Set(operations.map(({ operationId }) => operationId)).size, operations.length);
    for (const { operationId, responses } of operations) for (const status of ['400', '401', '403', '429', '500']) assert.ok(responses[status], `${operationId} ${status}`);
  });
});
