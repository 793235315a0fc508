import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { plainText } from '../../src/exchange/plain-text.ts';
import { clockIn, dayIn } from '../../src/exchange/modern-gov/elements.ts';
import { faultsOf, findingsIn, fixture, notesOf, record } from './exchanging.ts';

const whole = findingsIn('modern-gov', fixture('whole.xml'));

describe('What Modern.gov answers', () => {
  it('gives committees as bodies, their entities undone once more and their markup away', () => {
    assert.deepEqual(record(whole, 'mg-committee-112').fields, { name: 'Children & Adults Scrutiny Committee', type: 'scrutiny-committee' });
    assert.deepEqual(record(whole, 'mg-committee-113').fields, { name: 'Corporate Management Team', type: 'corporate-management-team' });
    assert.deepEqual(record(whole, 'mg-committee-120').fields, { name: 'Planning Committee', type: 'committee' });
  });

  it('leaves out a committee that no longer meets, and says so', () => {
    assert.equal(whole.records.some(({ id }) => id === 'mg-committee-90'), false);
    assert.ok(notesOf(whole).some((note) => note.startsWith('`Members\' Car Park Panel` was left out: the source says that it no longer meets')));
  });

  it('gives councillors with their names as the list has them, and nothing of their addresses or party', () => {
    assert.deepEqual(record(whole, 'mg-person-501').fields, { name: 'Councillor Siân Example' });
    assert.doesNotMatch(JSON.stringify(whole.records), /Independent|sian@council/);
  });

  it('gives a meeting with who was there, its items and its published decisions', () => {
    assert.deepEqual(record(whole, 'mg-meeting-9001').fields, {
      body: 'bodies/mg-committee-112', on: '2012-10-15', held: true, at: '10:00', place: 'Committee Room 1, Neuadd y Sir', agenda: true, record: 'minutes',
      attended: ['persons/mg-person-501', 'persons/mg-person-770'], apologies: ['persons/mg-person-502'],
      items: [
        { number: '1', title: 'Apologies' },
        { number: '2', title: 'Annual report of the Director – 2011/12', decision: 'That the report be noted & sent to Council.' },
        { number: '3', title: 'A contract', private: true },
      ],
    });
  });

  it('says of a cancelled meeting that it was not held, and of one to come nothing', () => {
    assert.equal(record(whole, 'mg-meeting-9002').fields['held'], false);
    const ahead = findingsIn('modern-gov', fixture('meetings.xml').replaceAll('2012</meetingdate>', '2013</meetingdate>'));
    assert.equal('held' in record(ahead, 'mg-meeting-9001').fields, false);
  });

  it('leaves open whether a past meeting of which nobody is said to have been there was held', () => {
    const silent = findingsIn('modern-gov', `<answers>${fixture('meetings.xml').replace(/<\?xml.*\?>/, '')}<meeting><meetingid>9001</meetingid><meetingdate>15/10/2012</meetingdate><attendees/></meeting></answers>`);
    assert.equal('held' in record(silent, 'mg-meeting-9001').fields, false);
    assert.ok(notesOf(silent).some((note) => /nothing says whether it was held/.test(note)));
  });

  it('gives seats by the roles in the attendance, each from the first meeting in which somebody was seen so', () => {
    assert.deepEqual(record(whole, 'mg-seat-112-501').fields, { body: 'bodies/mg-committee-112', holder: 'persons/mg-person-501', role: 'chair', from: '2012-10-15' });
    const roles = (one: string, two: string) => findingsIn('modern-gov', `<answers>${[['1', '01/02/2012', one], ['2', '01/05/2012', two]].map(([id, on, role]) => `<meeting><meetingid>${id}</meetingid><committeeid>7</committeeid><committeetitle>Audit</committeetitle><meetingdate>${on}</meetingdate><attendees><attendee memberid="5" name="A" roledescription="${role}" attendance="Present"/></attendees></meeting>`).join('')}</answers>`).records.filter(({ kind }) => kind === 'seats').map(({ fields }) => [fields['role'], fields['from'], fields['until']]);
    assert.deepEqual(roles('Committee Member', 'Vice-Chair'), [['member', '2012-02-01', '2012-05-01'], ['vice-chair', '2012-05-01', undefined]]);
    assert.deepEqual(roles('Chairman', 'Chairman'), [['chair', '2012-02-01', undefined]]);
    assert.deepEqual(roles('Officer', 'Substitute'), []);
  });

  it('reads an envelope of SOAP, a single answer, and lists with nothing in them', () => {
    const soap = findingsIn('modern-gov', `<soap:Envelope xmlns:soap="http://schemas.xmlsoap.org/soap/envelope/"><soap:Body><GetCommitteesResponse><GetCommitteesResult>${fixture('committees.xml').replace(/<\?xml.*\?>/, '')}</GetCommitteesResult></GetCommitteesResponse></soap:Body></soap:Envelope>`);
    assert.equal(soap.records.length, 4);
    assert.deepEqual(findingsIn('modern-gov', '<getmeetingsbydate><meetingscount>0</meetingscount><meetings/></getmeetingsbydate>').records, []);
  });

  it('takes the meetings of one that names no committee as those of the body that is said, and else leaves them out', () => {
    const single = fixture('meeting-9003.xml');
    assert.match(notesOf(findingsIn('modern-gov', single)).join(), /does not say of which body it is/);
    assert.equal(record(findingsIn('modern-gov', single, { of: 'bodies/cmt' }), 'mg-meeting-9003').fields['body'], 'bodies/cmt');
  });

  it('tells a date that does not exist, and a meeting with two dates, each with its line', () => {
    assert.deepEqual(faultsOf(findingsIn('modern-gov', fixture('meetings.xml').replace('12/11/2012', '31/11/2012'))), ['file:6, meetingdate: `31/11/2012` is not a date that exists, written DD/MM/YYYY.']);
    assert.deepEqual(faultsOf(findingsIn('modern-gov', fixture('meetings.xml').replace('<meetingid>9002', '<meetingid>9001'))), ['file:6: The meeting `9001` is given with two dates.']);
  });

  it('says of an attendance in words that it does not know that they mean nothing here', () => {
    const odd = findingsIn('modern-gov', fixture('whole.xml').replace('attendance="Apologies"', 'attendance="Zoomed"'));
    assert.ok(notesOf(odd).some((note) => note.startsWith('What “Zoomed” means for who was there is not known')));
    assert.deepEqual([record(odd, 'mg-meeting-9001').fields['apologies'], (record(odd, 'mg-meeting-9001').fields['attended'] as unknown[]).length], [undefined, 2]);
  });
});

