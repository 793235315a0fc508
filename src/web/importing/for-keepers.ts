import type { FastifyReply, FastifyRequest } from 'fastify';
import type { CalendarDate } from '../../kernel/date.ts';
import type { Language } from '../../kernel/text.ts';
import { KIND_NAMES } from '../../model/kinds.ts';
import type { KeptRegister } from '../../register/kept-register.ts';
import { forbiddenPage } from '../acting/own.ts';
import type { Visitor } from '../account/door.ts';
import type { Page } from '../page.ts';
import type { Reading } from '../reading.ts';
import type { RecordRoutesParts } from '../recording/record-routes.ts';

/** Somebody on a page of a register. */
export interface Entered {
  readonly reading: Reading;
  readonly register: KeptRegister;
  readonly visitor: Visitor;
  /** The register as they read it on another date. */
  readonly at: (date: CalendarDate) => Reading;
}

type Answer = (entered: Entered, request: FastifyRequest, reply: FastifyReply) => Promise<Page | FastifyReply>;

/** The page of somebody who may keep some record of the register, or the answer that they may not. */
export const forKeepers = ({ enter, show }: Pick<RecordRoutesParts, 'enter' | 'show'>, language: Language, answer: Answer) => async (request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> => {
  const entered = await enter(request, reply, language);
  if (entered === undefined) return reply;
  void reply.header('cache-control', 'no-store');
  const { access } = entered.reading;
  const made = access !== undefined && KIND_NAMES.some((kind) => access.mightKeep(kind)) ? await answer(entered, request, reply) : forbiddenPage(entered.reading);
  return 'view' in made ? show(request, reply, made) : made;
};
