import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { escalationLine } from '../../../src/areas/advice/line.ts';
import { date } from '../../../src/kernel/date.ts';
import type { Advice } from '../../../src/model/advice.ts';
import { good, sentences } from '../../kept/folder.ts';
import { adviceOf, council, type Council } from './demo.ts';

const CHALLENGE = { nature: 'challenge', to: 'education', theme: 'child-protection', subject: 'Conferences are held late since the transfer' };

describe('Raising advice, concern, challenge and dissent', () => {
  let wales: Council;
  before(async () => void (wales = await council('demo-wales')));
  after(() => wales.close());
  const one = (): Advice => adviceOf(wales)[0] ?? assert.fail('nothing was raised');

  it('writes what the tests of guidance read, from the post of whoever raises it, with the day by which an answer is due', async () => {
    good(await wales.act('advice.raise', 'tomos', '2012-12-11T10:00:00Z', CHALLENGE));
    const { nature, from, by, to, theme, on, answerBy, responses, confidential } = one();
    assert.deepEqual({ nature, from, by, to, theme, on, responses, confidential }, { nature: 'challenge', from: 'posts/director', by: 'persons/tomos', to: 'posts/education', theme: 'child-protection', on: '2012-12-11', responses: [], confidential: undefined });
    // Ten working days after 11 December: 12 13 14 17 18 19 20 21 24, then Christmas and Boxing Day, so 27 December.
    assert.equal(answerBy, '2012-12-27');
  });

  it('gives four natures one way, and may be to a body, arise from any record and be confidential', async () => {
    for (const nature of ['advice', 'concern', 'dissent'] as const) {
      good(await wales.act('advice.raise', 'tomos', '2012-12-11T10:00:00Z', { nature, to: 'bodies/cabinet', subject: { cy: 'Cyngor' }, arisingFrom: 'advice/challenge-freeze', confidential: true }));
      assert.deepEqual([one().nature, one().to, one().arisingFrom, one().confidential, one().subject], [nature, 'bodies/cabinet', 'advice/challenge-freeze', true, { cy: 'Cyngor' }]);
    }
  });

  it('takes the time that a provision in force gives, and our own default where none does', async () => {
    const clause = (limit: string) => ({ kind: 'provisions', id: 'education-answers', body: { instrument: 'protocol-education', number: 9, text: 'Challenges are answered.', gives: [{ to: 'education', responsibility: 'reports', towards: 'director', limit }] } });
    for (const [limit, due] of [['within 5 working days', '2012-12-18'], ['o fewn 3 diwrnod gwaith', '2012-12-14'], ['14 days', '2012-12-25'], ['P1W', '2012-12-18'], ['as soon as may be', '2012-12-27']] as const) {
      await wales.put('2012-12-11T09:00:00Z', clause(limit));
      good(await wales.act('advice.raise', 'tomos', '2012-12-11T10:00:00Z', { ...CHALLENGE, subject: limit }));
      assert.equal(one().answerBy, due, limit);
    }
  });

  it('may ask for an answer sooner than it is due, and not later or in the past', async () => {
    good(await wales.act('advice.raise', 'tomos', '2012-12-11T10:00:00Z', { ...CHALLENGE, answerBy: '2012-12-14' }));
    assert.equal(one().answerBy, '2012-12-14');
    assert.deepEqual(sentences(await wales.act('advice.raise', 'tomos', '2012-12-11T10:00:00Z', { ...CHALLENGE, answerBy: '2013-01-31' })), ['An answer is due by 27 December 2012. Ask for it by then or sooner, or leave the day out.']);
    assert.deepEqual(sentences(await wales.act('advice.raise', 'tomos', '2012-12-11T10:00:00Z', { ...CHALLENGE, answerBy: '2012-12-10' })), ['The day by which an answer is asked for is past. Give a later day, or leave it out.']);
  });

  for (const [what, person, input, said] of [
    ['somebody who holds no post', 'rhiannon', CHALLENGE, 'Rhiannon Dychmygol holds neither a post nor a seat on this day. Act as somebody who does.'],
    ['a post that is another’s', 'eirlys', { ...CHALLENGE, from: 'director' }, 'Only who holds Director of Social Care, Housing and Leisure speaks for it: Tomos Ffuglen. Raise it from a post of your own.'],
    ['oneself', 'tomos', { ...CHALLENGE, to: 'director' }, 'It is raised with somebody else: choose another post or body.'],
    ['a post that is not there', 'tomos', { ...CHALLENGE, to: 'posts/educator' }, /`posts\/educator`/],
    ['a theme that the guidance does not have', 'tomos', { ...CHALLENGE, theme: 'safe-guarding' }, /safeguarding/],
    ['who it is about', 'tomos', { ...CHALLENGE, subject: 'The conference of J.S., born 12/03/2009' }, 'This looks like a date of birth. The register keeps what was decided or said, never whom it was about: leave it out, and keep it in the case record.'],
  ] as const) {
    it(`is refused for ${what}, with what to do`, async () => {
      const [sentence] = sentences(await wales.act('advice.raise', person, '2012-12-11T10:00:00Z', input));
      if (typeof said === 'string') assert.equal(sentence, said);
      else assert.match(sentence ?? '', said);
    });
  }
});

