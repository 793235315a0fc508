import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { hostname } from 'node:os';
import { after, before, describe, it } from 'node:test';
import { Webhook } from 'standardwebhooks';
import { deliver, PAUSES_MS } from '../../src/api/webhooks/deliver.ts';
import { isPublic } from '../../src/exchange/fetching/internet-address.ts';
import { webhookAddress } from '../../src/api/webhooks/public-address.ts';
import { checkedLookup, send } from '../../src/api/webhooks/send.ts';
import { Webhooks } from '../../src/api/webhooks/webhooks.ts';
import { instantOf, type Instant } from '../../src/kernel/instant.ts';
import { good, request } from '../kept/folder.ts';
import { apiSite, type ApiSite } from './api-site.ts';
import { asPublished } from './published.ts';
import { receiver, type Receiver } from './receiver.ts';

const real = (): Instant => instantOf(Date.now());
const put = (id: string) => request('record.put', { kind: 'bodies', id, body: { name: `The body ${id}`, type: 'forum' } }, { reason: 'Kept between us.' });

describe('A webhook', () => {
  let site: ApiSite;
  let inbox: Receiver;
  let ann: string;
  before(async () => {
    site = await apiSite({ toLoopback: true, now: real });
    inbox = await receiver();
    ann = await site.tokenOf('ann', undefined, { isAdministrator: true });
  });
  after(async () => {
    await site.close();
    await inbox.close();
  });
  const make = async (json: unknown, token = ann) => site.ask('/registers/small/webhooks', { method: 'POST', token, json });

  it('is an administrator’s to make, and its secret is told once', async () => {
    const ben = await site.tokenOf('ben');
    const refused = await make({ address: inbox.address, events: ['entry.recorded'] }, ben);
    asPublished('makeWebhook', 403, refused.body);
    assert.equal((refused.body as { code: string }).code, 'not-administrator');
    const made = await make({ address: inbox.address, events: ['entry.recorded'] });
    asPublished('makeWebhook', 201, made.body);
    const { id, secret } = made.body as { id: string; secret: string };
    const listed = await site.ask('/registers/small/webhooks', { token: ann });
    asPublished('listWebhooks', 200, listed.body);
    assert.ok(secret.startsWith('whsec_') && listed.text.includes(id) && !listed.text.includes(secret));
    assert.equal((await site.ask(`/registers/small/webhooks/${id}`, { token: ben })).status, 403);
    assert.equal((await site.ask(`/registers/small/webhooks/${id}`, { method: 'DELETE', token: ann })).status, 204);
    assert.equal((await site.ask(`/registers/small/webhooks/${id}`, { token: ann })).status, 404);
  });

  it('is told of every entry and of verdicts that changed, signed, with ids and links alone', async () => {
    const { id, secret } = (await make({ address: inbox.address, events: ['entry.recorded', 'verdict.changed'] })).body as { id: string; secret: string };
    good(await site.register.perform(put('one')));
    good(await site.register.perform(request('record.end', { kind: 'seats', id: 's1', from: '2012-12-01' }, { reason: 'Kept between us.' })));
    const found = [await inbox.next(), await inbox.next(), await inbox.next()];
    for (const { body, headers } of found) {
      const message = new Webhook(secret).verify(body, headers) as { type: string; data: Record<string, unknown> };
      assert.deepEqual(Object.keys(message.data).toSorted(), message.type === 'entry.recorded' ? ['entry', 'register', 'url'] : ['expectation', 'register', 'url']);
      assert.doesNotMatch(body, /Kept between us|The body|clerk|seats/);
      assert.throws(() => new Webhook(`whsec_${Buffer.alloc(32).toString('base64')}`).verify(body, headers));
    }
    const types = found.map(({ body }) => (JSON.parse(body) as { type: string }).type);
    assert.ok(types.includes('entry.recorded') && types.includes('verdict.changed'), types.join());
    const url = (JSON.parse(found[0]?.body ?? '') as { data: { url: string } }).data.url;
    assert.equal((await fetch(url, { headers: { authorization: `Bearer ${ann}` } })).status, 200);
    const deliveries = await site.ask(`/registers/small/webhooks/${id}/deliveries`, { token: ann });
    asPublished('listDeliveries', 200, deliveries.body);
    assert.ok((deliveries.body as { items: { event: string }[] }).items.length >= 3);
    await site.ask(`/registers/small/webhooks/${id}`, { method: 'DELETE', token: ann });
  });

  it('is refused where it would lead into this machine’s own network', () => {
    const wrong = ['http://example.org/', 'https://127.0.0.1/', 'https://localhost/', 'https://10.1.2.3/', 'https://192.168.0.1/x', 'https://169.254.169.254/latest', 'https://[::1]/', 'https://[fe80::1]/', 'https://[::ffff:10.0.0.1]/', 'https://[64:ff9b::a00:1]/', 'https://[2002:a00:1::]/', 'https://0/', 'https://2130706433/', 'https://user:pass@example.org/', 'ftp://example.org/', 'example.org'];
    for (const address of wrong) assert.equal(webhookAddress(address, false).ok, false, address);
    assert.ok(webhookAddress('https://example.org/hook?x=1', false).ok && webhookAddress('https://93.184.216.34/', false).ok);
    for (const address of ['http://10.0.0.1/', 'http://example.org/', 'https://192.168.1.1/']) assert.equal(webhookAddress(address, true).ok, false, address);
    for (const address of ['100.64.0.1', '172.31.255.255', '224.0.0.1', '255.255.255.255', '::', 'fc00::1', 'ff02::1', '::ffff:127.0.0.1', '2001:db8::1', '2001::1']) assert.equal(isPublic(address), false, address);
    for (const address of ['1.1.1.1', '172.32.0.1', '2606:4700:4700::1111']) assert.ok(isPublic(address), address);
  });

  it('connects to no address that a name turns out to stand for, unless it is one of the internet', async () => {
    const found = (toLoopback: boolean, all: boolean) => new Promise<unknown>((resolve) => checkedLookup(toLoopback)('localhost', { all }, (error, address) => resolve(error?.code ?? address)));
    for (const all of [true, false]) assert.equal(await found(false, all), 'NOT_PUBLIC');
    assert.notEqual(await found(true, false), 'NOT_PUBLIC');
    let asked = 0;
    const server = createServer((_, response) => { asked += 1; response.end(); });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    // Names that the address itself does not give away.
    for (const name of ['answerable.localhost', hostname()]) {
      const sent = await send({ address: `https://${name}:${port}/`, secret: `whsec_${Buffer.alloc(32, 1).toString('base64')}`, id: 'msg_1', payload: '{}', at: new Date(), toLoopback: false });
      assert.ok('failed' in sent && /NOT_PUBLIC|ENOTFOUND|EAI_AGAIN/.test(sent.failed), JSON.stringify(sent));
    }
    assert.equal(asked, 0);
    server.close();
  });

  it('follows no redirection', async () => {
    const other = await receiver();
    other.statuses.push(302);
    const sent = await send({ address: other.address, secret: `whsec_${Buffer.alloc(32, 1).toString('base64')}`, id: 'msg_1', payload: '{}', at: new Date(), toLoopback: true });
    assert.deepEqual([sent, other.messages.length], [{ status: 302 }, 1]);
    await other.close();
  });
});

