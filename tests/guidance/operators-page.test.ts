import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { it } from 'node:test';
import { z } from 'zod';
import { OPERATORS } from '../../src/rules/operators.ts';
import { words } from '../rules/content.ts';

it('The page of operators names each operator with its parameters, and no other', () => {
  const page = readFileSync(new URL('../../docs/reference/operators.md', import.meta.url), 'utf8');
  const rows = [...page.matchAll(/^\| `(\w+)` \| ([^|]*)\|/gm)].filter(([, name = '']) => name !== 'between');
  const documented = Object.fromEntries(rows.map(([, name = '', params = '']) => [name, [...params.matchAll(/`(\w+)`/g)].map(([, param = '']) => param).toSorted()]));
  const real = Object.fromEntries(
    [...OPERATORS].map(([name, operator]) => {
      const schema = z.toJSONSchema(operator.params(words.schemas()), { io: 'input', unrepresentable: 'any' });
      return [name, Object.keys(schema.properties ?? {}).toSorted()];
    }),
  );
  assert.deepEqual(documented, real);
});
