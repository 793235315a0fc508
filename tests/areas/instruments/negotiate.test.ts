import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { good } from '../../kept/folder.ts';
import { council, negotiating, PROTOCOL, refusal } from './council.ts';

const REF = `instruments/${PROTOCOL}` as const;
const CLAUSE = `provisions/${PROTOCOL}-1` as const;

describe('Drafting and opening an instrument', () => {
  it('makes the instrument as a draft with its clauses numbered in order, and puts it to its parties', async () => {
    const made = await negotiating();
    const snapshot = made.on();
    const { state, version, parties } = snapshot.get(REF) ?? assert.fail();
    assert.deepEqual([state, version, parties], ['negotiating', '0.1', ['posts/director', 'posts/education', 'posts/chief']]);
    assert.deepEqual(snapshot.where('provisions', 'instrument', REF).map(({ number }) => number), ['1', '2']);
  });

  it('is refused without parties, with one named twice, with a review that is past, and by nothing to negotiate', async () => {
    const { does } = await council();
    const draft = { title: 'P', type: 'protocol', parties: ['posts/director', 'posts/chief'] };
    assert.equal(refusal(await does('protocol.draft', { ...draft, parties: [] }, 'ben')).code, 'no-parties');
    assert.equal(refusal(await does('protocol.draft', { ...draft, parties: ['posts/chief', 'posts/chief'] }, 'ben')).code, 'party-twice');
    assert.equal(refusal(await does('protocol.draft', { ...draft, reviewBy: '2013-03-01' }, 'ben')).code, 'review-past');
    good(await does('protocol.draft', draft, 'ben'));
    assert.match(refusal(await does('protocol.open', { instrument: 'p' }, 'ben')).sentence, /P has no clause yet: there is nothing to negotiate/);
    good(await does('protocol.draft', { ...draft, parties: ['posts/chief'], provisions: [{ text: 'One.' }] }, 'ben'));
    assert.match(refusal(await does('protocol.open', { instrument: 'p-2' }, 'ben')).sentence, /has one party only/);
    assert.match(refusal(await does('protocol.agree', { instrument: 'p', party: 'posts/director', version: '0.1' }, 'ben')).sentence, /negotiating or agreed; .* is draft/);
  });

  it('keeps a constitution of the council alone, agreed by whoever chairs it', async () => {
    const { does, on } = await council();
    good(await does('protocol.draft', { title: 'Constitution', type: 'constitution', parties: ['bodies/council'], provisions: [{ text: 'The Director is accountable.', gives: [{ to: 'posts/director', responsibility: 'accountable', over: 'safeguarding' }] }] }, 'fay'));
    good(await does('protocol.open', { instrument: 'constitution' }, 'fay'));
    assert.match(refusal(await does('protocol.agree', { instrument: 'constitution', party: 'council', version: '0.1' }, 'gil')).sentence, /Council speaks through Eve Chair today, and nobody else/);
    good(await does('protocol.agree', { instrument: 'constitution', party: 'council', version: '0.1' }, 'eve'));
    assert.equal(on().get('instruments/constitution')?.state, 'agreed');
  });
});

