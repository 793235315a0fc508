import type { Post } from '../../model/structure.ts';
import type { Snapshot } from '../../register/snapshot.ts';

/** What the law calls the officer: in Wales and in Scotland. */
export const STATUTORY_OFFICE = ['director-of-social-services', 'chief-social-work-officer'] as const;

/** The posts that carry the statutory office on the day. */
export const statutoryPosts = (snapshot: Snapshot): readonly Post[] => STATUTORY_OFFICE.flatMap((office) => snapshot.where('posts', 'designations', office));
