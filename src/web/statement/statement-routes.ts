import type { FastifyInstance } from 'fastify';
import { actRoute } from '../acting/act-routes.ts';
import { closeForm, raiseForm, respondForm } from '../barriers/barrier-forms.ts';
import type { RecordRoutesParts } from '../recording/record-routes.ts';
import { drawUpForm, reserveForm, signForm, withdrawForm } from './statement-forms.ts';

/** The forms of the yearly statement, and of the barriers that it is to tell of. */
export function statementRoutes(server: FastifyInstance, parts: RecordRoutesParts): void {
  actRoute(server, parts, '/statement/draw-up', drawUpForm);
  actRoute(server, parts, '/statement/:id/reserve', reserveForm);
  actRoute(server, parts, '/statement/:id/sign', signForm);
  actRoute(server, parts, '/statement/:id/withdraw', withdrawForm);
  actRoute(server, parts, '/barriers/raise', raiseForm);
  actRoute(server, parts, '/barriers/:id/respond', respondForm);
  actRoute(server, parts, '/barriers/:id/close', closeForm);
}
