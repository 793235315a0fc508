/**
 * Checks what stands in the documents against the project: links, the import table, the dependencies, the published schema and API,
 * and that no file names a machine or a registry. Prints every fault as `file:line: sentence`; exits 1 on any. `--write` writes the import table, the list of settings and the counts of ASVS.
 */
import { writeFileSync } from 'node:fs';
import { ASVS_PAGE, asvsFaults, withAsvsCounts } from './docs/asvs.ts';
import { dependencyFaults } from './docs/dependency-table.ts';
import { importTableFaults, withImportTable } from './docs/import-table.ts';
import { brokenLinks } from './docs/links.ts';
import { apiFaults } from './docs/published-api.ts';
import { longFiles } from './docs/long-files.ts';
import { machineTraces } from './docs/machine-traces.ts';
import { schemaFaults } from './docs/published-schema.ts';
import { settingsFaults, SETTINGS_PAGE, withSettings } from './docs/settings-table.ts';
import { trackedFiles } from './docs/tracked-files.ts';
import { translationFaults } from './translations/status-file.ts';

const root = process.cwd();

if (process.argv.includes('--write')) {
  const written: Readonly<Record<string, (page: string) => string>> = { 'ARCHITECTURE.md': withImportTable, [SETTINGS_PAGE]: withSettings, [ASVS_PAGE]: withAsvsCounts };
  for (const { file, text } of trackedFiles(root)) if (written[file] !== undefined) writeFileSync(file, written[file](text));
}

const files = trackedFiles(root);
const faults = [
  ...brokenLinks(root, files),
  ...importTableFaults(files),
  ...dependencyFaults(files),
  ...schemaFaults(root, files),
  ...apiFaults(files),
  ...settingsFaults(files),
  ...machineTraces(root, files),
  ...asvsFaults(files),
  ...translationFaults(files),
];
for (const { file, line, sentence } of faults) console.log(`${file}:${line}: ${sentence}`);

const long = longFiles(files);
if (long.length > 0) console.log(`Over 300 lines, each of which should have a reason: ${long.join(', ')}`);
console.log(`${files.length} files, ${faults.length === 0 ? 'no fault' : `${faults.length} faults`}.`);
process.exitCode = faults.length === 0 ? 0 : 1;
