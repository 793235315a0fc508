import type { Instant } from '../kernel/instant.ts';
import type { Registers } from '../register/registers.ts';
import { actOperations } from './acts/act-operations.ts';
import type { Operation } from './http/operation.ts';
import { entryOperations } from './read/entry-operations.ts';
import type { Ports } from './read/ports.ts';
import { recordOperations } from './read/record-operations.ts';
import { registerOperations } from './read/register-operations.ts';
import { verdictOperations } from './read/verdict-operations.ts';
import { webhookOperations } from './webhooks/webhook-operations.ts';
import type { Webhooks } from './webhooks/webhooks.ts';

export interface OperationParts {
  readonly ports: Ports;
  readonly registers: Registers;
  readonly webhooks: Webhooks;
  readonly now: () => Instant;
  /** Whether webhooks may be on this machine, over plain HTTP. */
  readonly toLoopback: boolean;
}

/** Everything that can be asked for, in the order of the document. */
export const allOperations = ({ ports, registers, webhooks, now, toLoopback }: OperationParts): readonly Operation[] => [
  ...registerOperations(ports),
  ...recordOperations(ports),
  ...entryOperations(ports),
  ...verdictOperations(ports),
  ...actOperations({ ports, registers, now }),
  ...webhookOperations({ ports, webhooks, now, toLoopback }),
];
