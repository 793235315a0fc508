import { extname } from 'node:path';
import type { NamedBytes } from '../model/register-file/read.ts';
import type { Format } from './findings.ts';

/** The format that the beginning of a file speaks of; undefined for what is, or may be, a register file. */
export function formatOf({ name, bytes }: NamedBytes): Format | undefined {
  const start = new TextDecoder('latin1').decode(bytes.subarray(0, 64 * 1024)).replace(/\0|^[\xef\xbb\xbf\xff\xfe]+/g, '').trimStart();
  if (/^BEGIN:VCALENDAR/i.test(start) || extname(name).toLowerCase() === '.ics') return 'ics';
  if (start.startsWith('<')) return 'modern-gov';
  if (!/^[{[]/.test(start) || /"register"\s*:\s*\{/.test(start)) return undefined;
  return /"(persons|people|organi[sz]ations|memberships|posts|events|motions|person_id|organization_id|given_name|family_name|classification|result|results)"\s*:/.test(start) ? 'popolo' : undefined;
}
