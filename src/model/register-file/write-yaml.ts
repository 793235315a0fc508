import { Document, isCollection, isMap, isSeq, type Node } from 'yaml';
import type { RegisterContent } from '../register-header.ts';
import { headerAsWritten, recordsOf, Writing } from './written.ts';

/** A record that fits is written on one line. */
const WIDTH = 140;

/** The register as a YAML file that reads back to the same content, given the same words of the guidance. */
export function writeRegisterYaml(content: RegisterContent): string {
  const writing = new Writing(content);
  const kinds = recordsOf(content).map(([kind, records]) => [kind, records.map((record) => writing.record(kind, record))] as const);
  const document = new Document({ register: headerAsWritten(content.header), ...Object.fromEntries(kinds) }, { version: '1.2', aliasDuplicateObjects: false });
  if (isMap(document.contents)) for (const { value } of document.contents.items) layOut(value as Node, 2);
  return document.toString({ lineWidth: 0, flowCollectionPadding: true, minContentWidth: 0 });
}

/** Puts on one line each part that fits there; the file's own lists and groups stay in blocks. */
function layOut(node: Node | null, indent: number): void {
  if (!isCollection(node)) return;
  for (const item of node.items) {
    const part = (isSeq(node) ? item : (item as { value: unknown }).value) as Node | null;
    if (!isCollection(part)) continue;
    const written = JSON.stringify(part.toJSON());
    if (written.length + indent <= WIDTH && !written.includes('\\n')) part.flow = true;
    else layOut(part, indent + 2);
  }
}
