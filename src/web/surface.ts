import type { FastifyInstance, FastifyReply } from 'fastify';
import type { Library } from './reading.ts';
import type { Shelf } from './shelf.ts';

/** Another surface on the same server: whatever is below its prefix it answers itself, faults included. */
export interface Surface {
  readonly prefix: `/${string}`;
  /** Answers an address that is none. */
  readonly badAddress: (reply: FastifyReply) => FastifyReply;
  /** Told of the registers that are shown, and of what was worked out of them. */
  readonly open: (server: FastifyInstance, parts: { readonly shelf: Shelf; readonly library: Library }) => void;
}
