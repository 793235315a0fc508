import { cpSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { done } from './answerable.ts';
import { scratchFolder } from './scratch.ts';

/** The register that every campaign harms: the posts of a plainly fictional council. */
export const REGISTER = 'small';

const FILE = `
register:
  id: ${REGISTER}
  authority: { name: { en: Small Example Council, cy: Cyngor Bach Enghreifftiol }, nation: wales }
  pack: wales-2009
posts:
  - { id: chief, title: Chief Executive, designations: [head-of-paid-service] }
  - { id: director, title: Director, designations: [director-of-social-services], reportsTo: chief }
`;

let first: Promise<string> | undefined;

/** The register as a file to import. */
export const smallFile = (): string => fileOf('small.yaml', FILE);

/** What the act `record.put` is given to enter one more person. */
export const personFile = (id: string): string => fileOf(`${id}.yaml`, `{ kind: persons, id: ${id}, body: { name: Somebody } }\n`);

function fileOf(name: string, text: string): string {
  const file = join(scratchFolder(), name);
  writeFileSync(file, text);
  return file;
}

async function imported(): Promise<string> {
  const folder = join(scratchFolder(), 'data');
  await done('import', smallFile(), '--data', folder, '--as', 'clerk', '--reason', 'To begin.');
  return folder;
}

/** A data folder with the register in entry 0, at the path: closed, a copy of one that the command line made. */
export async function smallFolder(path = join(scratchFolder(), 'data')): Promise<string> {
  first ??= imported();
  cpSync(await first, path, { recursive: true });
  return path;
}
