import { areaBecause, composeBecause, rooms, type Room } from '../lint/rooms.ts';
import type { DocsFault, TrackedFile } from './tracked-files.ts';

const open = '<!-- import table: written by `node tools/check-docs.ts --write` -->';
const close = '<!-- end of import table -->';

/** The table that ARCHITECTURE.md shows is the one that the linter enforces. */
export function importTableFaults(files: readonly TrackedFile[]): readonly DocsFault[] {
  const page = files.find(({ file }) => file === 'ARCHITECTURE.md');
  if (page === undefined) return [];
  const line = page.text.slice(0, Math.max(0, page.text.indexOf(open))).split('\n').length;
  if (!page.text.includes(open) || !page.text.includes(close)) {
    return [{ file: page.file, line, sentence: `The import table is missing: write the lines \`${open}\` and \`${close}\`, then run \`node tools/check-docs.ts --write\`.` }];
  }
  if (withImportTable(page.text) === page.text) return [];
  return [{ file: page.file, line, sentence: 'The import table is not the one in tools/lint/rooms.ts: run `node tools/check-docs.ts --write`.' }];
}

/** The page with the table between its two marks written anew. */
export function withImportTable(page: string): string {
  const start = page.indexOf(open);
  const end = page.indexOf(close);
  return start < 0 || end < start ? page : `${page.slice(0, start)}${open}\n${importTable()}\n${page.slice(end)}`;
}

function importTable(): string {
  const rows = rooms.map((room) => `| \`${room.name}\` | ${room.holds} | ${allowed(room)} | ${because(room)} |`);
  return ['| room | holds | may import | because |', '|---|---|---|---|', ...rows].join('\n');
}

function allowed(room: Room): string {
  if (room.name === 'compose') return 'everything';
  const names = room.mayImport.map((name) => {
    const doors = room.onlyThrough?.[name];
    return doors === undefined ? `\`${name}\`` : doors.map((door) => `\`${door}\``).join(', ');
  });
  return names.length === 0 ? 'nothing of ours' : names.join(', ');
}

function because(room: Room): string {
  if (room.name === 'areas') return `${room.because} ${areaBecause}`;
  return room.name === 'compose' ? `${room.because} ${composeBecause}` : room.because;
}
