import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { openRegisterBytes } from '../../../src/assessment/open-register.ts';
import { publicationsOf, type Publication } from '../../../src/areas/meetings/publication.ts';
import { date } from '../../../src/kernel/date.ts';
import { Snapshot } from '../../../src/register/snapshot.ts';
import { good } from '../../kept/folder.ts';

async function of(meeting: string, nation = 'wales'): Promise<readonly Publication[]> {
  const text = `
register: { id: small, authority: { name: Small Example Council, nation: ${nation} }, pack: ${nation === 'scotland' ? 'scotland-2008' : 'wales-2009'} }
bodies:
  - { id: council, name: The council, type: council }
  - { id: team, name: The management team, type: corporate-management-team }
series:
  - { id: sittings, title: Meetings of the council, body: council, frequency: P1M }
meetings:
  - { id: m, held: true, ${meeting} }
`;
  const { content } = good(await openRegisterBytes('small.yaml', new TextEncoder().encode(text)));
  const snapshot = new Snapshot(content, date('2026-06-01'));
  const [found] = snapshot.all('meetings', 'ever');
  assert.ok(found);
  return publicationsOf(found, snapshot, content.header);
}

const told = (publications: readonly Publication[]) => publications.map(({ period, last, issued }) => [period.id, last.on, issued?.inTime]);

describe('by when the papers of a meeting have to be public', () => {
  it('is three clear days before a council of Wales meets, over a weekend and a bank holiday, and the note within seven working days', async () => {
    // Thursday 9 April 2026: Easter Monday is the 6th, Good Friday the 3rd. Clear days: 8, 7, and 2 April.
    assert.deepEqual(told(await of('body: council, on: 2026-04-09')), [['wales-agenda', '2026-04-01', undefined], ['wales-note-of-meeting', '2026-04-17', undefined]]);
  });

  it('says whether the agenda was issued in time, to the day', async () => {
    assert.deepEqual(told(await of('series: sittings, on: 2026-04-09, agenda: 2026-04-01')).at(0), ['wales-agenda', '2026-04-01', true]);
    assert.deepEqual(told(await of('series: sittings, on: 2026-04-09, agenda: 2026-04-02')).at(0), ['wales-agenda', '2026-04-01', false]);
  });

  it('is by the law of the nation', async () => {
    assert.deepEqual(told(await of('body: council, on: 2026-04-09', 'scotland')).map(([id]) => id), ['scotland-agenda']);
  });

  it('is not asked of a body that does not meet in public, nor told of a year whose bank holidays are not known', async () => {
    assert.deepEqual(await of('body: team, on: 2026-04-09'), []);
    assert.deepEqual(await of('body: council, on: 2031-04-09'), []);
  });
});
