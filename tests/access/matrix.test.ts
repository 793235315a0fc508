import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { KindName } from '../../src/model/kinds.ts';
import { Matrix } from './matrix/matrix.ts';
import { ONLY, PEOPLE } from './matrix/people.ts';
import { matrixSite, type MatrixSite, type Route } from './matrix/site.ts';

/** A short form in the suite; for the long one `ACCESS_REQUESTS=100000 node --test tests/access/matrix.test.ts`. */
const REQUESTS = Number(process.env['ACCESS_REQUESTS'] ?? 10_000);
const SEED = Number(process.env['ACCESS_SEED'] ?? 20_121_210);
/** Workbooks take long to make: they are asked for more rarely, and read whole for each person below. */
const RARE = /\.xlsx$/;

describe('The access matrix: role × authority × act × record × route', { timeout: 3_600_000 }, () => {
  let site: MatrixSite;
  let matrix: Matrix;
  before(async () => {
    site = await matrixSite();
    matrix = new Matrix(site, SEED);
  });
  after(() => site.close());

  it('judges by an oracle that agrees with what is said by hand of the most confidential', () => {
    for (const authority of site.authorities) {
      const { seed } = authority;
      for (const { what, field, who } of ONLY) {
        const [kind = '', name = ''] = what.split('/');
        const ref = `${kind}/${seed.idOf(name)}`;
        const words = [...seed.places].filter(([, place]) => place.ref === ref && (field === undefined ? place.field === 'id' : place.field === field)).map(([word]) => word);
        assert.ok(words.length > 0, what);
        const may = PEOPLE.filter((one) => words.every((word) => matrix.oracleOf(authority).wordsFor(one).has(word))).map(({ person }) => person);
        assert.deepEqual(may.sort(), [...who].sort(), `${what} ${field ?? ''}`);
      }
    }
  });

  it('finds no leak, by any route, for anybody', async (t) => {
    for (const [index, route] of site.routes.entries()) {
      for (const [number, sender] of site.senders.entries()) {
        // Each page in the one language for every second sender, in the other for the rest.
        const isTurn = number % 2 === (route.url.startsWith('/cy') ? 0 : 1) || !/^\/(en|cy)\//.test(route.url);
        if (isTurn && (!RARE.test(route.url) || (index + number) % 5 === 0)) await matrix.step(sender, route);
      }
    }
    const details = site.routes.filter(({ url }) => url.endsWith('/:register/records/:kind/:id'));
    for (const sender of site.senders) {
      for (const [index, ref] of [...(sender.own === site.authorities[0] ? sender.own.seed.records.keys() : [])].entries()) {
        const slash = ref.indexOf('/');
        await matrix.step(sender, details[(index + site.senders.indexOf(sender)) % details.length] as Route, { kind: ref.slice(0, slash) as KindName, id: ref.slice(slash + 1) });
      }
    }
    const weighted = site.routes.filter(({ url }) => !RARE.test(url));
    while (matrix.figures.requests < REQUESTS) await matrix.step(matrix.choose(site.senders), matrix.choose(weighted));
    assert.deepEqual([...matrix.wrong], []);
    assert.deepEqual(site.faults, []);
    t.diagnostic(`${site.routes.length} routes, ${site.senders.length} senders, seed ${SEED}: ${JSON.stringify(matrix.figures)}`);
  });

  it('leaves nothing out that somebody may know: a workbook holds exactly what its reader may see', async () => {
    for (const sender of site.senders.filter(({ own }) => own === site.authorities[0])) {
      const met = new Set(await matrix.wordsIn(sender, `/en/${sender.own?.seed.register ?? ''}/export.xlsx`));
      assert.deepEqual([...matrix.wordsOf(sender)].filter((word) => !met.has(word)).map((word) => sender.own?.seed.places.get(word)), [], sender.name);
    }
    const anybody = new Set(site.senders.flatMap((sender) => [...matrix.wordsOf(sender)]));
    const own = [...site.authorities[0].seed.places].filter(([word]) => anybody.has(word) && !matrix.met.has(word)).map(([, place]) => place);
    assert.deepEqual(own, []);
  });

  it('leaves what people keep for themselves as it was', async () => {
    assert.deepEqual(await site.draftsAre(), ['3 open', '1 open', '3 open', '1 open']);
  });

  it('ends nobody’s session but by their own hand', async () => {
    const ended = [];
    for (const sender of site.senders) if (sender.own !== undefined && (await site.sessionsOf(sender)) === 0) ended.push(sender.name);
    assert.deepEqual(ended, []);
  });
});
