import type { FastifyInstance } from 'fastify';
import { actRoute } from '../acting/act-routes.ts';
import type { RecordRoutesParts } from '../recording/record-routes.ts';
import { concernForm } from './concern-form.ts';
import { escalateForm } from './escalate-form.ts';
import { raiseForm } from './raise-form.ts';
import { respondForm } from './respond-form.ts';

/** The forms by which something is raised, answered and taken further. */
export function adviceRoutes(server: FastifyInstance, parts: RecordRoutesParts): void {
  actRoute(server, parts, '/advice/new', raiseForm);
  actRoute(server, parts, '/concern', concernForm);
  actRoute(server, parts, '/advice/:id/respond', respondForm);
  actRoute(server, parts, '/advice/:id/escalate', escalateForm);
}
