import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { AREA_ACTS } from '../../src/areas/acts.ts';
import { wordsFor } from '../../src/assessment/open-register.ts';
import type { Advice } from '../../src/model/advice.ts';
import { actRequest } from '../../src/register/requests.ts';
import { inBrowser } from '../browser/browser.ts';
import { act as actCall, apiSite, type ApiSite } from '../api/api-site.ts';
import { demo } from '../areas/advice/demo.ts';
import { asked, at, good, request } from '../kept/folder.ts';
import type { KeptRegister } from '../../src/register/kept-register.ts';
import { adviceSite, type AdviceSite } from './advice-site.ts';

const WHEN = '2014-05-02T15:40:00Z';
const SECRET = /Quiet word|quiet answer|quiet reason|Quiet challenge|quietly/;

/** The id of nothing, as near to another as can be. */
const nobodys = (id: string): string => `${id.slice(0, -1)}x`;

interface Raised {
  readonly concern: Advice;
  readonly challenge: Advice;
  readonly further: Advice;
}

/** A social worker's confidential concern that is answered, a confidential challenge that goes on, and open records that arise from them. */
async function raised(register: KeptRegister): Promise<Raised> {
  const doing = async (name: string, person: string, input: object, reason = 'A quiet reason'): Promise<Advice> => {
    const act = AREA_ACTS.find((one) => one.name === name) ?? assert.fail(name);
    good(await register.perform(actRequest(act, input, asked({ actor: { person }, now: at(WHEN), reason }), wordsFor)));
    return register.image.entries.at(-1)?.changes[0]?.record as Advice;
  };
  const concern = await doing('concern.bring', 'jean', { subject: 'Quiet word about supervision' });
  await doing('advice.respond', 'kirsty', { advice: concern.id, outcome: 'accepted', reason: 'A quiet answer' });
  const challenge = await doing('advice.raise', 'kirsty', { nature: 'challenge', to: 'education', subject: 'Quiet challenge of practice', confidential: true });
  await doing('advice.respond', 'fiona', { advice: challenge.id, outcome: 'not-accepted', reason: 'Declined quietly' });
  const further = await doing('advice.escalate', 'kirsty', { advice: challenge.id });
  await doing('advice.raise', 'kirsty', { nature: 'advice', to: 'chief-executive', subject: 'Open advice on supervision', arisingFrom: concern.ref }, 'In the open');
  good(await register.perform(request('record.put', { kind: 'actions', id: 'look-into', body: { arisingFrom: concern.ref, what: 'Look into supervision', owner: 'cswo', state: 'in-progress' } }, { now: at(WHEN), reason: 'In the open' })));
  return { concern, challenge, further };
}