describe('The words of a committee system', () => {
  it('are made plain, each entity undone once', () => {
    const cases: readonly (readonly [string, string])[] = [
      ['<p>Budget &amp; savings</p>', 'Budget & savings'],
      ['A &lt;b&gt; C', 'A <b> C'],
      ['&amp;amp;', '&amp;'],
      ['5 < 6 and 7 > 3', '5 < 6 and 7 > 3'],
      ['<style>p{}</style>Te<i>x</i>t<br/>next', 'Text next'],
      ['<script>alert("x")</script>Report<script>', 'Report'],
      ['<!-- hidden --> seen <!-- cut', 'seen'],
      ['G&wcirc;yl &#373; &#x175; &#0; &unknown;', 'Gŵyl ŵ ŵ &unknown;'],
      ['line one\n\t line  two\u200b', 'line one line two'],
      ['=HYPERLINK("http://x")', '=HYPERLINK("http://x")'],
      ['safe\u202Etxt', 'safetxt'],
    ];
    for (const [html, words] of cases) assert.equal(plainText(html), words, html);
  });

  it('have dates with and without a time, and times in several ways', () => {
    for (const [written, day] of [['03/12/2012', '2012-12-03'], ['3/1/2012 00:00:00', '2012-01-03'], ['2012-12-03T10:00:00', '2012-12-03'], ['29/02/2012', '2012-02-29'], ['29/02/2013', undefined], ['12/31/2012', undefined], ['tomorrow', undefined]] as const) assert.equal(dayIn(written), day, written);
    for (const [written, clock] of [['10:00', '10:00'], ['2.30 pm', '14:30'], ['12:05 AM', '00:05'], ['9:00am', '09:00'], ['25:00', undefined], ['13:00 pm', undefined], ['noon', undefined]] as const) assert.equal(clockIn(written), clock, written);
  });
});
