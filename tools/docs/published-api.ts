import { publishedDocument } from '../../src/api/document/published.ts';
import { apiTypes, type OpenApi } from './api-types.ts';
import type { DocsFault, TrackedFile } from './tracked-files.ts';

/** What is published of the API: its document, and the types of the example client. */
export function publishedApi(): Readonly<Record<string, string>> {
  const document = publishedDocument();
  return { 'docs/reference/openapi.json': document, 'docs/examples/api-types.ts': apiTypes(JSON.parse(document) as OpenApi) };
}

/** The document that programs fetch from the repository, and the types made of it, are those of the operations as they are. */
export function apiFaults(files: readonly TrackedFile[]): readonly DocsFault[] {
  if (!files.some(({ file }) => file === 'src/api/operations.ts')) return [];
  return Object.entries(publishedApi()).flatMap(([file, text]) =>
    files.find((one) => one.file === file)?.text === text ? [] : [{ file, line: 1, sentence: 'It is not what the operations of the API make today: run `node tools/write-api.ts`.' }]);
}
