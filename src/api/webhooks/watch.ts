import type { Judged } from '../../assessment/assess.ts';
import type { Instant } from '../../kernel/instant.ts';
import type { Ports } from '../read/ports.ts';
import type { WebhookEvent } from './event.ts';
import type { Told, Webhook, Webhooks } from './webhooks.ts';

interface Parts {
  readonly ports: Ports;
  readonly webhooks: Webhooks;
  readonly now: () => Instant;
  /** Where browsers and programs find this server, for links. */
  readonly base: string;
}

/** Looks what is new in every register that somebody is told of, and puts it in their queues. */
export async function watch(parts: Parts): Promise<void> {
  for (const webhook of await parts.webhooks.active()) await tell(webhook, parts);
}

async function tell({ id, register, events, told }: Webhook & { readonly told: Told }, { ports, webhooks, now, base }: Parts): Promise<void> {
  const state = await stateOf(ports, register, events.has('verdict.changed') ? told : undefined);
  if (state === undefined || (state.nextEntry === told.nextEntry && state.judged === told.judged)) return;
  const root = `${base}api/v1/registers/${register}`;
  const entries = events.has('entry.recorded') ? state.recordedSince(told.nextEntry) : [];
  const moved = events.has('verdict.changed') ? Object.entries(state.verdicts).filter(([expectation, verdicts]) => told.verdicts[expectation] !== verdicts) : [];
  const news: readonly WebhookEvent[] = [
    ...entries.map((timestamp, index): WebhookEvent => ({ type: 'entry.recorded', timestamp, data: { register, entry: told.nextEntry + index, url: `${root}/entries/${told.nextEntry + index}` } })),
    ...moved.map(([expectation]): WebhookEvent => ({ type: 'verdict.changed', timestamp: now(), data: { register, expectation, url: `${root}/expectations/${expectation}` } })),
  ];
  await webhooks.queue(id, told, state, news, now());
}

/** How a register is now. @param before how it was: verdicts are only looked at again where they may be others; absent where nobody asks for them */
export async function stateOf(ports: Ports, register: string, before: Pick<Told, 'judged' | 'verdicts'> | undefined): Promise<(Told & { readonly recordedSince: (entry: number) => readonly Instant[] }) | undefined> {
  const shelved = (await ports.shelf.all()).find(({ slug }) => slug === register);
  const opened = await shelved?.open();
  if (opened?.ok !== true || opened.value.kept === undefined) return undefined;
  const { image } = opened.value.kept;
  const today = opened.value.content.header.asAt ?? ports.library.today();
  const [nextEntry, judged] = [image.entries.length, `${image.entries.length} ${today}`];
  const isSame = before === undefined || before.judged === judged;
  const verdicts = isSame ? (before?.verdicts ?? {}) : Object.fromEntries(ports.library.assessments.on(register, opened.value, today, undefined).judged.map(signature));
  return { nextEntry, judged, verdicts, recordedSince: (entry) => image.entries.slice(entry, nextEntry).map(({ recordedAt }) => recordedAt) };
}

const signature = ({ compiled, paper, practice, resilient, diagnosis }: Judged): [string, string] => [compiled.expectation.id, [paper.verdict, practice.verdict, resilient.verdict, diagnosis].join(' ')];