describe('Answering', () => {
  let wales: Council;
  before(async () => void (wales = await council('demo-wales')));
  after(() => wales.close());
  const raise = async (to: string): Promise<string> => {
    good(await wales.act('advice.raise', 'tomos', '2012-12-11T10:00:00Z', { ...CHALLENGE, to, subject: `For ${to}` }));
    return adviceOf(wales)[0]?.id ?? '';
  };
  const answer = (person: string, advice: string, more: object = {}) => wales.act('advice.respond', person, '2012-12-12T10:00:00Z', { advice, outcome: 'accepted', ...more });

  it('is for whoever holds the post it was asked of, with outcome and reason', async () => {
    const id = await raise('education');
    assert.deepEqual(sentences(await answer('tomos', id)), ['This was asked of Director for Children and Young People, and only who answers there does: Ieuan Tybiedig.']);
    assert.deepEqual(sentences(await answer('ieuan', id, { outcome: 'not-accepted' })), ['Say why it is not accepted, or not all of it: whoever raised it is owed the reason.']);
    good(await answer('ieuan', id, { outcome: 'partly', reason: 'From April.' }));
    assert.deepEqual(adviceOf(wales)[0]?.responses, [{ on: '2012-12-12', by: 'posts/education', outcome: 'partly', reason: { en: 'From April.' } }]);
  });

  it('is for the deputy that an instrument names while nobody holds the post', async () => {
    const id = await raise('education');
    await wales.put('2012-12-11T11:00:00Z', { kind: 'provisions', id: 'stand-in', body: { instrument: 'constitution-2011', number: 99, text: 'Stands in.', gives: [{ to: 'inclusion', responsibility: 'deputises-for', towards: 'education' }] } });
    const holder = wales.register.image.snapshot(date('2012-12-12')).where('appointments', 'post', 'posts/inclusion')[0]?.person.slice('persons/'.length) ?? '';
    assert.match(sentences(await answer(holder, id))[0] ?? '', /only who answers there does/);
    await wales.end('2012-12-11T11:00:00Z', { kind: 'appointments', id: 'ieuan-education', from: '2012-12-12' });
    good(await answer(holder, id));
  });

  it('of a body is given by its chair or by the keeper of its minutes', async () => {
    const id = await raise('bodies/cabinet');
    const holderOf = (post: string): string => wales.register.image.snapshot(date('2012-12-12')).where('appointments', 'post', `posts/${post}`)[0]?.person.slice('persons/'.length) ?? '';
    assert.match(sentences(await answer(holderOf('lead-member'), id))[0] ?? '', /This was asked of Cabinet, and only who answers there does: /);
    good(await answer(holderOf('leader'), id, { outcome: 'noted' }));
    good(await answer(holderOf('monitoring-officer'), id, { reason: 'As minuted.' }));
  });
});

