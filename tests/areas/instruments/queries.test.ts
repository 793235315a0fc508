import assert from 'node:assert/strict';
import { resolve } from 'node:path';
import { describe, it } from 'node:test';
import { areaRequest } from '../../../src/areas/area-request.ts';
import { instrumentActs } from '../../../src/areas/instruments/acts.ts';
import { compareVersions } from '../../../src/areas/instruments/compare-versions.ts';
import { redline } from '../../../src/areas/instruments/redline.ts';
import { textVersions } from '../../../src/areas/instruments/text-versions.ts';
import { nextVersion, renewedVersion } from '../../../src/areas/instruments/version-numbers.ts';
import { factsOn } from '../../../src/assessment/facts-on.ts';
import { renewalBegun, renewalReasons } from '../../../src/assessment/instruments/renewal.ts';
import { startingProvisions } from '../../../src/assessment/instruments/starting-provisions.ts';
import { openRegister, readingDate, readingLookBack, snapshotOf, wordsFor } from '../../../src/assessment/open-register.ts';
import { assess } from '../../../src/assessment/assess.ts';
import { date } from '../../../src/kernel/date.ts';
import { Speaker } from '../../../src/rules/say.ts';
import { asked, at, good } from '../../kept/folder.ts';
import { council, DAY, negotiating, NEGOTIATING, PROTOCOL, refusal, type Council } from './council.ts';

const REF = `instruments/${PROTOCOL}` as const;

async function agreed(): Promise<Council> {
  const made = await negotiating();
  for (const [party, person] of [['director', 'ben'], ['education', 'dee'], ['chief', 'ann']] as const) good(await made.does('protocol.agree', { instrument: PROTOCOL, party, version: '0.1' }, person));
  return made;
}

function reasonsOn({ on }: Council, day: string): readonly string[] {
  const snapshot = on(day);
  const facts = factsOn(snapshot) ?? assert.fail();
  const speaker = new Speaker(snapshot, facts.words, 'en');
  return renewalReasons(facts, snapshot.get(REF) ?? assert.fail()).map(({ is, says }) => `${is}: ${speaker.say(says)}`);
}

describe('An instrument in force falls due for renewal by itself', () => {
  it('not on the day on which it was agreed, nor before its review is near', async () => {
    const made = await agreed();
    assert.deepEqual(reasonsOn(made, DAY), []);
    assert.deepEqual(reasonsOn(made, '2014-11-30'), []);
    assert.deepEqual(reasonsOn(made, '2014-12-01'), ['review-soon: Safeguarding with education is to be reviewed by 1 March 2015.']);
    assert.deepEqual(reasonsOn(made, '2015-03-01'), ['review-soon: Safeguarding with education is to be reviewed by 1 March 2015.']);
    assert.deepEqual(reasonsOn(made, '2015-03-02'), ['review: The review of Safeguarding with education was due by 1 March 2015.']);
  });

  it('when a holder changes, until whoever holds the post now agrees it', async () => {
    const made = await agreed();
    good(await made.does('record.end', { kind: 'appointments', id: 'a2', from: '2013-06-01' }, 'fay', '2013-06-01'));
    assert.deepEqual(reasonsOn(made, '2013-06-01'), [], 'what was agreed for a vacant post stands');
    good(await made.does('record.put', { kind: 'appointments', id: 'a6', from: '2013-07-01', body: { person: 'persons/hal', post: 'posts/director', basis: 'permanent' } }, 'fay', '2013-07-01'));
    assert.deepEqual(reasonsOn(made, '2013-07-01'), ['holder: Hal Next now holds Director of Social Services, and has not agreed Safeguarding with education: Ben Director agreed it on 1 March 2013.']);
    good(await made.does('protocol.agree', { instrument: PROTOCOL, party: 'director', version: '0.1' }, 'hal', '2013-07-02'));
    assert.deepEqual(reasonsOn(made, '2013-07-02'), []);
  });

  it('when a post that it names changes its line or ends, and when the guidance is newer', async () => {
    const made = await agreed();
    good(await made.does('record.put', { kind: 'posts', id: 'education', from: '2013-05-01', body: { title: 'Director of Education', designations: ['director-of-education'], reportsTo: 'posts/director' } }, 'fay', '2013-05-01'));
    assert.deepEqual(reasonsOn(made, '2013-05-01'), ['post-changed: Director of Education, which Safeguarding with education names, changed on 1 May 2013, after it was agreed on 1 March 2013.']);
    good(await made.does('record.end', { kind: 'appointments', id: 'a4', from: '2013-06-01' }, 'fay', '2013-06-01'));
    good(await made.does('record.end', { kind: 'posts', id: 'education', from: '2013-06-01' }, 'fay', '2013-06-01'));
    assert.deepEqual(reasonsOn(made, '2013-06-01'), ['post-ended: Director of Education, which Safeguarding with education names, was ended on 1 June 2013.']);
    const older = await council(NEGOTIATING.replace('version: 1, parties: [council], agreedOn: 2011-01-01 }\n  - { id: scheme', 'version: 1, parties: [council], agreedOn: 2009-05-31 }\n  - { id: scheme'));
    const facts = factsOn(older.on()) ?? assert.fail();
    const procedure = older.on().get('instruments/procedure') ?? assert.fail();
    assert.deepEqual(renewalReasons(facts, procedure).map(({ is, since }) => [is, since]), [['guidance', '2009-06-01']]);
  });

  it('and is told to be in renewal once somebody has begun', async () => {
    const made = await agreed();
    assert.equal(renewalBegun(factsOn(made.on('2015-03-02')) ?? assert.fail(), made.on('2015-03-02').get(REF) ?? assert.fail()), undefined);
    good(await made.does('protocol.renew', { instrument: PROTOCOL }, 'ben', '2015-03-02'));
    assert.equal(renewalBegun(factsOn(made.on('2015-03-02')) ?? assert.fail(), made.on('2015-03-02').get(REF) ?? assert.fail())?.id, `${PROTOCOL}-renewed`);
  });
});

