import { readFileSync } from 'node:fs';
import type { LightMyRequestResponse } from 'fastify';
import { COUNCIL, insideSite, type InsideSite } from './inside-site.ts';

/** The made-up council of the examples, with people enough for a restructure. */
export const demoCouncil = (): string => readFileSync(new URL('../../examples/demo-wales/register.yaml', import.meta.url), 'utf8').replace('id: cwm-enghraifft', 'id: small');

/** Somebody who reads pages and posts the forms on them. */
export interface Drafter {
  readonly get: (url: string) => Promise<LightMyRequestResponse>;
  readonly post: (url: string, type: string, payload: Buffer) => Promise<LightMyRequestResponse>;
  /** Fills in the form of a page: what it posts unseen goes along. @param fields in place of those of the same name */
  readonly fill: (url: string, fields: Readonly<Record<string, string>>, to?: string) => Promise<LightMyRequestResponse>;
}

export interface DraftsSite extends InsideSite {
  readonly as: (person: string) => Promise<Drafter>;
}

export async function draftsSite(text = COUNCIL): Promise<DraftsSite> {
  const inside = await insideSite(text);
  async function as(person: string): Promise<Drafter> {
    const cookie = `answerable=${await inside.cookieOf(person)}`;
    const get = (url: string): Promise<LightMyRequestResponse> => inside.site.inject({ url, headers: { cookie } });
    return {
      get,
      post: (url, type, payload) => inside.site.inject({ method: 'POST', url, headers: { cookie, 'content-type': type }, payload }),
      async fill(url, fields, to = url) {
        const { body } = await get(url);
        const unseen = Object.fromEntries([...body.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"/g)].map(([, name = '', value = '']) => [name, value]));
        return inside.site.inject({ method: 'POST', url: to, headers: { cookie, 'content-type': 'application/x-www-form-urlencoded' }, payload: new URLSearchParams({ ...unseen, ...fields }).toString() });
      },
    };
  }
  return { ...inside, as };
}

/** Begins a draft; answers where it is. */
export async function begun(who: Drafter, name = 'One directorate', from: readonly [string, string, string] = ['1', '4', '2013']): Promise<string> {
  const [day, month, year] = from;
  const made = await who.fill('/en/small/drafts/new', { name, purpose: 'Fewer lines.', 'from.day': day, 'from.month': month, 'from.year': year });
  return made.headers.location ?? '';
}

/** What the summary of errors of a page says. */
export const errorsIn = ({ body }: LightMyRequestResponse): string => (/govuk-error-summary__list">([\s\S]*?)<\/ul>/.exec(body)?.[1] ?? '').replaceAll(/<[^>]+>|\s+/g, ' ').trim();
