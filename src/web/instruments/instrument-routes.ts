import type { FastifyInstance } from 'fastify';
import { actRoute } from '../acting/act-routes.ts';
import type { RecordRoutesParts } from '../recording/record-routes.ts';
import { agreeForm } from './agree-form.ts';
import { adoptForm, commentForm, declineForm, disputeForm, leaveOutForm, proposeForm, settleForm, withdrawAmendmentForm } from './amendment-forms.ts';
import { draftForm } from './draft-form.ts';
import { acknowledgeForm, communicateForm, openForm, renewForm, withdrawForm } from './life-forms.ts';

/** The forms by which instruments are drafted, negotiated, agreed, told of and renewed. */
export function instrumentRoutes(server: FastifyInstance, parts: RecordRoutesParts): void {
  const [instrument, amendment] = ['/instruments/:id', '/instruments/:id/amendments/:amendment'];
  actRoute(server, parts, '/protocols/new', draftForm);
  actRoute(server, parts, `${instrument}/open`, openForm);
  actRoute(server, parts, `${instrument}/comment`, commentForm);
  actRoute(server, parts, `${instrument}/propose`, proposeForm);
  actRoute(server, parts, `${instrument}/clauses/:clause/comment`, commentForm);
  actRoute(server, parts, `${instrument}/clauses/:clause/propose`, proposeForm);
  actRoute(server, parts, `${instrument}/clauses/:clause/leave-out`, leaveOutForm);
  actRoute(server, parts, `${amendment}/adopt`, adoptForm);
  actRoute(server, parts, `${amendment}/decline`, declineForm);
  actRoute(server, parts, `${amendment}/withdraw`, withdrawAmendmentForm);
  actRoute(server, parts, `${amendment}/dispute`, disputeForm);
  actRoute(server, parts, `${amendment}/settle`, settleForm);
  actRoute(server, parts, `${instrument}/agree`, agreeForm);
  actRoute(server, parts, `${instrument}/communicate`, communicateForm);
  actRoute(server, parts, `${instrument}/renew`, renewForm);
  actRoute(server, parts, `${instrument}/withdraw`, withdrawForm);
  actRoute(server, parts, '/communications/:id/acknowledge', acknowledgeForm);
}
