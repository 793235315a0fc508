import { canonicalJson } from '../../kernel/canonical-json.ts';
import type { Fault } from '../../kernel/fault.ts';
import type { Instant } from '../../kernel/instant.ts';
import { ok, refused, type Result } from '../../kernel/result.ts';
import { ID } from '../../model/kind.ts';
import { isKindName } from '../../model/kinds.ts';
import { readRegisterFile } from '../../model/register-file/read.ts';
import { writeRegisterYaml } from '../../model/register-file/write-yaml.ts';
import { contentForFile } from '../export-content.ts';
import { Image } from '../image.ts';
import { entryOf, isOwnKind, leafOf } from '../kept-form.ts';
import { originOf } from '../ledger.ts';
import { parseBase64 } from '../log/base64.ts';
import { parseCheckpointText } from '../log/checkpoint.ts';
import { bodyDigest, SALT_BYTES } from '../log/leaf.ts';
import { leafHash, MerkleTree } from '../log/merkle.ts';
import { parseNote } from '../log/note.ts';
import { HEADER_KIND, type KeptChange, type KeptEntry } from '../store/store.ts';
import { ErasedLines } from './erased-lines.ts';
import { historyLeaf, type HistoryLeaf } from './history-leaf.ts';
import { FIRST_LINE } from './write-history.ts';

/** A history as its file holds it: every digest and the root found right. The signature is not checked: it is by another folder's key. */
export interface History {
  readonly register: string;
  readonly entries: readonly KeptEntry[];
  readonly root: Uint8Array;
}

export const isHistory = (bytes: Uint8Array): boolean => new TextDecoder().decode(bytes.subarray(0, FIRST_LINE.length + 1)) === `${FIRST_LINE}\n`;

class Wrong extends Error {}

/** What is wrong with the register that the entries come to, by the schemas of this version; the guidance's words are not checked: they change. */
async function faultsOfContent({ register, entries }: History): Promise<readonly Fault[]> {
  const image = new Image();
  for (const entry of entries) image.apply(entryOf(entry), entry.key);
  const written = await readRegisterFile({ name: register, bytes: new TextEncoder().encode(writeRegisterYaml(contentForFile(image.content()))) }, {});
  return written.ok ? [] : written.faults.map((fault) => ({ ...fault, place: { file: register, path: fault.place?.path ?? '' } }));
}

/** Reads a history file whole, or says at which line it is wrong. */
export async function readHistory(name: string, bytes: Uint8Array): Promise<Result<History>> {
  const lines = new TextDecoder().decode(bytes).split('\n');
  const at = { line: 0 };
  try {
    const history = historyIn(lines, at);
    const faults = await faultsOfContent(history);
    return faults.length === 0 ? ok(history) : { ok: false, faults };
  } catch (error) {
    if (!(error instanceof Wrong)) throw error;
    return refused({ category: 'input', code: 'history-wrong', sentence: error.message, place: { file: name, line: at.line } } satisfies Fault);
  }
}

