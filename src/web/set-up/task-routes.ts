import type { FastifyInstance } from 'fastify';
import { LANGUAGES } from '../../kernel/text.ts';
import { importAddresses } from '../importing/import-addresses.ts';
import type { Page } from '../page.ts';
import { pageOfRegister, type Reading } from '../reading.ts';
import type { RecordRoutesParts } from '../recording/record-routes.ts';
import { filled, inLanguage } from '../words/pairs.ts';
import { taskWords } from '../words/tasks.ts';
import { accountAddress } from '../account/signing-in.ts';
import { colleaguesAddress, colleaguesRoutes } from './colleagues.ts';
import { sampleFor } from './sample.ts';
import { tasksAddress, tasksOf } from './tasks.ts';

const WORKBOOK = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** What a register still needs after it has begun, and a workbook that shows how to say it. */
export function taskRoutes(server: FastifyInstance, parts: RecordRoutesParts): void {
  const { door, show, enter } = parts;
  colleaguesRoutes(server, parts);
  for (const language of LANGUAGES) {
    server.get(`/${language}/:register/tasks`, async (request, reply) => {
      const entered = await enter(request, reply, language);
      if (entered === undefined) return reply;
      const { reading, visitor, register } = entered;
      const people = { canSignIn: await door.identity.accounts.count(register.id), hasSecondStep: await door.identity.hasSecondStep(visitor.account) };
      return show(request, reply.header('cache-control', 'no-store'), tasksPage(reading, people));
    });
    server.get(`/${language}/:register/sample.xlsx`, async (request, reply) => {
      const entered = await enter(request, reply, language);
      if (entered === undefined) return reply;
      const { reading: { register: { content, compiled } }, register } = entered;
      const workbook = await sampleFor(content, compiled.pack.statutoryOfficer);
      return reply.headers({ 'cache-control': 'no-store', 'content-disposition': `attachment; filename="${register.id}-sample.xlsx"` }).type(WORKBOOK).send(Buffer.from(workbook));
    });
  }
}

/** @param people how many can sign in, and whether whoever reads has a second step */
function tasksPage(reading: Reading, { canSignIn, hasSecondStep }: { readonly canSignIn: number; readonly hasSecondStep: boolean }): Page {
  const { access, language, to, visitor } = reading;
  const t = inLanguage(taskWords, language);
  const own = importAddresses(reading);
  const status = (count: number) => (count === 0 ? { tag: { text: t.notStarted, classes: 'govuk-tag--blue' } } : { text: filled(t.recorded, { count }) });
  const records = tasksOf(reading).map(({ name, kinds: [kind = 'bodies'], count }) => ({ title: { text: t[name] }, hint: { text: t[`${name}Hint`] }, href: to.records(kind), status: status(count) }));
  const people = [
    { title: { text: t.colleagues }, hint: { text: t.colleaguesHint }, ...(visitor?.account.isAdministrator === true ? { href: colleaguesAddress(reading) } : {}), status: canSignIn > 1 ? { text: filled(t.canSignIn, { count: canSignIn }) } : { tag: { text: t.notStarted, classes: 'govuk-tag--blue' } } },
    { title: { text: t.secondStep }, hint: { text: t.secondStepHint }, href: accountAddress(language), status: hasSecondStep ? { text: t.done } : { tag: { text: t.notStarted, classes: 'govuk-tag--blue' } } },
  ];
  return pageOfRegister(reading, {
    view: 'tasks.njk',
    title: t.title,
    model: {
      t, records, people,
      mayImport: access?.mightKeep('bodies') === true,
      to: { sample: `${tasksAddress(reading).replace(/tasks$/, 'sample.xlsx')}`, empty: own.template, importing: own.importing },
    },
  });
}
