import { ok, type Result } from '../../kernel/result.ts';
import type { Kept } from './catch-up.ts';
import { decide } from '../decide.ts';
import type { Entry } from '../entry.ts';
import { erasedBy } from '../erasure/bodies.ts';
import type { Image } from '../image.ts';
import type { KindName } from '../../model/kinds.ts';
import { bodyOf, entryOf, isOwnKind } from '../kept-form.ts';
import type { Loaded } from './loaded.ts';
import { actFailed } from './not-kept.ts';
import type { Performed, Request } from '../request.ts';
import type { Waiting } from './waiting-acts.ts';
import { ERASURE_KIND, isErased, KEY_KIND, type Appended, type CurrentRow, type KeptEntry } from '../store/store.ts';

/** What those that waited come to on the register as it is in memory. */
export interface DecidedBatch {
  /** The commit; absent where nothing is to be kept. */
  readonly appended: Appended | undefined;
  /** Its entries as the program reads them. */
  readonly read: readonly Entry[];
  /** What to answer once the commit is kept. */
  readonly answers: readonly (readonly [Waiting['answer'], Result<Performed>])[];
  /** Those that must be decided after the commit. */
  readonly left: readonly Waiting[];
}

/** Decides each act after those before it; memory is afterwards as it was. */
export function decideBatch(waiting: readonly Waiting[], loaded: Loaded, kept: Kept): DecidedBatch {
  const entries: KeptEntry[] = [];
  const read: Entry[] = [];
  const answers: [Waiting['answer'], Result<Performed>][] = [];
  return loaded.image.trying(() => {
    for (const { request, answer } of waiting) {
      const decided = decidedOn(request, loaded.image);
      answers.push([answer, decided.ok ? ok(decided.value.performed) : decided]);
      if (!decided.ok) continue;
      for (const entry of decided.value.entries) {
        read.push(entryOf(entry));
        loaded.image.apply(read.at(-1) ?? entryOf(entry), entry.key);
      }
      entries.push(...decided.value.entries);
      if (decided.value.entries.some(endsBatch)) break;
    }
    const appended = entries.length === 0 ? undefined : appendedBy(entries, loaded, kept);
    return { appended, read, answers, left: waiting.slice(answers.length) };
  });
}

/** The commit of entries that the image has and the tree has not. */
export function appendedBy(entries: readonly KeptEntry[], { image, tree, note: upon }: Loaded, { signer }: Kept): Appended {
  const after = tree.size;
  try {
    for (const { leafHash } of entries) tree.append(leafHash);
    return { after, upon, entries, erased: erasedBy(entries), current: currentRows(entries, image), checkpoint: { size: tree.size, note: signer.sign(tree, entries) } };
  } finally {
    tree.cut(after);
  }
}

/** The tree that ends with a new key is signed by two; what is erased must be out of memory before anything else is decided. */
const endsBatch = ({ changes }: KeptEntry): boolean => changes.some(({ kind }) => kind === KEY_KIND || kind === ERASURE_KIND);

function decidedOn(request: Request, image: Image): ReturnType<typeof decide> {
  try {
    return decide(request, image);
  } catch (error) {
    return actFailed(error);
  }
}

/** The rows of every record that the entries touch, as they now are. */
function currentRows(entries: readonly KeptEntry[], image: Image): Appended['current'] {
  const first = entries[0]?.number ?? 0;
  const touched = new Map(entries.flatMap(({ changes }) => changes).filter(({ kind }) => !isOwnKind(kind)).map(({ kind, id }) => [`${kind}/${id}`, { kind: kind as KindName, id }]));
  return [...touched.values()].map(({ kind, id }) => ({
    kind,
    id,
    isNew: !image.wasSaidBefore(kind, id, first),
    versions: image.versions(kind, id).map((record): CurrentRow => {
      const said = image.saidBy(record);
      const put = entries[said.entry - first]?.changes[said.position]?.put;
      return { ...record.valid, body: put === undefined || isErased(put) ? bodyOf(record) : put.body, said, entry: image.lastChanged(record.ref) ?? 0 };
    }),
  }));
}
