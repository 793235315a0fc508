import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { insideSite } from './inside-site.ts';

const demonstration = (name: string): string => readFileSync(fileURLToPath(new URL(`../../examples/${name}/register.yaml`, import.meta.url)), 'utf8').replace(/^( *id:) .*$/m, '$1 small');

describe('What waits for the people of the demonstrations', () => {
  for (const name of ['demo-wales', 'demo-scotland']) {
    it(`leads, in ${name}, only to pages that open to whoever it waits for`, async () => {
      const place = await insideSite(demonstration(name));
      const snapshot = (await place.register.latest()).snapshot((await place.register.latest()).header.asAt ?? assert.fail());
      const people = [...new Set(snapshot.all('appointments').map(({ person }) => person))];
      const followed = new Set<string>();
      const closed: string[] = [];
      for (const person of people) {
        const cookie = await place.cookieOf(person.slice('persons/'.length));
        const get = (url: string) => place.site.inject({ url: url.replaceAll('&amp;', '&').replaceAll('&#61;', '='), headers: { cookie: `answerable=${cookie}` } });
        const inbox = await get('/en/small/inbox');
        assert.equal(inbox.statusCode, 200, person);
        for (const [, href = ''] of inbox.body.matchAll(/app-needs__does"><a[^>]*href="([^"]*)"/g)) {
          followed.add(href.replace(/\?.*/, ''));
          const { statusCode } = await get(href);
          if (statusCode !== 200) closed.push(`${person}: ${href} answers ${statusCode}`);
        }
      }
      assert.deepEqual(closed, []);
      assert.ok(followed.size > 10, [...followed].join('\n'));
      await place.close();
    });
  }
});
