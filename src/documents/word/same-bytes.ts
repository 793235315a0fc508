import { strFromU8, strToU8, unzipSync, zipSync, type Zippable } from 'fflate';
import type { CalendarDate } from '../../kernel/date.ts';

const CONTENT = 'word/document.xml';
const TARGETS = 'word/_rels/document.xml.rels';

/**
 * A Word file with what differs from one time to the next taken out: the hour of writing becomes the day given, links are
 * named in their order, and the zip keeps no time of its own. Says the language in the file's properties as well.
 */
export function withSameBytes(file: Uint8Array, on: CalendarDate, language: string): Uint8Array {
  const unpacked = unzipSync(file);
  const drawn = drawnByLot(strFromU8(unpacked[TARGETS] ?? new Uint8Array()));
  const parts: Zippable = {};
  for (const [path, bytes] of Object.entries(unpacked).sort(([one], [other]) => (one < other ? -1 : 1))) {
    let content = bytes;
    if (path === CONTENT || path === TARGETS) content = strToU8(strFromU8(bytes).replace(/(?<=\s(?:r:id|Id)=")[^"]+(?=")/g, (name) => drawn.get(name) ?? name));
    if (path === 'docProps/core.xml') content = strToU8(properties(strFromU8(bytes), on, language));
    parts[path] = [content, { mtime: ZIP_BEGINNING, level: 6 }];
  }
  // Readers that tell the kind of a file from its beginning expect this part there.
  const { '[Content_Types].xml': types, ...others } = parts;
  return zipSync({ ...(types === undefined ? {} : { '[Content_Types].xml': types }), ...others });
}

/** The first moment that a zip can write, in local time as zips have it. */
const ZIP_BEGINNING = '1980-01-01T00:00:00';

/** The names that the writer drew by lot for the targets of links, each with one that follows from its place. */
const drawnByLot = (targets: string): ReadonlyMap<string, string> =>
  new Map([...targets.matchAll(/<Relationship Id="([^"]+)"[^>]*TargetMode="External"/g)].map(([, name = ''], index) => [name, `rIdLink${index + 1}`]));

const properties = (xml: string, on: CalendarDate, language: string): string =>
  xml
    .replace(/(<dcterms:(?:created|modified)[^>]*>)[^<]*/g, (_, tag: string) => `${tag}${on}T00:00:00Z`)
    .replace('</cp:coreProperties>', () => `<dc:language>${language}</dc:language></cp:coreProperties>`);
