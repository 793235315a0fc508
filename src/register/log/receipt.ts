import { ok, refused, type Result } from '../../kernel/result.ts';
import { base64, parseBase64 } from './base64.ts';
import { isDecimal, openCheckpoint, type Checkpoint } from './checkpoint.ts';
import { logFault } from './log-fault.ts';
import type { VerifierKey } from './note-key.ts';
import { utf8 } from './note.ts';
import { verifyInclusion } from './verify-proof.ts';

const FIRST_LINE = 'c2sp.org/tlog-proof@v1';
/** A tree of 2^53 leaves has no longer path. */
const MOST_HASHES = 53;

/** What the name of a file with a receipt ends in. */
export const RECEIPT_FILE_ENDING = '.tlog-proof';

/** C2SP tlog-proof: that the leaf at `index` (from 0) is in the log of the checkpoint, by the siblings from the leaf to the root. */
export interface Receipt {
  /** Opaque and not authenticated. */
  readonly extra?: Uint8Array | undefined;
  readonly index: number;
  readonly proof: readonly Uint8Array[];
  /** The signed note, verbatim. */
  readonly checkpoint: string;
}

export function writeReceipt({ extra, index, proof, checkpoint }: Receipt): string {
  const head = [FIRST_LINE, ...(extra === undefined ? [] : [`extra ${base64(extra)}`]), `index ${index}`, ...proof.map(base64)];
  return `${head.join('\n')}\n\n${checkpoint}`;
}

/** Reads the form of a receipt; trust nothing of it before `verifyReceipt`. */
export function parseReceipt(receipt: string | Uint8Array): Result<Receipt> {
  const text = typeof receipt === 'string' ? receipt : utf8(receipt);
  const blank = text?.indexOf('\n\n') ?? -1;
  if (text === undefined || blank === -1) return malformed('A receipt is UTF-8 text: its proof, a blank line and a checkpoint.');
  const [first, ...lines] = text.slice(0, blank).split('\n');
  if (first !== FIRST_LINE) return malformed(`A receipt begins with the line ${FIRST_LINE}.`);
  const extraText = valueOf('extra', lines[0]);
  if (extraText !== undefined) lines.shift();
  const extra = extraText === undefined ? undefined : parseBase64(extraText);
  if (extraText !== undefined && extra === undefined) return malformed('The extra data of a receipt is in base64.');
  const index = valueOf('index', lines.shift());
  if (index === undefined || !isDecimal(index)) return malformed('A receipt has a line with the word index and the number of the entry.');
  const proof = lines.map(parseBase64).filter((hash) => hash !== undefined);
  if (proof.length < lines.length || proof.length > MOST_HASHES || proof.some((hash) => hash.length !== 32)) return malformed('Between the index and the blank line a receipt has hashes of 32 bytes in base64, one a line.');
  return ok({ extra, index: Number(index), proof, checkpoint: text.slice(blank + 2) });
}

/**
 * Checks a receipt for the exact bytes of a leaf with nothing but the log's verifier key. Answers what was proved: the leaf's index
 * and the checkpoint of the log that it is in. It does not show that the checkpoint is the latest.
 */
export function verifyReceipt(receipt: string | Uint8Array, leaf: Uint8Array, key: VerifierKey): Result<{ index: number; checkpoint: Checkpoint }> {
  const parsed = parseReceipt(receipt);
  if (!parsed.ok) return parsed;
  const { index, proof } = parsed.value;
  const opened = openCheckpoint(parsed.value.checkpoint, key);
  if (!opened.ok) return opened;
  const checkpoint = opened.value;
  if (!verifyInclusion({ leaf, index, size: checkpoint.size, proof, root: checkpoint.root })) {
    return refused(logFault('receipt-wrong', `The receipt does not prove that this is entry ${index} of the ${checkpoint.size} under the checkpoint.`));
  }
  return ok({ index, checkpoint });
}

const malformed = (sentence: string): Result<never> => refused(logFault('receipt-malformed', sentence));

const valueOf = (word: string, line: string | undefined): string | undefined =>
  line?.startsWith(`${word} `) === true ? line.slice(word.length + 1) : undefined;
