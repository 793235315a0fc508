import type { Attack, Target } from './attack.ts';

/** A header and what it must be on every answer with a body; undefined where it must not be there. */
const ALWAYS: Readonly<Record<string, RegExp | undefined>> = {
  'content-security-policy': /^(?=.*default-src 'none')(?=.*object-src 'none')(?=.*base-uri 'none')(?=.*frame-ancestors 'none')(?=.*form-action 'self')(?!.*unsafe-)(?!.*\*)/,
  'x-content-type-options': /^nosniff$/,
  'x-frame-options': /^DENY$/,
  'referrer-policy': /^same-origin$/,
  'cross-origin-opener-policy': /^same-origin$/,
  'cross-origin-resource-policy': /^same-origin$/,
  'permissions-policy': /camera=\(\)/,
  'content-type': /charset=utf-8|^image\/|^application\/(json|vnd\.)/,
  server: undefined,
  'x-powered-by': undefined,
  'access-control-allow-origin': undefined,
};

interface Asked {
  readonly what: string;
  readonly path: string;
  readonly method?: string;
  readonly isSignedIn?: boolean;
  readonly also?: Readonly<Record<string, RegExp>>;
}

const asked = (register: string): readonly Asked[] => [
  { what: 'the start page', path: '/en/' },
  { what: 'a page of a register', path: `/en/${register}`, isSignedIn: true, also: { 'cache-control': /^no-store$/ } },
  { what: 'a record', path: `/en/${register}/records/posts`, isSignedIn: true, also: { 'cache-control': /^no-store$/ } },
  { what: 'a workbook', path: `/en/${register}/export.xlsx`, isSignedIn: true, also: { 'cache-control': /^no-store$/, 'content-disposition': /^attachment; filename="[\w.-]+"$/ } },
  { what: 'a table', path: `/en/${register}/records/posts.csv`, isSignedIn: true, also: { 'cache-control': /^no-store$/, 'content-disposition': /^attachment; filename="[\w.-]+"$/ } },
  { what: 'the account', path: '/en/account', isSignedIn: true, also: { 'cache-control': /^no-store$/ } },
  { what: 'no such page', path: '/en/nothing/here/at/all' },
  { what: 'an address that is none', path: '/en/%zz' },
  { what: 'a method that is not taken', path: '/en/', method: 'PUT' },
  { what: 'TRACE by another name', path: '/en/', method: 'OPTIONS' },
  { what: 'health', path: '/health', also: { 'cache-control': /^no-store$/ } },
];

/** Which headers every kind of answer has, with what values; and the attributes of the cookie. */
export const headers: Attack = {
  name: 'headers',
  async run(target) {
    const { cookie } = await target.signIn();
    const answers = asked(target.register);
    const findings = (await Promise.all(answers.map((one) => faultsOf(target, one, cookie)))).flat();
    return { version: 'of our own', said: `${answers.length} kinds of answer, ${Object.keys(ALWAYS).length} headers each, and the cookie.`, findings: [...findings, ...(await cookieFaults(target))] };
  },
};

async function faultsOf({ origin }: Target, { what, path, method = 'GET', isSignedIn = false, also = {} }: Asked, cookie: string): Promise<readonly string[]> {
  const answer = await fetch(`${origin}${path}`, { method, redirect: 'manual', headers: isSignedIn ? { cookie } : {} });
  await answer.arrayBuffer();
  return Object.entries({ ...ALWAYS, ...also }).flatMap(([name, wanted]) => {
    const found = answer.headers.get(name);
    const isRight = wanted === undefined ? found === null : found !== null && wanted.test(found);
    return isRight ? [] : [`${what} (${method} ${path}, ${answer.status}): ${name} is ${found === null ? 'absent' : `“${found}”`}`];
  });
}

async function cookieFaults({ origin }: Target): Promise<readonly string[]> {
  const page = await (await fetch(`${origin}/en/try-it`)).text();
  const person = /name="person" value="([^"]+)"/.exec(page)?.[1] ?? '';
  const answer = await fetch(`${origin}/en/try-it`, { method: 'POST', redirect: 'manual', headers: { origin, 'content-type': 'application/x-www-form-urlencoded' }, body: new URLSearchParams({ person }).toString() });
  const cookie = answer.headers.getSetCookie()[0] ?? '';
  return ['HttpOnly', 'SameSite=Lax', 'Path=/'].filter((attribute) => !cookie.includes(attribute)).map((attribute) => `the cookie has no ${attribute}`);
}