describe('What is confidential', () => {
  let site: AdviceSite;
  let made: Raised;
  before(async () => {
    site = await adviceSite('demo-scotland', WHEN);
    made = await raised(site.register);
  });
  after(() => site.close());
  const pathsOf = ({ concern, challenge, further }: Raised): readonly string[] => [
    '', '/advice', '/work', '/inbox', '/timeline', '/timeline?kind=advice', '/records', '/records/advice', '/records/actions/look-into', '/records?q=quiet', '/search?q=quiet', '/search?q=supervision', '/records/posts/cswo', '/posts/cswo',
    '/people/jean', '/people/kirsty', '/posts/education', '/records/posts/education', '/kept', '/accountabilities/access', '/expectations/access.available-to-staff', '/expectations/leadership.challenge', '/reach', '/coverage', '/calendar',
    ...[concern, challenge, further].flatMap(({ id, ref }) => [`/advice/${id}`, `/advice/${id}/respond`, `/advice/${id}/escalate`, `/records/${ref}`, `/records/${ref}/change`, `/advice/new?arisingFrom=${encodeURIComponent(ref)}`]),
  ];

  it('is seen by those whom it is from and to, and on no page by anybody else, whatever their post', async () => {
    const ids = new RegExp([made.concern.id, made.challenge.id, made.further.id].join('|'));
    for (const person of ['alasdair', 'lorna', 'ewan', 'isla', 'ruaridh', 'fiona', 'jean'] as const) {
      for (const path of pathsOf(made)) {
        for (const language of ['en', 'cy']) {
          const { status, body } = await site.get(`/${language}/council${path}`, person);
          assert.notEqual(status, 500, path);
          // What they themselves asked for comes back in the address alone.
          const told = body.replaceAll(/"[^"]*"/g, (quoted) => (ids.test(path) && ids.test(quoted) ? '' : quoted)).replaceAll(/<code>[^<]*<\/code>|“[^”]*”|‘[^’]*’/g, (said) => (ids.test(path) && ids.test(said) ? '' : said));
          const theirs = { fiona: [made.challenge.id, /Quiet challenge of practice|Declined quietly|A quiet reason/g], jean: [made.concern.id, /Quiet word about supervision|A quiet answer|A quiet reason/g], alasdair: [made.further.id, /Quiet challenge of practice|A quiet reason/g] } as const;
          const own = person in theirs ? theirs[person as keyof typeof theirs] : undefined;
          const rest = own === undefined ? told : told.replaceAll(own[1], '').replaceAll(own[0], '');
          assert.doesNotMatch(rest, SECRET, `${person} ${language} ${path}`);
          if (!ids.test(path)) assert.doesNotMatch(rest, ids, `${person} ${language} ${path}`);
        }
      }
    }
    for (const person of ['jean', 'kirsty']) assert.match((await site.get('/en/council/advice', person)).body, /Quiet word about supervision/);
  });

  it('is at its addresses like what never was', async () => {
    for (const path of [`/advice/${made.concern.id}`, `/advice/${made.concern.id}/respond`, `/advice/${made.concern.id}/escalate`]) {
      const [there, nowhere] = [await site.get(`/en/council${path}`, 'alasdair'), await site.get(`/en/council${path.replace(made.concern.id, nobodys(made.concern.id))}`, 'alasdair')];
      assert.deepEqual([there.status, nowhere.status], [404, 404]);
      assert.equal(there.body.replaceAll(made.concern.id, 'x'), nowhere.body.replaceAll(nobodys(made.concern.id), 'x'), path);
    }
  });

  it('leaves in what is open no trace of what that arose from or where it went', async () => {
    const open = site.register.image.snapshot('2014-05-02' as never).all('advice').find(({ subject }) => subject.en === 'Open advice on supervision') ?? assert.fail();
    const page = await site.get(`/en/council/advice/${open.id}`, 'alasdair');
    assert.equal(page.status, 200);
    assert.doesNotMatch(page.body, /Arising from|Quiet|not for you/);
    assert.match((await site.get(`/en/council/advice/${open.id}`, 'kirsty')).body, /Arising from/);
    // The Director of Education sees that the challenge went on, because it is hers; not to whom, because the rest is not.
    const hers = await site.get(`/en/council/advice/${made.challenge.id}`, 'fiona');
    assert.equal(hers.status, 200);
    assert.doesNotMatch(hers.body, new RegExp(made.further.id));
  });

  inBrowser('is how a social worker brings a concern on one screen: the officer answers it, the chief executive learns nothing', async (open) => {
    const as = async (person: string) => {
      const page = await open(`${site.base}/en/sign-in`, { javaScriptEnabled: false, viewport: { width: 320, height: 640 } });
      await page.context().addCookies([await site.cookie(person)]);
      return page;
    };
    const worker = await as('jean');
    await worker.goto(`${site.base}/en/council/advice`);
    await worker.getByRole('link', { name: 'Bring a professional concern to the Chief Social Work Officer' }).click();
    await worker.getByLabel('What you want to say').fill('Quiet word about caseloads');
    await worker.getByRole('button', { name: 'Send it' }).first().click();
    assert.match(await worker.locator('table[aria-labelledby="waiting"]').innerText(), /Quiet word about caseloads/);
    const officer = await as('kirsty');
    await officer.goto(`${site.base}/en/council`);
    assert.match(await officer.locator('main').innerText(), /Jean Jotting raised a concern with .* on 2 May 2014: “Quiet word about caseloads”/);
    await officer.getByRole('link', { name: 'Record the answer' }).first().click();
    await officer.getByLabel('Your answer').selectOption('accepted');
    await officer.getByRole('button', { name: 'Send it' }).first().click();
    await worker.getByRole('link', { name: 'Quiet word about caseloads' }).click();
    assert.match(await worker.locator('main').innerText(), /Accepted by Chief Social Work Officer.* on 2 May 2014/);
    assert.match(await worker.locator('main').innerText(), /only those named here can see that this exists/);
    const chief = await as('alasdair');
    for (const path of ['', '/advice', '/inbox', '/timeline', '/search?q=caseloads']) {
      await chief.goto(`${site.base}/en/council${path}`);
      assert.doesNotMatch(await chief.locator('main').innerText(), /Quiet word about caseloads/, path);
    }
  });
});

describe('What is confidential, through the API', () => {
  let api: ApiSite;
  let made: Raised;
  before(async () => {
    api = await apiSite({ text: demo('demo-scotland') });
    made = await raised(api.register);
  });
  after(() => api.close());

  it('is in no list, record, entry, verdict or file of anybody else', async () => {
    const ids = new RegExp([made.concern.id, made.challenge.id, made.further.id].join('|'));
    for (const person of ['lorna', 'ewan']) {
      const token = await api.tokenOf(person);
      for (const path of ['', '/kinds', '/records?q=quiet', '/records?versions=all&limit=500', '/records/advice?limit=500', '/records/actions/look-into', '/records/actions', '/entries?limit=500', '/assessment', '/reach', '/export']) {
        const { text, status } = await api.ask(`/registers/small${path}`, { token });
        assert.equal(status, 200, path);
        assert.doesNotMatch(text, SECRET, `${person} ${path}`);
        assert.doesNotMatch(text, ids, `${person} ${path}`);
      }
      assert.equal((await api.ask(`/registers/small/records/${made.concern.ref}`, { token })).status, 404);
    }
    assert.match((await api.ask('/registers/small/records/advice?limit=500', { token: await api.tokenOf('jean') })).text, /Quiet word about supervision/);
  });

  it('is answered, by the acts, like what never was', async () => {
    const token = await api.tokenOf('lorna');
    const tried = async (name: string, id: string, key: string) => api.ask(...actCall(name, token, key, { reason: 'Guessing.', input: { advice: id, ...(name === 'advice.respond' ? { outcome: 'noted' } : {}) } }));
    for (const name of ['advice.respond', 'advice.escalate']) {
      const [there, nowhere] = [await tried(name, made.concern.id, `${name}-1`), await tried(name, nobodys(made.concern.id), `${name}-2`)];
      assert.equal(there.status, nowhere.status, there.text);
      assert.equal(there.text.replaceAll(made.concern.id, 'x'), nowhere.text.replaceAll(nobodys(made.concern.id), 'x'));
    }
  });
});
