import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import type { Attack } from './attack.ts';
import { isThere, ran } from './outside-tool.ts';

const NAMES = ['.git', '.git/config', '.git/HEAD', '.svn/entries', '.env', '.npmrc', '.htaccess', '.DS_Store', 'package.json', 'package-lock.json', 'node_modules', 'src', 'src/web/app.ts', 'tests', 'docs', 'data', 'keys', 'accounts.sqlite', 'registers.sqlite', 'accounts.sqlite-wal', 'jobs.json', 'backup', 'backup.zip', 'backup.sql', 'dump.sql', 'db', 'admin', 'administrator', 'console', 'debug', 'metrics', 'status', 'server-status', 'actuator', 'actuator/env', 'phpinfo.php', 'index.php', 'wp-login.php', 'cgi-bin/', 'api', 'api/v1', 'graphql', 'swagger', 'swagger.json', 'openapi.json', 'robots.txt', 'sitemap.xml', 'crossdomain.xml', '.well-known/security.txt', '.well-known/openid-configuration', 'config', 'config.json', 'config.yaml', 'config.yml', 'logs', 'log', 'error.log', 'test', 'tmp', 'upload', 'uploads', 'files', 'static', 'assets', 'public', 'private', 'internal', 'login', 'logout', 'register', 'users', 'user', 'account', 'sessions', 'token', 'secret', 'export', 'import', 'download', 'old', 'new', 'dev', 'staging', 'health/live', 'health/ready', 'favicon.ico'];
const ENDINGS = ['', '~', '.bak', '.old', '.json', '.zip', '/'];
const WAYS = ['', '..%2f', '..%2f..%2f..%2f', '%2e%2e/', '..%5c', '%00', '%252e%252e%252f', ';/'];

/** What is there on purpose for whoever has not signed in, and holds nothing of anybody. */
const MEANT = /^\/(health(\/live|\/ready)?|)\/?(\?|$)/;

const report = z.object({ results: z.array(z.object({ url: z.string(), status: z.number(), length: z.number() })) });

/** Names that should not be there, with endings that editors leave and ways out of a folder, without being signed in. */
export const ffuf: Attack = {
  name: 'ffuf',
  async run({ origin }, folder) {
    if (!isThere('ffuf')) return 'absent';
    const version = (await ran('ffuf', ['-V'], 30)).text.match(/[\d.]+/)?.[0] ?? '';
    const list = path.join(folder, 'names.txt');
    const words = WAYS.flatMap((way) => NAMES.flatMap((name) => ENDINGS.map((ending) => `${way}${name}${ending}`)));
    writeFileSync(list, words.join('\n'));
    const findings: string[] = [];
    for (const before of ['/', '/en/', '/assets/']) {
      const output = path.join(folder, 'ffuf.json');
      const { code, text } = await ran('ffuf', ['-w', list, '-u', `${origin}${before}FUZZ`, '-mc', 'all', '-fc', '302,303,400,404,405', '-t', '8', '-s', '-of', 'json', '-o', output], 300);
      if (code !== 0) return { version, said: 'it did not end as it should.', findings: [text.trim().slice(-200)] };
      const { results } = report.parse(JSON.parse(readFileSync(output, 'utf8')));
      findings.push(...results.filter(({ url }) => !MEANT.test(new URL(url).pathname)).map(({ url, status, length }) => `${url}: ${status}, ${length} bytes`));
    }
    return { version, said: `${words.length * 3} addresses.`, findings };
  },
};
