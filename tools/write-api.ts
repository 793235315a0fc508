/** `node tools/write-api.ts`: writes what is published of the API. */
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { publishedApi } from './docs/published-api.ts';

for (const [file, text] of Object.entries(publishedApi())) {
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, text);
}
