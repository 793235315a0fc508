import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Attack } from './attack.ts';
import { isThere, ran } from './outside-tool.ts';

/** Seconds that one address may take. */
const LIMIT = 150;

/** Everything that is typed and comes near a store: dates, searches, ids in the path, names of accounts, forms of records. */
const places = (register: string, csrf: string): readonly { readonly path: string; readonly data?: string; readonly fields: string }[] => [
  { path: `/en/${register}/records?q=post&as-at=2012-06-01`, fields: 'q,as-at' },
  { path: `/en/${register}/records/posts?q=head&known-at=2030-01-01`, fields: 'q,known-at' },
  { path: `/en/${register}/what-if?vacate=director`, fields: 'vacate' },
  { path: `/en/${register}/kept/receipt?entry=0`, fields: 'entry' },
  { path: `/en/${register}/records/posts/director*`, fields: '' },
  { path: '/en/sign-in', data: 'name=a@example.org&password=not-the-password', fields: 'name,password' },
  { path: '/en/account/sessions', data: `csrf=${csrf}&id=1`, fields: 'id' },
  { path: `/en/${register}/records/units/new-record`, data: `csrf=${csrf}&act-reason=Tried&act-id=&act-key=k1&name.en=Unit&level=team`, fields: 'act-id,act-key,name.en,level' },
];

export const sqlmap: Attack = {
  name: 'sqlmap',
  async run({ origin, register, signIn }) {
    if (!isThere('sqlmap')) return 'absent';
    const version = (await ran('sqlmap', ['--version'], 30)).text.match(/^\d[\w.#-]*/m)?.[0] ?? '';
    const findings: string[] = [];
    const { cookie, csrf } = await signIn();
    const tried = places(register, csrf);
    let unfinished = 0;
    for (const { path: at, data, fields } of tried) {
      const own = mkdtempSync(path.join(tmpdir(), 'sqlmap-'));
      const { text, code } = await ran('sqlmap', [
        '-u', `${origin}${at}`, ...(data === undefined ? [] : ['--data', data]), '--cookie', cookie, '--headers', `Origin: ${origin}`, ...(fields === '' ? [] : ['-p', fields]),
        '--batch', '--level', '3', '--risk', '2', '--technique', 'BEUS', '--timeout', '10', '--retries', '0', '--disable-coloring', '--ignore-code', '*', '--output-dir', own,
      ], LIMIT);
      rmSync(own, { recursive: true, force: true });
      if (/is vulnerable|identified the following injection point/.test(text)) findings.push(`${at}: ${/Parameter: .*|.*is vulnerable.*/.exec(text)?.[0] ?? 'injectable'}`);
      else if (code === undefined) unfinished += 1;
      else if (!/do(?:es)? not (?:appear|seem) to be injectable/.test(text)) findings.push(`${at}: sqlmap could not try it: ${text.trim().split('\n').slice(-2).join(' ')}`);
    }
    return { version, said: `${tried.length} addresses at level 3, risk 2${unfinished === 0 ? '' : `, of which ${unfinished} found nothing in the ${LIMIT} s that each has`}.`, findings };
  },
};
