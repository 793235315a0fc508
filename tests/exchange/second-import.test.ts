import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { rememberedMapping } from '../../src/exchange/plan/mapping.ts';
import { foreignPlan } from '../../src/exchange/plan/foreign-plan.ts';
import type { RecordOfKind } from '../../src/model/kinds.ts';
import { good, request, smallFolder } from '../kept/folder.ts';
import { entered, findingsIn, fixture, planned } from './exchanging.ts';

const WHOLE = fixture('whole.xml');
const MAPPING = new Map([['mg-committee-113', 'bodies/cmt'], ['mg-person-770', 'persons/ben']]);

const put = (kind: string, id: string, body: object) => request('record.put', { kind, id, body });

async function imported() {
  const { register } = await smallFolder();
  const first = await entered(findingsIn('modern-gov', WHOLE), register, { mapping: MAPPING });
  assert.equal(first.added.length, 11);
  const meeting = (id: string) => register.image.versions('meetings', id).at(-1) as RecordOfKind<'meetings'>;
  return { register, meeting };
}

describe('A second import', () => {
  it('finds what the first one entered, and remembers what was mapped', async () => {
    const { register } = await imported();
    const findings = findingsIn('modern-gov', WHOLE);
    const remembered = rememberedMapping(findings.records, register.image);
    assert.deepEqual(Object.fromEntries(remembered), Object.fromEntries(MAPPING));
    assert.deepEqual(await entered(findings, register, { mapping: remembered }), { added: [], altered: [], kept: [] });
  });

  it('takes over what the source changed where nobody changed it here', async () => {
    const { register, meeting } = await imported();
    const changed = findingsIn('modern-gov', WHOLE.replace('Planning Committee', 'Planning and Licensing Committee').replaceAll('<meetingstatus>Cancelled', '<meetingstatus>Confirmed').replaceAll('12/11/2012', '19/11/2012'));
    const result = await entered(changed, register, { mapping: MAPPING });
    assert.deepEqual([result.altered.toSorted(), result.kept], [['bodies/mg-committee-120', 'meetings/mg-meeting-9002'], []]);
    assert.equal(meeting('mg-meeting-9002').on, '2012-11-19');
  });

  it('keeps what was changed here, and tells it; takes what the source says where that is asked for', async () => {
    const { register, meeting } = await imported();
    const { ref: _ref, id: _id, valid: _valid, agenda: _agenda, ...fields } = meeting('mg-meeting-9001');
    good(await register.perform(put('meetings', 'mg-meeting-9001', { ...fields, agenda: true, attended: ['persons/mg-person-501'], place: 'The chamber' })));
    const moved = findingsIn('modern-gov', WHOLE.replace('Committee Room 1, Neuadd y Sir', 'Committee Room 2'));
    const result = await entered(moved, register, { mapping: MAPPING });
    assert.deepEqual(result, { added: [], altered: [], kept: [{ ref: 'meetings/mg-meeting-9001', fields: ['place', 'attended'], because: 'both' }] });
    const same = await entered(findingsIn('modern-gov', WHOLE), register, { mapping: MAPPING });
    assert.deepEqual(same.kept, [{ ref: 'meetings/mg-meeting-9001', fields: ['place', 'attended'], because: 'here' }]);
    await entered(moved, register, { mapping: MAPPING, theirs: new Set(['meetings/mg-meeting-9001']) });
    assert.deepEqual([meeting('mg-meeting-9001').place, meeting('mg-meeting-9001').attended], ['Committee Room 2', ['persons/mg-person-501', 'persons/ben']]);
  });

  it('leaves what the source does not speak of: the themes of an item, the remit of a body', async () => {
    const { register, meeting } = await imported();
    const { ref: _ref, id: _id, valid: _valid, agenda: _agenda, ...fields } = meeting('mg-meeting-9001');
    good(await register.perform(put('meetings', 'mg-meeting-9001', { ...fields, agenda: true, items: fields.items.map((item) => ({ ...item, themes: ['performance'] })) })));
    const more = findingsIn('modern-gov', WHOLE.replace('</agendaitems>', '<agendaitem><agendaitemid>8</agendaitemid><agendaitemnumber>4</agendaitemnumber><agendaitemtitle>Any other business</agendaitemtitle></agendaitem></agendaitems>'));
    const result = await entered(more, register, { mapping: MAPPING });
    assert.deepEqual([result.altered, result.kept], [['meetings/mg-meeting-9001'], []]);
    assert.deepEqual(meeting('mg-meeting-9001').items.map(({ title, themes }) => [title.en, themes]), [['Apologies', ['performance']], ['Annual report of the Director – 2011/12', ['performance']], ['A contract', ['performance']], ['Any other business', []]]);
  });

  it('ends a seat and begins another where somebody was later seen in another role', async () => {
    const { register } = await imported();
    const later = '<meeting><meetingid>9010</meetingid><committeeid>112</committeeid><committeetitle>Children &amp;amp; Adults Scrutiny Committee</committeetitle><meetingdate>05/12/2012</meetingdate><attendees><attendee memberid="502" name="Dai" roledescription="Chair" attendance="Present"/></attendees></meeting>';
    const result = await entered(findingsIn('modern-gov', later), register);
    assert.deepEqual([result.added, result.altered, result.kept], [['meetings/mg-meeting-9010'], ['seats/mg-seat-112-502'], []]);
    assert.deepEqual(register.image.versions('seats', 'mg-seat-112-502').map((seat) => [(seat as RecordOfKind<'seats'>).role, seat.valid.from, seat.valid.until]), [['member', '2012-10-15', '2012-12-05'], ['chair', '2012-12-05', undefined]]);
    assert.deepEqual((register.image.versions('persons', 'mg-person-502').at(-1) as RecordOfKind<'persons'>).name, { en: 'Councillor Dai O\'Fictional' });
  });

  it('does not touch what has the source’s id and was never entered from it', async () => {
    const { register } = await smallFolder();
    good(await register.perform(put('bodies', 'mg-committee-120', { name: 'Our planners', type: 'forum' })));
    assert.deepEqual(planned(findingsIn('modern-gov', fixture('committees.xml')), register).kept, [{ ref: 'bodies/mg-committee-120', fields: ['name', 'type'], because: 'both' }]);
  });

  it('refuses a mapping to what is not there, or is of another kind, with the nearest one', async () => {
    const { register } = await smallFolder();
    const findings = findingsIn('modern-gov', WHOLE);
    const sentences = (to: string) => {
      const plan = foreignPlan(findings, register.image, { mapping: new Map([['mg-committee-113', to]]), theirs: new Set(), leaveOutFaulty: false, words: {} });
      return plan.ok ? [] : plan.faults.map(({ sentence }) => sentence);
    };
    assert.deepEqual(sentences('bodies/cnt'), ['`bodies/cnt` is not in the register. Did you mean `bodies/cmt`?']);
    assert.deepEqual(sentences('persons/ann'), ['`persons/ann` is not one of bodies, as `mg-committee-113` is. Write `bodies/…`.']);
  });
});
