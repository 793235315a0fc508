import type { AreaAct } from '../../acts/area-act.ts';
import { agree } from './acts/agree.ts';
import { comment, propose } from './acts/amend.ts';
import { acknowledge, communicate } from './acts/communicate.ts';
import { adopt, decline, settle, withdrawAmendment } from './acts/decide-amendment.ts';
import { dispute } from './acts/dispute.ts';
import { draft } from './acts/draft.ts';
import { open } from './acts/open.ts';
import { renew, withdraw } from './acts/renew.ts';

/** The life of an instrument: drafted, negotiated clause by clause, agreed, communicated, renewed. */
export const instrumentActs: readonly AreaAct[] = [draft, open, comment, propose, adopt, decline, withdrawAmendment, dispute, settle, agree, communicate, acknowledge, renew, withdraw];
