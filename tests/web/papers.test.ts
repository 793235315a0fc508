import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { after, before, describe, it } from 'node:test';
import { PAPERED, SECRETS } from '../areas/papers/papered.ts';
import { all, part } from '../documents/docx-reader.ts';
import { readPdf } from '../documents/pdf-reader.ts';
import { insideSite, type InsideSite } from './inside-site.ts';

/** Somebody of the authority who was at neither meeting, and a meeting whose title no typeface of the PDF has. */
const COUNCIL = PAPERED.replace('posts:\n', 'posts:\n  - { id: clerk, title: Clerk }\n').replace('persons:\n', 'persons:\n  - { id: dee, name: Dee Example }\n').replace('appointments:\n', 'appointments:\n  - { id: a9, person: dee, post: clerk, basis: permanent, from: 2010-01-01 }\n')
  .replace('actions:\n', `  - { id: hostile, on: 2012-12-05, held: true, place: "<script>alert(1)</script>", items: [{ number: 1, title: "\\U0001F600 <b>bold</b> \\u202E #import" }] }
actions:
`);

describe('Papers on the web', () => {
  let inside: InsideSite;
  before(async () => {
    inside = await insideSite(COUNCIL);
  });
  after(() => inside.close());

  const get = async (person: string, path: string) => inside.site.inject({ url: `/en/small${path}`, headers: { cookie: `answerable=${await inside.cookieOf(person)}` } });
  const PACK = '/meetings/council-december/pack';

  it('are files with plain names, kept by no cache, the same bytes each time', async () => {
    const [once, again] = [await get('ann', `${PACK}.docx?in=cy`), await get('ann', `${PACK}.docx?in=cy`)];
    assert.deepEqual([once.statusCode, once.headers['content-type'], once.headers['content-disposition'], once.headers['cache-control']], [200, 'application/vnd.openxmlformats-officedocument.wordprocessingml.document', 'attachment; filename="small-meetings-council-december-pack-public-cy.docx"', 'no-store']);
    assert.deepEqual(once.rawPayload, again.rawPayload);
    assert.ok(all(part(once.rawPayload, 'word/document.xml'), 'p').some(({ text }) => text.includes('Camau gweithredu')));
    const pdf = await get('ann', '/instruments/protocol/paper.pdf?in=both');
    assert.equal(pdf.headers['content-type'], 'application/pdf');
    assert.equal(readPdf(pdf.rawPayload).title, 'Protocol between the two / Protocol rhwng y ddau');
    assert.equal((await get('ann', '/reports/role/paper.html')).statusCode, 200);
    assert.equal((await get('ann', '/meetings/council-december/note.html')).statusCode, 200);
  });

  it('are pages that may bring their own style and do nothing else', async () => {
    const page = await get('ann', `${PACK}.html`);
    assert.equal(page.headers['content-disposition'], 'inline; filename="small-meetings-council-december-pack-public-en.html"');
    const [, style = ''] = /<style>([^]*?)<\/style>/.exec(page.body) ?? [];
    assert.equal(page.headers['content-security-policy'], `default-src 'none'; style-src 'sha256-${createHash('sha256').update(style).digest('base64')}'; form-action 'none'; base-uri 'none'; frame-ancestors 'none'`);
    assert.equal(page.headers['x-content-type-options'], 'nosniff');
  });

  it('have the private variant for those of the meeting alone, and nothing private in the other', async () => {
    const own = await get('ben', `${PACK}.html?variant=private`);
    assert.ok(SECRETS.filter((one) => one !== 'SECRET-CYFRINACH').every((secret) => own.body.includes(secret)));
    const refused = await get('dee', `${PACK}.html?variant=private`);
    assert.equal(refused.statusCode, 403);
    assert.match(refused.body, /for those of the meeting/);
    for (const person of ['ben', 'dee']) {
      const open = await get(person, `${PACK}.html?in=both`);
      assert.equal(open.statusCode, 200);
      for (const secret of SECRETS) assert.ok(!open.body.includes(secret), secret);
    }
  });

  it('lead from the pages of the meeting, the report and the instrument, to what the reader may have', async () => {
    const [own, other] = [(await get('ben', '/records/meetings/council-december')).body, (await get('dee', '/records/meetings/council-december')).body];
    assert.ok(own.includes(`/en/small${PACK}.pdf?variant=private&amp;in=both`));
    assert.ok(other.includes(`/en/small${PACK}.pdf?variant=public&amp;in=both`));
    assert.ok(!other.includes('variant=private'));
    for (const path of ['/records/reports/role', '/records/instruments/protocol', '/instruments/protocol']) assert.match((await get('dee', path)).body, /\/paper\.docx\?in=cy/);
    assert.ok(!(await get('dee', '/records/posts/clerk')).body.includes('id="papers"'));
  });

  it('are refused in a sentence where there is no such form, language, variant or record', async () => {
    const refusals: readonly (readonly [path: string, status: number, sentence: RegExp])[] = [
      [`${PACK}.odt`, 400, /`odt` is no form of a paper/], [`${PACK}.html?in=fr`, 400, /`fr` is no language of a paper/], [`${PACK}.html?variant=secret`, 400, /`secret` is no variant/],
      [`${PACK}.constructor`, 400, /`constructor` is no form/], ['/meetings/nothing/pack.html', 404, /meetings\/nothing/], ['/meetings/council-december/agenda.html', 404, /./],
    ];
    for (const [path, status, sentence] of refusals) {
      const answer = await get('ann', path);
      assert.equal(answer.statusCode, status, path);
      assert.match(answer.body, sentence);
    }
  });

  it('carry whatever is in a title as words, and say of a sign that the PDF has none for which paper has it', async () => {
    const page = await get('ann', '/meetings/hostile/pack.html');
    assert.ok(page.body.includes('😀 &lt;b&gt;bold&lt;/b&gt; \ufffd #import') && !page.body.includes('<script>'));
    assert.equal((await get('ann', '/meetings/hostile/pack.docx')).statusCode, 200);
    const pdf = await get('ann', '/meetings/hostile/pack.pdf');
    assert.equal(pdf.statusCode, 400);
    assert.match(pdf.body, /The typefaces of the PDF have no sign for/);
    assert.match(pdf.body, /href="\/en\/small\/meetings\/hostile\/pack\.docx"/);
  });

  it('keep nobody from the other pages: only so many are made at once, the rest are asked to come again', async () => {
    const cookie = await inside.cookieOf('ann');
    const answers = await Promise.all(Array.from({ length: 60 }, () => inside.site.inject({ url: `/en/small${PACK}.pdf`, headers: { cookie: `answerable=${cookie}` } })));
    const refused = answers.filter(({ statusCode }) => statusCode === 503);
    assert.ok(refused.length > 0 && refused.length <= 44, String(refused.length));
    assert.ok(answers.every(({ statusCode }) => statusCode === 200 || statusCode === 503));
    assert.equal(refused[0]?.headers['retry-after'], '5');
    assert.equal((await get('ann', `${PACK}.pdf`)).statusCode, 200);
  });

  it('are for nobody who is not signed in', async () => {
    const answer = await inside.site.inject({ url: `/en/small${PACK}.html` });
    assert.equal(answer.statusCode, 303);
    assert.match(String(answer.headers.location), /sign-in/);
  });
});