describe('Negotiating clause by clause', () => {
  it('keeps who said what of a clause, and refuses what says nothing', async () => {
    const { does, on } = await negotiating();
    good(await does('protocol.comment', { instrument: PROTOCOL, provision: CLAUSE, comment: 'Who decides at night?' }, 'dee'));
    const [said] = on().where('amendments', 'instrument', REF);
    assert.deepEqual([said?.by, said?.state, said?.provision], ['posts/education', 'open', CLAUSE]);
    assert.match(refusal(await does('protocol.comment', { instrument: PROTOCOL, comment: 'Mine too' }, 'fay')).sentence, /Fay Monitoring holds no post that is a party/);
    assert.match(refusal(await does('protocol.comment', { instrument: PROTOCOL, comment: 'For them', party: 'posts/education' }, 'ben')).sentence, /Director of Education speaks through Dee Education today/);
    assert.equal(refusal(await does('protocol.comment', { instrument: PROTOCOL, comment: 'x', party: 'posts/nobody' }, 'ben')).code, 'no-such-party');
    assert.equal(refusal(await does('protocol.comment', { instrument: PROTOCOL, provision: 'provisions/dp', comment: 'x' }, 'ben')).code, 'clause-of-another');
    const propose = (more: object) => does('protocol.propose', { instrument: PROTOCOL, ...more }, 'dee');
    assert.equal(refusal(await propose({})).code, 'nothing-proposed');
    assert.equal(refusal(await propose({ gives: [{ to: 'posts/chief', responsibility: 'decides' }] })).code, 'nothing-proposed');
    assert.equal(refusal(await propose({ leavesOut: true })).code, 'nothing-to-leave-out');
    assert.equal(refusal(await propose({ provision: CLAUSE, leavesOut: true, wording: 'x' })).code, 'both-left-out-and-worded');
    assert.equal(refusal(await propose({ provision: CLAUSE, wording: 'The Director is accountable for safeguarding.' })).code, 'nothing-changed');
  });

  it('adopts other wording, a new clause and one left out, each as the next version', async () => {
    const { does, on } = await negotiating();
    good(await does('protocol.propose', { instrument: PROTOCOL, provision: CLAUSE, wording: 'The Director is finally accountable for safeguarding.' }, 'dee'));
    good(await does('protocol.adopt', { amendment: `${PROTOCOL}-a1` }, 'ben', '2013-03-02'));
    const then = on('2013-03-02');
    assert.equal(then.get(CLAUSE)?.text.en, 'The Director is finally accountable for safeguarding.');
    assert.deepEqual(then.get(CLAUSE)?.themes, ['safeguarding']);
    assert.equal(then.get(REF)?.version, '0.2');
    assert.deepEqual([then.get(`amendments/${PROTOCOL}-a1`)?.state, then.get(`amendments/${PROTOCOL}-a1`)?.closedOn], ['adopted', '2013-03-02']);

    good(await does('protocol.propose', { instrument: PROTOCOL, wording: 'They meet each term.', gives: [{ to: 'posts/education', responsibility: 'is-consulted' }] }, 'dee', '2013-03-03'));
    good(await does('protocol.adopt', { amendment: `${PROTOCOL}-a2`, wording: 'They meet each month.' }, 'ben', '2013-03-03'));
    good(await does('protocol.propose', { instrument: PROTOCOL, provision: `${PROTOCOL}-2`, leavesOut: true }, 'dee', '2013-03-03'));
    good(await does('protocol.adopt', { amendment: `${PROTOCOL}-a3` }, 'ben', '2013-03-03'));
    good(await does('protocol.propose', { instrument: PROTOCOL, provision: `${PROTOCOL}-3`, leavesOut: true }, 'dee', '2013-03-03'));
    const last = on('2013-03-03');
    assert.deepEqual(last.where('provisions', 'instrument', REF).map(({ number, text }) => `${number} ${text.en}`), ['1 The Director is finally accountable for safeguarding.', '3 They meet each month.']);
    assert.equal(last.get(REF)?.version, '0.4');
    // What began today and is left out today was never there: the proposal keeps its number.
    good(await does('protocol.adopt', { amendment: `${PROTOCOL}-a4` }, 'ben', '2013-03-03'));
    const { provision, number, state } = on('2013-03-03').get(`amendments/${PROTOCOL}-a4`) ?? assert.fail();
    assert.deepEqual([provision, number, state], [undefined, '3', 'adopted']);
  });

  it('answers a comment by declining it, refuses to adopt one, and lets whoever said it take it back', async () => {
    const { does, on } = await negotiating();
    good(await does('protocol.comment', { instrument: PROTOCOL, provision: CLAUSE, comment: 'Who decides at night?' }, 'dee'));
    good(await does('protocol.comment', { instrument: PROTOCOL, comment: 'Too long.' }, 'dee'));
    assert.equal(refusal(await does('protocol.adopt', { amendment: `${PROTOCOL}-a1` }, 'ben')).code, 'nothing-to-adopt');
    good(await does('protocol.decline', { amendment: `${PROTOCOL}-a1`, reason: 'The emergency team, as clause 2 says.' }, 'ben'));
    assert.equal(on().get(`amendments/${PROTOCOL}-a1`)?.state, 'declined');
    assert.equal(refusal(await does('protocol.adopt', { amendment: `${PROTOCOL}-a1`, wording: 'x' }, 'ben')).code, 'wrong-state');
    assert.match(refusal(await does('protocol.withdraw-amendment', { amendment: `${PROTOCOL}-a2` }, 'ann')).sentence, /Director of Education speaks through Dee Education/);
    good(await does('protocol.withdraw-amendment', { amendment: `${PROTOCOL}-a2` }, 'dee'));
    assert.equal(on().get(`amendments/${PROTOCOL}-a2`)?.state, 'withdrawn');
  });
});

