import type { FastifyInstance } from 'fastify';
import { LANGUAGES } from '../../kernel/text.ts';
import { REMINDER_HOWS, REMINDER_LANGUAGES, ReminderChoices, USUAL_CHOICE } from '../../reminders/reminder-choices.ts';
import { SentReminders } from '../../reminders/sent-reminders.ts';
import { isTheirForm } from '../account/your-account.ts';
import { postedValue } from '../acting/own.ts';
import { notFoundPage } from '../pages/not-found.ts';
import type { Library } from '../reading.ts';
import type { RecordRoutesParts } from '../recording/record-routes.ts';
import { accountWords } from '../words/account.ts';
import { inLanguage } from '../words/pairs.ts';
import { remindersPage } from './reminders-page.ts';
import { remindedRegister } from './waiting-things.ts';

/** How somebody is reminded: shown with what will come, and chosen. */
export function remindersRoutes(server: FastifyInstance, { door, show, enter, library }: RecordRoutesParts & { readonly library: Library }): void {
  const [choices, sent] = [new ReminderChoices(door.database), new SentReminders(door.database)];
  for (const language of LANGUAGES) {
    server.route({
      method: ['GET', 'POST'],
      url: `/${language}/:register/inbox/reminders`,
      handler: async (request, reply) => {
        const entered = await enter(request, reply, language);
        if (entered === undefined) return reply;
        const { reading, visitor: { account, session }, visitor } = entered;
        void reply.header('cache-control', 'no-store');
        if (request.method === 'POST') {
          const value = postedValue(request.body);
          if (isTheirForm(request, visitor, { csrf: value.get('csrf') })) {
            await choices.choose(account.id, { how: REMINDER_HOWS.find((one) => one === value.get('how')) ?? USUAL_CHOICE.how, language: REMINDER_LANGUAGES.find((one) => one === value.get('language')) ?? USUAL_CHOICE.language });
            return reply.redirect(`${reading.to.page('/inbox/reminders', { saved: '1' })}`, 303);
          }
        }
        const { asAt, register: { compiled }, shelved: { slug }, kept } = reading;
        if (kept === undefined) return show(request, reply, notFoundPage(reading.ask, 'page'));
        const standing = { content: kept.image.content(), compiled, edition: `${kept.image.entries.length} ${kept.state.mode}`, kept };
        const register = remindedRegister(slug, standing, library, asAt.usual);
        return show(request, reply, remindersPage(reading, {
          reaches: door.reaches, register,
          address: (await door.identity.mailAddresses.of(account.id)).address,
          choice: await choices.of(account.id),
          things: register.waitsFor(account.person),
          past: await sent.of(account.register, account.person),
          csrf: session.csrf, isSaved: request.method === 'GET' && reading.ask.query.get('saved') === '1',
          fault: request.method === 'GET' ? undefined : inLanguage(accountWords, language).formTooOld,
        }));
      },
    });
  }
}
