import { agree } from '../../areas/instruments/acts/agree.ts';
import { wordsFor } from '../../assessment/open-register.ts';
import { dateInLondon, type Instant } from '../../kernel/instant.ts';
import type { Result } from '../../kernel/result.ts';
import { actNamed, GENERIC_ACTS } from '../../register/acts/acts.ts';
import type { KeptRegister } from '../../register/kept-register.ts';
import type { Performed } from '../../register/request.ts';
import { actRequest } from '../../register/requests.ts';
import { newRecordId } from '../recording/new-record-id.ts';
import type { Opened } from './answer-page.ts';
import type { Answered } from './purpose.ts';

/**
 * Enters an answer. Its actor is the link, with whoever made that: nobody signed in. The register takes one act of a key, so that of
 * two answers by one link, sent to two processes at once, one is entered; the other is told that it was (`again`).
 */
export async function enterAnswer({ link, purpose, asking }: Opened, register: KeptRegister, answer: Answered, now: Instant): Promise<Result<Performed>> {
  const maker = link.madeBy.slice('persons/'.length);
  const asked = {
    actor: { person: `link ${link.id}, made by ${maker}`.slice(0, 200) },
    reason: `Answered for ${link.recipient} by the link that ${maker} made on ${dateInLondon(link.madeAt)}, without signing in.`,
    now,
    key: `partner-link-${link.id}`,
  };
  const body = asking.body(answer);
  // What an agreement needs, and that the last one makes an instrument agreed, the act knows.
  if (purpose.name === 'agreement') return register.perform(actRequest(agree, { instrument: body['instrument'], version: body['version'], party: body['party'], signedBy: body['signedBy'] }, asked, wordsFor));
  const act = actNamed('record.put', GENERIC_ACTS);
  return act.ok ? register.perform(actRequest(act.value, { kind: purpose.answers, id: newRecordId(purpose.answers), body }, asked, wordsFor)) : act;
}
