import type { FastifyInstance } from 'fastify';
import type { Instant } from '../../kernel/instant.ts';
import { LANGUAGES } from '../../kernel/text.ts';
import { actRoute } from '../acting/act-routes.ts';
import type { Page } from '../page.ts';
import type { Reading } from '../reading.ts';
import type { RecordRoutesParts } from '../recording/record-routes.ts';
import { decisionPage } from './decision-page.ts';
import { decisionsPage } from './decisions-page.ts';
import { handOverForm } from './hand-over-form.ts';
import { recordDecisionForm } from './record-form.ts';
import { startForm } from './start-form.ts';

/** The statutory decisions and the forms that start and record them. Their pages say how many hours are left, so they are made anew each time. */
export function decisionRoutes(server: FastifyInstance, parts: RecordRoutesParts): void {
  const { door, show, enter } = parts;
  const page = (path: string, build: (reading: Reading, now: Instant) => Page): void => {
    for (const language of LANGUAGES) {
      server.get(`/${language}/:register${path}`, async (request, reply) => {
        const entered = await enter(request, reply, language);
        if (entered === undefined) return reply;
        void reply.header('cache-control', 'no-store');
        return show(request, reply, build(entered.reading, door.now()));
      });
    }
  };
  actRoute(server, parts, '/decisions/new', (reading) => startForm(reading, door.now()));
  actRoute(server, parts, '/decisions/:id/hand-over', (reading, params) => handOverForm(reading, params));
  actRoute(server, parts, '/decisions/:id/record', (reading, params) => recordDecisionForm(reading, door.now(), params));
  page('/decisions', decisionsPage);
  page('/decisions/:id', decisionPage);
}
