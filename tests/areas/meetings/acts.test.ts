import assert from 'node:assert/strict';
import { beforeEach, describe, it } from 'node:test';
import { date } from '../../../src/kernel/date.ts';
import { good } from '../../kept/folder.ts';
import { MEETING_COUNCIL, meetingsRegister, refusal, type MeetingsRegister } from './meetings-register.ts';

let kept: MeetingsRegister;
beforeEach(async () => {
  kept = await meetingsRegister();
});
const close = async (): Promise<void> => kept.close();

const refused = async (name: string, input: unknown, person?: string): Promise<string> => refusal(await kept.act(name, input, person))[0];

describe('A series put in the diary', () => {
  it('has a meeting for each of the next days by its frequency, moved to the next working day over a weekend or a bank holiday', async () => {
    good(await kept.act('meeting.schedule', { series: 'one-to-one', on: '2012-12-25', times: 4, at: '09:30', place: 'Room 2' }));
    const meetings = (await kept.register.latest()).snapshot(date('2012-12-10')).where('meetings', 'series', 'series/one-to-one');
    // Christmas Day and Boxing Day are holidays; 25 January is a Friday, 25 February and 25 March Mondays.
    assert.deepEqual(meetings.map(({ on }) => on), ['2012-12-27', '2013-01-25', '2013-02-25', '2013-03-25']);
    assert.deepEqual(meetings.map(({ held }) => held), [undefined, undefined, undefined, undefined]);
    assert.deepEqual(meetings[0]?.invited, ['posts/chief', 'posts/director']);
    assert.deepEqual([meetings[0]?.at, meetings[0]?.place], ['09:30', 'Room 2']);
    assert.match(meetings[0]?.note ?? '', /Instead of 25 December 2012 \(Christmas Day/);
    await close();
  });

  it('is refused twice on one day, several without a series, in the past, with nobody, at a time that is none, and of a series that is not there', async () => {
    good(await kept.act('meeting.schedule', { series: 'one-to-one', on: '2012-12-19' }));
    assert.equal(await refused('meeting.schedule', { series: 'one-to-one', on: '2012-12-19' }), 'already-arranged');
    assert.equal(await refused('meeting.schedule', { body: 'cmt', on: '2012-12-19', times: 3 }), 'several-without-series');
    assert.equal(await refused('meeting.schedule', { series: 'one-to-one', on: '2012-12-01', times: 3 }), 'begins-in-the-past');
    assert.equal(await refused('meeting.schedule', { on: '2012-12-19' }), 'nobody-meets');
    assert.equal(await refused('meeting.schedule', { series: 'gone', on: '2012-12-19' }), 'no-such-series');
    assert.equal(refusal(await kept.act('meeting.schedule', { series: 'one-to-one', on: '2012-12-20', at: '9.30' })).length, 2);
    assert.equal(await refused('meeting.schedule', { series: 'one-to-one', on: '2031-01-20', times: 2 }), 'outside-known-years');
    await close();
  });
});

describe('An agenda', () => {
  beforeEach(async () => {
    good(await kept.act('meeting.schedule', { series: 'council', on: '2012-12-20' }));
  });
  const ref = 'meetings/council-2012-12-20' as const;

  it('takes items, numbers them in the order asked for when it is issued, and keeps the numbers from then on', async () => {
    good(await kept.act('meeting.propose-item', { meeting: ref, items: [{ title: 'Budget', themes: ['budget'] }, { title: { en: 'Safeguarding', cy: 'Diogelu' }, themes: ['safeguarding'], by: 'posts/director' }] }));
    good(await kept.act('meeting.issue-agenda', { meeting: ref, order: ['2'] }));
    const issued = await kept.get(ref);
    assert.deepEqual(issued.items.map(({ number, title }) => [number, title.en]), [['1', 'Safeguarding'], ['2', 'Budget']]);
    assert.deepEqual(issued.agenda, { issued: true, on: '2012-12-10' });
    good(await kept.act('meeting.propose-item', { meeting: ref, items: [{ title: 'A late item' }] }));
    assert.deepEqual((await kept.get(ref)).items.map(({ number }) => number), ['1', '2', '3']);
    assert.equal(await refused('meeting.issue-agenda', { meeting: ref, order: ['3', '1'] }), 'numbers-stand');
    await close();
  });

  it('is refused while it is empty, for a day to come, with an item that is not there, and once the meeting was called off', async () => {
    assert.equal(await refused('meeting.issue-agenda', { meeting: ref }), 'nothing-on-agenda');
    good(await kept.act('meeting.propose-item', { meeting: ref, items: [{ title: 'Budget' }] }));
    assert.equal(await refused('meeting.issue-agenda', { meeting: ref, on: '2012-12-11' }), 'issued-later');
    assert.equal(await refused('meeting.issue-agenda', { meeting: ref, order: ['7'] }), 'no-such-item');
    good(await kept.act('meeting.call-off', { meeting: ref, why: 'Snow.' }));
    const off = await kept.get(ref);
    assert.deepEqual([off.held, off.calledOff], [false, { on: '2012-12-10', why: 'Snow.' }]);
    assert.equal(await refused('meeting.issue-agenda', { meeting: ref }), 'called-off');
    assert.equal(await refused('meeting.propose-item', { meeting: ref, items: [{ title: 'Budget' }] }), 'called-off');
    assert.equal(await refused('meeting.call-off', { meeting: ref, why: 'Snow.' }), 'called-off');
    await close();
  });

  it('asks why an item is private, and does not name confidential advice in an open one', async () => {
    assert.equal(await refused('meeting.propose-item', { meeting: ref, items: [] }), 'nothing-proposed');
    assert.equal(await refused('meeting.propose-item', { meeting: ref, items: [{ title: 'Staffing', private: true }] }), 'why-private');
    assert.equal(await refused('meeting.propose-item', { meeting: ref, items: [{ title: 'Staffing', privateBecause: 'A person' }] }), 'private-or-not');
    assert.equal(await refused('meeting.propose-item', { meeting: ref, items: [{ title: 'The matter', proposedBecause: 'advice/closed' }] }), 'names-confidential');
    good(await kept.act('meeting.propose-item', { meeting: ref, items: [{ title: 'The matter', proposedBecause: 'advice/closed', private: true, privateBecause: 'It is about one person.' }] }));
    await close();
  });
});

describe('Minutes', () => {
  const ref = 'meetings/cmt-2012-12-10' as const;
  beforeEach(async () => {
    good(await kept.act('meeting.schedule', { series: 'cmt', on: '2012-12-10' }));
    good(await kept.act('meeting.propose-item', { meeting: ref, items: [{ title: 'Budget', themes: ['budget'] }] }));
  });

  it('are taken as people meet, step by step, and what is left out stays', async () => {
    good(await kept.act('meeting.minute', { meeting: ref, attended: ['chief', 'director'], declarations: [{ by: 'posts/director', what: 'Sits on the board of the provider.' }] }));
    good(await kept.act('meeting.minute', { meeting: ref, items: [{ number: '1', outcome: 'Talked through.', decision: 'Agreed.', votes: '5 for, 1 against' }, { number: '2', title: 'A question that came up', by: 'posts/chief' }] }));
    const { held, record, attended, declarations, items } = await kept.get(ref);
    assert.deepEqual([held, record, attended], [true, 'minutes', ['posts/chief', 'posts/director']]);
    assert.equal(declarations[0]?.what, 'Sits on the board of the provider.');
    assert.deepEqual(items.map(({ title, themes, decision, votes }) => [title.en, themes, decision?.en, votes]), [['Budget', ['budget'], 'Agreed.', '5 for, 1 against'], ['A question that came up', [], undefined, undefined]]);
    await close();
  });

  it('are refused before the day, with somebody both there and away, of an item that is not there, and with people at a meeting that was not held', async () => {
    good(await kept.act('meeting.schedule', { series: 'cmt', on: '2012-12-19' }));
    assert.equal(await refused('meeting.minute', { meeting: 'meetings/cmt-2012-12-19' }), 'not-yet');
    assert.equal(await refused('meeting.minute', { meeting: ref, attended: ['chief'], apologies: ['posts/chief'] }), 'there-and-absent');
    assert.equal(await refused('meeting.minute', { meeting: ref, items: [{ number: '9', decision: 'Agreed.' }] }), 'no-such-item');
    assert.equal(await refused('meeting.minute', { meeting: ref, held: false, attended: ['chief'] }), 'there-though-not-held');
    good(await kept.act('meeting.minute', { meeting: ref }));
    assert.equal(await refused('meeting.call-off', { meeting: ref, why: 'Snow.' }), 'was-held');
    assert.equal(await refused('meeting.propose-item', { meeting: ref, items: [{ title: 'Too late' }] }), 'meeting-over');
    await close();
  });

  it('are agreed when each who was there has said so for themself, and after that stand', async () => {
    assert.equal(await refused('meeting.agree-record', { meeting: ref }, 'ann'), 'not-held');
    good(await kept.act('meeting.minute', { meeting: ref, record: 'own-notes' }));
    assert.equal(await refused('meeting.agree-record', { meeting: ref }, 'ann'), 'no-record');
    good(await kept.act('meeting.minute', { meeting: ref, record: 'minutes' }));
    assert.equal(await refused('meeting.agree-record', { meeting: ref }, 'ann'), 'nobody-there');
    good(await kept.act('meeting.minute', { meeting: ref, attended: ['chief', 'director'] }));
    assert.equal(await refused('meeting.agree-record', { meeting: ref }, 'cai'), 'was-not-there');
    assert.equal(await refused('meeting.agree-record', { meeting: ref, by: ['chief', 'director'] }, 'ann'), 'agrees-for-another');
    good(await kept.act('meeting.agree-record', { meeting: ref }, 'ann'));
    assert.equal((await kept.get(ref)).minutesApprovedOn, undefined);
    assert.equal(await refused('meeting.agree-record', { meeting: ref }, 'ann'), 'agreed-before');
    good(await kept.act('meeting.agree-record', { meeting: ref }, 'ben'));
    const { minutesApprovedOn, minutesApprovedBy } = await kept.get(ref);
    assert.deepEqual([minutesApprovedOn, minutesApprovedBy], ['2012-12-10', ['posts/chief', 'posts/director']]);
    assert.equal(await refused('meeting.minute', { meeting: ref, items: [{ number: '1', decision: 'Another.' }] }), 'record-agreed');
    await close();
  });

  it('that change are to be agreed anew by those who agreed before', async () => {
    good(await kept.act('meeting.minute', { meeting: ref, attended: ['chief', 'director'] }));
    good(await kept.act('meeting.agree-record', { meeting: ref }, 'ann'));
    good(await kept.act('meeting.minute', { meeting: ref, items: [{ number: '1', decision: 'Another.' }] }));
    assert.deepEqual((await kept.get(ref)).minutesApprovedBy, []);
    await close();
  });

  it('are agreed for all at a later meeting of the same people, and not at one before it or of others', async () => {
    const before = await meetingsRegister(`${MEETING_COUNCIL}
meetings:
  - { id: first, series: cmt, body: cmt, on: 2012-11-05, held: true, record: minutes, attended: [chief] }
  - { id: second, series: cmt, body: cmt, on: 2012-12-05, held: true, record: minutes, attended: [director] }
  - { id: other, series: council, body: council, on: 2012-12-06, held: true, record: minutes, attended: [leader] }
`);
    const code = async (input: object): Promise<string> => refusal(await before.act('meeting.agree-record', { meeting: 'first', ...input }))[0];
    assert.equal(await code({ at: 'nowhere' }), 'no-such-meeting');
    assert.equal(await code({ at: 'other' }), 'of-others');
    assert.equal(await code({ at: 'first' }), 'not-a-later-one');
    assert.equal(await code({ at: 'second', by: ['chief'] }), 'was-not-there');
    good(await before.act('meeting.agree-record', { meeting: 'first', at: 'second' }));
    const { minutesApprovedOn, minutesApprovedBy } = await before.get('meetings/first');
    assert.deepEqual([minutesApprovedOn, minutesApprovedBy], ['2012-12-05', ['bodies/cmt']]);
    await Promise.all([before.close(), close()]);
  });
});

describe('A one-to-one', () => {
  const whole = { series: 'one-to-one', topics: [{ title: 'Agency staff', themes: ['workforce'], outcome: 'Half of the team.' }], actions: [{ what: 'Bring figures', owner: 'director', due: '2012-12-20' }] };

  it('is recorded in one step, with both there, and fills the meeting that stood in the diary', async () => {
    good(await kept.act('meeting.schedule', { series: 'one-to-one', on: '2012-12-10' }));
    good(await kept.act('meeting.propose-item', { meeting: 'one-to-one-2012-12-10', items: [{ title: 'The protocol' }] }));
    good(await kept.act('meeting.record-one-to-one', whole));
    const { held, record, attended, items } = await kept.get('meetings/one-to-one-2012-12-10');
    assert.deepEqual([held, record, attended], [true, 'notes', ['posts/chief', 'posts/director']]);
    assert.deepEqual(items.map(({ number, title }) => [number, title.en]), [['1', 'The protocol'], ['2', 'Agency staff']]);
    const action = await kept.get('actions/one-to-one-2012-12-10-action-1');
    assert.deepEqual([action.arisingFrom, action.owner, action.due, action.state], ['meetings/one-to-one-2012-12-10', 'posts/director', '2012-12-20', 'not-started']);
    assert.equal(await refused('meeting.record-one-to-one', whole), 'already-recorded');
    await close();
  });

  it('is refused of a body, for a day to come, about nothing, with one person, and with an action due before it', async () => {
    assert.equal(await refused('meeting.record-one-to-one', { ...whole, series: 'cmt' }), 'not-one-to-one');
    assert.equal(await refused('meeting.record-one-to-one', { ...whole, on: '2012-12-11' }), 'not-yet');
    assert.equal(await refused('meeting.record-one-to-one', { ...whole, topics: [] }), 'nothing-said');
    assert.equal(await refused('meeting.record-one-to-one', { ...whole, attended: ['chief'] }), 'not-both');
    assert.equal(await refused('meeting.record-one-to-one', { ...whole, actions: [{ what: 'Late', owner: 'director', due: '2012-12-01' }] }), 'due-before');
    assert.equal(await refused('meeting.record-one-to-one', { ...whole, topics: [{ title: 'A person', private: true }] }), 'why-private');
    await close();
  });
});

describe('An action', () => {
  const ref = 'actions/action' as const;
  beforeEach(async () => {
    good(await kept.act('action.add', { what: 'Write to the board', owner: 'director', due: '2012-12-20', acceptedBy: 'bodies/cmt' }));
  });

  it('is said to be done by its owner and accepted by the body that asked for it', async () => {
    assert.equal(await refused('action.report', { action: 'action', state: 'complete-claimed' }, 'ann'), 'not-the-owner');
    assert.equal(await refused('action.accept', { action: 'action' }, 'ann'), 'not-claimed');
    good(await kept.act('action.report', { action: 'action', state: 'complete-claimed' }, 'ben'));
    assert.equal(await refused('action.report', { action: 'action', state: 'complete-claimed' }, 'ben'), 'no-news');
    assert.equal(await refused('action.accept', { action: 'action' }, 'ben'), 'own-action');
    assert.equal(await refused('action.accept', { action: 'action', by: 'posts/director' }, 'ann'), 'own-action');
    assert.equal(await refused('action.accept', { action: 'action', by: 'posts/leader' }, 'ann'), 'another-post');
    good(await kept.act('action.accept', { action: 'action', outcome: 'in-progress' }, 'ann'));
    good(await kept.act('action.report', { action: 'action', state: 'complete-claimed' }, 'ben'));
    good(await kept.act('action.accept', { action: 'action' }, 'ann'));
    const { state, acceptedBy } = await kept.get(ref);
    assert.deepEqual([state, acceptedBy], ['complete-accepted', 'bodies/cmt']);
    assert.equal(await refused('action.report', { action: 'action', state: 'delayed' }, 'ben'), 'wrong-state');
    await close();
  });

  it('is given more time by somebody else, to a later day, as often as it is, and each time counts', async () => {
    assert.equal(await refused('action.extend', { action: 'action', to: '2013-01-10', why: 'Leave.' }, 'ben'), 'own-action');
    assert.equal(await refused('action.extend', { action: 'action', to: '2012-12-20', why: 'Leave.' }, 'ann'), 'not-later');
    good(await kept.act('action.extend', { action: 'action', to: '2013-01-10', why: 'Leave.' }, 'ann', 'chief'));
    assert.equal(await refused('action.extend', { action: 'action', to: '2013-01-05', why: 'Leave.' }, 'ann'), 'not-later');
    good(await kept.act('action.extend', { action: 'action', to: '2013-02-10', why: 'Snow.' }, 'ann', 'chief'));
    assert.deepEqual((await kept.get(ref)).extensions.map(({ to, grantedBy }) => [to, grantedBy]), [['2013-01-10', 'posts/chief'], ['2013-02-10', 'posts/chief']]);
    good(await kept.act('action.add', { what: 'No day', owner: 'director' }));
    assert.equal(await refused('action.extend', { action: 'action-2', to: '2013-02-10', why: 'Snow.' }, 'ann'), 'no-day-set');
    await close();
  });

  it('is refused for a day that is past, and to be accepted by its owner', async () => {
    assert.equal(await refused('action.add', { what: 'Late', owner: 'director', due: '2012-12-09' }), 'due-past');
    assert.equal(await refused('action.add', { what: 'Own', owner: 'director', acceptedBy: 'posts/director' }), 'own-acceptance');
    await close();
  });
});

describe('Somebody with limited rights', () => {
  it('minutes a meeting that they are of, and not one of others', async () => {
    good(await kept.act('meeting.schedule', { series: 'one-to-one', on: '2012-12-10' }));
    assert.equal(refusal(await kept.actAs('cai', 'meeting.minute', { meeting: 'one-to-one-2012-12-10' }))[0], 'not-allowed');
    assert.equal(refusal(await kept.actAs('eve', 'meeting.call-off', { meeting: 'one-to-one-2012-12-10', why: 'Snow.' }))[0], 'not-allowed');
    good(await kept.actAs('ben', 'meeting.minute', { meeting: 'one-to-one-2012-12-10', attended: ['chief', 'director'] }));
    await close();
  });
});
