import { sha256 } from '../log/sha256.ts';
import type { VerifierKey } from '../log/note-key.ts';
import { openNote, signatureLine } from '../log/note.ts';
import { verifyConsistency } from '../log/verify-proof.ts';
import { parseSubmission } from './submission.ts';

/** The newest checkpoint that the witness cosigned for a log. */
export interface Seen {
  readonly size: number;
  readonly root: Uint8Array;
}

/** A checkpoint that may be cosigned: its text, and the note with the signatures by trusted keys alone. */
export interface Cosignable extends Seen {
  readonly origin: string;
  readonly text: string;
  readonly note: string;
}

/** What a witness answers, each with the sentence for people; which status HTTP gives each is in `witness-server.ts`. */
export type Judgement =
  | { readonly state: 'cosign'; readonly checkpoint: Cosignable }
  | { readonly state: 'malformed' | 'unknown-log' | 'not-signed' | 'wrong-proof'; readonly sentence: string }
  /** `size` is the witness's own: the old size was another, or a checkpoint of that very size has another root (`fork`). */
  | { readonly state: 'conflict'; readonly size: number; readonly fork: boolean; readonly sentence: string };

/** The keys that are trusted for each log, by its origin. A log whose key was changed has several. */
export type Trusted = ReadonlyMap<string, readonly VerifierKey[]>;

/**
 * Judges a submission (C2SP tlog-witness, `add-checkpoint`) from what is trusted and what was seen alone, in the order that the
 * specification gives. Whoever calls it keeps what is to be cosigned before anybody hears of it, and lets nothing come between.
 *
 * @param seenOf the newest checkpoint cosigned for the origin; undefined where there is none
 */
export function judge(body: Uint8Array, trusted: Trusted, seenOf: (origin: string) => Seen | undefined): Judgement {
  const parsed = parseSubmission(body);
  if (!parsed.ok) return { state: 'malformed', sentence: parsed.faults.map(({ sentence }) => sentence).join(' ') };
  const { old, proof, note, text, checkpoint } = parsed.value;
  const { origin, size, root } = checkpoint;
  const keys = trusted.get(origin);
  if (keys === undefined) return { state: 'unknown-log', sentence: `This witness does not watch \`${origin}\`.` };
  const opened = openNote(note, ...keys);
  if (!opened.ok) return { state: 'not-signed', sentence: opened.faults.map(({ sentence }) => sentence).join(' ') };
  if (old > size) return { state: 'malformed', sentence: `The old size ${old} is more than the ${size} entries of the checkpoint.` };
  const seen = seenOf(origin) ?? NOTHING;
  if (old !== seen.size) return { state: 'conflict', size: seen.size, fork: false, sentence: `The newest checkpoint of \`${origin}\` seen here is of ${seen.size} entries, not of ${old}.` };
  if (size === seen.size && !Buffer.from(seen.root).equals(root)) {
    return { state: 'conflict', size: seen.size, fork: true, sentence: `\`${origin}\` has signed two different histories of ${size} entries.` };
  }
  if (!verifyConsistency({ fromSize: old, fromRoot: seen.root, toSize: size, toRoot: root, proof })) {
    return { state: 'wrong-proof', sentence: `The proof does not show that the ${size} entries of \`${origin}\` begin with the ${old} seen here.` };
  }
  const own = opened.value.signatures.filter(({ name, keyId }) => keys.some((key) => key.name === name && Buffer.from(key.id).equals(keyId)));
  return { state: 'cosign', checkpoint: { origin, size, root, text, note: `${text}\n${own.map(signatureLine).join('')}` } };
}

/** The empty tree, which every log continues. */
const NOTHING: Seen = { size: 0, root: sha256() };
