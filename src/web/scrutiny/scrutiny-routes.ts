import type { FastifyInstance } from 'fastify';
import { actRoute } from '../acting/act-routes.ts';
import type { RecordRoutesParts } from '../recording/record-routes.ts';
import { acceptForm, answerForm, askForm, briefingForm, entitlementForm, programmeForm } from './scrutiny-forms.ts';

/** The forms by which councillors ask, and by which they are told. */
export function scrutinyRoutes(server: FastifyInstance, parts: RecordRoutesParts): void {
  actRoute(server, parts, '/questions/new', askForm);
  actRoute(server, parts, '/questions/:id/answer', answerForm);
  actRoute(server, parts, '/questions/:id/accept', acceptForm);
  actRoute(server, parts, '/entitlements/new', entitlementForm);
  actRoute(server, parts, '/briefings/new', briefingForm);
  actRoute(server, parts, '/programme/new', programmeForm);
}
