import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { AreaAct } from '../../src/acts/area-act.ts';
import { AREA_ACTS } from '../../src/areas/acts.ts';
import type { AnyRecord } from '../../src/model/kind.ts';
import { kindNamed } from '../../src/model/kinds.ts';
import { ACT_RULES, FORMS, REFERENCES } from './matrix/act-rules.ts';
import { NEVER } from './matrix/fill.ts';
import { Oracle } from './matrix/oracle.ts';
import { CANARY } from './matrix/seed.ts';
import { matrixSite, type MatrixSite, type Sender } from './matrix/site.ts';

interface Answer {
  readonly status: number;
  readonly text: string;
}

/** What somebody may come to with an act. `self`: the table says yes, and the act itself says no. */
type Verdict = 'unknown' | 'refused' | 'wrong-state' | 'self' | 'may';

const STATUSES: Readonly<Record<Verdict, readonly number[]>> = { unknown: [404], refused: [403], 'wrong-state': [409], self: [403, 409, 422], may: [200] };

describe('The matrix of acts: role × act × record in every state', { timeout: 1_800_000 }, () => {
  let site: MatrixSite;
  let oracle: Oracle;
  let senders: readonly Sender[];
  const wrong = new Map<string, string>();
  const words = new Map<Sender, ReadonlySet<string>>();
  let nameOf: ReadonlyMap<string, string>;
  let keys = 0;

  before(async () => {
    site = await matrixSite();
    const [own] = site.authorities;
    oracle = new Oracle(own.seed);
    senders = site.senders.filter((sender) => sender.own === own);
    for (const sender of senders) words.set(sender, oracle.wordsFor(sender.who));
    nameOf = own.seed.names;
  });
  after(() => site.close());

  const seed = () => site.authorities[0].seed;
  const size = (): number => site.authorities[0].register.image.entries.length;
  const expect = (isSo: boolean, sort: string, example: string): void => {
    if (!isSo && !wrong.has(sort)) wrong.set(sort, example);
  };
  const settled = (): void => {
    const found = [...wrong];
    wrong.clear();
    assert.deepEqual(found, []);
    assert.deepEqual(site.faults, []);
  };

  /** The records that an act may be done to, as they are today; nothing for an act that begins something. */
  const subjectsOf = ({ row: { on } }: AreaAct): readonly (AnyRecord | undefined)[] =>
    on === undefined ? [undefined] : [...seed().records].filter(([ref]) => ref.startsWith(`${on}/`)).map(([, versions]) => versions.at(-1));

  const called = (record: AnyRecord | undefined): string => (record === undefined ? '' : (nameOf.get(record.id) ?? assert.fail(record.id)));

  function verdict(who: Sender['who'], act: AreaAct, record: AnyRecord | undefined): Verdict {
    const { from, who: allowed } = act.row;
    if (record !== undefined && !oracle.sees(who, record.ref)) return 'unknown';
    if (!oracle.mayAct(who, allowed, record)) return 'refused';
    const { state = '' } = (record ?? {}) as { readonly state?: string };
    if (record !== undefined && from !== undefined && !from.includes(state)) return 'wrong-state';
    const rule = ACT_RULES[act.name] ?? assert.fail(`${act.name}: nobody told the matrix what it is asked. Tell it in tests/access/matrix/act-rules.ts.`);
    return rule.may(who, called(record)) ? 'may' : 'self';
  }

  const inputOf = (act: AreaAct, record: AnyRecord | undefined, more: object = {}, subject = record?.id): object => ({
    ...(act.row.on === undefined ? {} : { [kindNamed(act.row.on).singular]: subject }),
    ...ACT_RULES[act.name]?.asks(seed().idOf, called(record), (record ?? {}) as unknown as Readonly<Record<string, unknown>>), ...more,
  });

  async function ask(sender: Sender, act: AreaAct, input: object, headers: Readonly<Record<string, string>> = {}): Promise<Answer> {
    const { statusCode: status, payload } = await site.server.inject({
      method: 'POST', url: `/api/v1/registers/${seed().register}/acts/${act.name}?dry-run=true`,
      headers: { authorization: `Bearer ${sender.token ?? ''}`, 'idempotency-key': `acts-${(keys += 1)}`, 'content-type': 'application/json', ...headers },
      payload: JSON.stringify({ reason: 'The matrix tries it.', input }),
    });
    return { status, text: payload };
  }

  function holdsNothingHidden(sender: Sender, sent: string, { text }: Answer, what: string): void {
    for (const [found] of text.matchAll(CANARY)) {
      const word = found.toLowerCase();
      expect(sent.includes(word) || words.get(sender)?.has(word) === true || !seed().places.has(word), `${what} tells ${JSON.stringify(seed().places.get(word))}`, sender.name);
    }
  }

  it('knows what every act is asked, and every form by which one is done', () => {
    assert.deepEqual(Object.keys(ACT_RULES).sort(), AREA_ACTS.map(({ name }) => name).sort());
    assert.deepEqual([...new Set(Object.values(FORMS))].sort(), AREA_ACTS.map(({ name }) => name).sort());
  });

  it('lets an act be done through the API exactly where the tables and the act say, and tells nobody of what is hidden', async (t) => {
    const figures: Record<Verdict, number> = { unknown: 0, refused: 0, 'wrong-state': 0, self: 0, may: 0 };
    for (const act of AREA_ACTS) {
      for (const record of subjectsOf(act)) {
        for (const sender of senders) {
          const expected = verdict(sender.who, act, record);
          figures[expected] += 1;
          const input = inputOf(act, record);
          const answer = await ask(sender, act, input);
          // Whoever is nothing to the authority is let in nowhere.
          const statuses = sender.who.roles.length === 0 ? [403, 404] : STATUSES[expected];
          expect(statuses.includes(answer.status), `${act.name} of ${called(record)}: ${answer.status}, not ${statuses.join(' or ')} (${expected})`, `${sender.name}: ${answer.text}`);
          holdsNothingHidden(sender, JSON.stringify(input), answer, act.name);
          if (record === undefined || expected !== 'unknown') continue;
          for (const [more, headers] of [[{}, {}], [{ unheardOf: true }, {}], [{}, { 'if-match': '"0"' }], [{}, { 'if-none-match': '*' }]] as const) {
            const [there, never] = [await ask(sender, act, inputOf(act, record, more), headers), await ask(sender, act, inputOf(act, record, more, NEVER), headers)];
            expect(there.status === never.status && plain(there.text, record.id) === plain(never.text, NEVER), `${act.name} tells what is hidden from what is not there: ${JSON.stringify([more, headers])}`, `${sender.name}: ${there.text} beside ${never.text}`);
          }
        }
      }
    }
    settled();
    assert.ok(Object.values(figures).every((count) => count > 30), JSON.stringify(figures));
    t.diagnostic(`${AREA_ACTS.length} acts, ${senders.length} people: ${JSON.stringify(figures)}`);
  });

  it('answers a hidden record that an act names beside like one that is not there, and takes words for words', async () => {
    const hideable = [...seed().records.keys()].filter((ref) => /^(advice|barriers|statements|findings|appraisals|statutory-decisions|judgements)\//.test(ref));
    for (const { act: name, name: subject, with: named } of REFERENCES) {
      const act = AREA_ACTS.find((one) => one.name === name) ?? assert.fail(name);
      const record = subject === undefined ? undefined : seed().records.get(`${act.row.on ?? ''}/${seed().idOf(subject)}`)?.at(-1);
      for (const sender of senders.filter(({ who }) => who.roles.length > 0)) {
        for (const ref of hideable.filter((one) => one !== record?.ref && !oracle.sees(sender.who, one))) {
          const [kind = '', id = ''] = ref.split('/');
          const [there, never] = [await ask(sender, act, inputOf(act, record, named(ref))), await ask(sender, act, inputOf(act, record, named(`${kind}/${NEVER}`)))];
          expect(there.status === never.status && plain(there.text, id) === plain(never.text, NEVER), `${name} with ${JSON.stringify(named('…'))} tells what is hidden from what is not there`, `${sender.name}: ${ref} ${there.text} beside ${never.text}`);
        }
      }
    }
    settled();
  });

  it('tells nobody by what it makes, or by what it refuses, that something confidential is behind it', async () => {
    const by = (person: string): Sender => senders.find(({ who }) => who.person === person) ?? assert.fail(person);
    const done = async (person: string, name: string, subject: string | undefined, more: object): Promise<Answer> => {
      const act = AREA_ACTS.find((one) => one.name === name) ?? assert.fail(name);
      return ask(by(person), act, inputOf(act, subject === undefined ? undefined : seed().records.get(`${act.row.on ?? ''}/${seed().idOf(subject)}`)?.at(-1), more));
    };
    const madeBy = async (...asked: Parameters<typeof done>): Promise<readonly string[]> => {
      const { status, text } = await done(...asked);
      assert.equal(status, 200, text);
      return (JSON.parse(text) as { readonly changes: readonly { readonly record: string }[] }).changes.map(({ record }) => record);
    };
    const will = { what: 'Taken', owner: `posts/${seed().idOf('desk')}` };
    const actions = [
      ...(await madeBy('padults', 'barrier.respond', 'closedbarrier', { will })), ...(await madeBy('pchief', 'statement.reserve', 'statement', { will })),
      ...(await madeBy('padults', 'action.add', undefined, { arisingFrom: `advice/${seed().idOf('closed')}` })),
    ].filter((record) => record.startsWith('actions/'));
    assert.equal(actions.length, 3);
    for (const action of actions) assert.doesNotMatch(action, CANARY, 'all inside see an action, and its id');
    assert.doesNotMatch((await madeBy('padults', 'barrier.raise', undefined, { confidential: true })).join(), /-\d{4}-\d{2}-\d{2}(-\d+)?$/, 'how many were raised on a day would show');
    const { payload } = await site.server.inject({ url: `/api/v1/registers/${seed().register}/entries`, headers: { authorization: `Bearer ${by('pdesk').token ?? ''}` } });
    assert.match(payload, /Look at it/, 'all inside see what is to be done about the confidential barrier');
    assert.doesNotMatch(payload, /barrier\.respond/, 'and not that it was said in answer to one');
    const code = async (...asked: Parameters<typeof done>): Promise<string> => (JSON.parse((await done(...asked)).text) as { readonly code: string }).code;
    assert.equal(await code('pdemocratic', 'protocol.settle', 'disputed', {}), 'challenge-unanswered');
    assert.equal(await code('pdemocratic', 'protocol.settle', 'quarrel', {}), 'no-challenge');
    const items = (seed().records.get(`meetings/${seed().idOf('private')}`)?.[0] as unknown as { readonly items?: readonly { readonly number: string }[] } | undefined)?.items ?? [];
    assert.equal(await code('pdemocratic', 'meeting.minute', 'private', { items: [{ number: items[1]?.number, private: false }] }), 'stays-private');
  });

  it('offers and takes a form exactly where the tables let the act be done, and records nothing of what is refused', async (t) => {
    let posted = 0;
    const routes = site.routes.filter(({ method, url }) => method === 'POST' && url.startsWith('/en/:register') && FORMS[url.slice('/en/:register'.length)] !== undefined);
    assert.equal(routes.length, Object.keys(FORMS).length, 'a form of the list is at no address');
    for (const { url } of routes) {
      const act = AREA_ACTS.find(({ name }) => name === FORMS[url.slice('/en/:register'.length)]) ?? assert.fail(url);
      for (const record of subjectsOf(act)) {
        const path = addressOf(url, record);
        for (const sender of senders) {
          const expected = verdict(sender.who, act, record);
          const isAllowed = expected !== 'unknown' && expected !== 'refused';
          // What begins something has no version that could be too old: whoever may is shown the form alone.
          const [shown, sent] = [await send(sender, path, 'GET'), await send(sender, path, record === undefined && isAllowed ? 'GET' : 'POST')];
          posted += 1;
          const statuses = expected === 'unknown' ? [404] : isAllowed ? [200, 400, 404, 409] : [403, 404];
          for (const answer of [shown, sent]) {
            expect(statuses.includes(answer.status), `${url} of ${called(record)}: ${answer.status}, not ${statuses.join(' or ')}`, sender.name);
            holdsNothingHidden(sender, path, answer, url);
          }
          expect(expected !== 'may' || shown.status === 200 || url.includes('/clauses/'), `${url} of ${called(record)} is not offered to whoever may`, sender.name);
          if (record === undefined || expected !== 'unknown') continue;
          const never = await send(sender, path.replaceAll(record.id, NEVER), 'POST');
          expect(never.status === sent.status && plain(sent.text, record.id) === plain(never.text, NEVER), `${url} tells what is hidden from what is not there`, sender.name);
        }
      }
    }
    settled();
    t.diagnostic(`${routes.length} forms, each shown and posted ${posted} times in all`);
  });

  /** What was read of the record is too old, so that nothing is recorded where the act may be done. */
  async function send(sender: Sender, url: string, method: 'GET' | 'POST'): Promise<Answer> {
    const before = size();
    const form = new URLSearchParams({ csrf: sender.csrf, 'act-reason': 'The matrix tries it.', 'act-key': `acts-${(keys += 1)}`, 'act-read': '999999' });
    const { statusCode: status, payload } = await site.server.inject({
      method, url, headers: { cookie: `answerable=${sender.cookie ?? ''}`, ...(method === 'GET' ? {} : { 'content-type': 'application/x-www-form-urlencoded', 'sec-fetch-site': 'same-origin' }) },
      ...(method === 'GET' ? {} : { payload: form.toString() }),
    });
    expect(size() === before, `${url} records what it may not`, sender.name);
    return { status, text: payload };
  }

  function addressOf(url: string, record: AnyRecord | undefined): string {
    const { instrument } = (record ?? {}) as { readonly instrument?: string };
    const inside = (kind: string): string => [...seed().records].find(([ref, [one]]) => ref.startsWith(`${kind}/`) && (one as unknown as { readonly instrument?: string } | undefined)?.instrument === record?.ref)?.[0].slice(kind.length + 1) ?? 'zqxi000000000000';
    return url
      .replace(':register', seed().register)
      .replace(':amendment', instrument === undefined ? inside('amendments') : (record?.id ?? ''))
      .replace(':clause', inside('provisions'))
      .replace(':id', instrument === undefined ? (record?.id ?? '') : instrument.slice('instruments/'.length));
  }
});

/** An answer without what is another each time. */
const plain = (text: string, id: string): string => text.replaceAll(id, 'ID').replaceAll(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, 'uuid').replaceAll(/acts-\d+/g, 'key').replaceAll(/-[0-9a-f]{12}(?=")/g, '-new');