describe('The versions of a text', () => {
  it('are all there, two of one day too, each as it was when the next began, and are compared clause by clause', async () => {
    const { does, register } = await negotiating();
    good(await does('protocol.propose', { instrument: PROTOCOL, provision: `${PROTOCOL}-1`, wording: 'The Director is finally accountable for safeguarding.' }, 'dee'));
    good(await does('protocol.adopt', { amendment: `${PROTOCOL}-a1` }, 'ben'));
    good(await does('protocol.propose', { instrument: PROTOCOL, wording: 'They meet.', gives: [{ to: 'posts/chief', responsibility: 'chairs' }] }, 'dee', '2013-03-05'));
    good(await does('protocol.adopt', { amendment: `${PROTOCOL}-a2` }, 'ben', '2013-03-05'));
    good(await does('protocol.propose', { instrument: PROTOCOL, provision: `${PROTOCOL}-2`, leavesOut: true }, 'dee', '2013-03-06'));
    good(await does('protocol.adopt', { amendment: `${PROTOCOL}-a3` }, 'ben', '2013-03-06'));
    const versions = textVersions(register.image.entries.map(({ changes }) => changes), REF, date('2013-03-06'));
    assert.deepEqual(versions.map(({ version, from, clauses }) => [version, from, clauses.map(({ number }) => number).join()]), [['0.1', DAY, '1,2'], ['0.2', DAY, '1,2'], ['0.3', '2013-03-05', '1,2,3'], ['0.4', '2013-03-06', '1,3']]);
    const [first, second, third, fourth] = versions;
    assert.ok(first !== undefined && second !== undefined && third !== undefined && fourth !== undefined);
    assert.deepEqual(compareVersions(first, second, 'en').map(({ is, number, parts }) => [number, is, parts.filter((part) => part.is !== 'same').map((part) => `${part.is} ${part.text.trim()}`)]), [['1', 'changed', ['added finally']], ['2', 'same', []]]);
    assert.deepEqual(compareVersions(second, fourth, 'en').map(({ is, number }) => `${number} ${is}`), ['1 same', '2 removed', '3 added']);
    assert.equal(compareVersions(second, third, 'en').at(-1)?.gives.after[0]?.to, 'posts/chief');
  });

  it('are compared with those of what they renew by the numbers of the clauses', async () => {
    const made = await agreed();
    good(await made.does('protocol.renew', { instrument: PROTOCOL }, 'ben', '2014-01-01'));
    const batches = made.register.image.entries.map(({ changes }) => changes);
    const [old] = textVersions(batches, REF, date('2014-01-01'));
    const [renewed] = textVersions(batches, `${REF}-renewed`, date('2014-01-01'));
    assert.deepEqual(compareVersions(old ?? assert.fail(), renewed ?? assert.fail(), 'en').map(({ is }) => is), ['same', 'same']);
  });

  it('of a register that was read from a file follow from the periods of its records', async () => {
    const { register } = await council();
    const records = register.image.content().records;
    const batch = [...(records.instruments ?? []), ...(records.provisions ?? [])].map((record) => ({ kind: record.ref.split('/')[0] as 'instruments', id: record.id, from: record.valid.from, until: record.valid.until, record }));
    assert.deepEqual(textVersions([batch], 'instruments/procedure', date(DAY)).map(({ version, clauses }) => [version, clauses.map(({ number }) => number)]), [['1', ['2', '10']]]);
  });

  it('show what changed together as one change, and give both texts back', () => {
    const [before, after] = ['The Director may challenge decisions on care.', 'The Director may challenge, in writing, any decision on care.'];
    const parts = redline(before, after);
    assert.equal(parts.filter(({ is }) => is !== 'added').map(({ text }) => text).join(''), before);
    assert.equal(parts.filter(({ is }) => is !== 'removed').map(({ text }) => text).join(''), after);
    assert.deepEqual(parts.map(({ is }) => is), ['same', 'removed', 'added', 'same']);
    assert.deepEqual(redline('', ''), []);
  });

  it('are numbered on from whatever number they had', () => {
    assert.deepEqual(['0.1', '0.9', '3', '2.0 draft', '1.2.3'].map(nextVersion), ['0.2', '0.10', '3.1', '2.0 draft.1', '1.2.4']);
    assert.deepEqual(['0.4', '2', '1.7', 'first'].map(renewedVersion), ['1.0', '3.0', '2.0', 'first.1']);
  });
});

