/**
 * `node tools/translations.ts [--csv]`, `npm run translations`: the translator's list. Every text in two languages with its status, where
 * it stands, its digest and its words; the counts first. `--csv` writes a table for a spreadsheet program. Exits 1 where
 * translations/status.yaml has a fault.
 */
import { trackedFiles } from './docs/tracked-files.ts';
import { statusesSaid, statusOf, STATUSES, translationFaults } from './translations/status-file.ts';
import { digestOf, projectTexts } from './translations/texts.ts';

// Whoever reads only the beginning of the list closes it.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
});

const files = trackedFiles(process.cwd());
const { said } = statusesSaid(files);
const texts = projectTexts(files).map((text) => ({ ...text, status: statusOf(text, said), digest: digestOf(text), where: text.line === undefined ? text.file : `${text.file}:${text.line}` }));

const lines = process.argv.includes('--csv')
  ? ['\ufeffstatus,digest,where,name,English,Welsh', ...texts.map(({ status, digest, where, name, en, cy = '' }) => [status, digest, where, name, en, cy].map(cell).join(','))]
  : [
      `${texts.length} texts: ${STATUSES.map((status) => `${texts.filter((text) => text.status === status).length} ${status}`).join(', ')}.`,
      ...texts.flatMap(({ status, digest, where, name, en, cy }) => ['', `${where} ${name} [${status}, ${digest}]`, `  en: ${en}`, `  cy: ${cy ?? '(none)'}`]),
    ];
process.stdout.write(`${lines.join('\n')}\n`);

const faults = translationFaults(files);
for (const { file, line, sentence } of faults) console.error(`${file}:${line}: ${sentence}`);
process.exitCode = faults.length === 0 ? 0 : 1;

/** Quoted always; what a spreadsheet program would take for a formula has an apostrophe before it. */
function cell(words: string): string {
  return `"${words.replace(/^[=+\-@\t\r]/, "'$&").replaceAll('"', '""')}"`;
}
