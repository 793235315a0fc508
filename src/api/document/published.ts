import type { Database } from '../../database/database.ts';
import type { Ports } from '../read/ports.ts';
import type { Registers } from '../../register/registers.ts';
import { allOperations } from '../operations.ts';
import { Webhooks } from '../webhooks/webhooks.ts';
import { openApiText } from './document.ts';

const unserved = (): never => {
  throw new RangeError('Nothing is served by a document.');
};
const database: Database = { all: unserved, one: unserved, run: unserved, transaction: unserved, close: unserved };
const ports: Ports = { shelf: { all: unserved }, library: { sights: { of: unserved }, assessments: { on: unserved }, today: unserved } };
const registers: Registers = { place: '', registers: unserved, register: unserved, close: unserved };

/** The document as every server of this version answers it. */
export const publishedDocument = (): string => openApiText(allOperations({ ports, registers, webhooks: new Webhooks(database), now: unserved, toLoopback: false }));
