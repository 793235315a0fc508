import { openRegisterBytes } from '../../src/assessment/open-register.ts';
import type { RegisterContent } from '../../src/model/register-header.ts';
import { good } from '../kept/folder.ts';
import { COUNCIL, insideSite, type InsideSite } from './inside-site.ts';

export const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
/** The header of the council as a sheet of a workbook. */
export const HEADER = [['key', 'value'], ['id', 'small'], ['authority.name', 'Small Example Council'], ['authority.name.cy', 'Cyngor Bach Enghreifftiol'], ['authority.nation', 'wales'], ['pack', 'wales-2009'], ['completeFor', 'advice; posts; appointments; bodies; seats; instruments; provisions; agreements; series'], ['asAt', '2012-12-10']];
export const sheet = (name: string, rows: string[][]) => ({ name, rows, widths: [] });

/** A file with a new body and a new name of another: what it says of these two is all that differs. */
export const CHANGED = COUNCIL.replace('name: Corporate Management Team', 'name: Leadership Team').replace('seats:', '  - { id: forum, name: Senior Officers Forum, type: forum }\nseats:').replace(/advice:\n[^]*$/, '');

/** The sites of the tests are not shared: each test enters into its own. */
export async function withSite(work: (inside: InsideSite, by: ReturnType<typeof visitorsOf>) => Promise<void>, text = COUNCIL): Promise<void> {
  const inside = await insideSite(text);
  try {
    await work(inside, visitorsOf(inside));
  } finally {
    await inside.close();
  }
}

/** What a person's browser asks for. */
export function visitorsOf(inside: InsideSite) {
  const cookies = new Map<string, string>();
  const entered = async (person: string): Promise<{ readonly cookie: string; readonly csrf: string }> => {
    const secret = cookies.get(person) ?? (await inside.cookieOf(person));
    cookies.set(person, secret);
    return { cookie: `answerable=${secret}`, csrf: (await inside.identity.sessions.find(secret, inside.clock.now))?.csrf ?? '' };
  };
  return (person: string) => ({
    get: async (url: string) => inside.site.inject({ url, headers: { cookie: (await entered(person)).cookie } }),
    send: async (file: string | Uint8Array, name = 'council.yaml', token?: string) => {
      const { cookie, csrf } = await entered(person);
      const form = new FormData();
      form.set('csrf', token ?? csrf);
      form.set('file', new File([typeof file === 'string' ? file : new Uint8Array(file)], name));
      const whole = new Response(form);
      return inside.site.inject({ method: 'POST', url: '/en/small/import', headers: { cookie, 'content-type': whole.headers.get('content-type') ?? '' }, payload: Buffer.from(await whole.arrayBuffer()) });
    },
    confirm: async (url: string, fields: Readonly<Record<string, string>>) => {
      const { cookie, csrf } = await entered(person);
      return inside.site.inject({ method: 'POST', url, headers: { cookie, 'content-type': 'application/x-www-form-urlencoded' }, payload: new URLSearchParams({ csrf, 'act-reason': 'From the workbook.', ...fields }).toString() });
    },
  });
}

/** What the form of a dry run posts unseen. */
export const shownIn = (body: string): Record<string, string> => Object.fromEntries(['shown', 'act-key'].map((name) => [name, new RegExp(`name="${name}" value="([^"]*)"`).exec(body)?.[1] ?? '']));
/** The headings with a count. */
export const sectionsIn = (body: string): readonly string[] => [...body.matchAll(/(?:<h2[^>]*>|summary-text">)([^<]+: \d+)</g)].map(([, text = '']) => text);

export async function read(name: string, bytes: Uint8Array): Promise<RegisterContent> {
  return good(await openRegisterBytes(name, bytes)).content;
}