describe('Taking it further', () => {
  let wales: Council;
  before(async () => void (wales = await council('demo-wales')));
  after(() => wales.close());
  const named = (name: string, person: string, when: string, input: object) => wales.act(name, person, when, input);

  it('follows the procedure in force, then the usual line for those that it leaves out, to the council', () => {
    const line = escalationLine(wales.register.image.snapshot(date('2012-12-11')), 'posts/director');
    assert.deepEqual(line.map(({ to, provision }) => [to, provision]), [['posts/chief-executive', 'provisions/conflict-1'], ['posts/monitoring-officer', undefined], ['bodies/council', undefined]]);
    const before = escalationLine(wales.register.image.snapshot(date('2011-08-01')), 'posts/director');
    assert.deepEqual(before.map(({ to, provision }) => [to, provision]), [['posts/chief-executive', undefined], ['posts/monitoring-officer', undefined], ['bodies/council', undefined]]);
    assert.deepEqual(escalationLine(wales.register.image.snapshot(date('2012-12-11')), 'posts/chief-executive').map(({ to }) => to), ['posts/monitoring-officer', 'bodies/council']);
  });

  it('goes from the challenge that was not accepted to the council, each step a record that names the one before, and then no further', async () => {
    good(await named('advice.raise', 'tomos', '2012-12-11T10:00:00Z', CHALLENGE));
    let id = adviceOf(wales)[0]?.id ?? '';
    assert.deepEqual(sentences(await named('advice.escalate', 'tomos', '2012-12-12T10:00:00Z', { advice: id })), ['An answer is not due until the end of 27 December 2012. Wait for it, or for a refusal.']);
    good(await named('advice.respond', 'ieuan', '2012-12-13T10:00:00Z', { advice: id, outcome: 'not-accepted', reason: 'No room.' }));
    assert.deepEqual(sentences(await named('advice.escalate', 'ieuan', '2012-12-14T10:00:00Z', { advice: id })), ['Only who raised it takes it further: Tomos Ffuglen.']);
    assert.match(sentences(await named('advice.escalate', 'tomos', '2012-12-14T10:00:00Z', { advice: id, to: 'lead-member' }))[0] ?? '', /It goes on along the line: to Chief Executive, .*and County Borough Council/);
    for (const [to, person, when] of [['posts/chief-executive', 'eirlys', '2012-12-14'], ['posts/monitoring-officer', undefined, '2012-12-17'], ['bodies/council', undefined, '2012-12-18']] as const) {
      good(await named('advice.escalate', 'tomos', `${when}T10:00:00Z`, { advice: id }));
      const [next, earlier] = adviceOf(wales);
      assert.deepEqual([next?.to, next?.arisingFrom, earlier?.escalatedTo, next?.nature, next?.from], [to, `advice/${id}`, next?.ref, 'challenge', 'posts/director']);
      assert.equal(next?.under, to === 'posts/chief-executive' ? 'instruments/conflict-procedure' : undefined);
      assert.match(sentences(await named('advice.escalate', 'tomos', `${when}T11:00:00Z`, { advice: id }))[0] ?? '', /gone on already/);
      id = next?.id ?? '';
      const answers = person ?? wales.register.image.snapshot(date(when)).where('appointments', 'post', 'posts/monitoring-officer')[0]?.person.slice('persons/'.length) ?? '';
      good(await named('advice.respond', answers, `${when}T12:00:00Z`, { advice: id, outcome: 'partly', reason: 'Half of it.' }));
    }
    assert.deepEqual(sentences(await named('advice.escalate', 'tomos', '2012-12-19T10:00:00Z', { advice: id })), ['County Borough Council is the last of the line. Put a dissent on record, or report it to the Council.']);
  });

  it('may begin once the day for an answer is past, and not where it was accepted', async () => {
    good(await named('advice.escalate', 'tomos', '2012-12-11T10:00:00Z', { advice: 'challenge-conferences', confidential: true }));
    assert.equal(adviceOf(wales)[0]?.confidential, true);
    assert.match(sentences(await named('advice.escalate', 'tomos', '2012-12-11T10:00:00Z', { advice: 'concern-regional' }))[0] ?? '', /This was accepted or noted/);
    assert.match(sentences(await named('advice.respond', 'eirlys', '2012-12-11T10:00:00Z', { advice: 'challenge-freeze', outcome: 'accepted' }))[0] ?? '', /This has gone on to Cabinet/);
    // What went on in confidence is not told of, even by a refusal.
    good(await named('advice.respond', 'ieuan', '2012-12-11T10:00:00Z', { advice: 'challenge-conferences', outcome: 'accepted' }));
  });
});

describe('A professional concern', () => {
  let wales: Council;
  before(async () => void (wales = await council('demo-wales')));
  after(() => wales.close());

  it('goes from a registered social worker in any post straight to the statutory officer, confidential unless they say otherwise', async () => {
    const snapshot = wales.register.image.snapshot(date('2012-12-11'));
    const worker = snapshot.all('persons').find(({ id, registrations }) => id !== 'tomos' && registrations.length > 0 && snapshot.where('appointments', 'person', `persons/${id}`).length > 0)?.id ?? assert.fail();
    good(await wales.act('concern.bring', worker, '2012-12-11T10:00:00Z', { subject: 'Supervision has lapsed in one team' }));
    const [concern] = adviceOf(wales);
    assert.deepEqual([concern?.nature, concern?.from, concern?.to, concern?.confidential], ['concern', `persons/${worker}`, 'posts/director', true]);
    good(await wales.act('concern.bring', worker, '2012-12-11T11:00:00Z', { subject: 'Supervision has lapsed', confidential: false }));
    assert.equal(adviceOf(wales)[0]?.confidential, undefined);
    good(await wales.act('advice.respond', 'tomos', '2012-12-12T10:00:00Z', { advice: concern?.id, outcome: 'accepted', reason: 'Looked into.' }));
  });

  it('is not for somebody without a registration that is in force', async () => {
    assert.deepEqual(sentences(await wales.act('concern.bring', 'eirlys', '2012-12-11T10:00:00Z', { subject: 'Supervision' })), ['This way is for registered social workers who hold a post, and the register shows no registration of Eirlys Rhithiol that is in force. Have it entered, or raise the concern through the line.']);
  });
});
