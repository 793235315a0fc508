import { z } from 'zod';
import { KIND_NAMES, kindNamed } from '../../model/kinds.ts';

const post = z.string().describe('The id of a post.');

/** The body of a what-if. Its records and lists are read as an overlay file is. */
export const overlaySchema = z.strictObject({
  title: z.string().optional(),
  vacate: z.array(post).optional().describe('Posts that nobody would hold.'),
  merge: z.array(z.strictObject({ post, into: post })).optional().describe('Posts that would become one.'),
  move: z.array(z.strictObject({ unit: z.string(), under: z.string() })).optional().describe('Units that would be part of another.'),
  line: z.array(z.strictObject({ post, under: post })).optional().describe('Posts that would report to another.'),
  adopt: z.array(z.string()).optional().describe('Draft instruments that would be agreed.'),
  end: z.array(z.string()).optional().describe('Records, written `kind/id`, that would hold no longer.'),
  ...Object.fromEntries(KIND_NAMES.map((kind) => [kind, z.array(kindNamed(kind).schema).optional()])),
}).meta({ id: 'Overlay' });
