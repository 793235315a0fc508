import { quoted } from '../kernel/fault.ts';
import { dateInLondon } from '../kernel/instant.ts';
import { didYouMean } from '../kernel/nearest.ts';
import { ok, refused, type Result } from '../kernel/result.ts';
import type { RegisterContent, VocabularySource } from '../model/register-header.ts';
import type { Act, RegisterAct } from './acts/act.ts';
import { checkChanges } from './acts/check-changes.ts';
import { checkTogether } from './acts/check-together.ts';
import { differences } from './differences.ts';
import type { Actor } from './entry.ts';
import type { Image } from './image.ts';
import type { Request } from './request.ts';

/** Who asks, why and when. */
export type Asked = Pick<Request, 'actor' | 'reason' | 'now' | 'key' | 'read'>;

/** A named act on its input. */
export const actRequest = (act: Act | RegisterAct, input: unknown, asked: Asked, words: VocabularySource): Request => ({
  ...asked,
  act: act.name,
  decide(image) {
    if (image.entries.length === 0) return refused({ category: 'not-found', code: 'no-register', sentence: 'The register has no entry yet. Begin it with `answerable import`.' });
    const post = postHeld(asked.actor, image);
    if (!post.ok) return post;
    const vocabularies = typeof words === 'function' ? words(image.header) : words;
    if ('decideOn' in act) return act.decideOn(image, input, { actor: asked.actor, now: asked.now, words: vocabularies });
    const proposed = act.decide(() => image.snapshot(dateInLondon(asked.now)), input, asked.actor, asked.now);
    if (!proposed.ok) return proposed;
    const changes = checkChanges(proposed.value, image, vocabularies);
    return changes.ok ? ok({ changes: changes.value }) : changes;
  },
});

/** A register file, read whole and checked: only what differs becomes changes. */
export const importRequest = (content: RegisterContent, asked: Asked): Request => ({
  ...asked,
  act: 'register.import',
  decide(image) {
    const { header, changes } = differences(image.entries.length === 0 ? undefined : image, content);
    const faults = checkTogether(changes, image);
    if (faults.length > 0) return { ok: false, faults };
    return header === undefined && changes.length === 0
      ? refused({ category: 'conflict', code: 'no-change', sentence: 'The register says all of this already: there is nothing to import.' })
      : ok({ header, changes });
  },
});

/** The post that somebody acts in must be one of the register's. */
function postHeld({ post }: Actor, image: Image): Result<undefined> {
  if (post === undefined || image.versions('posts', post).length > 0) return ok(undefined);
  return refused({ category: 'input', code: 'no-such-post', sentence: `${quoted(post)} is not a post of the register.${didYouMean(post, image.ids('posts'))}`, found: post });
}

