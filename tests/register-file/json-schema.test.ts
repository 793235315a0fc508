import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, it } from 'node:test';
import Ajv from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import fc from 'fast-check';
import { parse } from 'yaml';
import { registerFileSchema, registerFileSchemaText } from '../../src/model/register-file/json-schema.ts';
import { KIND_NAMES } from '../../src/model/kinds.ts';
import { writeRegisterYaml } from '../../src/model/register-file/write-yaml.ts';
import { contents } from './contents.ts';
import { EXAMPLE } from './example.ts';
import { WHOLE_REGISTER } from './whole-register.ts';

const PUBLISHED = path.resolve(import.meta.dirname, '../../docs/reference/register.schema.json');

const ajv = new Ajv.default({ strict: true, allErrors: true, allowUnionTypes: true });
addFormats.default(ajv);
const validate = ajv.compile(registerFileSchema());

/** Where the schema finds fault, as paths. */
function wrong(yaml: string): readonly string[] {
  validate(parse(yaml));
  return [...new Set((validate.errors ?? []).map(({ instancePath }) => instancePath))];
}

describe('the JSON Schema of a register file', () => {
  it('is published as it is', () => {
    assert.equal(readFileSync(PUBLISHED, 'utf8'), registerFileSchemaText(), 'Write it again: npm run schema');
  });

  it('takes the example of the model and a register with every kind', () => {
    assert.deepEqual(wrong(EXAMPLE), []);
    assert.deepEqual(wrong(WHOLE_REGISTER), []);
  });

  it('takes what the reader takes', () => {
    fc.assert(fc.property(contents, (content) => assert.deepEqual(wrong(writeRegisterYaml(content)), [])), { numRuns: 60 });
  });

  it('finds the shapes that the reader refuses', () => {
    const post = (fields: string): readonly string[] => wrong(`register: { id: x, authority: { name: X, nation: wales } }\nposts: [{ ${fields} }]`);
    assert.deepEqual(post('id: a, title: A'), []);
    assert.deepEqual(post('id: a, titel: A'), ['/posts/0']);
    assert.deepEqual(post('id: a b, title: A'), ['/posts/0/id']);
    assert.deepEqual(post('id: a, title: { fr: A }'), ['/posts/0/title']);
    assert.deepEqual(post('id: a, title: A, designations: x'), ['/posts/0/designations']);
    assert.deepEqual(post('id: a, title: A, from: 2012-02-30'), ['/posts/0/from']);
    assert.deepEqual(wrong('postz: []'), ['']);
    assert.deepEqual(wrong('register: { id: x, authority: { name: X, nation: whales } }'), ['/register/authority/nation']);
  });

  it('says of each field what it is and what it takes', () => {
    const { $defs, properties } = registerFileSchema() as { $defs: Record<string, { properties: Record<string, { title?: string; description?: string; enum?: readonly string[]; examples?: readonly string[] }> }>; properties: object };
    assert.deepEqual(Object.keys(properties), ['register', ...KIND_NAMES]);
    for (const [kind, { properties: fields }] of Object.entries($defs)) {
      for (const [field, { title, description }] of Object.entries(fields)) assert.ok((title ?? '') !== '' && /^[A-Z].*\.$/.test(description ?? ''), `${kind}.${field}`);
    }
    assert.deepEqual($defs['seats']?.properties['holder'], { type: ['string', 'integer'], minLength: 1, maxLength: 220, title: 'Holder', description: 'The id of one of posts, persons, organisations.' });
    assert.deepEqual($defs['seats']?.properties['role']?.enum, ['chair', 'vice-chair', 'member', 'adviser', 'in-attendance']);
    assert.deepEqual($defs['risks']?.properties['impact']?.examples, ['low', 'medium', 'high', 'very-high']);
  });
});