function historyIn(lines: readonly string[], at: { line: number }): History {
  const next = (): string => lines[at.line++] ?? wrong('The file ends here, before its checkpoint: it was cut.');
  if (next() !== FIRST_LINE) wrong(`A history begins with the line \`${FIRST_LINE}\`.`);
  const register = after('register ', next()) ?? '';
  if (!ID.test(register)) wrong('The second line is `register` and the id of the register.');
  const entries: KeptEntry[] = [];
  const tree = new MerkleTree();
  const erased = new ErasedLines();
  for (let line = next(); line !== 'checkpoint'; line = next()) {
    const written = after('entry ', line) ?? wrong('A line `entry …`, or `checkpoint`, should stand here.');
    const entry = entryIn(historyLeaf(written) ?? wrong('This is not the leaf of an entry.'), next);
    const leaf = leafOf(entry);
    if (!leaf.ok || new TextDecoder().decode(leaf.value) !== written) wrong('This is not how the leaf of an entry is written.');
    if (entry.number !== entries.length) wrong(`Entry ${entries.length} should stand here, not ${entry.number}.`);
    if (entry.recordedAt < (entries.at(-1)?.recordedAt ?? '')) wrong('The time of this entry is before that of the entry before it.');
    const hash = leaf.ok ? leafHash(leaf.value) : new Uint8Array();
    tree.append(hash);
    entries.push({ ...entry, leafHash: hash });
    const why = erased.add(entry, at.line);
    if (why !== undefined) wrong(why);
  }
  const left = erased.unaccounted();
  if (left !== undefined) {
    at.line = left.line;
    wrong(left.why);
  }
  if (entries[0]?.changes[0]?.kind !== HEADER_KIND || entries[0].changes[0].id !== register) wrong('The first entry does not say whose register it is.');
  checkRoot(lines.slice(at.line).join('\n'), register, tree);
  return { register, entries, root: tree.root() };
}

function entryIn(leaf: HistoryLeaf, next: () => string): Omit<KeptEntry, 'leafHash'> {
  const changes = leaf.changes.map(({ kind, id, from, until, bodyDigest: digest }): KeptChange => {
    if (!isOwnKind(kind) && !isKindName(kind)) wrong(`\`${kind}\` is not a kind of record that this version of Answerable knows.`);
    return { kind, id, from, until, put: digest === undefined ? undefined : putIn(next(), digest, kind) };
  });
  const entry = { number: leaf.number, recordedAt: leaf.recordedAt as Instant, person: leaf.actor.person, post: leaf.actor.post, act: leaf.act, reason: leaf.reason, key: leaf.idempotencyKey, changes };
  try {
    entryOf(entry);
    return entry;
  } catch (error) {
    return wrong(error instanceof Error ? error.message : String(error));
  }
}

/** What a line says after the leaf: the body that was entered, or by which entry it was erased. */
function putIn(line: string, digest: string, kind: string): KeptChange['put'] {
  const [, by] = /^erased (0|[1-9]\d{0,14})$/.exec(line) ?? [];
  if (by !== undefined) return isOwnKind(kind) ? wrong('What a register says of itself is never erased.') : { digest, erasedBy: Number(by) };
  const [, salt = '', body = ''] = /^body ([^ ]+) (.*)$/s.exec(line) ?? wrong('A line `body …` or `erased …` should stand here.');
  const bytes = parseBase64(salt);
  if (bytes?.length !== SALT_BYTES || bodyDigest(bytes, body) !== digest) return wrong('This body is not the one that the entry was made with.');
  if (!isCanonicalGroup(body)) wrong('This body is not a group of fields in canonical JSON.');
  return { digest, salt: bytes, body };
}

function isCanonicalGroup(body: string): boolean {
  try {
    const value: unknown = JSON.parse(body);
    return typeof value === 'object' && value !== null && !Array.isArray(value) && canonicalJson(value) === body;
  } catch {
    return false;
  }
}

function checkRoot(note: string, register: string, tree: MerkleTree): void {
  const parsed = parseNote(note);
  const checkpoint = parsed.ok ? parseCheckpointText(parsed.value.text) : parsed;
  if (!checkpoint.ok) return wrong('The file does not end with a signed checkpoint.');
  const { origin, size, root } = checkpoint.value;
  if (origin !== originOf(register)) wrong(`The checkpoint is of \`${origin}\`, not of \`${originOf(register)}\`.`);
  if (size !== tree.size) wrong(`The checkpoint is of ${size} entries, and the file has ${tree.size}.`);
  if (!Buffer.from(root).equals(tree.root())) wrong('The entries do not come to the root of the checkpoint: one of them was changed.');
}

const after = (start: string, line: string): string | undefined => (line.startsWith(start) ? line.slice(start.length) : undefined);

function wrong(sentence: string): never {
  throw new Wrong(sentence);
}
