import { readFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import type { Attack } from './attack.ts';
import { isThere, ran } from './outside-tool.ts';

/** Seconds for finding addresses, and for attacking each module's share of them. */
const [SCAN, ATTACK, LIMIT] = [90, 40, 900];
/** Fewer addresses than this were not crawled but stumbled over. */
const LEAST = 30;

/** All but those that ask a server elsewhere (nikto, ssrf, wapp, xxe) or guess for hours (buster). */
const MODULES = 'backup,blindsql,brute_login_form,cookieflags,crlf,csp,csrf,exec,file,htaccess,http_headers,methods,permanentxss,redirect,shellshock,sql,xss';

/** Version 3.0.4 writes an expression that Python 3.11 does not take, where an address is left out. */
const START = 'import re, fnmatch, wapitiCore.net.crawler as c; c.wildcard_translate = lambda pattern: re.compile(fnmatch.translate(pattern)); from wapitiCore.main.wapiti import wapiti_main; wapiti_main()';

const report = z.object({
  vulnerabilities: z.record(z.string(), z.array(z.object({ path: z.string().optional(), info: z.string().optional(), level: z.number().optional(), parameter: z.string().nullish() }))),
  infos: z.object({ version: z.string().optional(), crawled_pages: z.unknown().optional() }),
});

/** Of what it tells, this is a word on the absence of TLS on loopback and of headers for browsers that are no more: a proxy has TLS, and the check of headers says which there are. */
const NOT_HERE = /Strict-Transport-Security|X-XSS-Protection|Secure flag is not set/;

export const wapiti: Attack = {
  name: 'wapiti',
  async run({ origin, register, signIn }, folder) {
    if (!isThere('wapiti')) return 'absent';
    const { cookie } = await signIn();
    const output = path.join(folder, 'wapiti.json');
    const { text, code } = await ran('/usr/bin/python3', [
      '-c', START, '-u', `${origin}/en/`, '-s', `${origin}/en/${register}`, '--scope', 'folder', '-H', `Cookie: ${cookie}`, '-H', 'Accept-Encoding: identity', '-x', `${origin}/en/sign-out`, '-x', `${origin}/en/account/sessions`,
      '--flush-session', '--max-scan-time', String(SCAN), '--max-attack-time', String(ATTACK), '--max-links-per-page', '40', '-d', '4', '-l', '2', '-m', MODULES, '-f', 'json', '-o', output,
    ], LIMIT);
    if (code !== 0) return { version: '', said: 'it did not end as it should.', findings: [text.trim().split('\n').slice(-3).join(' ')] };
    const { vulnerabilities, infos } = report.parse(JSON.parse(readFileSync(output, 'utf8')));
    const all = Object.entries(vulnerabilities).flatMap(([sort, each]) => each.map(({ path: at = '', info = '', parameter }) => `${sort}: ${at} ${parameter ?? ''} ${info}`));
    const crawled = Number(/found (\d+) URLs/.exec(text)?.[1] ?? 0);
    const left = [...(crawled < LEAST ? [`it found ${crawled} addresses alone`] : []), ...all].filter((one) => !NOT_HERE.test(one));
    return { version: infos.version ?? '', said: `${crawled} addresses and forms, ${MODULES.split(',').length} modules; ${all.length} remarks, ${all.filter((one) => NOT_HERE.test(one)).length} of them on TLS and headers that do not concern loopback.`, findings: left };
  },
};
