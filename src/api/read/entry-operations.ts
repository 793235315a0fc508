import { z } from 'zod';
import { base64 } from '../../register/log/base64.ts';
import { writeReceipt, RECEIPT_FILE_ENDING } from '../../register/log/receipt.ts';
import { stateOf, witnessesIn } from '../../register/witness/cosigned-note.ts';
import { operation, type Answered, type Operation } from '../http/operation.ts';
import { cursorOf, pageQuery, pageSchema, placeIn } from '../http/page.ts';
import { instantText } from '../http/shape.ts';
import { entryAnswer, entrySchema } from './entry-answer.ts';
import { notFound, opened } from './opened.ts';
import type { Ports } from './ports.ts';
import { registerParam } from './register-operations.ts';

const TEXT = 'text/plain; charset=utf-8';

const numberParam = { number: z.coerce.number<string>().int().min(0).describe('The number of the entry, from 0.') };

const checkpointSchema = z.strictObject({
  origin: z.string(),
  size: z.number().int().describe('How many entries it is of.'),
  root: z.string().describe('The root of their Merkle tree, base64.'),
  state: z.string().describe('Who vouches for it, in words.'),
  witnesses: z.array(z.strictObject({ by: z.string(), at: z.string().meta({ format: 'date-time' }) })).describe('The witnesses that cosigned it.'),
  note: z.string().describe('The signed note (C2SP tlog-checkpoint), to be kept somewhere else.'),
  verifierKey: z.string().describe('What it is verified with.'),
}).meta({ id: 'Checkpoint' });

/** The log of acts as far as the caller may see it, and the proofs that it is whole. */
export const entryOperations = (ports: Ports): readonly Operation[] => [
  operation({
    id: 'listEntries', method: 'get', path: '/registers/{register}/entries', tag: 'entries', scope: 'read',
    summary: 'Who entered what, and why',
    description: 'The newest first. Entries of which you may see nothing are left out, and of the others the changes that you may not see.',
    params: z.strictObject(registerParam),
    query: z.strictObject({
      act: z.string().max(100).optional().describe('Only this act, as in `record.put`.'),
      person: z.string().max(200).optional().describe('Only what this person did: their id.'),
      since: instantText.optional().describe('Only what was recorded at or after this instant.'),
      ...pageQuery,
    }),
    answers: { status: 200, says: 'Entries.', schema: pageSchema(entrySchema).meta({ id: 'EntryPage' }) },
    refuses: [404],
    async run({ caller, query: { act, person, since, limit, cursor } }) {
      const open = await opened(ports, caller, {});
      const before = placeIn(cursor, z.tuple([z.number().int()]));
      if (!open.ok) return open;
      if (!before.ok) return before;
      const { access, image } = open.value;
      const items: z.output<typeof entrySchema>[] = [];
      let number = Math.min(before.value?.[0] ?? Infinity, image.entries.length) - 1;
      for (; number >= 0 && items.length < limit; number -= 1) {
        const entry = image.entries[number];
        if (entry === undefined || (since !== undefined && entry.recordedAt < since)) break;
        const isWanted = (act === undefined || entry.act === act) && (person === undefined || entry.actor.person === person.replace(/^persons\//, ''));
        const answer = isWanted ? entryAnswer(entry, image, access) : undefined;
        if (answer !== undefined) items.push(answer);
      }
      const next = items.length < limit || number < 0 ? null : cursorOf([number + 1]);
      return { ok: true, value: { json: { items, next } } };
    },
  }),
  operation({
    id: 'getEntry', method: 'get', path: '/registers/{register}/entries/{number}', tag: 'entries', scope: 'read',
    summary: 'One entry with all of its changes that you may see',
    params: z.strictObject({ ...registerParam, ...numberParam }),
    answers: { status: 200, says: 'The entry.', schema: entrySchema },
    refuses: [404],
    async run({ caller, params: { number } }) {
      const open = await opened(ports, caller, {});
      if (!open.ok) return open;
      const { access, image } = open.value;
      const entry = image.entries[number];
      const answer = entry === undefined ? undefined : entryAnswer(entry, image, access, Infinity);
      return answer === undefined ? noSuchEntry(number) : { ok: true, value: { json: answer } };
    },
  }),
  operation({
    id: 'getReceipt', method: 'get', path: '/registers/{register}/entries/{number}/receipt', tag: 'entries', scope: 'read',
    summary: 'The stand-alone proof that an entry is in the register',
    description: 'A C2SP tlog-proof: it checks offline, with the verifier key and the leaf alone.',
    params: z.strictObject({ ...registerParam, ...numberParam }),
    answers: { status: 200, says: 'The receipt.', type: TEXT },
    refuses: [404],
    async run({ caller, params: { number } }) {
      const open = await opened(ports, caller, {});
      if (!open.ok) return open;
      const signed = await open.value.signed();
      if (signed === undefined || number >= signed.size) return noSuchEntry(number);
      const text = writeReceipt({ index: number, proof: signed.tree.inclusionProof(number, signed.size), checkpoint: signed.note });
      return { ok: true, value: { file: { type: TEXT, bytes: text, name: `${open.value.id}-${number}${RECEIPT_FILE_ENDING}` } } };
    },
  }),
  operation({
    id: 'getCheckpoint', method: 'get', path: '/registers/{register}/checkpoint', tag: 'entries', scope: 'read',
    summary: 'The newest signed checkpoint, with who vouches for it',
    params: z.strictObject(registerParam),
    answers: { status: 200, says: 'The checkpoint.', schema: checkpointSchema },
    refuses: [404],
    async run({ caller }) {
      const open = await opened(ports, caller, {});
      if (!open.ok) return open;
      const signed = await open.value.signed();
      if (signed === undefined) return noSuchEntry(0);
      const { note, size, tree, verifierKey } = signed;
      const witnesses = witnessesIn(note);
      return { ok: true, value: { json: { origin: note.slice(0, note.indexOf('\n')), size, root: base64(tree.root(size)), state: stateOf(witnesses), witnesses, note, verifierKey } } };
    },
  }),
];

const noSuchEntry = (number: number): Answered => ({ ok: false, faults: [notFound('no-such-entry', `There is no entry ${number} that you may see.`, String(number))] });
