import { isBuiltin } from 'node:module';
import path from 'node:path';
import { areaBecause, composeBecause, entryPoints, pureBecause, rooms, type Room } from './rooms.ts';

const impure = new Set(['fs', 'fs/promises', 'net', 'http', 'http2', 'https', 'tls', 'dgram', 'dns', 'dns/promises', 'child_process', 'cluster', 'worker_threads', 'sqlite']);

/**
 * Why the file may not import what it names, or undefined where it may.
 * @param root the folder that holds `src/`
 * @param file the absolute path of the importing file
 * @param specifier the text of the import
 */
export function importFault(root: string, file: string, specifier: string): string | undefined {
  const from = place(root, file);
  if (from === undefined) return undefined;
  const room = rooms.find((candidate) => candidate.name === from.room);
  if (room === undefined) {
    return `\`src/${from.room}\` is no room of the import table; add it to tools/lint/rooms.ts with the sentence that says why.`;
  }
  if (isBuiltin(specifier)) return builtinFault(room, from, specifier);
  if (!specifier.startsWith('.')) return undefined;
  const to = place(root, path.resolve(path.dirname(file), specifier));
  if (to === undefined) return `\`${room.name}\` imports \`${specifier}\`, outside src/. Program code imports program code only.`;
  return boundaryFault(room, from, to);
}

function boundaryFault(room: Room, from: Place, to: Place): string | undefined {
  if (to.room === 'compose') {
    return room.name === 'compose' || entryPoints.includes(from.path) ? undefined : `\`${room.name}\` imports \`compose\`. ${composeBecause}`;
  }
  if (to.room === room.name) {
    const crosses = room.name === 'areas' && from.area !== undefined && from.area !== to.area;
    return crosses ? `Area \`${from.area}\` imports \`${to.area ?? 'areas'}\`. ${areaBecause}` : undefined;
  }
  if (!room.mayImport.includes(to.room)) return `\`${room.name}\` imports \`${to.room}\`. ${room.because}`;
  const doors = room.onlyThrough?.[to.room];
  if (doors !== undefined && !doors.some((door) => to.path === `src/${door}`)) {
    return `\`${room.name}\` imports \`${to.path}\` and may only import ${doors.map((door) => `\`src/${door}\``).join(' and ')}. ${room.because}`;
  }
  return undefined;
}

function builtinFault(room: Room, from: Place, specifier: string): string | undefined {
  const barred = room.pure && impure.has(specifier.replace(/^node:/, '')) && !room.openers?.some((opener) => from.path === `src/${opener}`);
  return barred ? `\`${room.name}\` imports \`${specifier}\`. ${pureBecause}` : undefined;
}

interface Place {
  /** From the root, with forward slashes: `src/rules/verdict.ts`. */
  readonly path: string;
  readonly room: string;
  readonly area: string | undefined;
}

/** Where a file of `src/` belongs; `src/compose.ts` and `src/compose/` are one room. Undefined outside `src/`. */
function place(root: string, file: string): Place | undefined {
  const relative = path.relative(root, file).split(path.sep).join('/');
  const [src, second, third, ...rest] = relative.split('/');
  if (src !== 'src' || second === undefined) return undefined;
  const room = second.replace(/\.ts$/, '');
  return { path: relative, room, area: room === 'areas' && third !== undefined && rest.length > 0 ? third : undefined };
}
