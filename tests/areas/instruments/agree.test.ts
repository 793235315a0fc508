import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { good } from '../../kept/folder.ts';
import { council, negotiating, PROTOCOL, refusal } from './council.ts';

const REF = `instruments/${PROTOCOL}` as const;
const agree = (party: string, version = '0.1') => ({ instrument: PROTOCOL, party, version });

describe('Agreeing', () => {
  it('is for whoever holds the post today, for the exact version, and the last to agree makes it agreed', async () => {
    const { does, on } = await negotiating();
    assert.match(refusal(await does('protocol.agree', agree('posts/education'), 'ben')).sentence, /Director of Education speaks through Dee Education today, and nobody else/);
    assert.match(refusal(await does('protocol.agree', agree('posts/director', '0.2'), 'ben')).sentence, /is now version 0\.1, not 0\.2\. Read it again/);
    assert.equal(refusal(await does('protocol.agree', { ...agree('posts/education'), signedBy: 'persons/dee' }, 'ben')).code, 'signs-for-themselves');
    good(await does('protocol.agree', agree('director'), 'ben', '2013-03-02'));
    assert.match(refusal(await does('protocol.agree', agree('director'), 'ben', '2013-03-03')).sentence, /Ben Director agreed version 0\.1 for Director of Social Services on 2013-03-02 already/);
    good(await does('protocol.agree', agree('posts/education'), 'dee', '2013-03-03'));
    assert.equal(on('2013-03-03').get(REF)?.state, 'negotiating');
    good(await does('protocol.agree', agree('posts/chief'), 'ann', '2013-03-04'));
    const { state, agreedOn, version } = on('2013-03-04').get(REF) ?? assert.fail();
    assert.deepEqual([state, agreedOn, version], ['agreed', '2013-03-04', '0.1']);
    assert.equal(refusal(await does('protocol.comment', { instrument: PROTOCOL, comment: 'late' }, 'dee', '2013-03-05')).code, 'wrong-state');
  });

  it('is refused while something is open, saying what, and begins again when a proposal is adopted', async () => {
    const { does, on } = await negotiating();
    good(await does('protocol.agree', agree('director'), 'ben'));
    good(await does('protocol.propose', { instrument: PROTOCOL, provision: `${PROTOCOL}-1`, wording: 'Otherwise.' }, 'dee'));
    good(await does('protocol.comment', { instrument: PROTOCOL, comment: 'And more.' }, 'dee'));
    assert.match(refusal(await does('protocol.agree', agree('chief'), 'ann')).sentence, /A proposal of Director of Education on clause 1 is open\. A comment of Director of Education is open\. Have them adopted/);
    good(await does('protocol.adopt', { amendment: `${PROTOCOL}-a1` }, 'ben'));
    good(await does('protocol.decline', { amendment: `${PROTOCOL}-a2`, reason: 'Answered.' }, 'ben'));
    good(await does('protocol.agree', agree('chief', '0.2'), 'ann'));
    good(await does('protocol.agree', agree('education', '0.2'), 'dee'));
    assert.equal(on().get(REF)?.state, 'negotiating', 'the director agreed an older version only');
    good(await does('protocol.agree', agree('director', '0.2'), 'ben'));
    assert.equal(on().get(REF)?.state, 'agreed');
  });

  it('is for the deputy whom an instrument names while the post is vacant, and no longer when somebody takes it up', async () => {
    const { does, on } = await negotiating();
    assert.equal(refusal(await does('protocol.agree', agree('director'), 'cai')).code, 'not-their-party');
    good(await does('record.end', { kind: 'appointments', id: 'a2', from: '2013-03-05' }, 'fay', '2013-03-05'));
    assert.match(refusal(await does('protocol.agree', agree('director'), 'ben', '2013-03-05')).sentence, /speaks through Cai Adults today/);
    good(await does('protocol.agree', agree('director'), 'cai', '2013-03-05'));
    good(await does('protocol.agree', agree('education'), 'dee', '2013-03-05'));
    good(await does('protocol.agree', agree('chief'), 'ann', '2013-03-05'));
    assert.equal(on('2013-03-05').get(REF)?.state, 'agreed');
    good(await does('record.put', { kind: 'appointments', id: 'a6', from: '2013-04-01', body: { person: 'persons/hal', post: 'posts/director', basis: 'permanent' } }, 'fay', '2013-04-01'));
    assert.equal(refusal(await does('protocol.agree', agree('director'), 'cai', '2013-04-02')).code, 'not-their-party');
    good(await does('protocol.agree', agree('director'), 'hal', '2013-04-02'));
    assert.equal(on('2013-04-02').get(REF)?.agreedOn, '2013-03-05', 'who takes it up agrees what is agreed');
  });

  it('says that a body without a chair, and a vacant post without a deputy, have nobody who can', async () => {
    const { does } = await council();
    good(await does('protocol.draft', { title: 'Terms', type: 'terms-of-reference', parties: ['bodies/cabinet', 'posts/adults'], provisions: [{ text: 'One.' }] }, 'ben'));
    good(await does('protocol.open', { instrument: 'terms' }, 'ben'));
    assert.match(refusal(await does('protocol.agree', { instrument: 'terms', party: 'cabinet', version: '0.1' }, 'eve')).sentence, /Nobody is recorded as chairing Cabinet/);
    good(await does('record.end', { kind: 'appointments', id: 'a3', from: '2013-03-01' }, 'fay'));
    assert.match(refusal(await does('protocol.agree', { instrument: 'terms', party: 'posts/adults', version: '0.1' }, 'cai')).sentence, /Head of Adult Services is vacant, and no instrument in force names a deputy/);
  });

  it('is written down by those who keep the instruments for an organisation, which has nobody here', async () => {
    const { does, on } = await council();
    good(await does('protocol.draft', { title: 'With health', type: 'partnership-agreement', parties: ['posts/director', 'organisations/health'], provisions: [{ text: 'Each tells the other.' }] }, 'ben'));
    good(await does('protocol.open', { instrument: 'with-health' }, 'ben'));
    const health = { instrument: 'with-health', party: 'organisations/health', version: '0.1' };
    assert.equal(refusal(await does('protocol.agree', health, 'fay')).code, 'no-signatory');
    assert.equal(refusal(await does('protocol.agree', { ...health, signedBy: 'persons/none' }, 'fay')).code, 'no-such-record');
    assert.match(refusal(await does('protocol.agree', { ...health, signedBy: 'persons/gil' }, 'dee')).sentence, /those who keep the instruments write down who signed, or make a link/);
    good(await does('protocol.comment', { instrument: 'with-health', party: 'organisations/health', comment: 'By email.' }, 'fay'));
    good(await does('protocol.decline', { amendment: 'with-health-a1', reason: 'Noted.' }, 'fay'));
    good(await does('protocol.agree', { ...health, signedBy: 'persons/gil' }, 'fay'));
    good(await does('protocol.agree', { instrument: 'with-health', party: 'posts/director', version: '0.1' }, 'ben'));
    assert.equal(on().get('instruments/with-health')?.state, 'agreed');
  });
});

