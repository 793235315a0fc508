import { called, joined } from '../../../acts/called.ts';
import { refuse } from '../../../acts/refuse.ts';
import { ok, type Result } from '../../../kernel/result.ts';
import type { Snapshot } from '../../../register/snapshot.ts';
import type { Deciders, NamedDeputy } from '../deciders.ts';

/** What a decision says of a deputy. Where the post is held, somebody must say why its holder could not decide: a deputy acts only while the holder is absent. */
export function asDeputy(snapshot: Snapshot, { office, holders }: Deciders, { to, provision }: NamedDeputy, away: string | undefined): Result<Readonly<Record<string, unknown>>> {
  const fields = { by: to, asDeputyUnder: provision };
  if (holders.length === 0) return ok(fields);
  if (away === undefined) {
    return refuse('conflict', 'holder-not-absent', `${joined(holders.map((one) => called(snapshot, one)))} holds ${called(snapshot, office)}, and a deputy acts only while the holder is absent. Say why the holder could not decide, or leave it to the holder.`, { path: 'away' });
  }
  return ok({ ...fields, note: `The holder was absent: ${away}` });
}