describe('The clauses from which a negotiation starts', () => {
  it('are what the guidance expects, of the posts of the register, in plain words of both languages', async () => {
    const opened = good(await openRegister(resolve(import.meta.dirname, '../../../examples/demo-wales/register.yaml')));
    const judged = assess(snapshotOf(opened, readingDate(opened)), opened.compiled, readingLookBack(opened));
    const clauses = startingProvisions(judged, 'protocol', ['posts/director', 'posts/education', 'posts/chief-executive']);
    const challenge = clauses.find(({ because }) => because.includes('access.challenge')) ?? assert.fail();
    assert.deepEqual(challenge.gives, [{ to: 'posts/director', responsibility: 'challenges' }]);
    assert.equal(challenge.text.en, 'The Director of Social Care, Housing and Leisure may challenge decisions on social services.');
    assert.equal(challenge.text.cy, 'Caiff y Cyfarwyddwr Gofal Cymdeithasol, Tai a Hamdden herio penderfyniadau ar hyn: y gwasanaethau cymdeithasol.');
    assert.equal(challenge.isMet, false);
    const safeguarding = clauses.find(({ gives, themes }) => gives[0]?.to === 'posts/education' && themes.includes('safeguarding'));
    assert.equal(safeguarding?.gives[0]?.responsibility, 'is-consulted');
    assert.equal(new Set(clauses.map(({ key }) => key)).size, clauses.length);
    assert.ok(clauses.every(({ text }) => text.en !== undefined && text.cy !== undefined && !/[{}]|undefined/.test(text.en + text.cy)));
  });

  it('leave out what names an office that no post carries', async () => {
    const made = await council();
    const clauses = startingProvisions(made.judged(), 'protocol', ['posts/director', 'posts/chief']);
    assert.ok(clauses.length > 5);
    assert.ok(clauses.every(({ gives }) => gives.every(({ to }) => made.on().get(to as 'posts/chief') !== undefined)));
    assert.ok(!clauses.some(({ text }) => /human resources/i.test(text.en ?? '')));
  });
});

describe('What somebody may do to an instrument', () => {
  const may = async ({ register }: Council, name: string, input: unknown, person: string) => {
    const act = instrumentActs.find((one) => one.name === name) ?? assert.fail(name);
    return register.perform(areaRequest(act, input, `persons/${person}`, asked({ actor: { person }, now: at(`${DAY}T12:00:00Z`) }), wordsFor));
  };

  it('follows from the posts that they hold: keepers draft and decide, parties comment and agree, others do neither', async () => {
    const made = await negotiating();
    assert.equal(refusal(await may(made, 'protocol.draft', { title: 'P', type: 'protocol', parties: ['posts/director'] }, 'dee')).code, 'not-allowed');
    assert.equal(refusal(await may(made, 'protocol.comment', { instrument: PROTOCOL, comment: 'x' }, 'cai')).code, 'not-allowed');
    assert.equal(refusal(await may(made, 'protocol.agree', { instrument: PROTOCOL, party: 'posts/director', version: '0.1' }, 'eve')).code, 'not-allowed');
    good(await may(made, 'protocol.comment', { instrument: PROTOCOL, comment: 'x' }, 'dee'));
    assert.equal(refusal(await may(made, 'protocol.decline', { amendment: `${PROTOCOL}-a1`, reason: 'no' }, 'dee')).code, 'not-allowed');
    assert.equal(refusal(await may(made, 'protocol.withdraw', { instrument: PROTOCOL }, 'dee')).code, 'not-allowed');
    good(await may(made, 'protocol.withdraw-amendment', { amendment: `${PROTOCOL}-a1` }, 'dee'));
    good(await may(made, 'protocol.agree', { instrument: PROTOCOL, party: 'posts/education', version: '0.1' }, 'dee'));
  });
});