describe('A message of a webhook', () => {
  /** What is queued, with a clock of its own; no server sends beside it. */
  async function queued(statuses: readonly number[]) {
    const site = await apiSite({ toLoopback: true });
    const inbox = await receiver();
    inbox.statuses.push(...statuses);
    const webhooks = new Webhooks(site.database);
    const clock = { now: real() };
    const told = { nextEntry: 1, judged: '1', verdicts: {} };
    const { id, secret } = await webhooks.make({ register: 'nowhere', address: inbox.address, events: new Set(['entry.recorded']), madeBy: 'persons/ann' }, told, clock.now);
    await webhooks.queue(id, told, { ...told, nextEntry: 2 }, [{ type: 'entry.recorded', timestamp: clock.now, data: { register: 'nowhere', entry: 1, url: 'https://answerable.example.org/' } }], clock.now);
    const go = () => deliver({ webhooks, now: () => clock.now, toLoopback: true });
    const close = async (): Promise<void> => {
      await site.close();
      await inbox.close();
    };
    return { site, inbox, webhooks, clock, id, secret, told, go, close };
  }
  const later = (clock: { now: Instant }, ms: number): void => void (clock.now = instantOf(Date.parse(clock.now) + ms));

  it('is sent again after growing pauses until it is taken, always with the same id', async () => {
    const { inbox, webhooks, clock, id, go, close } = await queued([500, 404]);
    await go();
    await go();
    assert.equal(inbox.messages.length, 1);
    assert.deepEqual((await webhooks.deliveries(id, 9)).map(({ state, tries, answered }) => [state, tries, answered]), [['waiting', 1, '500']]);
    later(clock, PAUSES_MS[0] ?? 0);
    await go();
    later(clock, (PAUSES_MS[1] ?? 0) - 1);
    await go();
    assert.equal(inbox.messages.length, 2);
    later(clock, 1);
    await go();
    assert.deepEqual((await webhooks.deliveries(id, 9)).map(({ state, tries, answered }) => [state, tries, answered]), [['taken', 3, '204']]);
    assert.equal(new Set(inbox.messages.map(({ headers }) => headers['webhook-id'])).size, 1);
    assert.ok(PAUSES_MS.every((pause, index) => pause > (PAUSES_MS[index - 1] ?? 0)));
    await close();
  });

  it('is given up once nobody was there for days, or says that nobody is there any more, and the webhook is stopped', async () => {
    for (const statuses of [[410], Array.from({ length: PAUSES_MS.length + 1 }, () => 503)]) {
      const { inbox, webhooks, clock, id, go, close } = await queued(statuses);
      for (const pause of [0, ...PAUSES_MS]) {
        later(clock, pause);
        await go();
      }
      assert.equal(inbox.messages.length, statuses.length);
      assert.deepEqual((await webhooks.deliveries(id, 9)).map(({ state }) => state), ['given-up']);
      assert.equal((await webhooks.get('nowhere', id))?.state, 'stopped');
      await close();
    }
  });

  it('is put in the queue once, by whichever process is first', async () => {
    const { webhooks, clock, id, told, close } = await queued([]);
    const event = { type: 'entry.recorded', timestamp: clock.now, data: { register: 'nowhere', entry: 2, url: 'https://answerable.example.org/' } } as const;
    const from = { ...told, nextEntry: 2 };
    const moved = await Promise.all([1, 2, 3].map(() => webhooks.queue(id, from, { ...from, nextEntry: 3 }, [event], clock.now)));
    assert.equal(moved.filter((one) => one).length, 1);
    assert.equal((await webhooks.deliveries(id, 9)).length, 2);
    await close();
  });

  it('that a process took on and did not settle is sent by the next', async () => {
    const { inbox, webhooks, clock, go, close } = await queued([]);
    const [due] = await webhooks.due(clock.now, 9);
    assert.ok(due !== undefined && (await webhooks.claim(due, instantOf(Date.parse(clock.now) + 60_000))));
    assert.equal(await webhooks.claim(due, clock.now), false);
    await go();
    assert.equal(inbox.messages.length, 0);
    later(clock, 60_000);
    await go();
    assert.equal(inbox.messages.length, 1);
    await close();
  });

  it('survives that the server is stopped before it is sent', async () => {
    const first = await apiSite({ toLoopback: true, now: real });
    const ann = await first.tokenOf('ann', undefined, { isAdministrator: true });
    const port = await freePort();
    const made = await first.ask('/registers/small/webhooks', { method: 'POST', token: ann, json: { address: `http://127.0.0.1:${port}/inbox`, events: ['entry.recorded'] } });
    const { secret } = made.body as { secret: string };
    good(await first.register.perform(put('while-nobody-listens')));
    await first.close();
    const inbox = await receiver(port);
    const second = await apiSite({ folder: first.folder, toLoopback: true, now: real });
    const { body, headers } = await inbox.next();
    assert.equal((new Webhook(secret).verify(body, headers) as { data: { entry: number } }).data.entry, 1);
    await second.close();
    await inbox.close();
  });
});

function freePort(): Promise<number> {
  const server = createServer();
  return new Promise((resolve) => server.listen(0, '127.0.0.1', () => {
    const { port } = server.address() as AddressInfo;
    server.close(() => resolve(port));
  }));
}
