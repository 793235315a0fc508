import { quoted } from '../../kernel/fault.ts';
import { ok, refused, type Result } from '../../kernel/result.ts';
import { isDecimal, parseCheckpointText, type Checkpoint } from '../log/checkpoint.ts';
import { asCosignature, openCosigned, type Cosignature } from '../log/cosignature.ts';
import type { MerkleTree } from '../log/merkle.ts';
import { parseNote, signatureLine } from '../log/note.ts';
import type { WitnessKey } from '../log/witness-key.ts';
import { NotIntact } from '../not-intact.ts';
import { writeSubmission } from './submission.ts';

/** How often the witness may name another size before it is given up: others may be asking for the same register. */
const MOST_ATTEMPTS = 5;

/** What came back over HTTP. */
export interface Response {
  readonly status: number;
  readonly contentType: string;
  readonly text: string;
}

export interface Asking {
  /** Reads the newest signed checkpoint and the tree that it is of; asked again where the witness knows more. */
  readonly newest: () => Promise<{ readonly note: string; readonly tree: MerkleTree }>;
  readonly witness: WitnessKey;
  /** The size that the witness is thought to know; 0 where it is not known. */
  readonly from: number;
  /** Sends a submission. Refused where no answer comes. */
  readonly post: (body: string) => Promise<Result<Response>>;
}

/** What a witness gave: a checkpoint of the register, the cosignature, and that as a line of the note. */
export interface Cosigned {
  readonly checkpoint: Checkpoint;
  readonly cosignature: Cosignature;
  readonly line: string;
}

/**
 * Asks a witness to cosign the newest checkpoint, and again from the size that it names where it knows another. Nothing that comes back
 * is believed before it is verified with the witness's key.
 *
 * @throws NotIntact where the witness has seen what this register does not have: it was rolled back or rewritten
 */
export async function askWitness({ newest, witness, from, post }: Asking): Promise<Result<Cosigned>> {
  let { text, checkpoint, note, tree } = await readNewest(newest);
  let old = Math.min(from, checkpoint.size);
  for (let attempt = 1; attempt <= MOST_ATTEMPTS; attempt += 1) {
    const { origin, size } = checkpoint;
    const posted = await post(writeSubmission({ old, proof: tree.consistencyProof(old, size), note }));
    if (!posted.ok) return posted;
    const answer = posted.value;
    if (answer.status === 200) return cosignedIn(answer.text, text, checkpoint, witness);
    if (answer.status === 422 && old > 0) throw parted(origin, `The first ${old} entries of \`${origin}\` are not those that`, witness);
    if (answer.status !== 409) return refusal(answer, origin, witness);
    const known = sizeIn(answer);
    if (known === undefined) return nonsense(witness, `409 without the size that it knows: ${quoted(answer.text)}`);
    if (known === size && old === size) throw parted(origin, `The ${size} entries of \`${origin}\` here are not those that`, witness);
    // Somebody else may have entered more, and asked, since this was read.
    if (known > size) ({ text, checkpoint, note, tree } = await readNewest(newest));
    if (known > checkpoint.size) throw new NotIntact(`The witness \`${witness.name}\` has seen ${known} entries of \`${origin}\`, and there are ${checkpoint.size} here: this is an older copy, or entries were taken away. It cosigned nothing.`);
    old = known;
  }
  return nonsense(witness, `another size at every one of ${MOST_ATTEMPTS} attempts`);
}

async function readNewest(newest: Asking['newest']): Promise<{ text: string; checkpoint: Checkpoint; note: string; tree: MerkleTree }> {
  const { note, tree } = await newest();
  const parsed = parseNote(note);
  const checkpoint = parsed.ok ? parseCheckpointText(parsed.value.text) : parsed;
  if (!parsed.ok || !checkpoint.ok) throw new RangeError('A witness is asked about a signed checkpoint.');
  return { text: parsed.value.text, checkpoint: checkpoint.value, note, tree };
}

const parted = (origin: string, what: string, witness: WitnessKey): NotIntact =>
  new NotIntact(`${what} the witness \`${witness.name}\` has seen: the register was rewritten, or there are two of \`${origin}\`. It cosigned nothing.`);

/** The cosignature by the key among the lines; others are passed over. */
function cosignedIn(lines: string, text: string, checkpoint: Checkpoint, witness: WitnessKey): Result<Cosigned> {
  const note = `${text}\n${lines}`;
  const opened = openCosigned(note, witness);
  const parsed = parseNote(note);
  if (!opened.ok || !parsed.ok || parsed.value.text !== text) return nonsense(witness, `a cosignature that does not verify with its key: ${quoted(lines)}`);
  const given = parsed.value.signatures.find((one) => asCosignature(one)?.time === opened.value.time && one.name === witness.name && Buffer.from(witness.id).equals(one.keyId));
  return given === undefined ? nonsense(witness, 'no cosignature') : ok({ checkpoint, cosignature: opened.value, line: signatureLine(given) });
}

function sizeIn({ contentType, text }: Response): number | undefined {
  const size = text.endsWith('\n') ? text.slice(0, -1) : text;
  return contentType.split(';')[0]?.trim() === 'text/x.tlog.size' && isDecimal(size) ? Number(size) : undefined;
}

function refusal({ status, text }: Response, origin: string, witness: WitnessKey): Result<never> {
  const said = text.trim() === '' ? '' : ` It said: ${quoted(text.trim())}.`;
  switch (status) {
    case 403:
      return refused({ category: 'forbidden', code: 'witness-trusts-another-key', sentence: `The witness \`${witness.name}\` trusts another key of \`${origin}\` than the one that signed this checkpoint. Give those who run it the key that \`answerable vkey\` prints.${said}` });
    case 404:
      return refused({ category: 'forbidden', code: 'witness-does-not-watch', sentence: `The witness \`${witness.name}\` does not watch \`${origin}\`, or this is not its address. Give those who run it the key that \`answerable vkey\` prints.${said}` });
    default:
      return nonsense(witness, `status ${status}.${said === '' ? ' It said nothing' : said.slice(0, -1)}`);
  }
}

const nonsense = (witness: WitnessKey, what: string): Result<never> =>
  refused({ category: 'input', code: 'witness-answers-nonsense', sentence: `The address was expected to answer as the witness \`${witness.name}\` does, and answered with ${what}. Nothing was kept.` });
