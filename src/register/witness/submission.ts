import { ok, refused, type Result } from '../../kernel/result.ts';
import { base64, parseBase64 } from '../log/base64.ts';
import { isDecimal, parseCheckpointText, type Checkpoint } from '../log/checkpoint.ts';
import { logFault } from '../log/log-fault.ts';
import { parseNote, utf8 } from '../log/note.ts';

/** The specification's limits: 63 hashes prove growth to a tree of 2^64; 16 signatures, each of a key of up to 5 kB, must be taken. */
const MOST_HASHES = 63;
export const MOST_SUBMISSION_BYTES = 128 * 1024;

/** What a register asks of a witness: that it cosign the checkpoint, which continues the `old` entries that the witness has seen. */
export interface Submission {
  readonly old: number;
  /** RFC 6962, 2.1.2, from `old` to the checkpoint's size. */
  readonly proof: readonly Uint8Array[];
  /** The signed note, as it was sent. */
  readonly note: string;
}

/** C2SP tlog-witness, the body of `add-checkpoint`. */
export const writeSubmission = ({ old, proof, note }: Submission): string => `${[`old ${old}`, ...proof.map(base64)].join('\n')}\n\n${note}`;

/** Reads the form alone: no signature is verified, and no proof. */
export function parseSubmission(body: Uint8Array): Result<Submission & { readonly text: string; readonly checkpoint: Checkpoint }> {
  const whole = body.length > MOST_SUBMISSION_BYTES ? undefined : utf8(body);
  const blank = whole?.indexOf('\n\n') ?? -1;
  if (whole === undefined || blank === -1) return malformed('A submission is UTF-8 text: a line with the old size, the hashes of the proof, a blank line and the signed checkpoint.');
  const [first = '', ...lines] = whole.slice(0, blank).split('\n');
  const old = first.startsWith('old ') ? first.slice('old '.length) : '';
  if (!isDecimal(old)) return malformed('A submission begins with a line of the word old, a space and a size in decimal.', first);
  const proof = lines.map(parseBase64).filter((hash) => hash !== undefined);
  if (proof.length < lines.length || proof.length > MOST_HASHES || proof.some((hash) => hash.length !== 32)) return malformed(`Between the old size and the blank line stand at most ${MOST_HASHES} hashes of 32 bytes in base64, one a line.`);
  const note = whole.slice(blank + 2);
  const parsed = parseNote(note);
  if (!parsed.ok) return parsed;
  const { text } = parsed.value;
  const checkpoint = parseCheckpointText(text);
  return checkpoint.ok ? ok({ old: Number(old), proof, note, text, checkpoint: checkpoint.value }) : checkpoint;
}

const malformed = (sentence: string, found?: string): Result<never> => refused(logFault('submission-malformed', sentence, found));
