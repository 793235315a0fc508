import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { readOverlay } from '../../src/assessment/overlay-file.ts';
import { compare, comparisonAnswer } from '../../src/assessment/what-if.ts';
import { judged } from '../assessment/small-register.ts';
import { good, temporaryFolder } from '../kept/folder.ts';
import { COUNCIL } from './inside-site.ts';
import { begun, draftsSite, errorsIn, type Drafter, type DraftsSite } from './drafts-site.ts';

const OVERLAY = `
vacate: [director]
line: [{ post: deputy, under: chief }]
end: [seats/s1]
bodies:
  - { id: forum, name: Forum, type: forum }
  - { id: cmt, name: Leadership Team, type: corporate-management-team }
`;

describe('An overlay file', () => {
  let site: DraftsSite;
  let ann: Drafter;
  let draft = '';
  before(async () => {
    site = await draftsSite();
    ann = await site.as('ann');
    draft = await begun(ann, 'From a file', ['10', '12', '2012']);
  });
  after(() => site.close());

  /** Sends a file with what its form posts unseen. */
  async function upload(text: string) {
    const form = new FormData();
    for (const [, name = '', value = ''] of (await ann.get(`${draft}/upload`)).body.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"/g)) form.set(name, value);
    form.set('file', new File([text], 'overlay.yaml'));
    const sent = new Response(form);
    return ann.post(`${draft}/upload`, sent.headers.get('content-type') ?? '', Buffer.from(await sent.arrayBuffer()));
  }

  it('put into a draft becomes its changes, each with what it does', async () => {
    assert.match((await upload(OVERLAY)).headers.location ?? '', /done=added$/);
    const { body } = await ann.get(draft);
    for (const title of ['Leave vacant: Director', 'Put Head of Adults in the line of Chief Executive', 'New body: Forum', 'Change body: Leadership Team']) assert.ok(body.includes(title), title);
  });

  it('taken out of a draft comes to the same on the command line', async () => {
    const { body, headers } = await ann.get(`${draft}/overlay.yaml`);
    assert.match(String(headers['content-disposition']), /^attachment; filename="draft-[0-9a-f]{16}\.yaml"$/);
    const register = await judged(COUNCIL);
    const folder = temporaryFolder();
    const [given, taken] = await Promise.all([OVERLAY, body].map(async (text, index) => {
      const path = join(folder, `${index}.yaml`);
      writeFileSync(path, text);
      return comparisonAnswer(compare(register, good(await readOverlay(path, register.snapshot, register.compiled.pack))), 'en').changes;
    }));
    assert.deepEqual(taken, given);
    assert.ok((given?.length ?? 0) > 0);
  });

  it('with faults is refused whole, every fault at once', async () => {
    const refused = await upload('vacate: [nobody]\nend: [advice/unheard-of]\nbodies:\n  - { id: odd, name: Odd, type: foum }\n');
    assert.equal(refused.statusCode, 400);
    assert.match(errorsIn(refused), /posts\/nobody is not a record that you see .*advice\/unheard-of is not a record that you see .*`foum`/);
    assert.equal([...(await ann.get(draft)).body.matchAll(/<li id="change-/g)].length, 5);
    assert.match(errorsIn(await upload('vacate: [\n')), /overlay\.yaml:/);
    assert.match(errorsIn(await upload('{}')), /asks for no change/);
  });
});