describe('A dispute', () => {
  it('becomes a challenge to whom the procedure in force names first, and is settled once that is answered', async () => {
    const { does, on } = await negotiating();
    good(await does('protocol.propose', { instrument: PROTOCOL, provision: CLAUSE, wording: 'Education is accountable.' }, 'dee'));
    good(await does('protocol.decline', { amendment: `${PROTOCOL}-a1`, reason: 'It is indivisible.' }, 'ben'));
    assert.match(refusal(await does('protocol.dispute', { instrument: PROTOCOL, amendment: `${PROTOCOL}-a1` }, 'fay')).sentence, /holds no post that is a party/);
    assert.equal(refusal(await does('protocol.dispute', { instrument: PROTOCOL, amendment: 'nothing' }, 'dee')).code, 'no-such-record');
    good(await does('protocol.dispute', { instrument: PROTOCOL, amendment: `${PROTOCOL}-a1` }, 'dee'));
    const [challenge] = on().where('advice', 'arisingFrom', `amendments/${PROTOCOL}-a1`);
    assert.deepEqual([challenge?.nature, challenge?.from, challenge?.by, challenge?.to, challenge?.under], ['challenge', 'posts/education', 'persons/dee', 'posts/monitoring', 'instruments/procedure']);
    assert.equal(challenge?.subject.en, 'Clause 1 of Safeguarding with education');
    assert.equal(on().get(`amendments/${PROTOCOL}-a1`)?.closedOn, undefined);
    assert.equal(refusal(await does('protocol.dispute', { instrument: PROTOCOL, amendment: `${PROTOCOL}-a1` }, 'dee')).code, 'wrong-state');
    assert.match(refusal(await does('protocol.agree', { instrument: PROTOCOL, party: 'posts/chief', version: '0.1' }, 'ann')).sentence, /A proposal of Director of Education on clause 1 is disputed\. Have it adopted/);
    const settle = { amendment: `${PROTOCOL}-a1`, outcome: 'declined', reason: 'The Monitoring Officer agrees.' };
    assert.match(refusal(await does('protocol.settle', settle, 'ben')).sentence, /Monitoring Officer has not answered the challenge of 2013-03-01 yet/);
    const { ref: _ref, id, valid: _valid, ...body } = challenge ?? assert.fail();
    good(await does('record.put', { kind: 'advice', id, body: { ...body, responses: [{ on: '2013-03-05', by: 'posts/monitoring', outcome: 'not-accepted', reason: 'It cannot be shared.' }] } }, 'fay', '2013-03-05'));
    good(await does('protocol.settle', settle, 'ben', '2013-03-06'));
    assert.equal(on('2013-03-06').get(`amendments/${PROTOCOL}-a1`)?.state, 'declined');
  });

  it('passes by whoever is named but disputes it themselves, and goes to the head of paid service where no procedure is in force', async () => {
    const { does, on } = await negotiating();
    good(await does('record.end', { kind: 'instruments', id: 'procedure', from: '2013-01-01' }, 'fay'));
    good(await does('protocol.comment', { instrument: PROTOCOL, comment: 'Not like this.' }, 'dee'));
    good(await does('protocol.dispute', { instrument: PROTOCOL, amendment: `${PROTOCOL}-a1` }, 'dee'));
    assert.equal(on().where('advice', 'arisingFrom', `amendments/${PROTOCOL}-a1`)[0]?.to, 'posts/chief');
    good(await does('protocol.comment', { instrument: PROTOCOL, comment: 'Nor I.' }, 'ann'));
    assert.equal(refusal(await does('protocol.dispute', { instrument: PROTOCOL, amendment: `${PROTOCOL}-a2` }, 'ann')).code, 'nobody-to-resolve');
  });

  it('is not settled where nothing was challenged', async () => {
    const { does } = await negotiating();
    good(await does('record.put', { kind: 'amendments', id: 'loose', body: { instrument: PROTOCOL, by: 'posts/chief', on: '2013-03-01', comment: 'x', state: 'disputed' } }, 'ben'));
    assert.equal(refusal(await does('protocol.settle', { amendment: 'loose', outcome: 'adopted', wording: 'y', reason: 'z' }, 'ben')).code, 'no-challenge');
  });
});
