import { Access } from '../access/access.ts';
import { standingOf } from '../access/standing.ts';
import { ACCESS_RULES } from './access-rules.ts';
import { dateInLondon, type Instant } from '../kernel/instant.ts';
import type { Ref } from '../model/field.ts';
import type { Image } from '../register/image.ts';

/** What somebody may see and do in the register as it is when it is an act’s turn. */
export function accessThen(image: Image, person: Ref<'persons'>, now: Instant): Access {
  const snapshot = image.snapshot(image.header.asAt ?? dateInLondon(now));
  return new Access(ACCESS_RULES, snapshot, standingOf(snapshot, person));
}