describe('What is agreed', () => {
  const agreed = async () => {
    const made = await negotiating();
    for (const [party, person] of [['director', 'ben'], ['education', 'dee'], ['chief', 'ann']] as const) good(await made.does('protocol.agree', agree(party), person));
    return made;
  };

  it('is communicated to each who is named, and acknowledged by whom it was sent to', async () => {
    const { does, on } = await agreed();
    assert.equal(refusal(await does('protocol.communicate', { instrument: PROTOCOL, to: [] }, 'ben')).code, 'nobody-named');
    good(await does('protocol.communicate', { instrument: PROTOCOL, to: ['posts/adults', 'bodies/council', 'organisations/health'], how: 'By email' }, 'ben'));
    const sent = on().where('communications', 'of', REF);
    assert.deepEqual(sent.map(({ to }) => to), ['posts/adults', 'bodies/council', 'organisations/health']);
    const [adults, members] = sent.map(({ id }) => id);
    assert.match(refusal(await does('communication.acknowledge', { communication: adults }, 'dee')).sentence, /sent to Head of Adult Services/);
    good(await does('communication.acknowledge', { communication: adults }, 'cai', '2013-03-04'));
    good(await does('communication.acknowledge', { communication: members }, 'gil', '2013-03-04'));
    assert.equal(refusal(await does('communication.acknowledge', { communication: adults }, 'cai', '2013-03-05')).code, 'acknowledged-already');
    assert.equal(refusal(await does('communication.acknowledge', { communication: adults }, 'a script')).code, 'no-such-person');
  });

  it('stays in force until what renews it is agreed, which then takes its place', async () => {
    const { does, on } = await agreed();
    good(await does('protocol.renew', { instrument: PROTOCOL, reviewBy: '2017-01-01' }, 'ben', '2014-01-10'));
    const id = `${PROTOCOL}-renewed`;
    const draft = on('2014-01-10').get(`instruments/${id}`);
    assert.deepEqual([draft?.state, draft?.version, draft?.supersedes, draft?.reviewBy, draft?.agreedOn], ['draft', '1.0', REF, '2017-01-01', undefined]);
    assert.equal(on('2014-01-10').where('provisions', 'instrument', `instruments/${id}`).length, 2);
    assert.match(refusal(await does('protocol.renew', { instrument: PROTOCOL }, 'ben', '2014-01-11')).sentence, /is to take its place already/);
    good(await does('protocol.open', { instrument: id }, 'ben', '2014-01-11'));
    good(await does('protocol.propose', { instrument: id, provision: `${id}-1`, wording: 'New words.' }, 'dee', '2014-01-12'));
    good(await does('protocol.adopt', { amendment: `${id}-a1` }, 'ben', '2014-01-12'));
    assert.equal(on('2014-01-12').get(REF)?.state, 'agreed');
    assert.equal(on('2014-01-12').get(`provisions/${PROTOCOL}-1`)?.text.en, 'The Director is accountable for safeguarding.', 'what is agreed is not touched');
    for (const [party, person] of [['director', 'ben'], ['education', 'dee'], ['chief', 'ann']] as const) good(await does('protocol.agree', { instrument: id, party, version: '1.1' }, person, '2014-01-20'));
    assert.deepEqual([on('2014-01-20').get(REF)?.state, on('2014-01-20').get(`instruments/${id}`)?.state], ['superseded', 'agreed']);
    assert.equal(on('2014-01-19').get(REF)?.state, 'agreed');
    assert.equal(refusal(await does('protocol.withdraw', { instrument: id }, 'ben', '2014-01-21')).code, 'wrong-state');
  });

  it('is not touched where the renewal is given up, and can be renewed again', async () => {
    const { does, on } = await agreed();
    good(await does('protocol.renew', { instrument: PROTOCOL }, 'ben', '2014-01-10'));
    good(await does('protocol.open', { instrument: `${PROTOCOL}-renewed` }, 'ben', '2014-01-10'));
    good(await does('protocol.comment', { instrument: `${PROTOCOL}-renewed`, comment: 'No.' }, 'dee', '2014-01-10'));
    good(await does('protocol.withdraw', { instrument: `${PROTOCOL}-renewed` }, 'ben', '2014-01-11'));
    assert.deepEqual(on('2014-01-11').where('amendments', 'instrument', `instruments/${PROTOCOL}-renewed`).map(({ state }) => state), ['withdrawn']);
    assert.equal(refusal(await does('protocol.renew', { instrument: PROTOCOL, reviewBy: '2013-01-01' }, 'ben', '2014-02-01')).code, 'review-past');
    good(await does('protocol.renew', { instrument: PROTOCOL }, 'ben', '2014-02-01'));
    assert.equal(on('2014-02-01').get(`instruments/${PROTOCOL}-renewed-2`)?.version, '1.0');
  });
});
