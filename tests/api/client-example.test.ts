import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { instantOf } from '../../src/kernel/instant.ts';
import { connect, follow, messageIn, putRecord, recordsOf, Refused, whatToSeeTo } from '../../docs/examples/api-client.ts';
import { apiSite, type ApiSite } from './api-site.ts';
import { receiver, type Receiver } from './receiver.ts';

describe('The example client of the documents', () => {
  let site: ApiSite;
  let inbox: Receiver;
  before(async () => {
    site = await apiSite({ toLoopback: true, now: () => instantOf(Date.now()) });
    inbox = await receiver();
  });
  after(async () => {
    await site.close();
    await inbox.close();
  });

  it('reads the verdicts and the records of a kind, part by part', async () => {
    const client = connect(site.base, await site.tokenOf('ann', ['read']));
    const found = await whatToSeeTo(client, 'small', '2012-12-10');
    assert.ok(found.some((one) => /exposed|on-paper-only/.test(one)));
    const ids: string[] = [];
    for await (const record of recordsOf(client, 'small', 'posts')) ids.push(record.id);
    assert.deepEqual(ids, ['chief', 'deputy', 'director']);
  });

  it('enters a record once, and is refused with what changed where somebody was quicker', async () => {
    const client = connect(site.base, await site.tokenOf('ben'));
    const made = await putRecord(client, 'small', { kind: 'bodies', id: 'forum', body: { name: 'Forum', type: 'forum' } }, 'The forum was set up.', '*');
    assert.deepEqual([made.entry, made.again], [1, false]);
    await putRecord(client, 'small', { kind: 'bodies', id: 'forum', body: { name: 'Carers’ forum', type: 'forum' } }, 'It has another name.', '"1"');
    await assert.rejects(putRecord(client, 'small', { kind: 'bodies', id: 'forum', body: { name: 'Lost', type: 'forum' } }, 'Too late.', '"1"'), (error) => {
      assert.ok(error instanceof Refused);
      assert.deepEqual([error.problem.code, error.problem.changed?.[0]?.reason], ['changed-since', 'It has another name.']);
      return true;
    });
  });

  it('follows what happens by a webhook, and reads it with its own token', async () => {
    const token = await site.tokenOf('ann', undefined, { isAdministrator: true });
    await site.identity.accounts.setAdministrator((await site.identity.accounts.ofPerson('small', 'persons/ann'))?.id ?? 0, true);
    const client = connect(site.base, token);
    const { secret } = await follow(client, 'small', inbox.address);
    await putRecord(client, 'small', { kind: 'bodies', id: 'panel', body: { name: 'Panel', type: 'working-group' } }, 'A panel was set up.', '*');
    const { body, headers } = await inbox.next();
    const message = messageIn(secret, body, headers);
    assert.equal(message.type, 'entry.recorded');
    const entry = await fetch(message.data.url, { headers: { authorization: `Bearer ${token}` } });
    assert.equal(((await entry.json()) as { readonly reason: string }).reason, 'A panel was set up.');
    assert.throws(() => messageIn(secret, `${body} `, headers));
  });
});
