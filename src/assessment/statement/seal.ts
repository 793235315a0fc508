import { canonicalJson } from '../../kernel/canonical-json.ts';
import { sha256Hex } from '../../kernel/digest.ts';
import type { Statement } from '../../model/self-assessment.ts';

/** The digest of all that a signature is under: one letter other, and it is another. SHA-256 in hex of the canonical JSON. */
export function sealOf({ as, period, assessedAs, findings, sections, reservations }: Statement): string {
  return sha256Hex(canonicalJson(JSON.parse(JSON.stringify({ as, period, assessedAs, findings, sections, reservations }))));
}
