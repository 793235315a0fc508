import { instantOf, type Instant } from '../../kernel/instant.ts';
import { send, type Sent } from './send.ts';
import type { Due, Webhooks } from './webhooks.ts';

/** After each try that was not taken, the pause before the next: a minute’s trouble costs seconds, a day’s is survived. */
export const PAUSES_MS: readonly number[] = [5_000, 60_000, 5 * 60_000, 30 * 60_000, 2 * 3_600_000, 5 * 3_600_000, 10 * 3_600_000, 14 * 3_600_000, 20 * 3_600_000, 24 * 3_600_000];

/** A try that hangs, or whose process dies, is made again after this. */
const CLAIM_MS = 60_000;
const AT_ONCE = 20;

interface Parts {
  readonly webhooks: Webhooks;
  readonly now: () => Instant;
  /** Whether this machine may be sent to, over plain HTTP. */
  readonly toLoopback: boolean;
}

/** Sends what is due. Each message is sent at least once, always with the same id: whoever gets it twice can tell. */
export async function deliver({ webhooks, now, toLoopback }: Parts): Promise<void> {
  const due = await webhooks.due(now(), AT_ONCE);
  await Promise.all(due.map(async (one) => {
    if (!(await webhooks.claim(one, later(now(), CLAIM_MS)))) return;
    const sent = await send({ ...one, at: new Date(now()), toLoopback });
    await settled(webhooks, one, sent, now());
  }));
  await webhooks.forget(now());
}

async function settled(webhooks: Webhooks, { id, webhook, tries }: Due, sent: Sent, now: Instant): Promise<void> {
  const answered = 'status' in sent ? String(sent.status) : sent.failed;
  if ('status' in sent && sent.status >= 200 && sent.status < 300) return webhooks.settle(id, 'taken', answered, now);
  const pause = PAUSES_MS[tries];
  const isGone = 'status' in sent && sent.status === 410;
  if (pause !== undefined && !isGone) return webhooks.settle(id, 'waiting', answered, later(now, pause));
  // Nobody is there any more.
  await webhooks.settle(id, 'given-up', answered, now);
  await webhooks.stop(webhook);
}

const later = (now: Instant, ms: number): Instant => instantOf(Date.parse(now) + ms);
